"""A holiday that changes moves the open clocks on whose way it lies, and both sides read why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.clocking import extend, pause
from selaras.disclosure.actions.recounting import recount
from selaras.disclosure.models import Clock, Request
from selaras.government.models import Calendar, Holiday
from selaras.government.queries import days_that_differ
from selaras.people.actions.accounts import system_account
from tests.disclosure.network import HOLIDAYS, asked, at_desk, network, village

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
NYEPI, GOOD_FRIDAY = (day for day, _ in HOLIDAYS)


def calendar(version: int, *days: date, estimated: bool = False) -> Calendar:
    made = Calendar.objects.create(region_id="33.05", version=version)
    names = dict(HOLIDAYS)
    Holiday.objects.bulk_create(
        Holiday(
            calendar=made, date=day, name=names.get(day, "Libur daerah"), kind="local", estimated=estimated
        ) if day not in names else Holiday(calendar=made, date=day, name=names[day], kind="national")
        for day in days
    )  # fmt: skip
    return made


@pytest.fixture
def case(today: Today) -> Request:
    today(date(2020, 3, 9))
    network()
    return accept(asked(village()), actor=at_desk(village()))


def clock(case: Request) -> Clock:
    return case.clocks.get(kind="answer")


def test_a_day_more_moves_the_clock_and_tells_it(case: Request) -> None:
    assert clock(case).due_on == date(2020, 3, 23)
    newer = calendar(2, NYEPI, GOOD_FRIDAY, date(2020, 3, 20))
    assert recount(newer, actor=system_account()) == 1
    assert (clock(case).due_on, clock(case).calendar) == (date(2020, 3, 24), newer)
    told = case.steps.get(kind="clock_changed")
    assert told.detail == {"clock": "answer", "before": "2020-03-23", "due": "2020-03-24"}
    assert "Libur daerah" in told.reason


def test_a_day_less_moves_it_back(case: Request) -> None:
    recount(calendar(2, NYEPI, GOOD_FRIDAY, date(2020, 3, 20)), actor=system_account())
    recount(calendar(3, NYEPI, GOOD_FRIDAY), actor=system_account())
    assert clock(case).due_on == date(2020, 3, 23)


def test_what_cannot_move_stays_with_its_calendar_and_tells_nothing(case: Request) -> None:
    older = clock(case).calendar
    assert recount(calendar(2, NYEPI, GOOD_FRIDAY, date(2020, 5, 4)), actor=system_account()) == 0
    assert clock(case).calendar == older
    assert not case.steps.filter(kind="clock_changed").exists()


def test_it_is_counted_in_the_newest_calendar_when_it_grows_later(case: Request) -> None:
    recount(calendar(2, NYEPI, GOOD_FRIDAY, date(2020, 3, 27)), actor=system_account())
    assert extend(case, "Arsip jauh.", actor=at_desk(village())).due_on == date(2020, 4, 3)  # past two days off


def test_a_clock_that_stands_still_is_not_moved_but_ends_where_its_days_are_used_up(
    case: Request, today: Today
) -> None:
    today(date(2020, 3, 23))
    pause(case, "Banjir.", actor=at_desk(village()))
    recount(calendar(2, NYEPI, GOOD_FRIDAY, date(2020, 3, 30)), actor=system_account())
    assert (clock(case).state, clock(case).due_on) == ("paused", None)


def test_a_pause_that_began_after_the_changed_end_falls_away(case: Request, today: Today) -> None:
    recount(calendar(2, NYEPI, GOOD_FRIDAY, date(2020, 3, 20)), actor=system_account())
    today(date(2020, 3, 24))
    pause(case, "Banjir.", actor=at_desk(village()))
    recount(calendar(3, NYEPI, GOOD_FRIDAY), actor=system_account())
    assert (clock(case).state, clock(case).due_on) == ("running", date(2020, 3, 23))
    assert not clock(case).pauses.filter(ends_on=None).exists()


def test_a_case_that_is_over_keeps_its_dates(case: Request) -> None:
    checked = case.clocks.get(kind="check")
    recount(calendar(2, NYEPI, date(2020, 3, 10)), actor=system_account())
    again = case.clocks.get(kind="check")
    assert (again.due_on, again.calendar) == (checked.due_on, checked.calendar)


def test_an_estimated_day_is_named_as_such(case: Request) -> None:
    recount(calendar(2, NYEPI, date(2020, 3, 20), estimated=True), actor=system_account())
    assert clock(case).derivation["off"][0][2] == []
    assert [["2020-03-20", "Libur daerah", "local", True]] in [row[2] for row in clock(case).derivation["off"]]


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ((), set()),
        ((date(2020, 5, 4),), {date(2020, 5, 4)}),
        ((date(2021, 2, 12),), {date(2021, 2, 12), date(2021, 1, 1), date(2021, 12, 31)}),  # its year becomes known
    ],
)
def test_calendars_differ_on_days(more: tuple[date, ...], days: set[date], case: Request) -> None:
    older = Calendar.objects.get(version=1)
    assert days_that_differ(older, calendar(2, NYEPI, GOOD_FRIDAY, *more)) == days
