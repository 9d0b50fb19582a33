"""Choke points and the fewest systems to secure, against networkx."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log, prod

import networkx as nx
import pytest
from hypothesis import assume, given

from selaras.engines.routes import (
    Connection,
    Foothold,
    Graph,
    InventoryError,
    SharedHost,
    System,
    best_routes,
    choke_points,
    fewest_to_secure,
    most_probable,
)
from tests.engines.routes.inventories import DISTRICT, inventories, peer


def test_where_most_routes_pass() -> None:
    found = {point.system: (point.routes, round(point.weight, 4)) for point in choke_points(DISTRICT)}
    # net → SIMPEG (0.007, worth 2), net → SIPD (0.0042), vendor → SIPD (0.15): all through the next in line
    assert found == {"simpeg": (2, 0.1542), "dinas": (2, 0.0182), "desa": (2, 0.0182)}


@given(inventories())
def test_a_route_counts_at_each_system_inside_it(graph) -> None:
    assume(not _tied(graph))
    inside = Counter(key for route in most_probable(graph).routes() for key in route.systems[1:-1])
    assert {point.system: point.routes for point in choke_points(graph)} == inside


def _tied(graph: Graph) -> bool:
    """Whether two routes between the same ends are equally likely, so that a search may take either."""
    other, (core,) = peer(graph), graph.cores
    for foothold in graph.footholds:
        paths = nx.all_simple_paths(other, foothold.system, core.key)
        chances = [prod(other.edges[arc]["chance"] for arc in pairwise(path)) for path in paths]
        if any(a == pytest.approx(b) for a, b in pairwise(sorted(chances))):
            return True
    return False


def test_the_next_in_line_is_all_there_is_to_secure() -> None:
    assert fewest_to_secure(DISTRICT) == ("simpeg",)


def test_a_shared_host_may_be_what_to_secure() -> None:
    keys = tuple("abcde")
    systems = tuple(System(key, worth=float(key in "cde")) for key in keys)
    graph = Graph(systems, (), (SharedHost("peladen 1", keys),), (Foothold("a"), Foothold("b")))
    assert fewest_to_secure(graph) == ("peladen 1",)


def test_two_systems_under_a_hosting_connection_go_by_both_names() -> None:
    systems = (System("a"), System("b"), System("c", worth=1), System("d", worth=1))
    ways = (Connection("a", "b", "hosting"), Connection("b", "c", "api"), Connection("b", "d", "api"))
    assert fewest_to_secure(Graph(systems, ways, (), (Foothold("a"),))) in (("a|b",), ("b",))


@given(inventories())
def test_as_few_as_networkx_finds_and_enough(graph) -> None:
    split = nx.DiGraph()
    footholds = {foothold.system for foothold in graph.footholds} | {"outside"}
    for node in peer(graph):
        split.add_edge((node, "in"), (node, "out"), **({} if node in footholds else {"capacity": 1}))
    for tail, head in peer(graph).edges:
        split.add_edge((tail, "out"), (head, "in"))
    core, found = graph.cores[0].key, fewest_to_secure(graph)
    assert len(found) == nx.minimum_cut_value(split, ("outside", "out"), (core, "out"))
    assert bool(found) == bool(best_routes(graph, core, 1))


@given(inventories())
def test_lengths_of_choke_routes_are_those_of_networkx(graph) -> None:
    other, core = peer(graph), graph.cores[0]
    starts = {foothold.system for foothold in graph.footholds} - {core.key}
    lengths = nx.single_source_dijkstra_path_length(
        other.reverse(), core.key, weight=lambda _, __, arc: -log(arc["chance"])
    )
    routes = most_probable(graph).routes()
    assert {route.start.key: -log(route.chance) for route in routes} == pytest.approx(
        {key: lengths[key] for key in starts & lengths.keys()}
    )


def test_a_foothold_that_is_a_core_cannot_be_cut_off() -> None:
    with pytest.raises(InventoryError, match="juga titik masuk"):
        fewest_to_secure(Graph((System("a", worth=1),), (), (), (Foothold("a"),)))
