"""A bound that no choice of sites can pass, by Lagrangian relaxation, and good choices found on the way."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from selaras.engines.coverage.problem import Numbers, Truths
from selaras.engines.coverage.reducing import Reduced
from selaras.engines.coverage.swapping import greedy, swapped, times, value

_PATIENCE = 12
_SHORTEST = 0.002
TINY = 1e-9  # for what costs nothing


@dataclass(slots=True, eq=False)
class Bounds:
    """The best choice known, its value, the lowest bound known and the prices of places that gave it."""

    chosen: Truths
    value: float
    bound: float
    prices: Numbers

    @property
    def proven(self) -> bool:
        """People are whole: less than one apart is no difference."""
        return math.floor(self.bound + 1e-6) <= self.value

    @property
    def gap(self) -> float:
        return 0.0 if self.proven else (self.bound - self.value) / self.value if self.value else math.inf


def relaxed(reduced: Reduced, budget: float, *, gap: float, rounds: int) -> Bounds:
    """Improve bound and choice until `gap`, or until `rounds` are spent or steps no longer help.

    Whoever is reached must be paid for at a price λ ≤ worth to the sites that reach him; with the prices given, the
    best sites are read off (Galvão and ReVelle, European Journal of Operational Research 88, 1996). The prices move
    along the smoothed subgradient, the step halved where it does not help. O(nnz) per round.
    """
    start = swapped(reduced, budget, greedy(reduced, budget))
    best = Bounds(start, value(reduced, start), math.inf, _first_prices(reduced))
    prices, direction, step, since = best.prices.copy(), np.zeros_like(best.prices), 1.5, 0
    for at in range(rounds):
        income = reduced.reach @ prices
        part, most = affordable(income, reduced.costs, budget)
        bound = most + float(np.maximum(reduced.worth - prices, 0.0).sum())
        since += 1
        if bound < best.bound * (1 - 1e-6):
            since = 0
        if bound < best.bound:
            best.bound, best.prices = bound, prices.copy()
        if at % 10 == 0:
            _try(reduced, budget, part >= 1.0, best)
        if best.gap <= gap or step < _SHORTEST:
            break
        if since >= _PATIENCE:
            step, since, prices = step / 2, 0, best.prices.copy()
        slope = _supply(reduced, part) - (reduced.worth > prices)
        direction = 0.4 * slope + 0.6 * direction
        length = float(direction @ direction)
        if length == 0:
            break
        prices = np.clip(prices - step * (bound - best.value) / length * direction, 0.0, reduced.worth)
    return best


def _supply(reduced: Reduced, part: Numbers) -> Numbers:
    """How many sites reach each place; reading the few rows that are taken beats a product with the whole matrix."""
    supply = times(reduced, part >= 1).astype(np.float64)
    for site in np.flatnonzero((part > 0) & (part < 1)):
        supply[reduced.reach[[site]].indices] += part[site]
    return supply


def affordable(income: Numbers, costs: Numbers, budget: float) -> tuple[Numbers, float]:
    """The sites of most income that money buys, the last of them in part: their parts, and what they bring."""
    part = np.zeros(len(income))
    order = np.argsort(-income / np.maximum(costs, TINY), kind="stable")
    order = order[income[order] > 0]
    spent = np.cumsum(costs[order])
    whole = int(np.searchsorted(spent, budget, side="right"))
    part[order[:whole]] = 1.0
    if whole < len(order):
        before = spent[whole - 1] if whole else 0.0
        part[order[whole]] = (budget - before) / costs[order[whole]]
    return part, float(income @ part)


def _first_prices(reduced: Reduced) -> Numbers:
    """Each place's worth shared among the sites that reach it, but not below a fifth of it."""
    sites = np.bincount(reduced.reach.indices, minlength=len(reduced.worth))
    prices: Numbers = reduced.worth / np.maximum(sites, 1)
    return prices


def _try(reduced: Reduced, budget: float, chosen: Truths, best: Bounds) -> None:
    if value(reduced, filled := greedy(reduced, budget, chosen)) > 0.9 * best.value:
        filled = swapped(reduced, budget, filled)
        if (found := value(reduced, filled)) > best.value:
            best.chosen, best.value = filled, found
