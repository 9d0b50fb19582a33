"""Worlds in which each event has happened or not, 64 to a word, and where an intruder gets to in them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from selaras.engines.routes.layout import Floats, Ints, Layout

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


def spread(tail: Ints, head: Ints, passable: Words, held: Words) -> Words:
    """The worlds in which each node falls when `held` has fallen and arcs pass in the worlds of `passable`.

    O(m · d · worlds / 64) at worst for m arcs and a way of d steps; only arcs out of what fell last are looked at.
    """
    order = np.argsort(head, kind="stable")
    tail, head, passable = tail[order], head[order], passable[order]
    fallen = held.copy()
    fresh: npt.NDArray[np.bool_] = np.any(held, axis=1)
    while fresh.any():
        arcs = np.flatnonzero(fresh[tail])
        fresh = np.zeros(len(held), dtype=np.bool_)
        if len(arcs) == 0:
            break
        first = np.flatnonzero(np.diff(head[arcs], prepend=-1))
        into = head[arcs[first]]
        grown = fallen[into] | np.bitwise_or.reduceat(fallen[tail[arcs]] & passable[arcs], first, axis=0)
        fresh[into] = (grown != fallen[into]).any(axis=1)
        fallen[into] = grown
    return fallen


def nothing(nodes: int, words: int) -> Words:
    return np.zeros((nodes, words), dtype=np.uint64)


def fallen_from(layout: Layout, happened: Words, node: int) -> Words:
    """The worlds in which each node falls to an intruder who holds `node`."""
    held = nothing(layout.nodes, happened.shape[1])
    held[node] = ALL
    return spread(layout.tail, layout.head, happened[layout.event], held)


def counts(words: Words) -> Ints:
    """In how many worlds, a row."""
    found: Ints = np.bitwise_count(words).sum(axis=1, dtype=np.intp)
    return found
