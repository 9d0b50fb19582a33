"""The k best routes are those that listing every simple path would give."""

from __future__ import annotations

from itertools import pairwise
from math import prod

import networkx as nx
import pytest
from hypothesis import given

import selaras.engines.routes.best as best
from selaras.engines.routes import InventoryError, best_routes, chance_at
from tests.engines.routes.inventories import DISTRICT, inventories, peer


def test_the_routes_of_a_core_with_their_footholds() -> None:
    told = [(route.systems, round(route.chance, 4)) for route in best_routes(DISTRICT, "simpeg")]
    assert told == [
        (("vendor", "simpeg"), 0.025),
        (("net", "desa", "dinas", "simpeg"), 0.007),
        (("net", "desa", "dinas", "simpeg"), 0.004),  # by the host they share
        (("net", "dinas", "simpeg"), 0.003),
    ]


@given(inventories())
def test_as_listing_every_path(graph) -> None:
    other, core = peer(graph), graph.cores[0].key
    paths = nx.all_simple_paths(other, "outside", core)
    chances = sorted((prod(other.edges[arc]["chance"] for arc in pairwise(path)) for path in paths), reverse=True)
    assert [route.chance for route in best_routes(graph, core, 8)] == pytest.approx(chances[:8])


@given(inventories())
def test_the_chance_of_the_same_steps_at_each_end_of_the_ranges(graph) -> None:
    for route in best_routes(graph, graph.cores[0].key, 8):
        low, usual, high = (chance_at(route, graph, level) for level in ("low", "usual", "high"))
        assert usual == pytest.approx(route.chance)
        assert low <= usual <= high


@given(inventories(most=12))
def test_a_narrow_corridor_changes_nothing(graph) -> None:
    core = graph.cores[0].key
    whole = [route.chance for route in best_routes(graph, core, 5)]
    wide, best._CORRIDOR = best._CORRIDOR, 1
    try:
        assert [route.chance for route in best_routes(graph, core, 5)] == pytest.approx(whole)
    finally:
        best._CORRIDOR = wide


def test_none_is_no_number_of_routes() -> None:
    with pytest.raises(InventoryError, match="paling sedikit satu"):
        best_routes(DISTRICT, "simpeg", 0)
