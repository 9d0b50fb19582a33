"""Deadlines of 2020 to 2026 with the real holidays and joint leave, each beside a count on a wall calendar.

`pytest -s` prints every derivation.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from selaras.engines.workdays import Extension, Holiday, Rule, Workdays, as_json, clock, explained, from_json
from tests.engines.workdays.material import (
    ANSWER,
    COMPLETING,
    COURT,
    DISPUTE,
    OBJECTING,
    SAME_DAY,
    SETTLING,
    SUPERIOR,
    THIRTY_DAYS,
    TOLD_INCOMPLETE,
    day,
    pause,
)
from tests.engines.workdays.naive import naive_due

pytestmark = pytest.mark.shared_data


class Case(NamedTuple):
    """Due None: the clock stands. `came` and `went` change the real holidays."""

    shows: str
    start: str
    due: str | None
    rule: Rule = ANSWER
    pauses: Sequence[tuple[str, str | None]] = ()
    extended: int = 0
    came: Sequence[tuple[str, str]] = ()
    went: Sequence[str] = ()
    weekend: Sequence[int] = (5, 6)


CASES = (
    Case("two ordinary weeks", "2020-02-06", "2020-02-20"),
    Case("an event on Friday begins on Monday", "2020-02-07", "2020-02-21"),
    Case("an event on Saturday begins on Monday too", "2020-02-08", "2020-02-21"),
    Case("an event on Sunday begins on Monday too", "2020-02-09", "2020-02-21"),
    Case("a holiday on the way", "2020-03-12", "2020-03-27"),
    Case("an event on a holiday", "2020-03-25", "2020-04-08"),
    Case("Good Friday makes a long weekend", "2020-04-06", "2020-04-21"),
    Case("three holidays in May", "2020-04-28", "2020-05-14"),
    Case("Idul Fitri without its joint leave, moved to December that year", "2020-05-15", "2020-06-03"),
    Case("holiday and joint leave behind Independence Day", "2020-08-10", "2020-08-27"),
    Case("joint leave on both sides of a holiday", "2020-10-22", "2020-11-10"),
    Case("a day of local elections", "2020-12-01", "2020-12-16"),
    Case("joint leave of Christmas and in place of Idul Fitri, over the new year", "2020-12-21", "2021-01-08"),
    Case("three days over the new year", "2020-12-30", "2021-01-06", COMPLETING),
    Case("a hundred days through a year of holidays", "2020-01-02", "2020-05-29", SETTLING),
    Case("leap day counts", "2020-02-21", "2020-03-06"),
    Case("an event on New Year's Day", "2021-01-01", "2021-01-15"),
    Case("a holiday on a Sunday costs nothing", "2021-03-08", "2021-03-12", COMPLETING),
    Case("a holiday on a Saturday costs nothing", "2021-04-28", "2021-05-03", COMPLETING),
    Case("two holidays on one day cost one", "2021-05-05", "2021-05-24"),
    Case("joint leave that the decree of that year cut to one day", "2021-05-10", "2021-05-18", COMPLETING),
    Case("the tenth day would be a holiday", "2021-05-11", "2021-05-31"),
    Case("day one would be a holiday", "2021-07-19", "2021-07-23", COMPLETING),
    Case("Christmas on a Saturday", "2021-12-15", "2021-12-29"),
    Case("thirty days for an objection", "2021-07-01", "2021-08-16", OBJECTING),
    Case("thirty days for the superior's answer", "2021-09-20", "2021-11-02", SUPERIOR),
    Case("fourteen days for a dispute", "2021-11-08", "2021-11-26", DISPUTE),
    Case("extended by all seven days", "2021-02-08", "2021-03-04", extended=7),
    Case("extended by three of seven", "2021-02-08", "2021-02-26", extended=3),
    Case("the extension runs into Idul Fitri", "2021-04-27", "2021-05-25", extended=7),
    Case("a whole week of Idul Fitri", "2022-04-25", "2022-05-18"),
    Case("day one after a week of Idul Fitri", "2022-04-28", "2022-05-11", COMPLETING),
    Case("Idul Adha on a Sunday costs nothing", "2022-07-04", "2022-07-18"),
    Case("a paused week", "2022-08-01", "2022-08-23", pauses=[("2022-08-08", "2022-08-15")]),
    Case("a pause of one day", "2022-08-01", "2022-08-16", pauses=[("2022-08-03", "2022-08-04")]),
    Case("a pause over a weekend only", "2022-08-01", "2022-08-15", pauses=[("2022-08-06", "2022-08-08")]),
    Case("a pause lifted on the day it began", "2022-08-01", "2022-08-15", pauses=[("2022-08-03", "2022-08-03")]),
    Case(
        "a pause over a holiday costs only the working days",
        "2022-08-08",
        "2022-08-26",
        pauses=[("2022-08-15", "2022-08-19")],
    ),
    Case("a pause from the day of the event", "2022-09-05", "2022-09-21", pauses=[("2022-09-05", "2022-09-08")]),
    Case("a pause from before the event", "2022-09-05", "2022-09-21", pauses=[("2022-08-29", "2022-09-08")]),
    Case("a pause that was over before the event", "2022-09-05", "2022-09-19", pauses=[("2022-08-22", "2022-08-29")]),
    Case("a pause that begins on the last day", "2022-09-05", "2022-09-21", pauses=[("2022-09-19", "2022-09-21")]),
    Case("a pause that begins behind the last day", "2022-09-05", "2022-09-19", pauses=[("2022-09-20", "2022-09-26")]),
    Case("two pauses", "2022-10-03", "2022-10-21", pauses=[("2022-10-05", "2022-10-07"), ("2022-10-12", "2022-10-14")]),
    Case(
        "two pauses that overlap count once",
        "2022-10-03",
        "2022-10-25",
        pauses=[("2022-10-05", "2022-10-11"), ("2022-10-07", "2022-10-13")],
    ),
    Case(
        "one pause within another",
        "2022-10-03",
        "2022-10-31",
        pauses=[("2022-10-05", "2022-10-19"), ("2022-10-10", "2022-10-12")],
    ),
    Case("a pause from one year to the next", "2022-12-19", "2023-01-12", pauses=[("2022-12-23", "2023-01-04")]),
    Case("a pause that nobody ended", "2022-11-07", None, pauses=[("2022-11-10", None)]),
    Case(
        "a pause that nobody ended, begun behind the last day",
        "2022-11-07",
        "2022-11-21",
        pauses=[("2022-11-22", None)],
    ),
    Case(
        "a pause that ended, then one that nobody ended",
        "2022-11-07",
        None,
        pauses=[("2022-11-09", "2022-11-11"), ("2022-11-16", None)],
    ),
    Case("joint leave of the lunar new year", "2023-01-16", "2023-01-31"),
    Case("Idul Fitri with three days of joint leave before and two behind", "2023-04-10", "2023-05-02"),
    Case("Idul Adha with joint leave on both sides", "2023-06-21", "2023-07-10"),
    Case("an event in the middle of Idul Fitri", "2023-04-22", "2023-04-28", COMPLETING),
    Case("paused and extended", "2023-08-07", "2023-09-04", pauses=[("2023-08-14", "2023-08-16")], extended=7),
    Case(
        "a pause in the extension only", "2023-08-07", "2023-09-04", pauses=[("2023-08-24", "2023-08-28")], extended=7
    ),
    Case("a pause that nobody ended, in the extension", "2023-08-07", None, pauses=[("2023-08-24", None)], extended=7),
    Case("a pause that swallows Idul Fitri", "2023-04-10", "2023-05-04", pauses=[("2023-04-17", "2023-04-26")]),
    Case("a day of national elections between two holidays", "2024-02-05", "2024-02-22"),
    Case("Idul Fitri from Monday to the next Monday", "2024-04-01", "2024-04-23"),
    Case("three long weekends in May", "2024-05-06", "2024-05-22"),
    Case("an election day in November", "2024-11-18", "2024-12-03"),
    Case("the day of the event counts where the rule says so", "2024-07-15", "2024-07-26", SAME_DAY),
    Case("the day of the event is a Saturday, where the rule would count it", "2024-07-13", "2024-07-26", SAME_DAY),
    Case("an office of six days a week", "2024-07-15", "2024-07-26", weekend=(6,)),
    Case("an office of six days a week around a holiday on a Saturday", "2024-08-12", "2024-08-24", weekend=(6,)),
    Case("calendar days that end on a working day", "2024-07-02", "2024-08-01", THIRTY_DAYS),
    Case("calendar days that end on a Saturday move to Monday", "2024-07-04", "2024-08-05", THIRTY_DAYS),
    Case("calendar days that end on a Saturday before a Monday off", "2024-05-18", "2024-06-19", THIRTY_DAYS),
    Case("calendar days that end in Idul Fitri move behind it", "2024-03-10", "2024-04-16", THIRTY_DAYS),
    Case("calendar days with a pause", "2024-07-02", "2024-08-12", THIRTY_DAYS, pauses=[("2024-07-10", "2024-07-20")]),
    Case(
        "calendar days that end on a Saturday before a paused Monday",
        "2024-07-04",
        "2024-08-08",
        THIRTY_DAYS,
        pauses=[("2024-08-05", "2024-08-08")],
    ),
    Case("calendar days, extended", "2024-07-02", "2024-08-15", THIRTY_DAYS, extended=14),
    Case("eleven days off in a row", "2025-03-24", "2025-04-16"),
    Case("the lunar new year and Isra Mikraj in one week", "2025-01-20", "2025-02-06"),
    Case("joint leave announced late, behind Independence Day", "2025-08-08", "2025-08-25"),
    Case("as it was before that joint leave was announced", "2025-08-08", "2025-08-22", went=["2025-08-18"]),
    Case(
        "a local holiday is entered", "2025-08-20", "2025-09-04", came=[("2025-08-21", "Hari Jadi Kabupaten Kebumen")]
    ),
    Case("a holiday is entered on a Saturday", "2025-08-20", "2025-09-03", came=[("2025-08-23", "Hari libur contoh")]),
    Case(
        "a holiday moves by a day",
        "2025-08-28",
        "2025-09-12",
        came=[("2025-09-08", "Maulid Nabi Muhammad")],
        went=["2025-09-05"],
    ),
    Case(
        "a holiday on the due date is entered", "2025-10-01", "2025-10-16", came=[("2025-10-15", "Hari libur contoh")]
    ),
    Case(
        "a holiday behind the due date is entered",
        "2025-10-01",
        "2025-10-15",
        came=[("2025-10-16", "Hari libur contoh")],
    ),
    Case(
        "a holiday within a pause is entered",
        "2025-10-01",
        "2025-10-20",
        pauses=[("2025-10-06", "2025-10-09")],
        came=[("2025-10-07", "Hari libur contoh")],
    ),
    Case("all joint leave of the year's end is withdrawn", "2025-12-15", "2025-12-30", went=["2025-12-26"]),
    Case("a hundred days from the new year through Idul Fitri", "2025-01-02", "2025-06-17", SETTLING),
    Case(
        "a holiday is entered in the extension",
        "2025-10-01",
        "2025-10-27",
        extended=7,
        came=[("2025-10-20", "Hari libur contoh")],
    ),
    Case(
        "paused, extended, and a holiday is entered",
        "2025-10-01",
        "2025-10-29",
        extended=7,
        pauses=[("2025-10-06", "2025-10-08")],
        came=[("2025-10-20", "Hari libur contoh")],
    ),
    Case("fourteen days to go to court around a holiday on a Saturday", "2022-09-26", "2022-10-14", COURT),
    Case("fourteen days to go to court through Good Friday and Idul Fitri", "2024-03-27", "2024-04-25", COURT),
    Case(
        "three days for the applicant to complete, behind Nyepi and Idul Fitri",
        "2026-03-17",
        "2026-03-27",
        TOLD_INCOMPLETE,
    ),
    Case("Nyepi and Idul Fitri in one week", "2026-03-09", "2026-03-30"),
    Case("joint leave before and behind Idul Fitri, extended", "2026-03-02", "2026-04-01", extended=7),
    Case("thirty days through May", "2026-04-20", "2026-06-09", SUPERIOR),
    Case("a dispute through the end of May", "2026-05-11", "2026-06-05", DISPUTE),
    Case("a year's end that the next year's holidays decide", "2026-12-21", "2027-01-08"),
)


@pytest.fixture(scope="module")
def holidays(shared_data: Path) -> tuple[Holiday, ...]:
    with (shared_data / "libur" / "libur_indonesia_2020_2027.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Holiday(day(row["tanggal"]), row["nama"], row["jenis"], row["perkiraan"] == "1") for row in rows)


def test_the_table_is_long_and_touches_every_year_and_every_term() -> None:
    assert len(CASES) >= 90
    terms = {COMPLETING, TOLD_INCOMPLETE, ANSWER, OBJECTING, SUPERIOR, DISPUTE, SETTLING, COURT}
    assert terms <= {case.rule for case in CASES}
    assert {case.start[:4] for case in CASES} == {str(year) for year in range(2020, 2027)}
    assert len({case.shows for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.start} {case.shows}")
def test_the_due_date(case: Case, holidays: tuple[Holiday, ...]) -> None:
    known = [holiday for holiday in holidays if holiday.day.isoformat() not in case.went]
    known += [Holiday(day(at), name, "local") for at, name in case.came]
    calendar = Workdays.of(known, weekend=case.weekend)
    pauses = [pause(*stretch) for stretch in case.pauses]
    extension = Extension(case.extended, "Berkas tersebar di beberapa bidang") if case.extended else None

    deadline = clock(day(case.start), case.rule, calendar, pauses=pauses, extension=extension)
    print(f"\n{case.shows}", *explained(deadline), sep="\n  ")

    assert deadline.due == (day(case.due) if case.due else None)
    off = {holiday.day for holiday in known}
    assert deadline.due == naive_due(
        deadline.start, case.rule, off, weekend=case.weekend, pauses=pauses, extended=case.extended
    )
    assert not deadline.beyond_known
    assert from_json(as_json(deadline)) == deadline
