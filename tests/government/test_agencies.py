"""Agencies from files, found again by code, name or short name, and by nothing that names two of them."""

from __future__ import annotations

import pytest

from selaras.government.imports import take_agencies
from selaras.government.models import Agency, Duty, Region
from selaras.government.queries import AgencyFinder
from selaras.intake.rows import Incoming

pytestmark = pytest.mark.django_db


@pytest.fixture
def kebumen() -> Region:
    return Region.objects.create(code="33.05", name="Kebumen", level=Region.Level.REGENCY)


def taken(kebumen: Region, *agencies: tuple[str, str, str], duties: object = None) -> list[Incoming]:
    rows = [
        Incoming(number, "", {}, {"code": code, "name": name, "short_name": short, "duties": duties})
        for number, (code, name, short) in enumerate(agencies, start=2)
    ]
    take_agencies(kebumen, rows)
    return rows


def found(kebumen: Region, text: str) -> str | None:
    agency = AgencyFinder(kebumen).find(text)
    return agency.code if agency else None


HEALTH, ROADS = ("1.02", "Dinas Kesehatan", "Dinkes"), ("1.03", "Dinas Pekerjaan Umum", "DPU")


@pytest.mark.parametrize("text", ["1.02", "DINAS KESEHATAN", "dinkes", "Dinas Kesehatn", " Dinas  Kesehatan. "])
def test_an_agency_is_found_however_it_is_written(kebumen: Region, text: str) -> None:
    taken(kebumen, HEALTH, ROADS)
    assert found(kebumen, text) == "1.02"


@pytest.mark.parametrize("text", ["", "-", "Dinas", "Dinas Pariwisata"])
def test_what_names_no_agency_finds_none(kebumen: Region, text: str) -> None:
    taken(kebumen, HEALTH, ROADS)
    assert found(kebumen, text) is None


def test_a_short_name_that_two_agencies_bear_finds_none(kebumen: Region) -> None:
    taken(kebumen, ("1", "Dinas Perikanan", "Disperi"), ("2", "Dinas Perindustrian", "disperi"))
    assert found(kebumen, "Disperi") is None
    assert found(kebumen, "Dinas Perikanan") == "1"


def test_a_slip_that_is_near_to_two_agencies_finds_none(kebumen: Region) -> None:
    nearer = ("1", "Kelurahan Karangsari Satu", "Kelurahan Karangsari Sa")
    taken(kebumen, nearer, ("2", "Kelurahan Karangsari Satu A", ""))
    assert found(kebumen, "Kelurahan Karangsari Sat") is None


def test_duties_are_known_by_their_codes_and_words_alone_are_asked_about(kebumen: Region) -> None:
    (coded,) = taken(kebumen, ROADS, duties=("1.03", "2.10"))
    assert (list(Duty.objects.values_list("field_code", flat=True)), coded.notes) == (["1.03", "2.10"], [])
    (worded,) = taken(kebumen, ROADS, duties=("Pekerjaan umum",))
    assert not Duty.objects.exists()
    assert worded.notes == ["Bidang urusan “Pekerjaan umum” tidak memuat kode, misalnya 2.16. Tulis kodenya."]
    assert Agency.objects.count() == 1
