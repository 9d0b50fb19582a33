"""Where to build next so that most people are newly reached, with a proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selaras.engines.coverage.errors import InvalidMaterial
from selaras.engines.coverage.fixing import rest
from selaras.engines.coverage.problem import Problem, Truths, read
from selaras.engines.coverage.programme import solved
from selaras.engines.coverage.reducing import Reduced, reduced
from selaras.engines.coverage.relaxing import Bounds, relaxed
from selaras.engines.coverage.siting import Siting, siting

ROUNDS = 600


def choose_sites(problem: Problem, budget: int, *, gap: float = 0.0, seconds: float = 60.0, seed: int = 0) -> Siting:
    """The sites within `budget` (rupiah; a number of sites where the problem has no costs) that reach most new people.

    Maximal covering (Church and ReVelle, Papers of the Regional Science Association 32, 1974), solved by reduction, a
    Lagrangian bound with exchanges, and HiGHS on the sites that the bound leaves open. It stops at a proven relative
    `gap`; with 0 at the optimum, unless `seconds` of HiGHS run out: the answer then says how far it may be off. Where
    several choices reach as many, the pinned `seed` decides among them, not chance.
    Memory grows with the number of (site, place) pairs in reach, never with sites × places.
    Raises InvalidMaterial where numbers or lengths are wrong.

    >>> from scipy.sparse import csr_array
    >>> reach = csr_array([[1, 1, 1, 0, 0], [1, 1, 0, 1, 0], [0, 0, 1, 0, 1]])
    >>> answer = choose_sites(Problem([30, 30, 25, 20, 20], reach), 2)
    >>> answer.newly, answer.proven, [(step.site, step.adds) for step in answer.steps]
    (125, True, [(1, 80), (2, 45)])
    """
    if budget < 0 or not 0 <= gap < 1:
        raise InvalidMaterial("Dana atau jumlah lokasi tidak boleh minus, dan celah bukti antara 0 dan 1.")
    material = read(problem)
    small = reduced(material, budget)
    best = relaxed(small, budget, gap=gap, rounds=ROUNDS)
    if best.gap > gap:
        best = _searched(small, budget, best, gap, seconds, seed)
    chosen = np.zeros(len(material.costs), dtype=np.bool_)
    chosen[small.site[best.chosen]] = True
    return siting(material, chosen, best.bound)


def _searched(small: Reduced, budget: float, best: Bounds, gap: float, seconds: float, seed: int) -> Bounds:
    """Let HiGHS search what the bound leaves open; what it settles cannot be better than `best`."""
    left = rest(small, budget, best)
    start: Truths = best.chosen[left.reduced.site]
    found = solved(left.reduced, left.budget, start=start, gap=gap, seconds=seconds, seed=seed)
    chosen, worth = best.chosen, best.value
    if found.chosen is not None and found.value + left.worth > best.value:
        chosen, worth = left.sure.copy(), found.value + left.worth
        chosen[left.reduced.site[found.chosen]] = True
    return Bounds(chosen, worth, max(min(best.bound, found.bound + left.worth), worth), best.prices)


@dataclass(frozen=True, slots=True)
class Worth:
    """What `budget` reaches at best, and how many people `more` than the budget before it."""

    budget: int
    newly: int
    more: int
    bound: int


def frontier(problem: Problem, budgets: Sequence[int], *, gap: float = 0.0, seconds: float = 60.0) -> tuple[Worth, ...]:
    """The marginal worth of each next site or rupiah: the best choice for each budget in turn, each from scratch.

    Unlike the steps of one choice these are the best possible at each budget, so a later choice may drop a site of an
    earlier one. `seconds` are for each budget. Raises InvalidMaterial unless budgets rise.

    >>> from scipy.sparse import csr_array
    >>> reach = csr_array([[1, 1, 1, 0, 0], [1, 1, 0, 1, 0], [0, 0, 1, 0, 1]])
    >>> [(w.budget, w.newly, w.more) for w in frontier(Problem([30, 30, 25, 20, 20], reach), [1, 2, 3])]
    [(1, 85, 85), (2, 125, 40), (3, 125, 0)]
    """
    if list(budgets) != sorted(set(budgets)):
        raise InvalidMaterial("Urutkan dana dari yang terkecil, masing-masing satu kali.")
    found, before = [], 0
    for budget in budgets:
        answer = choose_sites(problem, budget, gap=gap, seconds=seconds)
        found.append(Worth(budget, answer.newly, answer.newly - before, answer.bound))
        before = answer.newly
    return tuple(found)
