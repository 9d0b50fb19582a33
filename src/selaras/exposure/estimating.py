"""What is told of exposure once it was worked out: plain JSON that a page reads years later."""

from __future__ import annotations

from typing import Any

from selaras.engines.routes import Graph, Share, choke_points, fewest_to_secure, reach, sensitivity

_CHOKES = 20


def estimate(graph: Graph) -> dict[str, Any]:
    """Sampled reach of every system, choke points, the fewest to secure, and what hangs on the assumptions.

    Raises RoutesError where the inventory has no core.
    """
    reached, moved = reach(graph), sensitivity(graph, leaders=5, choices=16)
    cut = () if _core_is_foothold(graph) else fewest_to_secure(graph)
    return {
        "worlds": reached.worlds,
        "shares": {key: _share(share) for key, share in reached.shares.items()},
        "weight": sum(core.worth for core in graph.cores),
        "risk": _share(reached.risk),
        "chokes": [[one.system, one.routes, one.weight] for one in choke_points(graph)[:_CHOKES]],
        "fewest": list(cut),
        "moved": [[one.kind, _share(one.low), _share(one.high)] for one in moved.moved],
        "all_low": _share(moved.all_low),
        "all_high": _share(moved.all_high),
        "stays": dict(moved.stays),
    }


def _core_is_foothold(graph: Graph) -> bool:
    """Then no set of systems, once safe, would end all routes."""
    cores = {core.key for core in graph.cores}
    return any(foothold.system in cores for foothold in graph.footholds)


def _share(share: Share) -> list[float]:
    return [share.chance, share.low, share.high]
