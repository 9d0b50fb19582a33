"""The calendar of an office: its week, its holidays, its years; counted by arithmetic as by hand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.workdays import CalendarError, Holiday, Rule, Workdays, clock
from tests.engines.workdays.material import CALENDAR, HOLIDAYS, day

SOME_DAYS = st.dates(date(2019, 12, 1), date(2021, 6, 30))


@pytest.mark.parametrize(
    ("weekend", "on", "works"),
    [
        ((5, 6), "2020-02-06", True),
        ((5, 6), "2020-02-08", False),
        ((6,), "2020-02-08", True),
        ((6,), "2020-02-09", False),
        ((), "2020-02-09", True),
        ((), "2020-03-25", False),
    ],
)
def test_who_works_when(weekend: tuple[int, ...], on: str, works: bool) -> None:
    assert Workdays.of(HOLIDAYS, weekend=weekend).is_workday(day(on)) is works


def test_two_holidays_on_one_day_are_both_named() -> None:
    named = [holiday.name for holiday in CALENDAR.holidays_on(day("2021-05-13"))]
    assert named == ["Hari Raya Idul Fitri", "Kenaikan Yesus Kristus"]
    assert CALENDAR.holidays_on(day("2021-05-11")) == ()


@given(SOME_DAYS, SOME_DAYS, st.sets(st.integers(0, 6), max_size=6))
def test_days_between_are_those_one_finds_by_looking(after: date, until: date, weekend: set[int]) -> None:
    calendar = Workdays.of(HOLIDAYS, weekend=weekend)
    low, high = sorted((after, until))
    looked = sum(calendar.is_workday(low + timedelta(days)) for days in range(1, (high - low).days + 1))
    assert calendar.between(low, high) == looked == -calendar.between(high, low)


@given(SOME_DAYS, st.integers(1, 120), st.sets(st.integers(0, 6), max_size=6))
def test_adding_days_ends_on_the_working_day_of_that_number(after: date, days: int, weekend: set[int]) -> None:
    calendar = Workdays.of(HOLIDAYS, weekend=weekend)
    found = calendar.add(after, days)
    assert calendar.is_workday(found)
    assert calendar.between(after, found) == days


@given(SOME_DAYS, SOME_DAYS, st.sets(st.integers(0, 6), max_size=6))
def test_stretches_are_the_days_off_in_runs(first: date, last: date, weekend: set[int]) -> None:
    calendar = Workdays.of(HOLIDAYS, weekend=weekend)
    first, last = sorted((first, last))
    found = calendar.stretches(first, last)
    days = [one.first + timedelta(more) for one in found for more in range((one.last - one.first).days + 1)]
    span = [first + timedelta(days) for days in range((last - first).days + 1)]
    assert days == [one for one in span if not calendar.is_workday(one)]
    assert all(one.last + timedelta(1) < other.first for one, other in pairwise(found))
    assert [holiday for one in found for holiday in one.holidays] == [
        holiday for holiday in calendar.holidays if first <= holiday.day <= last
    ]


def test_the_digest_tells_calendars_apart_and_does_not_mind_the_order() -> None:
    assert Workdays.of(reversed(HOLIDAYS)).digest == Workdays.of([*HOLIDAYS, HOLIDAYS[0]]).digest == CALENDAR.digest
    estimated = [HOLIDAYS[0]._replace(estimated=True), *HOLIDAYS[1:]]
    others = (
        Workdays.of(HOLIDAYS[1:]),
        Workdays.of(estimated),
        Workdays.of(HOLIDAYS, weekend=(6,)),
        Workdays.of(HOLIDAYS, years=[2020, 2021, 2022]),
    )
    assert len({CALENDAR.digest, *(other.digest for other in others)}) == 5


def test_a_year_is_known_by_its_holidays_or_because_it_is_said() -> None:
    assert CALENDAR.years == {2020, 2021}
    early = [*HOLIDAYS, Holiday(day("2022-08-21"), "Hari Jadi Kabupaten Kebumen", "local")]
    term = Rule("Contoh", 10, "Contoh")
    assert not clock(day("2022-01-03"), term, Workdays.of(early)).beyond_known
    assert clock(day("2022-01-03"), term, Workdays.of(early, years=[2020, 2021])).beyond_known


@pytest.mark.parametrize("weekend", [range(7), (7,), (-1, 6)])
def test_a_week_without_working_days_or_with_strange_ones_is_refused(weekend: tuple[int, ...]) -> None:
    with pytest.raises(CalendarError, match="hari kerja"):
        Workdays.of(weekend=weekend)


def test_a_day_that_no_calendar_reaches_is_refused() -> None:
    with pytest.raises(CalendarError, match="di luar kalender"):
        clock(day("2020-02-06"), Rule("Contoh", 10_000_000, "Contoh"), CALENDAR)
