"""What an office could do about a route, what it costs, and which events that makes rarer."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from selaras.engines.routes.errors import BudgetError, InventoryError
from selaras.engines.routes.layout import Floats, Ints, Layout
from selaras.engines.routes.model import Connection, SharedHost
from selaras.engines.routes.sampling import WORD, Words


class FixKind(StrEnum):
    PATCH = "patch"  # every connection into a system
    RETIRE = "retire"  # every way into a system, its host and its own foothold included
    SEGMENT = "segment"  # one connection, cut or filtered
    REMOVE_TRUST = "remove_trust"
    ISOLATE = "isolate"  # one shared host


@dataclass(frozen=True, slots=True)
class Fix:
    """A measure with its cost in rupiah: what it touches keeps `left` of its likelihood, 0 being cut for good.

    `target` is the key of a system (patch, retire) or of a shared host (isolate), or the connection itself.
    `severity` is that of the finding behind it, 0 to 10: only `by_severity` looks at it.
    """

    key: str
    kind: FixKind
    target: str | Connection
    cost: int
    left: float = 0.0
    severity: float = 0.0
    label: str = ""

    def __post_init__(self) -> None:
        if self.cost <= 0:
            raise BudgetError(f"Biaya perbaikan “{self.key}” harus lebih dari Rp 0. Isi biayanya, lalu ulangi.")
        if not 0 <= self.left < 1:
            raise InventoryError(f"Sisa peluang perbaikan “{self.key}” harus 0 atau lebih dan kurang dari 1.")

    @property
    def told(self) -> str:
        return self.label or self.key


@dataclass(frozen=True, slots=True)
class Effects:
    """The events each fix touches: one cell a pair of `fix` and `event`, in the order of the fixes."""

    fixes: tuple[Fix, ...]
    fix: Ints
    event: Ints

    def closed(self, happened: Words, seed: int) -> Words:
        """The worlds in which each pair's fix would have stopped the event.

        A fix that leaves a part of the likelihood stops the event in the other part of the worlds, drawn from its key,
        so that the same fix stops the same worlds in whatever company.
        """
        stopped = happened[self.event]
        worlds = happened.shape[1] * WORD
        start = np.searchsorted(self.fix, np.arange(len(self.fixes) + 1))
        for at in np.flatnonzero([fix.left > 0 for fix in self.fixes]):
            fix, rows = self.fixes[at], slice(start[at], start[at + 1])
            dice = np.random.default_rng((seed, zlib.crc32(fix.key.encode())))
            stays: npt.NDArray[np.bool_] = np.less(dice.random((start[at + 1] - start[at], worlds)), fix.left)
            stopped[rows] &= ~np.packbits(stays, axis=1).view(np.uint64)
        return stopped

    def done(self, happened: Words, seed: int) -> Words:
        """The events that happen all the same once every fix is done."""
        left, stopped = happened.copy(), self.closed(happened, seed)
        np.bitwise_and.at(left, self.event, ~stopped)
        return left

    def lowered(self, chance: Floats) -> Floats:
        """The likelihood of each event once every fix is done: what several leave is multiplied."""
        left = chance.copy()
        np.multiply.at(left, self.event, np.array([fix.left for fix in self.fixes])[self.fix])
        return left


def effects(layout: Layout, fixes: Sequence[Fix]) -> Effects:
    """O(arcs + pairs). Raises InventoryError where a fix has no target in the inventory, or a key comes twice."""
    keys = [fix.key for fix in fixes]
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InventoryError(f"Perbaikan “{twice}” tercatat dua kali. Beri kode lain atau hapus salah satunya.")
    targets = _targets(layout)
    touched = []
    for fix in fixes:
        group = "connection" if fix.kind in (FixKind.SEGMENT, FixKind.REMOVE_TRUST) else fix.kind.value
        if (group, fix.target) not in targets:
            raise InventoryError(f"Perbaikan “{fix.key}” tidak menunjuk sistem, koneksi atau peladen yang terdaftar.")
        touched.append(targets[group, fix.target])
    pairs = [(at, event) for at, events in enumerate(touched) for event in sorted(events)]
    fix_of, event = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    return Effects(tuple(fixes), fix_of, event)


def _targets(layout: Layout) -> dict[tuple[str, str | Connection], set[int]]:
    """The events that each kind of fix would touch at each system, connection and host."""
    found: dict[tuple[str, str | Connection], set[int]] = {}
    for key in layout.at:
        found[FixKind.PATCH, key], found[FixKind.RETIRE, key] = set(), set()
    for tail, head, event in zip(layout.tail.tolist(), layout.head.tolist(), layout.event.tolist(), strict=True):
        cause = layout.causes[event]
        if head < layout.systems:
            system = layout.graph.systems[head].key
            found[FixKind.RETIRE, system].add(event)
            if tail < layout.systems:
                found[FixKind.PATCH, system].add(event)
        if layout.systems <= tail < layout.outside:  # off a shared host: certain, so that its one event alone counts
            continue
        if isinstance(cause, Connection):
            found.setdefault(("connection", cause), set()).add(event)
        elif isinstance(cause, SharedHost):
            found.setdefault((FixKind.ISOLATE, cause.key), set()).add(event)
    return found
