"""The choice of fixes that leaves least risk in the sampled worlds, with a bound on what any choice could reach.

A pair (a core in a world) is saved when every way to it is stopped. Written out, that is one row for each way; there
are too many, so rows are added as ways are found open (row generation, as in Israeli and Wood, Networks 40, 2002).
Each programme solved on the way leaves rows out and therefore bounds the optimum from below.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

import numpy as np
from scipy.sparse import csr_array

from selaras.engines.routes.greedy import greedy, risk_left
from selaras.engines.routes.layout import Floats, Ints
from selaras.engines.routes.worlds import Bools, Worlds

_OPEN = 1e-4  # a way this much short of stopped is worth a row
_SHORT = 1e-7  # among ways stopped alike the one of fewer steps
_ROUNDS = 60
_PACES = 50  # steps of the greedy choice to begin with
_STILL = 0.05  # a round over fractions that raises the bound by less, as a part of the gap asked, is the last


@dataclass(frozen=True, slots=True)
class Solved:
    """The fixes, the risk they leave in the sampled worlds, and a bound: no choice within the budget leaves less."""

    chosen: Bools
    risk: float
    bound: float


def least_risk(worlds: Worlds, costs: Ints, budget: int, *, gap: float, seconds: float) -> Solved:
    """Search until risk and bound are within `gap` of that risk, or the rounds or the `seconds` are used up.

    First over fractions of fixes; those taken whole there, filled up step by step, are mostly near the bound (0.8 % at
    30,000 systems). Else over whole fixes. `seconds` is what HiGHS may take altogether. The answer is no worse than
    the greedy one. No polynomial bound.
    """
    end = monotonic() + seconds
    search = _Search(worlds, costs, budget, gap, lambda: end - monotonic())
    if search.best.risk > 0:
        search.fractions()
        search.whole()
    return search.best


class _Search:
    def __init__(self, worlds: Worlds, costs: Ints, budget: int, gap: float, left: Callable[[], float]) -> None:
        self._worlds, self._master = worlds, Master(worlds, costs, budget)
        self._costs, self._budget, self._gap, self._left = costs, budget, gap, left
        everything = np.ones(worlds.fixes, dtype=np.bool_)
        chosen = np.zeros(worlds.fixes, dtype=np.bool_)
        chosen[greedy(worlds, costs, budget, everything, max(1, budget // _PACES))] = True
        self.best = Solved(chosen, risk_left(worlds, chosen), 0.0)
        for choice in (np.zeros_like(chosen), chosen):
            falls, by = worlds.walk(worlds.open(choice))
            self._found(by, np.flatnonzero(falls))

    def _found(self, by: Ints, pairs: Ints) -> int:
        return self._master.add(*self._worlds.routes(by, pairs), pairs)

    def fractions(self) -> None:
        worlds, parts = self._worlds, None
        for _ in range(_ROUNDS):
            answer = self._master.solve(whole=False, seconds=self._left())
            if answer is None:
                break
            before, parts = self.best.bound, answer.parts
            self._bounded(answer.bound)
            length = np.bincount(worlds.step, weights=parts[worlds.fix], minlength=len(worlds.tail))
            far, by = worlds.shortest(np.minimum(length, 1.0) + _SHORT)
            if not self._found(by, np.flatnonzero(far + answer.falls < 1 - _OPEN)):
                break
            if self.best.bound - before < _STILL * self._gap * self.best.risk:
                break
        if parts is not None:
            self._tried(self._rounded(parts))

    def _rounded(self, parts: Floats) -> Bools:
        """The fixes taken whole; then, step by step, of those taken in part; then of all."""
        chosen = parts > 1 - _OPEN
        if int(self._costs[chosen].sum()) > self._budget:
            return self.best.chosen  # whole but for a rounding error
        for allowed in (parts > _SHORT, np.ones_like(chosen)):
            left = self._budget - int(self._costs[chosen].sum())
            more = greedy(self._worlds, self._costs, self._budget, allowed, max(1, left // _PACES), done=chosen)
            chosen[more] = True
        return chosen

    def whole(self) -> None:
        for _ in range(_ROUNDS):
            if self._close():
                return
            answer = self._master.solve(whole=True, seconds=self._left(), gap=self._gap / 2)
            if answer is None:
                return
            self._bounded(answer.bound)
            falls, by = self._tried(answer.parts > 0.5)
            if self._close() or not self._found(by, np.flatnonzero(falls & (answer.falls < 1 - _OPEN))):
                return

    def _tried(self, chosen: Bools) -> tuple[Bools, Ints]:
        """Keep a choice that leaves less risk; which pairs fall in spite of it, and by which ways."""
        falls, by = self._worlds.walk(self._worlds.open(chosen))
        risk = float(self._worlds.weight[falls].sum())
        if risk < self.best.risk and int(self._costs[chosen].sum()) <= self._budget:
            self.best = replace(self.best, chosen=chosen, risk=risk)
        return falls, by

    def _close(self) -> bool:
        return self.best.risk - self.best.bound <= self._gap * self.best.risk

    def _bounded(self, bound: float) -> None:
        self.best = replace(self.best, bound=min(self.best.risk, max(self.best.bound, bound)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What each fix takes part, how much of each pair falls, and the bound that the programme proves."""

    parts: Floats
    falls: Floats
    bound: float


class Master:
    """The rows found so far: `y[pair] + sum of x over the fixes that stop a way >= 1`, and the budget."""

    def __init__(self, worlds: Worlds, costs: Ints, budget: int) -> None:
        self.worlds, self.costs, self.budget = worlds, costs, budget
        self._known: set[tuple[int, ...]] = set()
        self._pair: list[int] = []
        self._fixes: list[Ints] = []

    def add(self, pair: Ints, fix: Ints, pairs: Ints) -> int:
        """Rows of ways: cells of (pair, fix) as `Worlds.routes` gives them. Tells how many are new."""
        before = len(self._pair)
        start, end = np.searchsorted(pair, pairs), np.searchsorted(pair, pairs, side="right")
        for at, low, high in zip(pairs.tolist(), start, end, strict=True):
            row = (at, *fix[low:high].tolist())
            if row not in self._known:
                self._known.add(row)
                self._pair.append(at)
                self._fixes.append(fix[low:high])
        return len(self._pair) - before

    def solve(self, *, whole: bool, seconds: float, gap: float = 0.0) -> Answer | None:
        """The best answer found in time; `whole`: no fraction of a fix. None where the time was too short for any."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # a third of a second that no other command waits for

        if seconds <= 0:
            return None
        fixes, pairs = self.worlds.fixes, len(self.worlds.pair)
        unit = math.gcd(*self.costs.tolist())
        count = [len(each) for each in self._fixes]
        row = np.concatenate((np.repeat(np.arange(len(count)), count), np.arange(len(count))))
        column = np.concatenate((*self._fixes, fixes + np.array(self._pair, dtype=np.intp)))
        rows = csr_array((np.ones(len(row)), (row, column)), shape=(len(count), fixes + pairs))
        money = csr_array(np.concatenate((self.costs // unit, np.zeros(pairs)))[None, :])
        found = milp(
            np.concatenate((np.zeros(fixes), self.worlds.weight)),
            integrality=np.repeat((float(whole), 0.0), (fixes, pairs)),
            bounds=Bounds(0, 1),
            constraints=[LinearConstraint(rows, lb=1), LinearConstraint(money, ub=self.budget // unit)],
            options={"time_limit": seconds, "mip_rel_gap": gap},
        )
        if found.x is None or (not whole and found.status != 0):
            return None  # an unfinished programme over fractions proves nothing
        return Answer(found.x[:fixes], found.x[fixes:], float(found.mip_dual_bound if whole else found.fun))
