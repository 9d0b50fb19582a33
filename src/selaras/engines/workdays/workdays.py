"""The working days of one office: its week, its holidays, and for which years those are known."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

from selaras.engines.workdays.errors import CalendarError
from selaras.engines.workdays.numbering import WorkingDays

SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(1)
_BEGINS = itemgetter(0)
_DAYS = range(date(2, 1, 1).toordinal(), date(9999, 1, 1).toordinal())  # those with a day before and after


class Holiday(NamedTuple):
    """A day off; `kind` is the caller's word for it, `estimated` while no decree names the day."""

    day: date
    name: str
    kind: str
    estimated: bool = False


class Stretch(NamedTuple):
    """A run of non-working days, last day included, with the holidays in it."""

    first: date
    last: date
    holidays: tuple[Holiday, ...] = ()

    def days(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))


Row = tuple[date, str, str] | tuple[date, str, str, bool]


@dataclass(frozen=True, slots=True)
class Workdays:
    """A frozen calendar. Make one with `Workdays.of`; equal calendars have equal digests."""

    holidays: tuple[Holiday, ...]
    weekend: frozenset[int]
    years: frozenset[int]
    version: str
    digest: str
    numbering: WorkingDays = field(repr=False, compare=False)
    _on: Mapping[date, tuple[Holiday, ...]] = field(repr=False, compare=False)
    _runs: dict[int, tuple[Stretch, ...]] = field(repr=False, compare=False)  # by year, filled when first asked

    @classmethod
    def of(
        cls,
        holidays: Iterable[Row] = (),
        *,
        version: str = "",
        weekend: Iterable[int] = (SATURDAY, SUNDAY),
        years: Iterable[int] | None = None,
    ) -> Workdays:
        """A calendar of rows (day, name, kind[, estimated]); several holidays may share a day.

        `weekend` counts from 0, Monday: `(6,)` is a six-day week. `years` are those whose holidays are known,
        by default each that has one; give them where a year has only some, such as one early local holiday.
        `version` is the office's name for the calendar, by default its digest. CalendarError for a week without
        working days. O(n log n).
        """
        named = tuple(sorted({Holiday(*row) for row in holidays}))
        off = frozenset(weekend)
        working = set(range(7)) - off
        if not working or not off <= set(range(7)):
            raise CalendarError("Pekan kerja harus punya paling sedikit satu hari kerja. Periksa hari akhir pekannya.")
        known = frozenset(holiday.day.year for holiday in named) if years is None else frozenset(years)
        digest = _digest(named, off, known)
        on: dict[date, tuple[Holiday, ...]] = {}
        for holiday in named:
            on[holiday.day] = (*on.get(holiday.day, ()), holiday)
        numbering = WorkingDays(working, (day.toordinal() for day in on))
        return cls(named, off, known, version or digest, digest, numbering, on, {})

    def is_workday(self, day: date) -> bool:
        return day not in self._on and day.weekday() not in self.weekend

    def holidays_on(self, day: date) -> tuple[Holiday, ...]:
        return self._on.get(day, ())

    def between(self, after: date, until: date) -> int:
        """How many working days lie after one day, up to and with another; below zero where they run backwards."""
        return self.numbering.rank(until.toordinal()) - self.numbering.rank(after.toordinal())

    def add(self, after: date, days: int) -> date:
        """The working day so many (one or more) after a day. O(log n); CalendarError beyond the year 9998."""
        return day_of(self.numbering.nth(self.numbering.rank(after.toordinal()) + days))

    def stretches(self, first: date, last: date) -> list[Stretch]:
        """The non-working days from one day to another, both included, as runs clipped to them, in order."""
        found: list[Stretch] = []
        for year in range(first.year - 1, last.year + 1):  # a run may begin in the year before
            runs = self._runs_of(year)
            low = max(bisect_right(runs, first, key=_BEGINS) - 1, 0)
            found += runs[low : bisect_right(runs, last, low, key=_BEGINS)]
        while found and found[0].last < first:
            del found[0]
        if found and found[0].first < first:
            found[0] = self._run(first, found[0].last)
        if found and found[-1].last > last:
            found[-1] = self._run(found[-1].first, last)
        return found

    def unknown_years(self, first: date, last: date) -> list[int]:
        """The years that these days touch and whose holidays nobody entered."""
        return [year for year in range(first.year, last.year + 1) if year not in self.years]

    def _runs_of(self, year: int) -> tuple[Stretch, ...]:
        """The runs of non-working days that begin in a year."""
        if year not in self._runs:
            self._runs[year] = tuple(self._search(year)) if 1 < year < date.max.year else ()
        return self._runs[year]

    def _search(self, year: int) -> Iterator[Stretch]:
        day = date(year, 1, 1)
        if not self.is_workday(day - _DAY):
            while not self.is_workday(day):  # belongs to a run of the year before
                day += _DAY
        while day.year == year:
            if self.is_workday(day):
                day += _DAY
                continue
            first = day
            while not self.is_workday(day + _DAY):
                day += _DAY
            yield self._run(first, day)
            day += _DAY

    def _run(self, first: date, last: date) -> Stretch:
        days = Stretch(first, last).days()
        return Stretch(first, last, tuple(holiday for day in days for holiday in self.holidays_on(day)))


def day_of(ordinal: int) -> date:
    """The day of an ordinal; CalendarError outside the years 2 to 9998."""
    if ordinal not in _DAYS:
        raise CalendarError("Batas waktu jatuh di luar kalender. Periksa tanggal dan jumlah harinya.")
    return date.fromordinal(ordinal)


def _digest(holidays: tuple[Holiday, ...], weekend: frozenset[int], years: frozenset[int]) -> str:
    rows = [[holiday.day.isoformat(), *holiday[1:]] for holiday in holidays]
    text = json.dumps([sorted(weekend), sorted(years), rows], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
