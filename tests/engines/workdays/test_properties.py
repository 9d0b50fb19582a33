"""What holds of every deadline, whatever the holidays, pauses and terms."""

from __future__ import annotations

import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.workdays import (
    Deadline,
    Extension,
    Holiday,
    Pause,
    Rule,
    StepKind,
    Workdays,
    as_json,
    clock,
    days_left,
    explained,
    from_json,
    is_overdue,
    recomputed,
    reminder_days,
)
from tests.engines.workdays.naive import DAY, naive_due

FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 500).map(lambda days: FIRST + timedelta(days))
WEEKENDS = st.sets(st.integers(0, 6), max_size=4)


@st.composite
def calendars(draw: st.DrawFn) -> Workdays:
    """Often with long runs of days off."""
    off = draw(st.sets(DAYS, max_size=25))
    runs = draw(st.lists(st.tuples(DAYS, st.integers(1, 15)), max_size=3))
    off |= {first + timedelta(more) for first, days in runs for more in range(days)}
    rows = [Holiday(day, f"Libur {day}", "national", draw(st.booleans())) for day in sorted(off)]
    return Workdays.of(rows, weekend=draw(WEEKENDS), years=draw(st.sets(st.integers(2019, 2024))))


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    start = draw(DAYS)
    days = draw(st.none() | st.integers(0, 40))
    return Pause(start, None if days is None else start + timedelta(days), "Menunggu")


def rules(*units: str) -> st.SearchStrategy[Rule]:
    return st.builds(
        Rule,
        term=st.just("Jawaban"),
        days=st.integers(1, 110),
        legal_basis=st.just("Pasal"),
        unit=st.sampled_from(units),
        day_one=st.sampled_from(["after", "same"]),
        extension_days=st.just(14),
    )


PAUSES = pauses()
SOME_PAUSES = st.lists(PAUSES, max_size=4)
RULES = rules("working", "calendar")
WORKING = rules("working")
EXTENSIONS = st.none() | st.builds(Extension, st.integers(1, 14), st.just("Alasan"))
ENDED = st.lists(PAUSES.filter(lambda pause: pause.end is not None), max_size=4)


@st.composite
def deadlines(
    draw: st.DrawFn,
    rules: st.SearchStrategy[Rule] = RULES,
    standing: st.SearchStrategy[list[Pause]] = SOME_PAUSES,
) -> tuple[Deadline, Workdays]:
    calendar = draw(calendars())
    return clock(draw(DAYS), draw(rules), calendar, pauses=draw(standing), extension=draw(EXTENSIONS)), calendar


def later(deadline: Deadline) -> date:
    """The due date, a clock that stands being later than all."""
    return deadline.due or date.max


@given(deadlines())
def test_it_equals_a_count_day_by_day(made: tuple[Deadline, Workdays]) -> None:
    deadline, calendar = made
    assert deadline.due == naive_due(
        deadline.start,
        deadline.rule,
        {holiday.day for holiday in calendar.holidays},
        weekend=calendar.weekend,
        pauses=deadline.pauses,
        extended=deadline.extension.days if deadline.extension else 0,
    )


@given(deadlines())
def test_it_is_a_working_day_outside_every_pause(made: tuple[Deadline, Workdays]) -> None:
    deadline, calendar = made
    if deadline.due is None:
        assert any(pause.end is None for pause in deadline.pauses)
        return
    assert calendar.is_workday(deadline.due)
    assert not any(pause.start <= deadline.due < (pause.end or date.max) for pause in deadline.pauses)


@given(deadlines(), PAUSES)
def test_another_pause_never_moves_it_back(made: tuple[Deadline, Workdays], more: Pause) -> None:
    deadline, calendar = made
    paused = clock(
        deadline.start, deadline.rule, calendar, pauses=[*deadline.pauses, more], extension=deadline.extension
    )
    assert later(paused) >= later(deadline)
    assert later(paused) >= deadline.start


@given(deadlines(), EXTENSIONS)
def test_an_extension_never_moves_it_back(made: tuple[Deadline, Workdays], extension: Extension | None) -> None:
    deadline, calendar = made
    plain = clock(deadline.start, deadline.rule, calendar, pauses=deadline.pauses)
    longer = clock(deadline.start, deadline.rule, calendar, pauses=deadline.pauses, extension=extension)
    assert later(longer) >= later(plain)
    assert longer.due_unextended == plain.due


@given(deadlines(), st.sets(DAYS, max_size=5))
def test_another_holiday_never_moves_it_back(made: tuple[Deadline, Workdays], more: set[date]) -> None:
    deadline, calendar = made
    fuller = Workdays.of([*calendar.holidays, *((day, "Baru", "local") for day in more)], weekend=calendar.weekend)
    change = recomputed(deadline, fuller)
    assert later(change.new) >= later(deadline)
    assert {one.day for one in change.changes} <= more
    assert not any(one.working for one in change.changes)


@given(deadlines(), calendars())
def test_a_deadline_that_moved_names_the_days_that_moved_it(made: tuple[Deadline, Workdays], other: Workdays) -> None:
    deadline, calendar = made
    change = recomputed(from_json(as_json(deadline)), other)
    assert change.new == clock(
        deadline.start, deadline.rule, other, pauses=deadline.pauses, extension=deadline.extension
    )
    assert change.changes or not change.moved
    for one in change.changes:
        assert one.working == other.is_workday(one.day) != calendar.is_workday(one.day)
        assert one.day <= later(deadline)


@given(deadlines(WORKING, ENDED))
def test_the_derivation_adds_up(made: tuple[Deadline, Workdays]) -> None:
    """Days from the event to the due date = counted + skipped + paused + moved over."""
    deadline, _ = made
    first = deadline.start if deadline.rule.day_one == "same" else deadline.start + DAY
    way = {first + timedelta(days) for days in range((deadline.due - first).days + 1)}
    skipped = [
        step.first + timedelta(days)
        for step in deadline.steps
        if step.kind is StepKind.SKIPPED
        for days in range((step.last - step.first).days + 1)
    ]
    paused = {day for day in way for pause in deadline.pauses if pause.start <= day < (pause.end or date.max)}
    assert len(skipped) == len(set(skipped))
    assert set(skipped) <= way - paused
    assert len(way) == deadline.total + len(skipped) + len(paused)


@given(deadlines(WORKING, ENDED))
def test_the_cost_of_pauses_is_what_they_moved(made: tuple[Deadline, Workdays]) -> None:
    deadline, calendar = made
    cost = sum(step.days for step in deadline.steps if step.kind is StepKind.PAUSED)
    plain = clock(deadline.start, deadline.rule, calendar, extension=deadline.extension)
    assert calendar.between(plain.due, deadline.due) == cost


@given(deadlines())
def test_stored_and_read_again_it_is_the_same(made: tuple[Deadline, Workdays]) -> None:
    deadline, _ = made
    again = from_json(json.loads(json.dumps(as_json(deadline))))
    assert again == deadline
    assert explained(again) == explained(deadline)


@given(deadlines(WORKING), DAYS)
def test_days_left_go_down_by_one_on_each_counted_day(made: tuple[Deadline, Workdays], today: date) -> None:
    deadline, calendar = made
    before, now = days_left(deadline, today - DAY), days_left(deadline, today)
    stands = any(pause.start <= today and (pause.end is None or today < pause.end) for pause in deadline.pauses)
    first = deadline.start if deadline.rule.day_one == "same" else deadline.start + DAY
    counted = first <= today <= later(deadline) and calendar.is_workday(today) and not stands
    if deadline.due is None:
        counted = counted and today < min(pause.start for pause in deadline.pauses if pause.end is None)
    assert before - now == counted
    assert days_left(deadline, first - DAY) == deadline.total
    assert days_left(deadline, later(deadline)) == deadline.left
    assert is_overdue(deadline, today) == (today > later(deadline))


@given(deadlines(), st.sets(st.integers(1, 12)))
def test_reminders_come_on_working_days_before(made: tuple[Deadline, Workdays], before: set[int]) -> None:
    deadline, calendar = made
    found = reminder_days(deadline, calendar, before)
    assert list(found) == sorted(set(found))
    assert all(deadline.start < day < later(deadline) and calendar.is_workday(day) for day in found)
    if deadline.rule.unit == "working" and deadline.due:
        assert {days_left(deadline, day) for day in found} == {
            days for days in before if days < days_left(deadline, deadline.start)
        }


@given(deadlines(WORKING, st.just([])))
def test_it_says_when_it_goes_through_a_year_nobody_knows(made: tuple[Deadline, Workdays]) -> None:
    deadline, calendar = made
    first = deadline.start if deadline.rule.day_one == "same" else deadline.start + DAY
    assert deadline.beyond_known == (not set(range(first.year, deadline.due.year + 1)) <= calendar.years)
