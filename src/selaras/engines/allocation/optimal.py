"""The rule that makes the most of the money: the highest total score that all constraints allow, with a proof."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import numpy as np

from selaras.engines.allocation.allocation import Allocation, Proof, Tie, settle
from selaras.engines.allocation.conflicts import conflict
from selaras.engines.allocation.errors import Infeasible, NoAnswer
from selaras.engines.allocation.layout import Layout, lay_out
from selaras.engines.allocation.model import Entry, Objective, lot, objective, rows
from selaras.engines.allocation.must_fund import must_fund_conflicts
from selaras.engines.allocation.problem import Problem
from selaras.engines.allocation.programme import Answer, Programme, Stopped

OPTIMAL = "optimal"
_WHOLE = 10_000  # up to so many items HiGHS proves the optimum of the whole within seconds
_CORE = 4_000


def optimal(
    problem: Problem, *, gap: float = 1e-4, time_limit: float = 60.0, nodes: int = 1_000, seed: int = 0
) -> Allocation:
    """Fund the choice of highest total score under all ceilings, floors, groups, requirements and must-fund items.

    Among choices of equal score the one with the lowest sum of lots wins, a lot being a number drawn from the id
    alone (see `model.lot`), and among items alike in everything those of the lowest lots: so neither the order of
    the input nor the solver's `seed` decides. That holds where `proof.proven`; elsewhere the answer rests on
    the pinned seed, one thread and the version of HiGHS, and after a stop by time on the machine too.

    Up to 10,000 items the whole is searched until proven, or for `nodes` nodes and then on until `gap`. Above
    that, items far from the margin stay where the relaxation over fractions puts them, the rest (4,000, doubled
    until `gap` is reached) is solved exactly, and the relaxation bounds what any choice could reach (Balas and
    Zemel, Operations Research 28, 1980). `time_limit` is in seconds of the solver. All ceilings are added up
    again in whole numbers.
    Raises InvalidProblem on a malformed problem, Infeasible naming the constraints that clash, NoAnswer where the
    time ran out before any choice was found.

    >>> from selaras.engines.allocation.problem import Ceiling, Item
    >>> items = (Item("road", 70, score=9), Item("drain", 50, score=8), Item("lamp", 50, score=7))
    >>> result = optimal(Problem(items, (Ceiling("all", 100, label="Pagu total"),)))
    >>> result.selected, result.score, result.proof
    (('drain', 'lamp'), 15, Proof(bound=15, gap=0.0, proven=True))
    """
    layout = lay_out(in_order(problem))
    if conflicts := must_fund_conflicts(layout):
        raise Infeasible(conflicts)
    entries, aim = tuple(rows(layout)), objective(layout)
    answer, proven = _search(layout, entries, aim, gap, time_limit, nodes, seed)
    if answer.stopped is Stopped.INFEASIBLE:
        raise Infeasible((conflict(layout, entries),))
    if answer.stopped is Stopped.FAILED:
        raise NoAnswer("Hitungan terhenti karena angka yang sulit. Ulangi dengan benih lain.")
    if answer.chosen is None:
        raise NoAnswer("Belum ada susunan yang ditemukan dalam batas waktu. Perpanjang batas waktu, lalu ulangi.")
    chosen, ties = _settle_alike(layout, answer.chosen)
    score = sum(layout.problem.items[at].score for at in chosen)
    bound = max(aim.score_bound(answer.bound), score)
    selected = sorted(chosen, key=lambda at: (-layout.problem.items[at].score, layout.ids[at]))
    return settle(
        problem,
        OPTIMAL,
        tuple(layout.ids[at] for at in selected),
        ties=ties,
        proof=Proof(bound, _gap(bound, score), proven and bound == score),
        parameters={"gap": gap, "time_limit": time_limit, "nodes": nodes, "seed": seed},
    )


def in_order(problem: Problem) -> Problem:
    """The same problem in one fixed order, so that the order of the input cannot sway the solver."""
    return replace(
        problem,
        items=tuple(sorted(problem.items, key=lambda each: each.id)),
        ceilings=tuple(sorted(problem.ceilings, key=lambda each: each.id)),
        floors=tuple(sorted(problem.floors, key=lambda each: each.id)),
    )


def _gap(bound: int, score: int) -> float:
    if bound == score:
        return 0.0
    return (bound - score) / score if score > 0 else math.inf


def _search(
    layout: Layout, entries: Sequence[Entry], aim: Objective, gap: float, seconds: float, nodes: int, seed: int
) -> tuple[Answer, bool]:
    """The best answer found, and whether it is shown to be the best of all."""
    programme = Programme(layout, entries, aim, seed=seed)
    if len(layout.ids) > _WHOLE and gap > 0:
        found = _by_core(programme, aim, gap, seconds, nodes)
        if found is not None:
            return found
    answer = programme.solve(gap=0.0, seconds=seconds, nodes=nodes)
    if answer.stopped is Stopped.NODES and _reached(answer, aim) > gap:
        answer = programme.solve(gap=gap, seconds=seconds - programme.seconds)
    return answer, answer.stopped is Stopped.DONE and _reached(answer, aim) == 0


def _by_core(
    programme: Programme, aim: Objective, gap: float, seconds: float, nodes: int
) -> tuple[Answer, bool] | None:
    """Solve ever larger cores until the gap to the relaxation is small enough; None where the whole is needed."""
    relaxed = programme.relax()
    if not relaxed.feasible:
        return None
    nearest = np.argsort(np.abs(relaxed.prices), kind="stable")
    size = _CORE
    while size < len(nearest) // 2 and programme.seconds < seconds:
        held = np.ones(len(nearest), dtype=np.bool_)
        held[nearest[:size]] = False
        programme.hold(np.round(relaxed.parts), held)
        inner = programme.solve(gap=gap / 10, seconds=seconds - programme.seconds, nodes=nodes)
        if inner.chosen is not None:
            answer = Answer(inner.stopped, inner.chosen, relaxed.value)
            if _reached(answer, aim) <= gap:
                return answer, False
        size *= 2
    programme.hold(relaxed.parts, np.zeros(len(nearest), dtype=np.bool_))
    return None


def _reached(answer: Answer, aim: Objective) -> float:
    """The relative gap of an answer in the solver's own objective; below one unit of it there is none."""
    if answer.chosen is None:
        return math.inf
    value = aim.value(answer.chosen)
    apart = answer.bound - value
    return 0.0 if apart < aim.unit else apart / value if value > 0 else math.inf


def _settle_alike(layout: Layout, chosen: Collection[int]) -> tuple[list[int], tuple[Tie, ...]]:
    """Among items alike in everything that counts the lowest lots are funded; where not all are, that is a tie."""
    taken = set(chosen)
    ties = []
    for alike in _alike(layout):
        funded = [at for at in alike if at in taken]
        if 0 < len(funded) < len(alike):
            alike.sort(key=lambda at: (lot(layout.ids[at]), layout.ids[at]))
            taken -= set(alike)
            taken |= set(alike[: len(funded)])
            won, lost = (
                tuple(sorted(layout.ids[at] for at in part)) for part in (alike[: len(funded)], alike[len(funded) :])
            )
            ties.append(Tie(layout.problem.items[alike[0]].score, won, lost, "lot"))
    return sorted(taken), tuple(sorted(ties, key=lambda tie: (-tie.score, tie.funded)))


def _alike(layout: Layout) -> Iterator[list[int]]:
    kinds: dict[object, list[int]] = {}
    for at, item in enumerate(layout.problem.items):
        if layout.group[at] < 0 and at not in layout.network and not item.must_fund:
            kinds.setdefault((item.score, item.cost, layout.ceilings[at], layout.floors[at]), []).append(at)
    yield from kinds.values()
