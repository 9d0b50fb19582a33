"""Which clocks a case must have, told by its steps alone and counted day by day: another way than the program's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from selaras.disclosure.models import Request

DAYS = {
    "check": 3, "complete": 3, "answer": 10, "object": 30, "superior": 30, "dispute": 14, "settle": 100, "court": 14,
}  # fmt: skip
EXTENSION = 7
Holidays = frozenset[date]


@dataclass
class Expected:
    """One clock as the test counts it."""

    kind: str
    round: int
    starts: date
    holidays: Holidays
    days: int = 0
    pauses: list[list[date | None]] = field(default_factory=list)
    state: str = "running"
    done: date | None = None

    def __post_init__(self) -> None:
        self.days = self.days or DAYS[self.kind]

    @property
    def open(self) -> bool:
        return self.state in {"running", "paused"}

    @property
    def due(self) -> date | None:
        if self.state == "paused":
            return None
        day, counted = self.starts, 0
        while counted < self.days:
            day += timedelta(days=1)
            counted += self._counts(day)
        return day

    @property
    def left(self) -> int:
        """The days still to be counted behind an open pause."""
        if self.state != "paused":
            return 0
        since = self.pauses[-1][0]
        assert since
        before = (self.starts + timedelta(days) for days in range(1, (since - self.starts).days))
        return self.days - sum(map(self._counts, before))

    def _counts(self, day: date) -> bool:
        still = any(begin <= day < end for begin, end in self.pauses if begin and end)
        return not still and day.weekday() < 5 and day not in self.holidays

    def go_on(self, on: date) -> None:
        if self.state == "paused":
            self.pauses[-1][1] = on
            self.state = "running"

    def stop(self, on: date) -> None:
        self.go_on(on)
        due = self.due
        self.done, self.state = on, "late" if due and on > due else "met"

    def end(self, on: date) -> None:
        self.go_on(on)
        self.done, self.state = on, "ended"

    def row(self) -> tuple[str, int, date, date | None, str, date | None]:
        return self.kind, self.round, self.starts, self.due, self.state, self.done


def no_holidays(*_: object) -> Holidays:
    return frozenset()


class Clocks:
    """The clocks of one case, step by step. `holidays` tells which were known in the calendar of a clock."""

    def __init__(self, case: Request, holidays: Callable[[str, int], Holidays]) -> None:
        self.case, self.holidays = case, holidays
        self.found: list[Expected] = []
        self.objected = self.decided = self.answered = self.disputed = self.in_court = False
        self.stage = "filed"
        for step in case.steps.order_by("pk"):
            getattr(self, f"on_{step.kind}", self.nothing)(timezone.localdate(step.at), **step.detail)

    def rows(self) -> list[tuple[str, int, date, date | None, str, date | None]]:
        return sorted(clock.row() for clock in self.found)

    def start(self, kind: str, on: date) -> Expected:
        round_ = 1 + sum(clock.kind == kind for clock in self.found)
        self.found.append(Expected(kind, round_, on, self.holidays(kind, round_)))
        return self.found[-1]

    def running(self, kind: str) -> Expected:
        return next(clock for clock in reversed(self.found) if clock.kind == kind and clock.open)

    def nothing(self, _day: date, **_: Any) -> None:
        """Steps that touch no clock."""

    def on_received(self, _day: date, **_: Any) -> None:
        before = self.case.moved_from
        if before is None:
            self.start("check", self.case.received_on)
            return
        last = Clocks(before, no_holidays).found[-1]
        mine = self.start(last.kind, last.starts)
        mine.days, mine.pauses = last.days, [list(pause) for pause in last.pauses]

    def on_asked(self, day: date, **_: Any) -> None:
        self.running("check").stop(day)
        self.start("complete", day)

    def on_completed(self, day: date, **_: Any) -> None:
        self.running("complete").stop(day)
        self.start("check", day)

    def on_accepted(self, day: date, **_: Any) -> None:
        self.running("check").stop(day)
        self.start("answer", day)

    def on_lapsed(self, day: date, **_: Any) -> None:
        self.running("complete").stop(day)

    def on_extended(self, _day: date, **_: Any) -> None:
        self.running("answer").days += EXTENSION

    def on_paused(self, day: date, **_: Any) -> None:
        clock = self.running("answer")
        clock.pauses.append([day, None])
        clock.state = "paused"

    def on_resumed(self, day: date, **_: Any) -> None:
        self.running("answer").go_on(day)

    def on_clock_changed(self, _day: date, *, clock: str, due: str | None, **_: Any) -> None:
        """A term that now ends before its open pause began is over, and the pause falls away."""
        mine = self.running(clock)
        if due and mine.state == "paused" and mine.pauses[-1][0]:
            mine.go_on(mine.pauses[-1][0])

    def over(self, day: date, **_: Any) -> None:
        for clock in self.found:
            if clock.open:
                clock.end(day)

    on_moved = on_withdrawn = over

    def on_answered(self, day: date, objection: str = "", **_: Any) -> None:
        if objection:
            return
        self.answered = True
        self.running("answer").stop(day)
        if not self.objected:
            self.start("object", day)

    def on_objected(self, day: date, *, since: str, **_: Any) -> None:
        self.objected = True
        if not self.answered:  # the right arose when the answer's day had passed, in the calendar of that time
            self.start("object", date.fromisoformat(since))
        self.running("object").stop(day)
        self.start("superior", day)

    def on_objection_answered(self, day: date, **_: Any) -> None:
        self.decided = True
        self.running("superior").stop(day)
        if not self.disputed:
            self.start("dispute", day)

    def on_disputed(self, _day: date, *, on: str, since: str, **_: Any) -> None:
        self.disputed, filed = True, date.fromisoformat(on)
        if not self.decided:
            self.start("dispute", date.fromisoformat(since))
        self.running("dispute").stop(filed)
        self.start("settle", filed)

    def on_dispute_moved(self, day: date, *, stage: str, **_: Any) -> None:
        self.stage = stage
        if self.stage == "court" and not self.in_court:
            self.in_court = True
            self.running("settle").stop(day)

    def on_dispute_closed(self, _day: date, *, on: str, **_: Any) -> None:
        closed = date.fromisoformat(on)
        if not self.in_court:
            self.running("settle").stop(closed)
        if self.stage == "adjudication":
            self.start("court", closed)
