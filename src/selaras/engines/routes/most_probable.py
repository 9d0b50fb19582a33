"""The most probable route of every system to every core, and of every foothold in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import dijkstra

from selaras.engines.routes.layout import Floats, lay_out
from selaras.engines.routes.model import Graph, Levels
from selaras.engines.routes.network import Network, network
from selaras.engines.routes.route import Route, route_of


@dataclass(frozen=True)
class MostProbable:
    """`chance[c, s]`: of the most probable route from system s to core c, given that s is held; 0 without a route."""

    network: Network
    chance: Floats
    _next: npt.NDArray[np.int32]

    def route(self, start: str, core: str) -> Route | None:
        """The most probable route between two systems; None where there is none."""
        layout = self.network.layout
        row = [system.key for system in layout.graph.cores].index(core)
        node, nodes = layout.node(start), [layout.node(start)]
        if self.chance[row, node] == 0:
            return None
        while node != layout.core[row]:
            node = int(self._next[row, node])
            nodes.append(node)
        return route_of(self.network, nodes)

    def routes(self) -> tuple[Route, ...]:
        """From every foothold to every core that can be reached from it, the most probable first.

        The foothold's own likelihood is not part of these chances: they are given that it is held.
        """
        keys = dict.fromkeys(foothold.system for foothold in self.network.layout.graph.footholds)
        found = [
            self.route(key, core.key) for key in keys for core in self.network.layout.graph.cores if key != core.key
        ]
        return tuple(sorted((one for one in found if one), key=lambda one: (-one.chance, one.systems)))


def leading_routes(graph: Graph, levels: Levels | None = None) -> tuple[Route, ...]:
    """The most probable route to each core from whichever foothold, the foothold's likelihood counted.

    One search from outside, O(m log n). Cores that no route reaches are left out.
    """
    return leading_in(network(lay_out(graph, levels)))


def leading_in(net: Network) -> tuple[Route, ...]:
    """The same in a network that is already there."""
    layout = net.layout
    length, before = dijkstra(net.onwards, indices=layout.outside, return_predecessors=True)
    found = []
    for core in layout.core[np.isfinite(length[layout.core])].tolist():
        nodes = [core]
        while nodes[-1] != layout.outside:
            nodes.append(int(before[nodes[-1]]))
        found.append(route_of(net, nodes[::-1]))
    return tuple(sorted(found, key=lambda one: (-one.chance, one.systems)))


def most_probable(graph: Graph, levels: Levels | None = None) -> MostProbable:
    """Dijkstra's method backwards from each core, over minus the logarithms of the chances (Dijkstra 1959).

    O(c · m log n) for c cores, m arcs, n systems; c · n cells of memory twice. Raises InventoryError.

    >>> from selaras.engines.routes.model import Connection, Foothold, System
    >>> graph = Graph((System("net", "internet"), System("web", "situs desa"), System("hr", "SIMPEG", worth=1)),
    ...     (Connection("net", "web", "network"), Connection("web", "hr", "credentials")), (), (Foothold("net"),))
    >>> most_probable(graph).routes()[0].sentence()
    'Dari internet ke SIMPEG dalam 2 langkah lewat situs desa; peluangnya sekitar 7 %.'
    """
    return most_probable_in(network(lay_out(graph, levels)))


def most_probable_in(net: Network) -> MostProbable:
    """The same in a network that is already there."""
    length, onwards = dijkstra(net.backwards, indices=net.layout.core, return_predecessors=True)
    return MostProbable(net, np.exp(-length), onwards)
