"""Settle the sites that any better choice must have or cannot have, and leave the rest to be searched."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from selaras.engines.coverage.problem import Material, Truths
from selaras.engines.coverage.reducing import Reduced, reduced
from selaras.engines.coverage.relaxing import TINY, Bounds, affordable


@dataclass(frozen=True, slots=True, eq=False)
class Rest:
    """What is still open once the sites `sure` are taken: they reach `worth` people and leave `budget`."""

    reduced: Reduced
    sure: Truths
    worth: float
    budget: float


def rest(whole: Reduced, budget: float, best: Bounds) -> Rest:
    """Reduced costs at the best prices: a site is settled where the other way cannot bring one person more.

    Every choice better than `best` agrees with what is settled. O(nnz), and a further reduction of what is open.
    """
    income = whole.reach @ best.prices
    part, _ = affordable(income, whole.costs, budget)
    short = part < 1
    rate = (income[short] / np.maximum(whole.costs[short], TINY)).max(initial=0.0)  # income per rupiah at the margin
    loss = np.abs(income - rate * whole.costs)
    settled = best.bound - loss < best.value + 1 - 1e-6
    sure = settled & (part >= 1)
    open_sites = np.flatnonzero(~settled)
    reached = np.bincount(whole.reach[np.flatnonzero(sure)].indices, minlength=len(whole.worth)) > 0
    worth = np.where(reached, 0.0, whole.worth)
    left = budget - float(whole.costs[sure].sum())
    material = Material(worth, worth, whole.reach[open_sites], whole.costs[open_sites], reached, whole.district)
    inner = reduced(material, left)
    return Rest(replace(inner, site=open_sites[inner.site]), sure, float(whole.worth[reached].sum()), left)
