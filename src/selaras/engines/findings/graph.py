"""A model file as an inventory of `engines.routes`. Apart, so that reading reports does not load that engine."""

from __future__ import annotations

from selaras.engines.findings.model import Inventory
from selaras.engines.routes import Connection, Foothold, Graph, SharedHost, System, leading_routes

_MOST_SYSTEMS, _MOST_CORES = 2_000, 50


def graph_of(inventory: Inventory) -> Graph:
    """The same systems and connections, cores of worth 1, footholds that are surely held."""
    return Graph(
        tuple(System(one.key, one.name, float(one.core)) for one in inventory.systems),
        tuple(Connection(one.source, one.target, one.kind, one.protected) for one in inventory.links),
        tuple(SharedHost(key, systems) for key, systems in inventory.shared),
        tuple(Foothold(one.key) for one in inventory.systems if one.foothold),
    )


def told_routes(inventory: Inventory) -> tuple[str, ...]:
    """From the model alone: the most probable route to each of its cores, in a sentence, the likeliest first.

    None where the model names no core or no foothold, nor of one that is too large to be told at once.
    """
    graph = graph_of(inventory)
    if not graph.cores or not graph.footholds:
        return ()
    if len(graph.systems) > _MOST_SYSTEMS or len(graph.cores) > _MOST_CORES:
        return ()
    return tuple(route.sentence() for route in leading_routes(graph))
