"""A choice of fixes step by step: what stops most of the ways still open, for its cost."""

from __future__ import annotations

import numpy as np

from selaras.engines.routes.layout import Ints
from selaras.engines.routes.worlds import Bools, Worlds


def risk_left(worlds: Worlds, chosen: Bools) -> float:
    """The surrogate: what falls in the sampled worlds once the chosen fixes are done."""
    return float(worlds.weight[worlds.walk(worlds.open(chosen))[0]].sum())


def greedy(
    worlds: Worlds, costs: Ints, budget: int, allowed: Bools, pace: int, *, done: Bools | None = None
) -> list[int]:
    """Fixes in order, until nothing `allowed` fits or stops anything; what is `done` already is paid from it too.

    Each step takes one open way to every core that still falls, and spends `pace` on what stops most of these for its
    cost, one fix at least. O(steps · arcs).
    """
    chosen = np.zeros(worlds.fixes, dtype=np.bool_) if done is None else done.copy()
    taken, left = list[int](), budget - int(costs[chosen].sum())
    while True:
        falls, by = worlds.walk(worlds.open(chosen))
        pair, fix = worlds.routes(by, np.flatnonzero(falls))
        usable = (allowed & ~chosen & (costs <= left))[fix]
        fresh = _covering(worlds, costs, pair[usable], fix[usable], min(pace, left))
        if not fresh:
            return taken
        chosen[fresh] = True
        taken += fresh
        left -= int(costs[fresh].sum())


def _covering(worlds: Worlds, costs: Ints, pair: Ints, fix: Ints, money: int) -> list[int]:
    """Fixes until `money` is spent, each judged by the ways that none before it stops."""
    taken = list[int]()
    while len(fix):
        worth = np.bincount(fix, weights=worlds.weight[pair], minlength=worlds.fixes) / costs
        if taken:
            worth[costs > money] = 0
        at = int(worth.argmax())
        if worth[at] == 0:
            break
        taken.append(at)
        money -= int(costs[at])
        still = ~np.isin(pair, pair[fix == at])
        pair, fix = pair[still], fix[still]
    return taken
