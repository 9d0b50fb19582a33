"""The smallest set of constraints that cannot hold together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from selaras.engines.allocation.errors import Constraint
from selaras.engines.allocation.layout import Layout
from selaras.engines.allocation.model import Entry, Objective
from selaras.engines.allocation.naming import (
    named_ceiling,
    named_floor,
    named_group,
    named_must_fund,
    named_requirement,
)
from selaras.engines.allocation.programme import Programme, Stopped
from selaras.engines.allocation.smallest import smallest

_SECONDS = 10.0  # for one question whether some constraints hold together; unanswered, they count as holding


def conflict(layout: Layout, entries: Sequence[Entry]) -> tuple[Constraint, ...]:
    """A minimal set out of all ceilings, floors, groups, requirements and must-fund items of an infeasible problem.

    Dropping any one constraint of the set lets the rest of it hold. By halving (QuickXplain: Junker, AAAI 2004):
    about 2k·log2(n/k) + 2k questions to the solver for k constraints found among n.
    """
    asking = _Asking(layout, entries)
    # What an office sets by decision comes last, so that a conflict is told by it where there is a choice.
    order = sorted(range(asking.count), key=lambda at: _DECIDED.index(asking.kind(at)))
    found = smallest(asking.hold, order)
    return tuple(asking.name(at) for at in sorted(found, key=lambda at: (-_DECIDED.index(asking.kind(at)), at)))


_DECIDED = ("requirement", "group", "ceiling", "must_fund", "floor")


@dataclass(slots=True)
class _Asking:
    """Constraints by number: first the rows, then the must-fund items."""

    layout: Layout
    entries: Sequence[Entry]
    forced: list[int]
    programme: Programme

    def __init__(self, layout: Layout, entries: Sequence[Entry]) -> None:
        self.layout, self.entries = layout, entries
        self.forced = [at for at, item in enumerate(layout.problem.items) if item.must_fund]
        self.programme = Programme(layout, entries, Objective(np.zeros(len(layout.ids)), 1, 1.0))

    @property
    def count(self) -> int:
        return len(self.entries) + len(self.forced)

    def hold(self, constraints: Iterable[int]) -> bool:
        kept = set(constraints)
        forced = [item for at, item in enumerate(self.forced, start=len(self.entries)) if at in kept]
        self.programme.keep([at in kept for at in range(len(self.entries))], forced)
        return self.programme.solve(gap=1.0, seconds=_SECONDS).stopped is not Stopped.INFEASIBLE

    def kind(self, at: int) -> str:
        return self.entries[at].source[0] if at < len(self.entries) else "must_fund"

    def name(self, at: int) -> Constraint:
        items = self.layout.problem.items
        if at >= len(self.entries):
            return named_must_fund(items[self.forced[at - len(self.entries)]])
        kind, number = self.entries[at].source
        if kind == "ceiling":
            return named_ceiling(self.layout.problem.ceilings[number])
        if kind == "floor":
            return named_floor(self.layout.problem.floors[number])
        if kind == "group":
            return named_group(items[self.entries[at].items[0]])
        return named_requirement(items[number])
