"""Days as running numbers, so that counting them is arithmetic and one bisection instead of a walk."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Protocol


class Numbering(Protocol):
    """A numbering of the days that count. Days are ordinals (`date.toordinal`)."""

    def rank(self, day: int) -> int:
        """How many counted days there are up to and with this day."""

    def nth(self, rank: int) -> int:
        """The counted day of this rank: `rank(nth(r)) == r`."""


class EveryDay:
    """All days count."""

    def rank(self, day: int) -> int:
        return day

    def nth(self, rank: int) -> int:
        return rank


class WorkingDays:
    """The days of a working week without the days off. O(log n) for n days off; ordinal 1 is a Monday."""

    __slots__ = ("_before_off", "_off", "_places", "_within")

    def __init__(self, working: Iterable[int], off: Iterable[int]) -> None:
        self._places = sorted(working)
        self._within = [sum(place < weekday for place in self._places) for weekday in range(7)]
        self._off = sorted({self._in_week(day) for day in off if (day - 1) % 7 in self._places})
        self._before_off = [number - place for place, number in enumerate(self._off, 1)]

    def rank(self, day: int) -> int:
        number = self._in_week(day)
        return number - bisect_right(self._off, number)

    def nth(self, rank: int) -> int:
        weeks, place = divmod(rank + bisect_left(self._before_off, rank) - 1, len(self._places))
        return 7 * weeks + self._places[place] + 1

    def _in_week(self, day: int) -> int:
        """The number of the day among those of the working week, days off included."""
        weeks, rest = divmod(day, 7)
        return weeks * len(self._places) + self._within[rest]
