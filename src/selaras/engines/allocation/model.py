"""A problem as a 0/1 programme for HiGHS: integer rows, an integer objective, every setting that matters pinned."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

import highspy
import numpy as np
import numpy.typing as npt

from selaras.engines.allocation.layout import Layout

Numbers = npt.NDArray[np.float64]
_EXACT_BITS = 50  # the objective stays below 2**50, where double precision still counts by ones
_LOT_BITS = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the programme: low <= sum of coefficient * item <= high. `source` tells what it stands for."""

    source: tuple[str, int]
    low: float
    high: float
    items: tuple[int, ...]
    coefficients: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """Score first, lots second: maximise `scale` * score - lots in one whole number.

    A lot is a number that only the item's id decides, so it favours nobody: among choices of equal score the one
    with the lowest sum of lots wins. `scale` exceeds every possible sum of lots.
    """

    weights: Numbers
    scale: int

    def score_bound(self, bound: float) -> int:
        """The highest score that a bound on the objective allows."""
        return math.floor(bound + 0.5 + self.scale - 1) // self.scale


class Stopped(StrEnum):
    DONE = "done"
    INFEASIBLE = "infeasible"
    TIME = "time"
    NODES = "nodes"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """How the solver stopped, the items it chose (None where it has none), a bound on the objective."""

    stopped: Stopped
    chosen: tuple[int, ...] | None
    bound: float


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The optimum over fractions: its value, each item's part in it, and what moving the item would cost."""

    feasible: bool
    value: float
    parts: Numbers
    prices: Numbers


def rows(layout: Layout) -> Iterator[Entry]:
    """Ceilings, floors, groups and requirements as rows of whole numbers, divided by their greatest common divisor."""
    problem = layout.problem
    costs = layout.cost
    for at, members in _members(layout.ceilings, len(problem.ceilings)):
        unit = _unit(costs[each] for each in members)
        coefficients = tuple(float(costs[each] // unit) for each in members)
        yield Entry(("ceiling", at), -math.inf, problem.ceilings[at].amount // unit, members, coefficients)
    for at, members in _members(layout.floors, len(problem.floors)):
        unit = _unit(costs[each] for each in members)
        coefficients = tuple(float(costs[each] // unit) for each in members)
        yield Entry(("floor", at), -(-problem.floors[at].amount // unit), math.inf, members, coefficients)
    grouped = [(group,) if group >= 0 else () for group in layout.group]
    for at, members in _members(grouped, layout.groups):
        if len(members) > 1:
            yield Entry(("group", at), -math.inf, 1.0, members, (1.0,) * len(members))
    yield from _requirements(layout)


def _requirements(layout: Layout) -> Iterator[Entry]:
    place = {each: at for at, each in enumerate(layout.ids)}
    for at, item in enumerate(layout.problem.items):
        for required in item.requires:
            if required in place:
                yield Entry(("requirement", at), -math.inf, 0.0, (at, place[required]), (1.0, -1.0))


def _members(of_item: Sequence[Sequence[int]], count: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    members: list[list[int]] = [[] for _ in range(count)]
    for item, limits in enumerate(of_item):
        for at in limits:
            members[at].append(item)
    return ((at, tuple(those)) for at, those in enumerate(members))


def _unit(costs: Iterable[int]) -> int:
    return reduce(math.gcd, costs, 0) or 1


def objective(layout: Layout) -> Objective:
    """Scores and lots in one whole number; without lots where scores are so large that both do not fit."""
    scores = [item.score for item in layout.problem.items]
    room = _EXACT_BITS - sum(map(abs, scores)).bit_length() - len(scores).bit_length()
    bits = min(room, _LOT_BITS)
    if bits < 2:
        return Objective(np.array(scores, dtype=np.float64), 1)
    lots = [lot(each, bits) for each in layout.ids]
    scale = 1 << sum(lots).bit_length()
    return Objective(np.array([scale * s - one for s, one in zip(scores, lots, strict=True)], dtype=np.float64), scale)


def lot(name: str, bits: int = _LOT_BITS) -> int:
    """The lot of an id: 1 to 2**bits, from the first bytes of its SHA-256."""
    return 1 + (int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") >> (32 - bits))


class Programme:
    """One HiGHS model of a layout; it may be solved again and again, with items held where they are.

    `seed` is HiGHS's own; one thread, so that its path does not depend on the machine's cores.
    """

    def __init__(self, layout: Layout, entries: Sequence[Entry], weights: Numbers, *, seed: int = 0) -> None:
        count = len(layout.ids)
        self.low = np.array([float(item.must_fund) for item in layout.problem.items], dtype=np.float64)
        self.high = np.array([float(bool(bundle)) for bundle in layout.bundle], dtype=np.float64)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = count, len(entries)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_, model.col_lower_, model.col_upper_ = weights, self.low, self.high
        self._row_low = np.array([entry.low for entry in entries], dtype=np.float64)
        self._row_high = np.array([entry.high for entry in entries], dtype=np.float64)
        model.row_lower_, model.row_upper_ = self._row_low, self._row_high
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.cumsum([0, *(len(entry.items) for entry in entries)]).astype(np.int32)
        model.a_matrix_.index_ = np.array([each for entry in entries for each in entry.items], dtype=np.int32)
        model.a_matrix_.value_ = np.array([each for entry in entries for each in entry.coefficients], dtype=np.float64)
        model.integrality_ = [highspy.HighsVarType.kInteger] * count
        self._columns = np.arange(count, dtype=np.int32)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self._set(output_flag=False, threads=1, parallel="off", random_seed=seed, mip_abs_gap=0.999)
        self._solver.passModel(model)

    def _set(self, **options: str | float | bool) -> None:
        for name, value in options.items():
            self._solver.setOptionValue(name, value)

    @property
    def seconds(self) -> float:
        """What the solver has spent so far."""
        return float(self._solver.getRunTime())

    def relax(self) -> Relaxed:
        """The optimum with fractions of items allowed: a bound on every choice, quickly found."""
        self._set(solve_relaxation=True)
        self._solver.run()
        self._set(solve_relaxation=False)
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return Relaxed(False, math.nan, self.low, self.low)
        solution = self._solver.getSolution()
        value = self._solver.getInfo().objective_function_value
        return Relaxed(True, value, np.array(solution.col_value), np.array(solution.col_dual))

    def hold(self, values: Numbers, held: npt.NDArray[np.bool_]) -> None:
        """Let only the items that are not `held` move from `values`."""
        low, high = np.where(held, values, self.low), np.where(held, values, self.high)
        self._solver.changeColsBounds(len(self._columns), self._columns, low, high)

    def keep(self, kept: Sequence[bool], forced: Sequence[int]) -> None:
        """Let only the rows that are `kept` bind, and only the `forced` items be sure of their money."""
        for row, binds in enumerate(kept):
            low, high = (self._row_low[row], self._row_high[row]) if binds else (-math.inf, math.inf)
            self._solver.changeRowBounds(row, low, high)
        sure = np.zeros(len(self._columns))
        sure[list(forced)] = 1.0
        self._solver.changeColsBounds(len(self._columns), self._columns, sure, self.high)

    def solve(self, *, gap: float, seconds: float, nodes: int | None = None) -> Answer:
        """Search until the relative gap is `gap` (0: until proven), or `seconds` or `nodes` are spent."""
        most = highspy.kHighsIInf if nodes is None else nodes
        self._set(mip_rel_gap=gap, time_limit=self.seconds + seconds, mip_max_nodes=most)
        self._solver.run()
        status = self._solver.getModelStatus()
        info = self._solver.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        values = self._solver.getSolution().col_value if found else ()
        chosen = tuple(at for at, value in enumerate(values) if value > 0.5) if found else None
        return Answer(_STOPPED.get(status, Stopped.FAILED), chosen, info.mip_dual_bound)


_STOPPED = {
    highspy.HighsModelStatus.kOptimal: Stopped.DONE,
    highspy.HighsModelStatus.kInfeasible: Stopped.INFEASIBLE,
    highspy.HighsModelStatus.kTimeLimit: Stopped.TIME,
    highspy.HighsModelStatus.kSolutionLimit: Stopped.NODES,
}
