"""A version is checked against its standard in the background."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.background import work_off
from selaras.sectoral.actions.checking import STALE, check_version, run_check
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.examining import report_of, table_of
from selaras.sectoral.models import Check, Dataset, Version
from tests.sectoral.room import (
    FAULTY,
    GOOD,
    MENDED,
    SCHEMA,
    handed_in,
    looked_at,
    out,
    producer,
    room,
    sent,
    stranger,
)

pytestmark = pytest.mark.django_db
State = Check.State


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_every_fault_is_kept_with_its_cell_and_its_sentence() -> None:
    check = looked_at(sent(room(), FAULTY))
    assert (check.state, check.rows, check.errors, check.warnings) == (State.DONE, 3, 3, 0)
    assert not check.passed
    assert [(one.row, one.column, one.value) for one in report_of(check).listed()] == [
        (3, "laki", "laki = 7; perempuan = 8; jumlah = 16"),
        (4, "laki", "-1"),
        (4, "perempuan", "banyak"),
    ]
    assert check.summary["counts"] == [
        ["laki", "minimum", 1],
        ["perempuan", "type", 1],
        ["laki", "aturan-1", 1],
    ]


def test_what_keeps_its_standard_becomes_a_typed_table() -> None:
    version = sent(room(), b"desa;laki;perempuan;jumlah\nAyah;1.250;1.000;2.250\n", "penduduk.csv")
    assert looked_at(version).passed
    version.refresh_from_db()
    table = table_of(version)
    assert table.rows() == [("Ayah", 1250, 1000, 2250)]
    assert table.schema["laki"] == pl.Int64


def test_a_table_is_not_kept_of_what_breaks_its_standard() -> None:
    version = sent(room(), FAULTY)
    check = looked_at(version)
    assert (str(check.table), check.table_digest) == ("", "")
    version.refresh_from_db()
    with pytest.raises(NotNow, match="belum lulus pemeriksaan"):
        table_of(version)


def test_a_file_that_is_no_table_tells_why_and_stays_received() -> None:
    version = sent(room(), b"PK\x03\x04 bukan arsip", "rusak.xlsx")
    check = looked_at(version)
    assert check.state == State.FAILED
    assert check.words.endswith(".")
    version.refresh_from_db()
    assert version.state == Version.State.RECEIVED


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (GOOD, MENDED, (1, 0, 1, 1)),
        (MENDED, GOOD, (0, 1, 1, 1)),
        (GOOD, GOOD + b"\n", (0, 0, 0, 2)),
    ],
)
def test_rows_are_compared_with_the_version_that_is_out(
    before: bytes, after: bytes, told: tuple[int, int, int, int]
) -> None:
    dataset = room()
    base = out(dataset, before)
    change = looked_at(sent(dataset, after)).change
    assert (change.added, change.removed, change.changed, change.same) == told
    assert (change.base, change.key) == (base, ["desa"])


def test_of_the_first_version_every_row_is_new() -> None:
    change = looked_at(sent(room())).change
    assert (change.base, change.added, change.removed, change.changed, change.same) == (None, 2, 0, 0, 0)


def test_how_good_it_is_is_told_with_how_it_was_counted() -> None:
    told = {one.dimension: (one.good, one.of) for one in looked_at(sent(room(), FAULTY)).qualities.all()}
    assert told == {"completeness": (3, 3), "validity": (10, 12), "uniqueness": (3, 3), "consistency": (2, 3)}


def test_a_foreign_key_points_at_the_released_table_of_another_dataset() -> None:
    villages = room()
    out(villages)
    births = Dataset.objects.create(
        code="kelahiran", title="Kelahiran (contoh)", agency=villages.agency, described_at=timezone.now()
    )
    foreign = {"fields": "desa", "reference": {"resource": "jumlah-penduduk", "fields": "desa"}}
    set_standard(births, {"fields": [{"name": "desa"}], "foreignKeys": [foreign]}, actor=producer())
    check = looked_at(sent(births, b"desa\nAyah\nAntah\n"))
    assert [(one.row, one.value) for one in report_of(check).listed()] == [(3, "Antah")]
    assert check.summary["references"] == {"jumlah-penduduk": 1}


def test_asked_twice_it_is_one_check() -> None:
    version = sent(room())
    assert check_version(version, actor=producer()) == check_version(version, actor=producer())


def test_a_check_whose_process_is_gone_is_queued_again_and_ends_as_if_nothing_had_happened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = datetime(2020, 3, 2, 2, tzinfo=UTC)
    at(monkeypatch, start)
    version = sent(room())
    check = check_version(version, actor=producer())
    Check.objects.filter(pk=check.pk).update(state=State.RUNNING, attempts=1)  # as a killed worker leaves it
    at(monkeypatch, start + STALE)
    assert check_version(version, actor=producer()).state == State.RUNNING
    at(monkeypatch, start + STALE + timedelta(seconds=1))
    assert check_version(version, actor=producer()).state == State.WAITING
    run_check(check.pk)
    check.refresh_from_db()
    assert (check.state, check.attempts, check.passed) == (State.DONE, 2, True)
    assert Entry.objects.filter(action="sectoral.check_resumed").count() == 1


def test_a_process_that_comes_late_changes_nothing() -> None:
    version = sent(room())
    check = looked_at(version)
    run_check(check.pk)
    check.refresh_from_db()
    assert check.attempts == 1
    assert Entry.objects.filter(action="sectoral.version_checked").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_takes_it_from_the_queue() -> None:
    check = check_version(sent(room()), actor=producer())
    work_off("test")
    check.refresh_from_db()
    assert check.passed


def test_without_a_standard_it_says_what_to_do_first() -> None:
    dataset = room()
    dataset.standards.all().delete()
    with pytest.raises(NotNow, match="Susun standarnya dahulu"):
        check_version(sent(dataset), actor=producer())


def test_what_was_handed_in_is_not_checked_again() -> None:
    version = handed_in(room())
    with pytest.raises(NotNow, match="diajukan"):
        check_version(version, actor=producer())


def test_another_agency_does_not_ask_for_it() -> None:
    version = sent(room())
    with pytest.raises(NotAllowed):
        check_version(version, actor=stranger())


def test_a_standard_that_changed_gives_another_check_of_its_own() -> None:
    dataset = room()
    version = sent(dataset)
    first = looked_at(version)
    set_standard(dataset, SCHEMA | {"sdi:rules": []}, actor=producer())
    second = looked_at(version)
    assert (first.standard.number, second.standard.number) == (1, 2)
    version.refresh_from_db()
    assert version.check_in_force == second
