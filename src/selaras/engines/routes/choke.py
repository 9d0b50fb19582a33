"""Where many routes pass: the systems to watch first, and the fewest whose safety would close every route."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, dijkstra, maximum_flow

from selaras.engines.routes.errors import InventoryError
from selaras.engines.routes.layout import Ints, Layout, lay_out
from selaras.engines.routes.model import Graph, SharedHost
from selaras.engines.routes.network import Network, network


@dataclass(frozen=True, slots=True)
class ChokePoint:
    """`routes`: how many of the most probable routes between a foothold and a core pass here. `weight`: the sum of
    their chances, each times the worth of its core.
    """

    system: str
    routes: int
    weight: float


def choke_points(graph: Graph) -> tuple[ChokePoint, ...]:
    """The systems inside most probable routes, heaviest first: betweenness between footholds and cores (Brandes 2008).

    One route a pair: of routes equally likely the search takes one. O(f · m log n) for f footholds. Raises
    InventoryError.
    """
    return choke_points_in(network(lay_out(graph)))


def choke_points_in(net: Network) -> tuple[ChokePoint, ...]:
    """The same in a network that is already there."""
    layout = net.layout
    starts = np.array(list(dict.fromkeys(layout.node(one.system) for one in layout.graph.footholds)), dtype=np.intp)
    length, before = dijkstra(net.onwards, indices=starts, return_predecessors=True)
    weights = np.exp(-length[:, layout.core]) * layout.worth
    row, at = np.nonzero(np.isfinite(length[:, layout.core]) & (layout.core[None, :] != starts[:, None]))
    weight, node = weights[row, at], layout.core[at]
    routes, total = np.zeros(layout.nodes, dtype=np.intp), np.zeros(layout.nodes)
    while len(row):
        node = before[row, node]
        inside = node != starts[row]
        row, node, weight = row[inside], node[inside], weight[inside]
        np.add.at(routes, node, 1)
        np.add.at(total, node, weight)
    found = [
        ChokePoint(system.key, int(routes[at]), float(total[at]))
        for at, system in enumerate(layout.graph.systems)
        if routes[at]
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.system)))


def fewest_to_secure(graph: Graph) -> tuple[str, ...]:
    """The smallest set of systems and shared hosts that, were they out of an intruder's reach, would end all routes.

    A foothold cannot be secured; a core can. Keys of systems and hosts; a pair of systems under a `hosting` connection
    goes by `first|second`. By Menger's theorem as a maximum flow through split nodes (Dinic 1970): O(n² m) at worst,
    near-linear in practice. Empty where there is no route. Raises
    InventoryError where a foothold is a core, since nothing could end that route.
    """
    return fewest_in(lay_out(graph))


def fewest_in(layout: Layout) -> tuple[str, ...]:
    """The same of an inventory that is already laid out."""
    usable = layout.chance[layout.event] > 0
    if np.isin(layout.core, layout.head[layout.tail == layout.outside]).any():
        raise InventoryError("Sebuah sistem inti juga titik masuk. Hapus salah satu tandanya, lalu ulangi.")
    flow = _Split(layout, layout.tail[usable], layout.head[usable])
    return tuple(_name(layout, node) for node in flow.cut())


class _Split:
    """Each node as an entrance and an exit with one unit of room between; footholds and the outside have no limit."""

    def __init__(self, layout: Layout, tail: Ints, head: Ints) -> None:
        count = self._count = layout.nodes
        self._sink, self._source = 2 * count, layout.outside + count
        endless = count + 1
        room = np.ones(count, dtype=np.int32)
        room[head[tail == layout.outside]] = endless
        pairs = np.unique(np.stack((tail + count, head)), axis=1)
        rows = np.concatenate((np.arange(count), pairs[0], layout.core + count))
        columns = np.concatenate((np.arange(count) + count, pairs[1], np.full(len(layout.core), self._sink)))
        wide = np.full(pairs.shape[1] + len(layout.core), endless, dtype=np.int32)
        cells = np.concatenate((room, wide)).astype(np.int32)
        self._capacity = coo_array((cells, (rows, columns)), shape=(2 * count + 1, 2 * count + 1)).tocsr()

    def cut(self) -> list[int]:
        flow = maximum_flow(self._capacity, self._source, self._sink).flow
        residual = self._capacity - flow
        residual.eliminate_zeros()
        reached = np.zeros(2 * self._count + 1, dtype=np.bool_)
        reached[breadth_first_order(residual, self._source, return_predecessors=False)] = True
        found: list[int] = np.flatnonzero(reached[: self._count] & ~reached[self._count : -1]).tolist()
        return found


def _name(layout: Layout, node: int) -> str:
    if node < layout.systems:
        return layout.graph.systems[node].key
    cause = layout.causes[int(layout.event[layout.head == node][0])]
    if isinstance(cause, SharedHost):
        return cause.key
    return f"{getattr(cause, 'source', '')}|{getattr(cause, 'target', '')}"
