"""The most probable route to each core, as page and report list them."""

from __future__ import annotations

from selaras.engines.routes import Graph, Route, best_routes, leading_routes


def core_routes(graph: Graph, core: str = "") -> list[Route]:
    """To every core, or to the one of that key, the most probable first.

    Where a core is a foothold itself that route may have no steps; the best one that has some comes after it, since
    it is the one that a fix can close. Raises RoutesError.
    """
    found = []
    for route in leading_routes(graph):
        if core in ("", route.core.key):
            found.append(route)
            if not route.steps:
                found += [one for one in best_routes(graph, route.core.key, 2) if one.steps][:1]
    return found


def way_of(route: Route) -> str:
    """What the route passes, in the order of its steps; Indonesian, as `Route.sentence` is."""
    if not route.steps:
        return "sistem ini sendiri titik masuk"
    return " → ".join((route.start.told, *(step.target.told for step in route.steps)))
