"""HiGHS behind a few plain questions, every setting that matters pinned, every answer added up again exactly."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

import highspy
import numpy as np
import numpy.typing as npt

from selaras.engines.allocation.errors import NoAnswer
from selaras.engines.allocation.layout import Layout
from selaras.engines.allocation.model import Entry, Numbers, Objective
from selaras.engines.solver import solver


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


class Programme:
    """One HiGHS model of a layout; it may be solved again and again, with items held where they are.

    `seed` is HiGHS's own.
    """

    def __init__(self, layout: Layout, entries: Sequence[Entry], aim: Objective, *, seed: int = 0) -> None:
        count = len(layout.ids) + 1  # an idle column at the end: HiGHS does not check the rows of a model without any
        self.low = np.array([*(float(item.must_fund) for item in layout.problem.items), 0.0])
        self.high = np.array([*(float(bool(bundle)) for bundle in layout.bundle), 0.0])
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = count, len(entries)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_, model.col_lower_, model.col_upper_ = np.append(aim.weights, 0.0), self.low, self.high
        model.row_lower_ = np.array([entry.low for entry in entries], dtype=np.float64)
        model.row_upper_ = np.array([entry.high for entry in entries], dtype=np.float64)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.cumsum([0, *(len(entry.items) for entry in entries)]).astype(np.int32)
        model.a_matrix_.index_ = np.array([each for entry in entries for each in entry.items], dtype=np.int32)
        model.a_matrix_.value_ = np.array([each for entry in entries for each in entry.coefficients], dtype=np.float64)
        model.integrality_ = [highspy.HighsVarType.kInteger] * count
        self._entries, self._parent = list(entries), list(range(len(entries)))
        self._kept: Sequence[bool] = [True] * len(entries)
        self._columns = np.arange(count, dtype=np.int32)
        self._solver = solver(seed=seed)
        self._set(mip_abs_gap=0.999 * aim.unit)
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
        for row, (entry, parent) in enumerate(zip(self._entries, self._parent, strict=True)):
            low, high = (entry.low, entry.high) if kept[parent] else (-math.inf, math.inf)
            self._solver.changeRowBounds(row, low, high)
        self._kept = kept
        sure = np.zeros(len(self._columns))
        sure[list(forced)] = 1.0
        self._solver.changeColsBounds(len(self._columns), self._columns, sure, self.high)

    def solve(self, *, gap: float, seconds: float, nodes: int | None = None) -> Answer:
        """Search until the relative gap is `gap` (0: until proven), or `seconds` or `nodes` are spent.

        HiGHS keeps a row to within its tolerance only. What it chose is added up again in whole numbers: where a row
        is broken all the same, its cover is added as a row of ones and the search goes on.
        """
        end = self.seconds + seconds
        while True:
            answer = self._run(gap, end, nodes)
            broken = self._broken(answer.chosen or ())
            if not broken or answer.chosen is None:
                return answer
            if self.seconds >= end:
                return Answer(Stopped.TIME, None, answer.bound)
            for row in broken:
                self._add(cover(self._entries[row], set(answer.chosen)), row)
            self._solver.clearSolver()  # or it may fail on what it kept from the run before

    def _run(self, gap: float, end: float, nodes: int | None) -> Answer:
        most = highspy.kHighsIInf if nodes is None else nodes
        self._set(mip_rel_gap=gap, time_limit=end, mip_max_nodes=most)
        self._solver.run()
        status = self._solver.getModelStatus()
        info = self._solver.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        values = self._solver.getSolution().col_value if found else ()
        chosen = tuple(at for at, value in enumerate(values) if value > 0.5) if found else None
        return Answer(_STOPPED.get(status, Stopped.FAILED), chosen, info.mip_dual_bound)

    def _broken(self, chosen: Iterable[int]) -> list[int]:
        taken = set(chosen)
        pairs = enumerate(zip(self._entries, self._parent, strict=True))
        return [row for row, (entry, parent) in pairs if self._kept[parent] and not holds(entry, taken)]

    def _add(self, entry: Entry, row: int) -> None:
        self._entries.append(entry)
        self._parent.append(self._parent[row])
        items = np.array(entry.items, dtype=np.int32)
        self._solver.addRow(entry.low, entry.high, len(items), items, np.array(entry.coefficients))


def holds(entry: Entry, taken: Set[int]) -> bool:
    """Whether a choice keeps a row, added up in whole numbers."""
    total = sum(int(each) for item, each in zip(entry.items, entry.coefficients, strict=True) if item in taken)
    return entry.low <= total <= entry.high


def cover(entry: Entry, taken: Set[int]) -> Entry:
    """A row of ones that every choice keeping `entry` keeps, and `taken` does not.

    Too much taken: of the largest taken items that are too much together, not all (a cover inequality: Balas,
    Mathematical Programming 8, 1975). Too little: of the items left out, at least one more.
    """
    if any(each < 0 for each in entry.coefficients):
        raise NoAnswer("Hasil hitungan tidak lolos pemeriksaan ulang. Ulangi dengan benih lain.")
    sizes = {item: int(each) for item, each in zip(entry.items, entry.coefficients, strict=True)}
    total, members = 0, []
    for item in sorted(taken & sizes.keys(), key=lambda each: (-sizes[each], each)):
        members.append(item)
        total += sizes[item]
        if total > entry.high:
            return Entry(entry.source, -math.inf, len(members) - 1.0, tuple(members), (1.0,) * len(members))
    rest = tuple(sorted(sizes.keys() - taken))
    return Entry(entry.source, 1.0, math.inf, rest, (1.0,) * len(rest))


_STOPPED = {
    highspy.HighsModelStatus.kOptimal: Stopped.DONE,
    highspy.HighsModelStatus.kInfeasible: Stopped.INFEASIBLE,
    highspy.HighsModelStatus.kUnboundedOrInfeasible: Stopped.INFEASIBLE,  # every item is 0 or 1: never unbounded
    highspy.HighsModelStatus.kTimeLimit: Stopped.TIME,
    highspy.HighsModelStatus.kSolutionLimit: Stopped.NODES,
}
