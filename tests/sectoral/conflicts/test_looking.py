"""Tables are searched for conflicts: each place is one row, found again it is the same, and gone it closes itself."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.sectoral.actions.looking import look_for_conflicts, run_look
from selaras.sectoral.actions.measuring import Measured, drop_measure
from selaras.sectoral.actions.releasing import withdraw
from selaras.sectoral.errors import NotAllowed
from selaras.sectoral.models import Conflict, Look, Version
from tests.people.persons import person
from tests.sectoral.conflicts.two_agencies import (
    HEALTH,
    REGISTRY,
    SYSTEM,
    apart,
    at,
    dataset,
    looked,
    out,
    sender,
    sent,
    steward,
)

pytestmark = pytest.mark.django_db
State = Conflict.State


def words(conflict: Conflict) -> list[str]:
    return [one.kind for one in conflict.words.all()]


def test_two_agencies_that_differ_are_one_conflict_with_where_each_number_stands() -> None:
    conflict = apart(22, 25)
    sides = [(one.agency.code, one.number, one.unit, one.column, one.row) for one in conflict.sides.all()]
    assert sides == [(REGISTRY, "22", "jiwa", "jumlah", 1), (HEALTH, "25", "jiwa", "jumlah", 1)]
    assert (conflict.kind, conflict.gap, conflict.unit) == ("disagreement", "3", "orang")
    assert conflict.relative == pytest.approx(3 / 25)
    assert conflict.causes == ["Hanya angka ke-2 yang berbeda: periksa ketikannya."]
    assert words(conflict) == ["found"]
    assert conflict.owner == at(HEALTH), "whose number came last"


def test_agencies_that_agree_have_no_conflict() -> None:
    for code in (REGISTRY, HEALTH):
        sent(dataset(code), "33.05.01,2024,22")
    look = looked()
    assert (look.state, look.figures, look.compared, look.found, look.unread) == ("done", 2, 1, 0, [])
    assert not Conflict.objects.exists()


def test_looked_for_again_it_is_the_same_row_and_nothing_is_added_to_its_history() -> None:
    conflict = apart()
    for _ in range(2):
        looked()
    assert Conflict.objects.get().pk == conflict.pk
    assert words(conflict) == ["found"]
    told = Entry.objects.filter(action="sectoral.conflicts_looked_for").values_list("detail", flat=True)
    assert [one["new"] for one in told] == [[conflict.pk], [], []]


def test_a_new_version_with_another_number_changes_it_and_one_that_agrees_closes_it() -> None:
    conflict = apart(22, 25)
    sent(dataset(HEALTH), "33.05.01,2024,24")
    looked()
    conflict.refresh_from_db()
    assert [one.number for one in conflict.sides.all()] == ["22", "24"]
    sent(dataset(HEALTH), "33.05.01,2024,22", "33.05.02,2024,1")
    looked()
    conflict.refresh_from_db()
    assert conflict.state == State.VANISHED
    assert words(conflict) == ["found", "changed", "vanished"]
    assert "versi 3 “Penduduk Dinas Kesehatan (contoh)”" in conflict.words.last().text  # type: ignore[union-attr]


def test_gone_and_back_it_is_the_same_conflict_open_again_with_a_new_deadline() -> None:
    conflict = apart(22, 25)
    other = dataset(HEALTH)
    for row in ("33.05.01,2024,22", "33.05.01,2024,26"):
        sent(other, row)
        looked()
    conflict.refresh_from_db()
    assert conflict.state == State.OPEN
    assert words(conflict) == ["found", "vanished", "reopened"]


def test_a_withdrawn_version_is_not_compared() -> None:
    apart(22, 25)
    version = out(Version.objects.get(dataset=dataset(HEALTH)))
    withdraw(version, "Keliru.", actor=steward())
    run_look(Look.objects.get(state="waiting").pk)
    assert Conflict.objects.get().state == State.VANISHED


def test_a_measure_that_is_dropped_closes_what_it_had_opened() -> None:
    apart()
    drop_measure(dataset(HEALTH).measures.get(), actor=sender(HEALTH))
    run_look(Look.objects.get(state="waiting").pk)
    assert Conflict.objects.get().state == State.VANISHED


@pytest.mark.parametrize("deed", ["check", "release", "withdraw"])
def test_whatever_changes_the_newest_table_asks_for_a_search(deed: str) -> None:
    version = sent(dataset(REGISTRY), "33.05.01,2024,22")
    if deed != "check":
        Look.objects.all().delete()
        out(version)
    if deed == "withdraw":
        Look.objects.all().delete()
        withdraw(version, "Keliru.", actor=steward())
    assert Look.objects.get().state == "waiting"


def test_a_dataset_without_measures_asks_for_none() -> None:
    sent(dataset(REGISTRY, said=None), "33.05.01,2024,22")
    assert not Look.objects.exists()


def test_of_two_searches_the_one_that_was_asked_for_later_counts() -> None:
    apart(22, 25)
    early = look_for_conflicts(actor=steward())
    Look.objects.filter(pk=early.pk).update(state="running")
    looked()
    Look.objects.filter(pk=early.pk).update(state="running")  # it comes back, though it read before the other
    Conflict.objects.update(fingerprint="other")
    run_look(early.pk)
    early.refresh_from_db()
    assert early.state == "passed_by"
    assert Conflict.objects.get().fingerprint == "other"


def test_what_cannot_be_compared_is_told_with_its_place() -> None:
    unknown = Measured("penduduk", "jumlah", "kode", "bps 2023", "jiwa", "tahun")
    sent(dataset(HEALTH, said=unknown), "3305010,2024,22", "3305020,2024,22")
    look = looked()
    ((reason, count, first),) = look.unread
    assert "Sistem kode bps 2023 belum dipetakan ke kemendagri 2025." in reason
    assert (count, first) == (2, "Penduduk Dinas Kesehatan (contoh), versi 1, kolom jumlah, baris 1")


def test_a_table_whose_file_is_lost_is_told_and_the_others_are_compared() -> None:
    apart()
    version = sent(dataset(HEALTH), "33.05.01,2024,26")
    assert version.check_in_force
    version.check_in_force.table.delete(save=False)
    look = looked()
    assert look.state == "done"
    assert [row[0] for row in look.unread] == ["Tabelnya tidak ada di penyimpanan. Periksa versi ini sekali lagi."]


def test_who_works_with_no_data_starts_no_search() -> None:
    with pytest.raises(NotAllowed):
        look_for_conflicts(actor=person("tamu"))


def test_a_sum_that_misses_its_parts_is_a_conflict_of_its_agency_alone() -> None:
    schema = {
        "fields": [
            {"name": "kode"},
            {"name": "tahun", "type": "year"},
            {"name": "kelamin"},
            {"name": "jumlah", "type": "integer"},
        ]
    }
    parts = {"dimension": "jenis kelamin", "class_column": "kelamin", "whole_word": "semua", "members": ("L", "P")}
    said = Measured("penduduk", "jumlah", "kode", SYSTEM, "jiwa", "tahun", **parts)  # type: ignore[arg-type]
    rows = ("33.05.01,2024,Semua,30", "33.05.01,2024,L,12", "33.05.01,2024,P,15")
    sent(dataset(REGISTRY, said=said, schema=schema), *rows, header="kode,tahun,kelamin,jumlah")
    looked()
    conflict = Conflict.objects.get()
    assert (conflict.kind, conflict.gap, conflict.parts_sum) == ("sum", "-3", "27")
    assert [(one.role, one.number, one.part) for one in conflict.sides.all()] == [
        ("whole", "30", ""),
        ("part", "12", "jenis kelamin L"),
        ("part", "15", "jenis kelamin P"),
    ]
