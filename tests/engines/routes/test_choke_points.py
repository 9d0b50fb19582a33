"""Choke points and the fewest systems to secure, against networkx."""

from __future__ import annotations

from math import log

import networkx as nx
import pytest
from hypothesis import given

from selaras.engines.routes import (
    Connection,
    Foothold,
    Graph,
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
    routes = most_probable(graph).routes()
    inside = [key for route in routes for key in route.systems[1:-1]]
    assert sum(point.routes for point in choke_points(graph)) == len(inside)
    assert {point.system for point in choke_points(graph)} <= set(inside) | _tied(graph)


def _tied(graph: Graph) -> set[str]:
    """Systems on any best route of a foothold: of equals either search may take another."""
    other = peer(graph)
    found: set[str] = set()
    for foothold in graph.footholds:
        for core in graph.cores:
            if nx.has_path(other, foothold.system, core.key):
                paths = nx.all_simple_paths(other, foothold.system, core.key)
                found |= {node for path in paths for node in path}
    return found


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
