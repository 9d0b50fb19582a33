"""A metadata form is filled in: what lacks is told, editions stay, and nobody writes over what was not seen."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.errors import Incomplete, NotAllowed, Overtaken
from selaras.sectoral.models import Metadata
from selaras.sectoral.queries import editions_at_desk_of, metadata_visible_to
from tests.sectoral.metadata import ACTIVITY, INDICATOR, VARIABLE
from tests.sectoral.room import out, producer, room, steward, stranger

pytestmark = pytest.mark.django_db
Form = Metadata.Form


def test_each_filling_in_is_an_edition_and_the_same_answers_are_not() -> None:
    dataset = room()
    first = fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=producer())
    assert fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=producer()) == first
    second = fill_in(dataset, Form.ACTIVITY, "", ACTIVITY | {"sector": "Kependudukan"}, actor=steward())
    assert (first.edition, second.edition) == (1, 2)
    assert Metadata.objects.get(pk=first.pk).answers == ACTIVITY
    logged = Entry.objects.filter(action="sectoral.metadata_filled_in", subject=dataset.code)
    assert [one.detail["edition"] for one in logged] == [1, 2]


@pytest.mark.parametrize(
    ("form", "subject", "changed", "field", "sentence"),
    [
        (Form.ACTIVITY, "", {"purpose": " "}, "purpose", "Isi bagian ini."),
        (Form.ACTIVITY, "", {"year": "20"}, "year", "Tulis tahunnya dengan empat angka, misalnya 2020."),
        (Form.ACTIVITY, "", {"collection": "9"}, "collection", "Pilih dari daftar."),
        (Form.ACTIVITY, "", {"method": ["3"]}, "method", "Pilih dari daftar."),
        (Form.ACTIVITY, "", {"colour": "biru"}, "colour", "Isian ini tidak ada dalam formulir."),
        (Form.ACTIVITY, "desa", {}, "subject", "Satu kegiatan punya satu formulir. Kosongkan bagian ini."),
        (Form.VARIABLE, " ", {}, "subject", "Tulis nama variabel atau indikatornya, paling banyak 200 huruf."),
        (Form.VARIABLE, "desa", {"public": "mungkin"}, "public", "Jawab ya atau tidak."),
        (Form.VARIABLE, "desa", {"concept": "x" * 301}, "concept", "Ini terlalu panjang: paling banyak 300 huruf."),
    ],
)
def test_what_lacks_or_does_not_fit_is_told_by_its_field(
    form: Form, subject: str, changed: dict[str, Any], field: str, sentence: str
) -> None:
    dataset = room()
    answers = ACTIVITY if form == Form.ACTIVITY else VARIABLE
    with pytest.raises(Incomplete) as refused:
        fill_in(dataset, form, subject, answers | changed, actor=producer())
    assert refused.value.fields == {field: sentence}
    assert not Metadata.objects.exists()


def test_nobody_writes_over_an_edition_that_was_not_seen() -> None:
    dataset = room()
    fill_in(dataset, Form.VARIABLE, "desa", VARIABLE, over=0, actor=producer())
    mine = VARIABLE | {"alias": "Nama desa"}
    with pytest.raises(Overtaken, match="edisi 1 yang belum Anda lihat") as refused:
        fill_in(dataset, Form.VARIABLE, "desa", mine, over=0, actor=steward())
    assert fill_in(dataset, Form.VARIABLE, "desa", mine, over=refused.value.newest, actor=steward()).edition == 2


def test_what_was_saved_before_the_connection_broke_is_no_conflict_with_itself() -> None:
    dataset = room()
    first = fill_in(dataset, Form.VARIABLE, "desa", VARIABLE, over=0, actor=producer())
    assert fill_in(dataset, Form.VARIABLE, "desa", VARIABLE, over=0, actor=producer()) == first


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(Incomplete) as refused:
        fill_in(room(), Form.ACTIVITY, "desa", {**ACTIVITY, "year": "dua", "purpose": ""}, actor=producer())
    assert list(refused.value.fields) == ["year", "purpose", "subject"]


def test_the_public_reads_the_newest_edition_of_what_is_out_and_no_earlier_one() -> None:
    dataset = room()
    fill_in(dataset, Form.INDICATOR, "Kepadatan", INDICATOR, actor=producer())
    newest = fill_in(dataset, Form.INDICATOR, "Kepadatan", INDICATOR | {"unit": "orang/km²"}, actor=producer())
    assert not metadata_visible_to(stranger()).exists()
    out(dataset)
    for reader in (stranger(), steward(), producer()):
        assert metadata_visible_to(reader).get() == newest
    assert editions_at_desk_of(producer()).count() == 2
    assert not editions_at_desk_of(stranger()).exists()


def test_another_agency_does_not_fill_it_in() -> None:
    dataset = room()
    with pytest.raises(NotAllowed):
        fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=stranger())
    assert not Metadata.objects.exists()
