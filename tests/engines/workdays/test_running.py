"""How many days are left, when to remind, what is late: from the stored deadline."""

from __future__ import annotations

import pytest

from selaras.engines.workdays import RuleError, as_json, clock, days_left, from_json, is_overdue, reminder_days
from tests.engines.workdays.material import ANSWER, CALENDAR, THIRTY_DAYS, day, pause

NYEPI = clock(day("2020-03-12"), ANSWER, CALENDAR)  # due on Friday, 27 March
PAUSED = clock(day("2020-03-12"), ANSWER, CALENDAR, pauses=[pause("2020-03-18", "2020-03-24")])  # due on 2 April
STANDING = clock(day("2020-03-12"), ANSWER, CALENDAR, pauses=[pause("2020-03-18", None)])


@pytest.mark.parametrize(
    ("deadline", "today", "left", "overdue"),
    [
        (NYEPI, "2020-03-01", 10, False),
        (NYEPI, "2020-03-12", 10, False),
        (NYEPI, "2020-03-13", 9, False),
        (NYEPI, "2020-03-15", 9, False),
        (NYEPI, "2020-03-24", 2, False),
        (NYEPI, "2020-03-25", 2, False),
        (NYEPI, "2020-03-27", 0, False),
        (NYEPI, "2020-03-28", 0, True),
        (PAUSED, "2020-03-17", 7, False),
        (PAUSED, "2020-03-20", 7, False),
        (PAUSED, "2020-03-24", 6, False),
        (PAUSED, "2020-04-03", 0, True),
        (STANDING, "2020-03-13", 9, False),
        (STANDING, "2020-03-18", 7, False),
        (STANDING, "2021-03-18", 7, False),
        (clock(day("2020-03-11"), THIRTY_DAYS, CALENDAR), "2020-04-09", 4, False),
    ],
)
def test_days_left_and_lateness(deadline, today: str, left: int, overdue: bool) -> None:
    assert (days_left(deadline, day(today)), is_overdue(deadline, day(today))) == (left, overdue)
    assert days_left(from_json(as_json(deadline)), day(today)) == left


def test_how_late_it_is_the_calendar_tells() -> None:
    assert CALENDAR.between(NYEPI.due, day("2020-03-31")) == 2


@pytest.mark.parametrize(
    ("deadline", "before", "expected"),
    [
        (NYEPI, (3, 1), ["2020-03-23", "2020-03-26"]),
        (NYEPI, (1, 1), ["2020-03-26"]),
        (NYEPI, (2,), ["2020-03-24"]),
        (NYEPI, (9, 10, 400), ["2020-03-13"]),
        (NYEPI, (), []),
        (PAUSED, (6, 7), ["2020-03-17", "2020-03-24"]),
        (STANDING, (3, 1), []),
        (clock(day("2020-03-11"), THIRTY_DAYS, CALENDAR), (1, 2), ["2020-04-08", "2020-04-09"]),
    ],
)
def test_reminders_come_on_working_days_before(deadline, before: tuple[int, ...], expected: list[str]) -> None:
    assert reminder_days(deadline, CALENDAR, before) == tuple(map(day, expected))


@pytest.mark.parametrize("before", [(0,), (3, -1)])
def test_a_reminder_is_never_on_the_due_date_or_after(before: tuple[int, ...]) -> None:
    with pytest.raises(RuleError, match="sebelum batas"):
        reminder_days(NYEPI, CALENDAR, before)
