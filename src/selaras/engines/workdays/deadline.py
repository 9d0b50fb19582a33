"""What comes out of a count: the due date, all it came from, and the steps that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from selaras.engines.workdays.model import Extension, Pause, Rule
from selaras.engines.workdays.workdays import Holiday, Stretch


class StepKind(Enum):
    """What a step of a derivation tells, and which of its fields carry it."""

    EVENT = "event"  # first: the day it happened; note: what happened
    TERM = "term"  # days, legal_basis; note: the name of the term
    FIRST = "first"  # first: day one
    SKIPPED = "skipped"  # first to last: non-working days, with the holidays among them
    PAUSED = (
        "paused"  # first to last (None while open); days: counted days it cost (None while open); note, legal_basis
    )
    EXTENDED = "extended"  # last: the due date until then (None behind an open pause); days, note, legal_basis
    MOVED = "moved"  # first to last: non-working days on which a term in calendar days would have ended
    UNKNOWN = "unknown"  # first to last: a year on the way whose holidays nobody entered
    DUE = "due"  # first: the due date; days: of the term, extension included
    WAITING = "waiting"  # first: the open pause; days: counted days left when it ends


class Step(NamedTuple):
    """One line of a derivation; `StepKind` tells what its fields carry. `last` is the last day, included."""

    kind: StepKind
    first: date
    last: date | None = None
    days: int | None = None
    note: str = ""
    legal_basis: str = ""
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date with all it came from. `due` is a working day outside every pause, None while a pause is open.

    `due_unextended` is the due date as it was without the extension: an extension is in time up to that day.
    `first_day` is day one, None where a pause stands before it. `off` are the non-working days that mattered: all on
    the way, outside pauses, or those on which a term in calendar days would have ended. `costs` are the counted days
    each of the `pauses` took, None for an open one that stops the clock. `left` is how many counted days are still to
    come behind it, 0 where there is a due date. `unknown_years` lie on the way and nobody entered their holidays.
    """

    start: date
    rule: Rule
    pauses: tuple[Pause, ...]
    extension: Extension | None
    due: date | None
    due_unextended: date | None
    first_day: date | None
    left: int
    off: tuple[Stretch, ...]
    costs: tuple[int | None, ...]
    unknown_years: tuple[int, ...]
    calendar: str
    digest: str

    @property
    def paused(self) -> bool:
        return self.due is None

    @property
    def total(self) -> int:
        """The counted days of the term, extension included."""
        return self.rule.days + (self.extension.days if self.extension else 0)

    @property
    def used(self) -> int:
        """The counted days that are placed: all of them, or those before the open pause."""
        return self.total - self.left

    @property
    def beyond_known(self) -> bool:
        """Whether some day on the way lies in a year whose holidays nobody entered: the due date may still move."""
        return bool(self.unknown_years)

    @property
    def estimated(self) -> bool:
        """Whether a holiday on the way has no decree yet: the due date may still move."""
        return any(holiday.estimated for stretch in self.off for holiday in stretch.holidays)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The derivation, from the event to the due date, in the order of the days."""
        return tuple(_steps(self))


def _steps(deadline: Deadline) -> Iterator[Step]:
    start, rule, extension = deadline.start, deadline.rule, deadline.extension
    yield Step(StepKind.EVENT, start, start, note=rule.event)
    yield Step(StepKind.TERM, start, days=rule.days, note=rule.term, legal_basis=rule.legal_basis)
    if deadline.first_day:
        yield Step(StepKind.FIRST, deadline.first_day, deadline.first_day)
    way = sorted([*_off(deadline), *_paused(deadline)], key=lambda step: step.first)
    turn = deadline.due_unextended
    yield from (step for step in way if turn is None or step.first <= turn)
    if extension:
        yield Step(StepKind.EXTENDED, turn or start, turn, extension.days, extension.reason, rule.extension_basis)
    yield from (step for step in way if turn is not None and step.first > turn)
    for year in deadline.unknown_years:
        yield Step(StepKind.UNKNOWN, date(year, 1, 1), date(year, 12, 31))
    if deadline.due:
        yield Step(StepKind.DUE, deadline.due, deadline.due, deadline.total)
    else:
        yield Step(StepKind.WAITING, min(pause.start for pause in deadline.pauses if not pause.end), days=deadline.left)


def _off(deadline: Deadline) -> Iterator[Step]:
    kind = StepKind.SKIPPED if deadline.rule.unit == "working" else StepKind.MOVED
    for stretch in deadline.off:
        yield Step(kind, stretch.first, stretch.last, holidays=stretch.holidays)


def _paused(deadline: Deadline) -> Iterator[Step]:
    for pause, days in zip(deadline.pauses, deadline.costs, strict=True):
        last = None if pause.end is None else max(pause.end - timedelta(1), pause.start)
        yield Step(StepKind.PAUSED, pause.start, last, days, pause.reason, pause.legal_basis)
