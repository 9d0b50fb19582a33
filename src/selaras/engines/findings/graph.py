"""A model file as an inventory of `engines.routes`. Apart, so that reading reports does not load that engine."""

from __future__ import annotations

from selaras.engines.findings.model import Inventory
from selaras.engines.routes import Connection, Foothold, Graph, SharedHost, System


def graph_of(inventory: Inventory) -> Graph:
    """The same systems and connections, cores of worth 1, footholds that are surely held."""
    return Graph(
        tuple(System(one.key, one.name, float(one.core)) for one in inventory.systems),
        tuple(Connection(one.source, one.target, one.kind, one.protected) for one in inventory.links),
        tuple(SharedHost(key, systems) for key, systems in inventory.shared),
        tuple(Foothold(one.key) for one in inventory.systems if one.foothold),
    )
