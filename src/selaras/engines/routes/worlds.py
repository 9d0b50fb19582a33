"""Sampled worlds as one graph of what an intruder could walk in them, and the fixes that would stop each step.

In a world every event has happened or not, and every fix stops an event or not. So whether a choice of fixes saves a
core in a world is a plain question of reachability. Only steps on some way from outside to a core are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, dijkstra

from selaras.engines.routes.fixes import Effects
from selaras.engines.routes.layout import Floats, Ints, Layout
from selaras.engines.routes.sampling import Words, draw, flood_from, leading_to
from selaras.engines.routes.spans import spans

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Worlds:
    """Arcs in the order of `tail`, `head`, between nodes that are a system in a world; node 0 is outside, in all.

    `pair`: the nodes of cores that fall, each `weight` of risk. `step`, `fix`: one cell a fix that would stop an arc,
    in the order of the arcs.
    """

    size: int
    tail: Ints
    head: Ints
    pair: Ints
    weight: Floats
    step: Ints
    fix: Ints
    fixes: int

    @cached_property
    def first_fix(self) -> Ints:
        """Where the fixes of each arc begin among `fix`."""
        return np.searchsorted(self.step, np.arange(len(self.tail) + 1)).astype(np.intp)

    def open(self, chosen: Bools) -> Bools:
        """The arcs that no chosen fix stops."""
        passable = np.ones(len(self.tail), dtype=np.bool_)
        passable[self.step[chosen[self.fix]]] = False
        return passable

    def walk(self, passable: Bools) -> tuple[Bools, Ints]:
        """Which pairs still fall, and the arc by which each node is first reached (-1: not reached). Breadth first."""
        arcs = np.flatnonzero(passable)
        _, before = breadth_first_order(self._matrix(arcs, np.ones(len(arcs))), 0)
        return self._pairs(arcs, before)

    def shortest(self, length: Floats) -> tuple[Floats, Ints]:
        """The length of the shortest way to each pair, and the arc by which each node is reached on it."""
        order = np.lexsort((length, self.head, self.tail))
        first = np.ones(len(order), dtype=np.bool_)
        tail, head = self.tail[order], self.head[order]
        first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
        arcs = order[first]
        far, before = dijkstra(self._matrix(arcs, length[arcs]), indices=0, return_predecessors=True)
        return far[self.pair], self._pairs(arcs, before)[1]

    def _matrix(self, arcs: Ints, cells: Floats) -> csr_array:
        start = np.searchsorted(self.tail[arcs], np.arange(self.size + 1)).astype(np.int32)
        return csr_array((cells, self.head[arcs].astype(np.int32), start), shape=(self.size, self.size))

    def _pairs(self, arcs: Ints, before: npt.NDArray[np.int32]) -> tuple[Bools, Ints]:
        by = np.full(self.size, -1, dtype=np.intp)
        got = np.flatnonzero(before >= 0)
        key = self.tail[arcs] * self.size + self.head[arcs]
        by[got] = arcs[np.searchsorted(key, before[got].astype(np.intp) * self.size + got)]
        return by[self.pair] >= 0, by

    def routes(self, by: Ints, pairs: Ints) -> tuple[Ints, Ints]:
        """Which fix stops the way of which of the `pairs`: cells of (pair, fix), each once. The way is told by `by`."""
        node, row = self.pair[pairs], np.arange(len(pairs))
        keys = []
        while len(node):
            owner, cell = spans(self.first_fix, by[node])
            keys.append(row[owner] * self.fixes + self.fix[cell])
            node = self.tail[by[node]]
            node, row = node[node > 0], row[node > 0]
        key = np.unique(np.concatenate(keys)) if keys else np.empty(0, dtype=np.intp)
        return pairs[key // self.fixes], key % self.fixes


def worlds_of(layout: Layout, effects: Effects, count: int, seed: int) -> Worlds:
    """`count` worlds, a multiple of 64. Memory grows with the steps that lead to cores, not with the inventory."""
    happened = draw(layout.chance, count, seed)
    fallen = flood_from(layout, happened, layout.outside).fallen
    arc, world = _cells(_passable(layout, happened, fallen))
    order = np.lexsort((world, layout.head[arc], layout.tail[arc]))
    arc, world = arc[order], world[order]
    tail = np.where(layout.tail[arc] == layout.outside, -1, layout.tail[arc] * count + world)
    head = layout.head[arc] * count + world
    core, into = _cells(fallen[layout.core])
    ends = layout.core[core] * count + into
    names, node = np.unique(np.concatenate((np.array([-1]), tail, head, ends)), return_inverse=True)
    tail, head, ends = np.split(node[1:], (len(arc), 2 * len(arc)))
    order = np.lexsort((arc, head, tail))
    arc, world = arc[order], world[order]
    step, fix = _stops(layout, effects, effects.closed(happened, seed), arc, world)
    return Worlds(len(names), tail[order], head[order], ends, layout.worth[core] / count, step, fix, len(effects.fixes))


def _passable(layout: Layout, happened: Words, fallen: Words) -> Words:
    """The worlds in which each arc lies on a way from outside to a core."""
    back = leading_to(layout, happened, fallen)
    return happened[layout.event] & fallen[layout.tail] & back[layout.head]


def _bits(words: Words) -> npt.NDArray[np.uint8]:
    return np.unpackbits(words.view(np.uint8), axis=1)


def _cells(words: Words) -> tuple[Ints, Ints]:
    """Row and world of each bit that is set."""
    rows = np.flatnonzero(words.any(axis=1))
    row, world = np.nonzero(_bits(words[rows]))
    return rows[row], world


def _stops(layout: Layout, effects: Effects, closed: Words, arc: Ints, world: Ints) -> tuple[Ints, Ints]:
    """Which arc of a world which fix stops."""
    order = np.argsort(effects.event, kind="stable")
    start = np.searchsorted(effects.event[order], np.arange(len(layout.chance) + 1))
    step, cell = spans(start, layout.event[arc])
    pair = order[cell]
    of_world = world[step]
    byte = closed.view(np.uint8)[pair, of_world // 8]
    stops = (byte >> (7 - of_world % 8).astype(np.uint8)) & 1 == 1
    return step[stops], effects.fix[pair[stops]]
