"""A holiday that comes or goes moves the clocks it lies in the way of, and each tells why."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from selaras.engines.workdays import Extension, Rule, Workdays, as_json, change_explained, clock, from_json, recomputed
from tests.engines.workdays.material import ANSWER, CALENDAR, HOLIDAYS, THIRTY_DAYS, day, pause
from tests.engines.workdays.naive import naive_due

WITHOUT_NYEPI = Workdays.of(HOLIDAYS[1:])
MANY, DISTINCT = 50_000, 5_000


def adding(*days: str, name: str = "Hari Jadi Kabupaten Kebumen") -> Workdays:
    return Workdays.of([*HOLIDAYS, *((day(one), name, "local") for one in days)], version="Contoh v2")


@pytest.mark.parametrize(
    ("start", "calendar", "said"),
    [
        pytest.param(
            "2020-08-12",
            adding("2020-08-21"),
            "Batas berubah dari Rabu, 26 Agustus 2020 menjadi Kamis, 27 Agustus 2020 "
            "karena Jumat, 21 Agustus 2020 kini libur (Hari Jadi Kabupaten Kebumen).",
            id="one came",
        ),
        pytest.param(
            "2020-03-12",
            WITHOUT_NYEPI,
            "Batas berubah dari Jumat, 27 Maret 2020 menjadi Kamis, 26 Maret 2020 "
            "karena Rabu, 25 Maret 2020 tidak lagi libur (Hari Suci Nyepi).",
            id="one went",
        ),
        pytest.param(
            "2020-08-12",
            adding("2020-08-21", "2020-08-24"),
            "Batas berubah dari Rabu, 26 Agustus 2020 menjadi Jumat, 28 Agustus 2020 "
            "karena Jumat, 21 Agustus 2020 kini libur (Hari Jadi Kabupaten Kebumen) "
            "dan Senin, 24 Agustus 2020 kini libur (Hari Jadi Kabupaten Kebumen).",
            id="two came",
        ),
        pytest.param("2020-08-12", adding("2020-08-22"), "Batas tetap Rabu, 26 Agustus 2020.", id="on a Saturday"),
        pytest.param(
            "2020-08-12", adding("2020-08-27"), "Batas tetap Rabu, 26 Agustus 2020.", id="behind the due date"
        ),
        pytest.param(
            "2020-08-12", adding("2020-08-12"), "Batas tetap Rabu, 26 Agustus 2020.", id="on the day of the event"
        ),
        pytest.param(
            "2020-12-14",
            adding("2020-12-18"),
            "Batas berubah dari Rabu, 30 Desember 2020 menjadi Senin, 4 Januari 2021 "
            "karena Jumat, 18 Desember 2020 kini libur (Hari Jadi Kabupaten Kebumen).",
            id="old holidays on the way are no reason",
        ),
        pytest.param(
            "2020-02-06",
            Workdays.of(HOLIDAYS, weekend=(6,)),
            "Batas berubah dari Kamis, 20 Februari 2020 menjadi Selasa, 18 Februari 2020 "
            "karena Sabtu, 8 Februari 2020 kini hari kerja dan Sabtu, 15 Februari 2020 kini hari kerja.",
            id="six days a week",
        ),
        pytest.param(
            "2020-03-12",
            Workdays.of([*HOLIDAYS[1:], (day("2020-03-24"), "Hari Suci Nyepi", "national")]),
            "Batas tetap Jumat, 27 Maret 2020, walau Selasa, 24 Maret 2020 kini libur (Hari Suci Nyepi) "
            "dan Rabu, 25 Maret 2020 tidak lagi libur (Hari Suci Nyepi).",
            id="moved by a day within",
        ),
    ],
)
def test_the_new_due_date_and_its_reason(start: str, calendar: Workdays, said: str) -> None:
    assert change_explained(recomputed(clock(day(start), ANSWER, CALENDAR), calendar)) == said


def test_a_standing_clock_stays_standing_but_its_days_change() -> None:
    standing = clock(day("2020-08-12"), ANSWER, CALENDAR, pauses=[pause("2020-08-24", None)])
    change = recomputed(standing, adding("2020-08-21"))
    assert (change.moved, standing.left, change.new.left) == (False, 3, 4)
    assert change_explained(change) == (
        "Batas tetap belum ada (jeda), walau Jumat, 21 Agustus 2020 kini libur (Hari Jadi Kabupaten Kebumen)."
    )


def test_a_holiday_within_a_pause_moves_nothing() -> None:
    paused = clock(day("2020-08-12"), ANSWER, CALENDAR, pauses=[pause("2020-08-20", "2020-08-25")])
    change = recomputed(paused, adding("2020-08-21"))
    assert (change.moved, change.changes) == (False, ())


def test_a_term_in_calendar_days_moves_only_by_its_last_day() -> None:
    term = clock(day("2020-03-02"), THIRTY_DAYS, CALENDAR)
    assert term.due == day("2020-04-01")
    assert not recomputed(term, WITHOUT_NYEPI).changes
    assert recomputed(term, adding("2020-04-01", "2020-04-02")).new.due == day("2020-04-03")


def test_years_that_become_known_take_the_doubt_away() -> None:
    doubtful = clock(day("2021-12-28"), ANSWER, CALENDAR)
    change = recomputed(doubtful, Workdays.of(HOLIDAYS, years=[2020, 2021, 2022]))
    assert (doubtful.beyond_known, change.new.beyond_known, change.moved) == (True, False, False)


def test_fifty_thousand_stored_clocks(capsys: pytest.CaptureFixture[str]) -> None:
    """Prints the processor time; every clock with the new holiday in its way moves, no other."""
    terms = [
        ANSWER,
        Rule("Keberatan", 30, "Pasal 36"),
        Rule("Sengketa", 14, "Pasal 37"),
        Rule("Putusan", 100, "Pasal 38"),
    ]
    kinds = []
    for number in range(DISTINCT):
        start = day("2020-01-02") + timedelta(number % 360)
        pauses = [pause(f"{start + timedelta(3)}", f"{start + timedelta(6)}")] if number % 3 == 0 else []
        extension = Extension(7, "Alasan") if number % 20 == 0 else None
        kinds.append(as_json(clock(start, terms[number % 4], CALENDAR, pauses=pauses, extension=extension)))
    stored = kinds * (MANY // DISTINCT)
    changed = adding("2020-08-21")

    begun = time.process_time()
    read = [from_json(one) for one in stored]
    reading = time.process_time() - begun
    begun = time.process_time()
    found = [recomputed(one, changed) for one in read]
    counting = time.process_time() - begun
    with capsys.disabled():
        print(f"\n{MANY} clocks: read {reading:.2f} s, recomputed {counting:.2f} s of processor time")

    off = {holiday.day for holiday in changed.holidays}
    for change in found[:DISTINCT:7]:
        old = change.old
        extended = old.extension.days if old.extension else 0
        assert change.new.due == naive_due(old.start, old.rule, off, pauses=old.pauses, extended=extended)
    at = day("2020-08-21")
    for change in found:
        old = change.old
        in_the_way = old.start < at <= old.due and not any(one.start <= at < one.end for one in old.pauses)
        assert change.moved == in_the_way
        assert [one.day for one in change.changes] == [at] * in_the_way
