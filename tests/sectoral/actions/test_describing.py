"""A dataset is described, and given its standard; each step can be taken again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selaras.audit.models import Entry
from selaras.sectoral.actions.describing import describe_dataset
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.errors import Incomplete, NotAllowed
from selaras.sectoral.models import Dataset
from tests.sectoral.room import CODE, SAID, SCHEMA, agency, producer, room, stranger

pytestmark = pytest.mark.django_db


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
