"""Regions are known by their code; each finds its parent whenever that comes, and nothing known is wiped out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.government.imports import take_regions
from selaras.government.models import Region
from selaras.intake.rows import Incoming

pytestmark = pytest.mark.django_db


def row(number: int, code: str, name: str, **values: object) -> Incoming:
    return Incoming(number, "", {}, {"code": code, "name": name, **values})


def parents() -> dict[str, str | None]:
    return dict(Region.objects.values_list("code", "parent_id"))


def test_a_region_lies_in_the_one_its_code_names() -> None:
    take_regions([row(2, "33.05.01.2001", "Argopeni"), row(3, "33.05", "Kebumen"), row(4, "33.05.01", "Ayah")])
    assert parents() == {"33.05": None, "33.05.01": "33.05", "33.05.01.2001": "33.05.01"}
    assert list(Region.objects.values_list("level", "kind")) == [
        ("regency", ""),
        ("district", ""),
        ("village", "desa"),
    ]


def test_villages_of_one_file_find_their_district_when_it_comes_in_the_next() -> None:
    take_regions([row(2, "33.05.01.2001", "Argopeni")])
    assert parents() == {"33.05.01.2001": None}
    take_regions([row(2, "33.05.01", "Ayah")])
    assert parents() == {"33.05.01": None, "33.05.01.2001": "33.05.01"}


def test_of_two_rows_with_one_code_the_second_is_kept_back() -> None:
    rows = [row(2, "33.05.01", "Ayah"), row(3, "33.05.01", "Ajah")]
    take_regions(rows)
    assert Region.objects.get().name == "Ayah"
    assert rows[1].reasons == ["Sama dengan baris 2; baris pertama yang dipakai."]


def test_a_list_without_coordinates_leaves_those_that_are_known() -> None:
    take_regions([row(2, "33.05.01", "Ayah", latitude=Decimal("-7.7"), longitude=Decimal("109.4"))])
    take_regions([row(2, "33.05.01", "Kecamatan Ayah")])
    region = Region.objects.get()
    assert (region.name, region.latitude, region.longitude) == ("Kecamatan Ayah", Decimal("-7.7"), Decimal("109.4"))


@pytest.mark.parametrize("code", ["", "33.5", "3305", "33.05.01.201", "33.05.01.2001.1", "Ayah"])
def test_a_code_that_is_none_keeps_the_row_back(code: str) -> None:
    wrong = row(2, code, "Ayah")
    take_regions([wrong])
    assert wrong.kept
    assert "Tulis misalnya 33.05.01" in wrong.reasons[0]
    assert not Region.objects.exists()
