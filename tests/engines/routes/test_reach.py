"""Sampled reach agrees with listing every outcome, and shows what the best single route hides."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import networkx as nx
import pytest
from hypothesis import given, settings

from selaras.engines.routes import (
    Connection,
    Foothold,
    Graph,
    InventoryError,
    Likelihood,
    SharedHost,
    System,
    best_routes,
    opened_by,
    reach,
)
from selaras.engines.routes.layout import Layout, lay_out
from tests.engines.routes.inventories import DISTRICT, inventories

A_HALF = Likelihood.exactly(0.5)


def exact(layout: Layout, start: int) -> dict[str, float]:
    """The chance of each system by every combination of its uncertain events."""
    unsure = [event for event, chance in enumerate(layout.chance) if chance < 1]
    found = dict.fromkeys(layout.at, 0.0)
    for outcome in product((True, False), repeat=len(unsure)):
        happened = dict(zip(unsure, outcome, strict=True))
        chance = 1.0
        for event, happens in happened.items():
            chance *= layout.chance[event] if happens else 1 - layout.chance[event]
        world = nx.DiGraph()
        world.add_node(start)
        arcs = zip(layout.tail, layout.head, layout.event, strict=True)
        world.add_edges_from((tail, head) for tail, head, event in arcs if happened.get(event, True))
        for key, node in layout.at.items():
            if node == start or node in nx.descendants(world, start):
                found[key] += chance
    return found


@settings(max_examples=12)
@given(inventories(most=5).filter(lambda graph: len(graph.connections) + len(graph.hosts) <= 6))
def test_as_listing_every_outcome(graph) -> None:
    layout = lay_out(graph)
    sampled, truth = reach(graph, worlds=8_192, seed=3), exact(layout, layout.outside)
    for key, chance in truth.items():
        assert sampled.shares[key].chance == pytest.approx(chance, abs=0.03)  # above five standard errors


def test_the_systems_of_one_host_fall_together_or_not_at_all() -> None:
    keys = ("a", "b", "c")
    systems = (System("a"), System("b", worth=1), System("c", worth=1))
    joint = Graph(systems, (), (SharedHost("h", keys, likelihood=A_HALF),), (Foothold("a"),))
    apart = Graph(systems, tuple(Connection("a", to, "api", likelihood=A_HALF) for to in "bc"), (), (Foothold("a"),))
    together, alone = reach(joint), reach(apart)
    assert together.shares["b"] == together.shares["c"]
    assert together.risk.high - together.risk.low > 1.2 * (alone.risk.high - alone.risk.low)  # both or none


def test_the_best_single_route_understates() -> None:
    weak = [System(f"w{at}") for at in range(40)]
    ways = [Connection("net", system.key, "network") for system in weak]
    ways += [Connection(system.key, "core", "credentials") for system in weak]
    graph = Graph((System("net"), *weak, System("core", worth=1)), tuple(ways), (), (Foothold("net"),))
    best, share = best_routes(graph, "core", 1)[0].chance, reach(graph).shares["core"]
    assert best == pytest.approx(0.07)
    assert share.low < 1 - (1 - 0.07) ** 40 < share.high


def test_the_risk_weighs_the_cores() -> None:
    found = reach(DISTRICT)
    assert found.risk.chance == pytest.approx(2 * found.shares["simpeg"].chance + found.shares["sipd"].chance, abs=1e-9)


def test_more_worlds_narrow_the_interval() -> None:
    few, many = (reach(DISTRICT, worlds=worlds).shares["dinas"] for worlds in (64, 4_096))
    assert many.high - many.low < (few.high - few.low) / 4


def test_the_same_seed_gives_the_same_answer_and_another_one_another() -> None:
    assert reach(DISTRICT, seed=5) == reach(DISTRICT, seed=5) != reach(DISTRICT, seed=6)


@given(inventories())
def test_what_is_more_likely_reaches_no_less(graph) -> None:
    less, more = (
        reach(replace(graph, footholds=(Foothold("s0"), Foothold("s1", Likelihood.exactly(chance)))), worlds=128)
        for chance in (0.2, 0.7)
    )
    assert all(less.shares[key].chance <= more.shares[key].chance for key in less.shares)


def test_what_one_breached_system_opens() -> None:
    opened = opened_by(DISTRICT, "simpeg")
    assert opened.shares["simpeg"].chance == 1
    assert opened.shares["sipd"].low < 0.6 < opened.shares["sipd"].high
    assert {key for key, share in opened.shares.items() if share.chance == 0} == {"net", "vendor", "desa", "dinas"}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"systems": (*DISTRICT.systems, System("net"))}, "“net” tercatat dua kali"),
        ({"connections": (Connection("net", "ekinerja", "api"),)}, "“ekinerja” dirujuk, tetapi tidak terdaftar"),
        ({"connections": (Connection("net", "desa", "kabel"),)}, "“kabel” tidak dikenal. Pilih salah satu: network"),
        ({"footholds": ()}, "Belum ada titik masuk"),
        ({"systems": tuple(replace(one, worth=0) for one in DISTRICT.systems)}, "Belum ada sistem inti"),
    ],
)
def test_a_broken_inventory_says_what_to_mend(broken, words) -> None:
    with pytest.raises(InventoryError, match=words):
        reach(replace(DISTRICT, **broken))


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(InventoryError, match="tidak berurutan"):
        Likelihood(0.5, 0.4, 0.9)


def test_an_unknown_breached_system_is_named() -> None:
    with pytest.raises(InventoryError, match="“lain” tidak ada dalam daftar"):
        opened_by(DISTRICT, "lain")
