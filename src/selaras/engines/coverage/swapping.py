"""A good choice quickly: take the best next site, then exchange sites while that helps."""

from __future__ import annotations

import numpy as np

from selaras.engines.coverage.problem import Numbers, Places, Truths
from selaras.engines.coverage.reducing import Reduced

_ROUNDS = 200


def value(reduced: Reduced, chosen: Truths) -> float:
    """People newly reached by a choice."""
    return float(reduced.worth[times(reduced, chosen) > 0].sum())


def times(reduced: Reduced, chosen: Truths) -> Places:
    """How many chosen sites reach each place."""
    return np.bincount(reduced.reach[np.flatnonzero(chosen)].indices, minlength=len(reduced.worth))


def greedy(reduced: Reduced, budget: float, chosen: Truths | None = None) -> Truths:
    """Fill up `chosen` by the site that brings most people for its money, while any fits. O(k · nnz)."""
    taken = np.zeros(len(reduced.costs), dtype=np.bool_) if chosen is None else chosen.copy()
    left = budget - reduced.costs[taken].sum()
    while True:
        gain = reduced.reach @ np.where(times(reduced, taken) == 0, reduced.worth, 0.0)
        fits = ~taken & (reduced.costs <= left) & (gain > 0)
        if not fits.any():
            return taken
        best = int(np.argmax(np.where(fits, gain / np.maximum(reduced.costs, 0.5), -1.0)))
        taken[best] = True
        left -= reduced.costs[best]


def swapped(reduced: Reduced, budget: float, start: Truths) -> Truths:
    """Exchange the pair (site out, site in) that gains most, until none gains (Teitz and Bart, Operations Research 16,
    1968), then fill up what money is left. All pairs are weighed at once: O(nnz + k · sites) per exchange.
    """
    taken = greedy(reduced, budget, start)
    for _ in range(_ROUNDS):
        gains, outs = _gains(reduced, budget, taken)
        if not gains.size or gains.max() <= 0:
            return taken
        enters, leaves = np.unravel_index(int(np.argmax(gains)), gains.shape)
        taken[enters], taken[outs[leaves]] = True, False
        taken = greedy(reduced, budget, taken)
    return taken


def _gains(reduced: Reduced, budget: float, taken: Truths) -> tuple[Numbers, Places]:
    """What each exchange would gain (rows: entering sites, columns: leaving ones); impossible ones gain −1."""
    outs = np.flatnonzero(taken)
    count = times(reduced, taken)
    gain = reduced.reach @ np.where(count == 0, reduced.worth, 0.0)
    alone = reduced.reach[outs].multiply(np.where(count == 1, reduced.worth, 0.0)).tocsr()
    kept_up = np.asarray((reduced.reach @ alone.T).todense())  # people of the leaving site whom the entering one keeps
    left = budget - reduced.costs[taken].sum()
    possible = ~taken[:, None] & (reduced.costs[:, None] <= left + reduced.costs[outs][None, :])
    return np.where(possible, gain[:, None] - alone.sum(axis=1)[None, :] + kept_up, -1.0), outs
