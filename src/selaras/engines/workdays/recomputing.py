"""Count a stored deadline again in a changed calendar, and tell which days changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date

from selaras.engines.indonesian.wording import DAYS
from selaras.engines.workdays.counting import clock
from selaras.engines.workdays.course import Course
from selaras.engines.workdays.deadline import Deadline
from selaras.engines.workdays.workdays import Stretch, Workdays


@dataclass(frozen=True, slots=True)
class Change:
    """A day on the way that became a working day, or ceased to be one; `name` is the holiday that went or came."""

    day: date
    working: bool
    name: str


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The deadline as it was and as it is now. Where it moved there is at least one change."""

    old: Deadline
    new: Deadline
    changes: tuple[Change, ...]

    @property
    def moved(self) -> bool:
        return self.old.due != self.new.due


def recomputed(stored: Deadline, calendar: Workdays) -> Recomputed:
    """The deadline in another calendar. Changes are sought up to the old due date: none behind it can move it.

    The stored derivation is enough; the calendar it was counted in need not exist any more. About 30 µs.
    """
    new = clock(stored.start, stored.rule, calendar, pauses=stored.pauses, extension=stored.extension)
    same = stored.due == new.due and stored.off == new.off
    return Recomputed(stored, new, () if same else tuple(_changes(stored, calendar)))


def _changes(stored: Deadline, calendar: Workdays) -> Iterator[Change]:
    course = Course.of(stored.start, stored.rule, calendar, stored.pauses)
    end = course.end(stored.due.toordinal() if stored.due else None)
    runs = course.runs(course.land(stored.total).counted, end)
    now = {stretch for run in runs for stretch in calendar.stretches(*run)}
    went, came = _named(stored.off, now), _named(now, set(stored.off))
    for day in sorted(went.keys() ^ came.keys()):
        yield Change(day, True, went[day]) if day in went else Change(day, False, came[day])


def _named(stretches: Iterable[Stretch], same: Set[Stretch]) -> dict[date, str]:
    """The days of the stretches that are not the same, each with its holidays or the name of the weekday."""
    found: dict[date, str] = {}
    for stretch in stretches:
        if stretch in same:
            continue
        for day in stretch.days():
            found[day] = DAYS[day.weekday()]
        for holiday in stretch.holidays:
            named = found[holiday.day]
            found[holiday.day] = holiday.name if named in DAYS else f"{named}, {holiday.name}"
    return found
