"""Worlds in which each event has happened or not, 64 to a word, and where an intruder gets to in them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from selaras.engines.routes.layout import Floats, Ints, Layout
from selaras.engines.routes.spans import spans

Words = npt.NDArray[np.uint64]
"""One row an event or node, one bit a world."""

WORD: Final = 64
_BLOCK = 4_000_000  # draws held at a time
ALL: Final = np.uint64(2**64 - 1)


def draw(chance: Floats, worlds: int, seed: int) -> Words:
    """Which events happened in each of `worlds` worlds, a multiple of 64.

    The same seed gives each event the same luck whatever its chance, so that a lower chance happens in fewer worlds
    and in no new one.
    """
    dice = np.random.default_rng(seed)
    happened = np.empty((len(chance), worlds // WORD), dtype=np.uint64)
    rows = max(1, _BLOCK // worlds)
    for low in range(0, len(chance), rows):
        part = chance[low : low + rows]
        luck = dice.random((len(part), worlds), dtype=np.float32)
        happens: npt.NDArray[np.bool_] = np.less(luck, part[:, None].astype(np.float32))
        happened[low : low + rows] = np.packbits(happens, axis=1).view(np.uint64)
    return happened


class Flood:
    """The worlds in which each node has fallen, as ever more arcs pass. `passable` has one row an event."""

    def __init__(self, tail: Ints, head: Ints, event: Ints, passable: Words, fallen: Words) -> None:
        self._order = np.argsort(tail, kind="stable")
        self._head, self._event = head[self._order], event[self._order]
        self._tail = tail[self._order]
        self._start = np.searchsorted(self._tail, np.arange(len(fallen) + 1))
        self.passable, self.fallen = passable, fallen

    def spread(self, nodes: Ints) -> None:
        """Let what has fallen at `nodes` go on; only arcs out of what fell last are looked at.

        O(m · d · worlds / 64) at worst for m arcs and a way of d steps.
        """
        while len(nodes):
            _, arcs = spans(self._start, nodes)
            if len(arcs) == 0:
                return
            arcs = arcs[np.argsort(self._head[arcs], kind="stable")]
            head = self._head[arcs]
            first = np.flatnonzero(np.diff(head, prepend=-1))
            flow = self.fallen[self._tail[arcs]] & self.passable[self._event[arcs]]
            nodes = head[first]
            grown = self.fallen[nodes] | np.bitwise_or.reduceat(flow, first, axis=0)
            fresh = np.flatnonzero((grown != self.fallen[nodes]).any(axis=1))
            self.fallen[nodes] = grown
            nodes = nodes[fresh]


def nothing(nodes: int, words: int) -> Words:
    return np.zeros((nodes, words), dtype=np.uint64)


def flood_from(layout: Layout, happened: Words, node: int) -> Flood:
    """The worlds in which each node falls to an intruder who holds `node`."""
    held = nothing(layout.nodes, happened.shape[1])
    held[node] = ALL
    flood = Flood(layout.tail, layout.head, layout.event, happened, held)
    flood.spread(np.array([node], dtype=np.intp))
    return flood


def leading_to(layout: Layout, happened: Words, fallen: Words) -> Words:
    """The worlds in which each node leads to a core that has fallen."""
    ends = nothing(layout.nodes, happened.shape[1])
    ends[layout.core] = fallen[layout.core]
    flood = Flood(layout.head, layout.tail, layout.event, happened, ends)
    flood.spread(layout.core)
    return flood.fallen


def counts(words: Words) -> Ints:
    """In how many worlds, a row."""
    found: Ints = np.bitwise_count(words).sum(axis=1, dtype=np.intp)
    return found
