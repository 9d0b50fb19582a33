"""The k most probable routes without loops from the intruder outside to one core."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra, yen

from selaras.engines.routes.errors import InventoryError
from selaras.engines.routes.layout import Floats, lay_out
from selaras.engines.routes.model import Graph
from selaras.engines.routes.network import Network, network
from selaras.engines.routes.route import Route, route_of

_CORRIDOR = 200  # nodes looked at first; the answer does not depend on it
_ROUNDING = 1e-9


def best_routes(graph: Graph, core: str, count: int = 20) -> tuple[Route, ...]:
    """At most `count` routes from any foothold to `core`, the most probable first, each foothold's likelihood counted.

    Yen's method (Management Science 17, 1971) in a corridor: a node lies on a route of length L only where the way
    to it and on from it is together no longer than L, so routes no longer than the corridor are the same as in the
    whole. The corridor grows until the last route fits. Parallel connections count as one step, the likeliest.
    O(k · d · m' log n') for routes of d steps in a corridor of n' nodes and m' arcs. Raises InventoryError.
    """
    return best_in(network(lay_out(graph)), core, count)


def best_in(net: Network, core: str, count: int) -> tuple[Route, ...]:
    """The same in a network that is already there."""
    sink = net.layout.node(core)
    if count < 1:
        raise InventoryError("Minta paling sedikit satu rute.")
    detour = _detours(net, sink)
    order = np.argsort(detour, kind="stable")
    reachable = int(np.isfinite(detour).sum())
    if reachable == 0:
        return ()
    size = min(_CORRIDOR, reachable)
    while True:
        wide = float(detour[order[size - 1]])
        members = np.flatnonzero(detour <= wide + _ROUNDING)
        found = _in_corridor(net, members, sink, count)
        if len(members) >= reachable or (len(found) == count and found[-1][0] <= wide):
            return tuple(route_of(net, nodes) for _, nodes in found)
        size = min(4 * size, reachable)


def _detours(net: Network, sink: int) -> Floats:
    """The length of the shortest way from outside to the sink through each node."""
    there: Floats = dijkstra(net.onwards, indices=net.layout.outside)
    back: Floats = dijkstra(net.backwards, indices=sink)
    return there + back


def _in_corridor(net: Network, members: npt.NDArray[np.intp], sink: int, count: int) -> list[tuple[float, list[int]]]:
    inner: csr_array = net.onwards[members][:, members]
    source, target = np.searchsorted(members, (net.layout.outside, sink))
    lengths, before = yen(inner, int(source), int(target), count, return_predecessors=True)
    return [
        (float(length), _backtrack(row, members, int(source), int(target)))
        for length, row in zip(lengths, before, strict=True)
    ]


def _backtrack(before: npt.NDArray[np.int32], members: npt.NDArray[np.intp], source: int, target: int) -> list[int]:
    nodes = [target]
    while nodes[-1] != source:
        nodes.append(int(before[nodes[-1]]))
    return [int(members[node]) for node in reversed(nodes)]
