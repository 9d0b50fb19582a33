"""The plain way to harden by routes, for comparison: follow the most probable routes, fix along them, look again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse.csgraph import dijkstra

from selaras.engines.routes import Fix, Graph, Share
from selaras.engines.routes.fixes import Effects, effects
from selaras.engines.routes.following import left_by
from selaras.engines.routes.layout import Floats, Layout, lay_out
from selaras.engines.routes.network import network
from selaras.engines.routes.reach import WORLDS

STEPS = 100  # looks at the routes anew after each hundredth of the budget


def route_greedy(graph: Graph, fixes: Sequence[Fix], budget: int, *, seed: int = 1) -> Share:
    """The risk left, sampled in the worlds in which `harden` judges its own plan."""
    layout = lay_out(graph)
    touched = effects(layout, fixes)
    order = _order(layout, touched, np.array([fix.cost for fix in fixes], dtype=np.float64), budget)
    done = [fixes[at] for at in order]
    return left_by(layout, effects(layout, done), WORLDS, seed)


def _order(layout: Layout, touched: Effects, costs: Floats, budget: int) -> list[int]:
    chance, spent, taken = layout.chance.copy(), 0.0, list[int]()
    left = np.array([fix.left for fix in touched.fixes])
    free = np.ones(len(costs), dtype=np.bool_)
    for step in range(1, STEPS + 1):
        worth = _worth(replace(layout, chance=chance), touched) * (1 - left) / costs
        while spent < budget * step / STEPS:
            worth[~free | (costs > budget - spent)] = 0
            at = int(worth.argmax())
            if worth[at] == 0:
                break
            free[at], spent = False, spent + float(costs[at])
            taken.append(at)
            chance[touched.event[touched.fix == at]] *= left[at]
    return taken


def _worth(layout: Layout, touched: Effects) -> Floats:
    """Of each fix: the worth of the cores, times the chance of the most probable routes, that pass what it touches."""
    net = network(layout)
    length, before = dijkstra(net.onwards, indices=layout.outside, return_predecessors=True)
    on_event = np.zeros(len(layout.chance))
    for core, core_worth in zip(layout.core.tolist(), layout.worth.tolist(), strict=True):
        node, weight = core, core_worth * float(np.exp(-length[core]))
        while weight and node != layout.outside:
            tail = int(before[node])
            on_event[layout.event[net.arc_between(tail, node)]] += weight
            node = tail
    worth: Floats = np.zeros(len(touched.fixes))
    np.add.at(worth, touched.fix, on_event[touched.event])
    return worth
