"""An inventory as arrays: arcs an intruder may take, and the independent events that open them.

Nodes: the systems, then the shared hosts, then one node for the intruder outside, from which each foothold is an arc.
A shared host is a node too. The arcs from its systems to it share one event, so that it opens for all or for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.routes.errors import InventoryError
from selaras.engines.routes.kinds import Direction, Level
from selaras.engines.routes.model import Cause, Connection, Graph, SharedHost

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layout:
    """`tail`, `head`, `event` have one cell an arc; `chance`, `causes` one an event; `core`, `worth` one a core."""

    graph: Graph
    at: Mapping[str, int]
    nodes: int
    tail: Ints
    head: Ints
    event: Ints
    chance: Floats
    causes: tuple[Cause, ...]
    core: Ints
    worth: Floats

    @property
    def outside(self) -> int:
        return self.nodes - 1

    @property
    def systems(self) -> int:
        return len(self.graph.systems)

    def node(self, key: str) -> int:
        """The node of a system; raises InventoryError where there is none of that key."""
        if key not in self.at:
            raise InventoryError(f"Sistem “{key}” tidak ada dalam daftar. Daftarkan dulu, lalu ulangi.")
        return self.at[key]


def lay_out(graph: Graph, levels: Mapping[str, Level] | None = None) -> Layout:
    """The arcs and events of an inventory. O(systems + connections).

    Raises InventoryError where a system is named twice, a connection ends nowhere, or nothing is a core or a foothold.
    """
    at = {system.key: number for number, system in enumerate(graph.systems)}
    if len(at) < len(graph.systems):
        keys = [system.key for system in graph.systems]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InventoryError(f"Sistem “{twice}” tercatat dua kali. Beri kode lain atau gabungkan.")
    _check_ends(graph, at)
    arcs: list[tuple[int, int, int]] = []
    causes: list[Cause] = []
    chances: list[float] = []
    for cause, ways, chance in _events(graph, at, levels or {}):
        arcs += [(tail, head, len(causes)) for tail, head in ways]
        causes.append(cause)
        chances.append(chance)
    tail, head, event = np.array(arcs, dtype=np.intp).reshape(-1, 3).T
    core = np.array([at[system.key] for system in graph.cores], dtype=np.intp)
    return Layout(
        graph,
        at,
        len(at) + len(_hosts(graph)) + 1,
        tail,
        head,
        event,
        np.array(chances, dtype=np.float64),
        tuple(causes),
        core,
        np.array([system.worth for system in graph.cores], dtype=np.float64),
    )


def _check_ends(graph: Graph, at: Mapping[str, int]) -> None:
    if not graph.cores:
        raise InventoryError("Belum ada sistem inti. Tandai sistem yang tidak boleh jatuh, lalu ulangi.")
    if not graph.footholds:
        raise InventoryError("Belum ada titik masuk. Tandai misalnya internet atau vendor, lalu ulangi.")
    named = [key for connection in graph.connections for key in (connection.source, connection.target)]
    named += [key for host in graph.hosts for key in host.systems]
    named += [foothold.system for foothold in graph.footholds]
    for key in named:
        if key not in at:
            raise InventoryError(f"Sistem “{key}” dirujuk, tetapi tidak terdaftar. Daftarkan dulu, lalu ulangi.")


def _hosts(graph: Graph) -> list[Connection | SharedHost]:
    """The shared hosts, and after them the connections that say the same of two systems."""
    return [*graph.hosts, *(one for one in graph.connections if one.of_kind.direction is Direction.JOINT)]


def _events(
    graph: Graph, at: Mapping[str, int], levels: Mapping[str, Level]
) -> Iterator[tuple[Cause, list[tuple[int, int]], float]]:
    """Each event with the arcs it opens."""
    for one in graph.connections:
        level = levels.get(one.kind, "usual")
        direction, source, target = one.of_kind.direction, at[one.source], at[one.target]
        if direction in (Direction.FORWARD, Direction.BOTH):
            yield one, [(source, target)], one.chance_into(one.target, level)
        if direction in (Direction.BACKWARD, Direction.BOTH):
            yield one, [(target, source)], one.chance_into(one.source, level)
    for node, host in enumerate(_hosts(graph), start=len(at)):
        keys = host.systems if isinstance(host, SharedHost) else (host.source, host.target)
        yield host, [(at[key], node) for key in keys], host.chance(levels.get(host.kind, "usual"))
        for key in keys:
            yield host, [(node, at[key])], 1.0
    outside = len(at) + len(_hosts(graph))
    for foothold in graph.footholds:
        yield foothold, [(outside, at[foothold.system])], foothold.chance(levels.get(foothold.kind, "usual"))
