"""The days behind an event, as ordinals: where a number of counted days ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from selaras.engines.workdays.model import Pause, Rule
from selaras.engines.workdays.numbering import EveryDay, Numbering
from selaras.engines.workdays.pauses import Still, between, merged
from selaras.engines.workdays.workdays import Workdays, day_of


class Landing(NamedTuple):
    """The last day of a term: `counted` is its last counted day, `due` the first working day from there.

    Both are None behind an open pause, with `left` the counted days still to come.
    """

    counted: int | None
    due: int | None
    left: int


class Course(NamedTuple):
    """A rule's days in a calendar: they begin behind `after` and stand still in `stills`."""

    calendar: Workdays
    rule: Rule
    stills: Sequence[Still]
    after: int

    @classmethod
    def of(cls, start: date, rule: Rule, calendar: Workdays, pauses: Iterable[Pause]) -> Course:
        return cls(calendar, rule, merged(pauses), start.toordinal() - (rule.day_one == "same"))

    @property
    def numbering(self) -> Numbering:
        return self.calendar.numbering if self.rule.unit == "working" else EveryDay()

    def land(self, days: int) -> Landing:
        """Go so many counted days, around every pause. O(p log n)."""
        numbering = self.numbering
        rank = numbering.rank(self.after)
        for still in self.stills:
            available = max(numbering.rank(still.first - 1) - rank, 0)
            if available >= days:
                break
            days -= available
            if still.end is None:
                return Landing(None, None, days)
            rank = max(rank, numbering.rank(still.end - 1))
        counted = numbering.nth(rank + days)
        return Landing(counted, counted if self.rule.unit == "working" else self._settle(counted), 0)

    def _settle(self, day: int) -> int | None:
        """The first working day outside every pause from a day on; None behind an open pause."""
        working = self.calendar.numbering
        day = working.nth(working.rank(day - 1) + 1)
        for still in self.stills:
            if still.end is None:
                return None if still.first <= day else day
            if still.first <= day < still.end:
                day = working.nth(working.rank(still.end - 1) + 1)
        return day

    def end(self, due: int | None) -> int:
        """The last day a derivation looks at: the due date, or the day before the open pause."""
        return due if due is not None else self.stills[-1].first - 1

    def runs(self, counted: int | None, end: int) -> list[tuple[date, date]]:
        """The runs of days, both ends included, on which it matters whether people work, outside pauses.

        All up to the end where working days are counted; where all days are, those on which the term would end.
        """
        first = self.after + 1 if self.rule.unit == "working" else counted
        if first is None:
            return []
        return [(day_of(begin), day_of(last)) for begin, last in between(self.stills, first, end)]
