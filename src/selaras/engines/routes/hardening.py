"""Which fixes cut most risk for the money, in which order, and what is left after each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selaras.engines.indonesian.wording import rupiah
from selaras.engines.routes.errors import BudgetError
from selaras.engines.routes.fixes import Fix, effects
from selaras.engines.routes.following import follow, left_by
from selaras.engines.routes.greedy import greedy
from selaras.engines.routes.interdiction import least_risk
from selaras.engines.routes.layout import Layout, lay_out
from selaras.engines.routes.model import Graph
from selaras.engines.routes.reach import WORLDS, Share
from selaras.engines.routes.route import percent
from selaras.engines.routes.sampling import WORD
from selaras.engines.routes.worlds import worlds_of

_CELLS = 450_000  # systems times worlds that are searched at once
_FEWEST, _MOST = 64, 512
_ARCS = 50_000_000  # arcs walked while the fixes are put in order


@dataclass(frozen=True, slots=True)
class Planned:
    """One fix of a plan: what it and those before it cost, and the risk left once they are done."""

    fix: Fix
    spent: int
    risk: Share


@dataclass(frozen=True, slots=True)
class Proof:
    """About the surrogate, the risk in the `worlds` that were searched: what the plan leaves, and what any plan must.

    `gap` is the difference, as a part of the risk left.
    """

    worlds: int
    before: float
    risk: float
    bound: float

    @property
    def gap(self) -> float:
        return (self.risk - self.bound) / self.risk if self.risk else 0.0

    @property
    def proven(self) -> bool:
        return self.risk - self.bound <= 1e-9 * max(1.0, self.before)


@dataclass(frozen=True, slots=True)
class Plan:
    """`before`, `steps` and `by_severity` hold risks sampled anew, in worlds that the search has not seen."""

    budget: int
    before: Share
    steps: tuple[Planned, ...]
    by_severity: Share
    proof: Proof

    @property
    def after(self) -> Share:
        return self.steps[-1].risk if self.steps else self.before

    def sentence(self) -> str:
        """What the plan does for its money, beside fixing by severity."""
        if not self.steps:
            return (
                "Tidak ada perbaikan yang muat dalam anggaran ini dan menutup rute. Tambah anggaran atau perbaikannya."
            )
        if not self.before.chance:  # the search met a route that the worlds sampled anew do not have
            return (
                f"{len(self.steps)} perbaikan senilai {rupiah(self.steps[-1].spent)} menutup rute, tetapi risikonya "
                "sebelum diperbaiki pun terlalu kecil untuk diukur."
            )
        cut, other = (1 - risk.chance / self.before.chance for risk in (self.after, self.by_severity))
        return (
            f"{len(self.steps)} perbaikan senilai {rupiah(self.steps[-1].spent)} menurunkan risiko {percent(cut)}; "
            f"urut keparahan saja menurunkan {percent(max(0.0, other))}."
        )


def harden(
    graph: Graph, fixes: Sequence[Fix], budget: int, *, gap: float = 0.01, seconds: float = 30.0, seed: int = 0
) -> Plan:
    """The fixes within `budget` (rupiah) that leave least risk, in the order that cuts it soonest.

    The surrogate: the worth of cores that fall in sampled worlds (64 to 512, fewer for larger inventories), which
    is searched exactly (see `interdiction.least_risk`) until risk and bound are within `gap`, HiGHS taking at most
    `seconds` altogether. What is told of risk is sampled again in other worlds, so that luck in the first is
    no merit. The order is greedy. Raises BudgetError, InventoryError.

    >>> from selaras.engines.routes.fixes import FixKind
    >>> from selaras.engines.routes.model import Connection, Foothold, System
    >>> ways = (Connection("net", "web", "api"), Connection("net", "hr", "api"), Connection("web", "hr", "credentials"))
    >>> graph = Graph((System("net"), System("web"), System("hr", worth=1)), ways, (), (Foothold("net"),))
    >>> fixes = [Fix("vault", FixKind.SEGMENT, ways[2], 5, severity=9), Fix("gate", FixKind.SEGMENT, ways[1], 5)]
    >>> [step.fix.key for step in harden(graph, fixes, 5).steps]
    ['gate']
    """
    if budget < 0:
        raise BudgetError("Anggaran tidak boleh kurang dari Rp 0. Isi anggaran, lalu ulangi.")
    layout = lay_out(graph)
    order, proof = _search(layout, fixes, budget, gap, seconds, seed)
    chosen = [fixes[at] for at in order]
    risks = follow(layout, effects(layout, chosen), range(len(chosen)), WORLDS, seed + 1)
    spent = np.cumsum([fix.cost for fix in chosen]).tolist()
    return Plan(
        budget,
        risks[0],
        tuple(Planned(*each) for each in zip(chosen, spent, risks[1:], strict=True)),
        left_by(layout, effects(layout, by_severity(fixes, budget)), WORLDS, seed + 1),
        proof,
    )


def _search(
    layout: Layout, fixes: Sequence[Fix], budget: int, gap: float, seconds: float, seed: int
) -> tuple[list[int], Proof]:
    count = max(_FEWEST, min(_MOST, _CELLS // layout.nodes // WORD * WORD))
    worlds = worlds_of(layout, effects(layout, fixes), count, seed)
    before = float(worlds.weight.sum())
    costs = np.array([fix.cost for fix in fixes], dtype=np.intp)
    if before == 0 or not len(fixes) or costs.min() > budget:
        return [], Proof(count, before, before, before)
    solved = least_risk(worlds, costs, budget, gap=gap, seconds=seconds)
    paces = min(WORLDS, _ARCS // len(worlds.tail))
    order = greedy(worlds, costs, budget, solved.chosen, max(1, budget // max(1, paces)))
    order += [at for at in np.flatnonzero(solved.chosen).tolist() if at not in set(order)]
    return order, Proof(count, before, solved.risk, solved.bound)


def by_severity(fixes: Sequence[Fix], budget: int) -> tuple[Fix, ...]:
    """What fixing the most severe finding first buys, the cheaper of equals first, passing over what does not fit."""
    taken, left = [], budget
    for fix in sorted(fixes, key=lambda each: (-each.severity, each.cost, each.key)):
        if fix.cost <= left:
            taken.append(fix)
            left -= fix.cost
    return tuple(taken)
