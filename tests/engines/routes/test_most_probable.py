"""The most probable route of each system to each core, in words and against networkx."""

from __future__ import annotations

from math import log

import networkx as nx
import pytest
from hypothesis import given

from selaras.engines.routes import KINDS, Connection, Foothold, Graph, SharedHost, System, most_probable
from tests.engines.routes.inventories import DISTRICT, inventories, peer


def test_the_first_route_is_told_in_one_sentence() -> None:
    route = most_probable(DISTRICT).route("net", "simpeg")
    assert route is not None
    assert route.sentence() == (
        "Dari internet ke SIMPEG dalam 3 langkah lewat situs Desa Contoh dan situs Dinas Contoh; "
        "peluangnya sekitar 0,7 %."
    )


def test_each_step_tells_by_what_and_how_likely() -> None:
    route = most_probable(DISTRICT).route("net", "sipd")
    assert route is not None
    assert route.told_steps() == (
        "internet → situs Desa Contoh (jangkauan jaringan, sekitar 10 %)",
        "situs Desa Contoh → situs Dinas Contoh (sandi tersimpan, sekitar 70 %)",
        "situs Dinas Contoh → SIMPEG (API, sekitar 10 %)",
        "SIMPEG → SIPD (kepercayaan login, sekitar 60 %)",
    )


def test_the_routes_of_all_footholds_come_most_probable_first() -> None:
    told = [(route.start.key, route.core.key) for route in most_probable(DISTRICT).routes()]
    assert told == [("vendor", "simpeg"), ("vendor", "sipd"), ("net", "simpeg"), ("net", "sipd")]


def test_there_is_no_route_against_the_direction() -> None:
    assert most_probable(DISTRICT).route("sipd", "simpeg") is None


def test_a_shared_host_is_one_step() -> None:
    graph = Graph((System("a", "A"), System("b", "B", worth=1)), (), (SharedHost("h", ("a", "b")),), (Foothold("a"),))
    (route,) = most_probable(graph).routes()
    assert route.told_steps() == ("A → B (peladen bersama, sekitar 40 %)",)
    assert route.sentence() == "Dari A ke B dalam 1 langkah; peluangnya sekitar 40 %."


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("onwards", [True, False])
def test_each_kind_takes_part_in_the_search(kind, onwards) -> None:
    ends = ("a", "b") if onwards else ("b", "a")
    systems = (System("a"), System("b", worth=1))
    graph = Graph(systems, (Connection(*ends, kind.key),), (), (Foothold("a"),))
    passable = {"forward": onwards, "backward": not onwards, "both": True, "joint": True}[kind.direction]
    chances = [route.chance for route in most_probable(graph).routes()]
    assert chances == ([pytest.approx(kind.likelihood.usual)] if passable else [])


@pytest.mark.parametrize("kind", KINDS)
def test_protection_lowers_each_kind(kind) -> None:
    systems = (System("a"), System("b", worth=1))
    bare, protected = (
        Graph(systems, (Connection("a", "b", kind, safe), Connection("b", "a", kind, safe)), (), (Foothold("a"),))
        for safe in (False, True)
    )
    (first,), (second,) = most_probable(bare).routes(), most_probable(protected).routes()
    assert second.chance < first.chance
    assert second.chance == pytest.approx(first.chance * KINDS[kind].left)


@given(inventories())
def test_every_chance_is_that_of_networkx(graph) -> None:
    found, core = most_probable(graph), graph.cores[0].key
    lengths = nx.single_source_dijkstra_path_length(
        peer(graph).reverse(), core, weight=lambda _, __, arc: -log(arc["chance"])
    )
    for at, system in enumerate(graph.systems):
        route = found.route(system.key, core)
        if system.key in lengths:
            assert -log(found.chance[0, at]) == pytest.approx(lengths[system.key], abs=1e-9)
            assert route is not None
            assert route.chance == pytest.approx(found.chance[0, at])
        else:
            assert found.chance[0, at] == 0
            assert route is None
