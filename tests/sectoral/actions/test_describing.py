"""A dataset is described, given its standard and its metadata forms; each step can be taken again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.government.actions import seed_parameters
from selaras.people.actions import system_account
from selaras.sectoral.actions.describing import describe_dataset
from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.errors import Incomplete, NotAllowed
from selaras.sectoral.models import Dataset, Metadata
from selaras.sectoral.queries import metadata_visible_to
from tests.sectoral.room import CODE, SAID, SCHEMA, agency, out, producer, room, steward, stranger

pytestmark = pytest.mark.django_db
Form = Metadata.Form
INDICATOR = {
    "concept": "Kepadatan penduduk",
    "definition": "Penduduk tiap kilometer persegi.",
    "interpretation": "Makin besar, makin padat.",
    "formula": "jumlah penduduk / luas wilayah",
    "measure": "Kepadatan",
    "unit": "jiwa/km2",
    "composite": False,
    "public": True,
}


@pytest.mark.parametrize(
    ("code", "changed", "field"),
    [
        ("Jumlah Penduduk", {}, "code"),
        ("jumlah--penduduk", {}, "code"),
        ("x" * 61, {}, "code"),
        (CODE, {"title": " "}, "title"),
        (CODE, {"title": "x" * 201}, "title"),
        (CODE, {"definition": ""}, "definition"),
        (CODE, {"frequency": "kadang"}, "frequency"),
        (CODE, {"contact_email": "data@"}, "contact_email"),
    ],
)
def test_what_lacks_or_does_not_fit_is_said_at_its_field(code: str, changed: dict[str, str], field: str) -> None:
    dataset = room()
    with pytest.raises(Incomplete) as refused:
        describe_dataset(code, agency(), replace(SAID, **changed), actor=producer())
    assert list(refused.value.fields) == [field]
    assert Dataset.objects.get() == dataset


def test_described_anew_it_stays_the_same_dataset_and_the_log_tells_what_changed() -> None:
    dataset = room()
    again = describe_dataset(CODE, agency(), replace(SAID, unit="orang"), actor=producer())
    assert (again.pk, again.unit) == (dataset.pk, "orang")
    assert Entry.objects.filter(action="sectoral.dataset_described").latest("pk").detail["changed"] == ["unit"]


def test_described_as_it_stands_nothing_happens() -> None:
    room()
    before = Entry.objects.count()
    describe_dataset(CODE, agency(), SAID, actor=producer())
    assert Entry.objects.count() == before


def test_a_code_belongs_to_the_agency_that_took_it_first() -> None:
    room()
    with pytest.raises(Incomplete, match="sudah dipakai Dinas Kependudukan"):
        describe_dataset(CODE, agency("1.02.01"), SAID, actor=stranger())


def test_nobody_describes_for_another_agency() -> None:
    room()
    with pytest.raises(NotAllowed, match="Dinas Kesehatan"):
        describe_dataset("kelahiran", agency("1.02.01"), SAID, actor=producer())


def test_a_standard_that_cannot_be_kept_is_refused_in_words() -> None:
    dataset = room()
    with pytest.raises(Incomplete, match="Kunci menyebut kolom kode"):
        set_standard(dataset, SCHEMA | {"primaryKey": ["kode"]}, actor=producer())
    assert dataset.standards.count() == 1


def test_each_standard_has_a_number_and_the_same_one_again_has_none() -> None:
    dataset = room()
    assert set_standard(dataset, SCHEMA, actor=producer()).number == 1
    assert set_standard(dataset, SCHEMA | {"title": "Baru"}, "Judul", actor=producer()).number == 2
    assert set_standard(dataset, SCHEMA, "Kembali", actor=producer()).number == 3
    with pytest.raises(NotAllowed):
        set_standard(dataset, SCHEMA, actor=stranger())


@pytest.fixture
def forms() -> None:
    seed_parameters(actor=system_account())


@pytest.mark.usefixtures("forms")
def test_a_form_filled_in_again_is_a_new_edition_and_the_newest_holds() -> None:
    dataset = room()
    fill_in(dataset, Form.INDICATOR, "Kepadatan", INDICATOR, actor=producer())
    same = fill_in(dataset, Form.INDICATOR, "Kepadatan", INDICATOR, actor=producer())
    other = fill_in(dataset, Form.INDICATOR, "Kepadatan", INDICATOR | {"unit": "orang/km2"}, actor=producer())
    assert (same.edition, other.edition) == (1, 2)
    assert metadata_visible_to(producer()).get() == other


@pytest.mark.usefixtures("forms")
@pytest.mark.parametrize(
    ("form", "subject", "answers", "fields"),
    [
        (Form.INDICATOR, "", INDICATOR, ["subject"]),
        (Form.INDICATOR, "Kepadatan", INDICATOR | {"unit": " "}, ["unit"]),
        (Form.INDICATOR, "Kepadatan", INDICATOR | {"composite": "ya"}, ["composite"]),
        (Form.INDICATOR, "Kepadatan", INDICATOR | {"rumus": "a/b"}, ["rumus"]),
        (
            Form.ACTIVITY,
            "Sensus",
            {
                "title": "Registrasi",
                "year": "dua puluh",
                "collection": "9",
                "agency": "Dinas (contoh)",
                "post": "Kepala bidang",
                "background": "-",
                "purpose": "-",
                "repeated": "2",
                "method": ["1", "3"],
            },
            ["year", "collection", "method", "subject"],
        ),
    ],
)
def test_a_form_says_at_each_field_what_lacks(
    form: str, subject: str, answers: dict[str, Any], fields: list[str]
) -> None:
    with pytest.raises(Incomplete) as refused:
        fill_in(room(), form, subject, answers, actor=producer())
    assert list(refused.value.fields) == fields


@pytest.mark.usefixtures("forms")
def test_the_public_reads_the_forms_of_what_is_out() -> None:
    dataset = room()
    fill_in(dataset, Form.INDICATOR, "Kepadatan", INDICATOR, actor=producer())
    assert not metadata_visible_to(stranger()).exists()
    out(dataset)
    assert metadata_visible_to(stranger()).exists()
    assert metadata_visible_to(steward()).exists()
