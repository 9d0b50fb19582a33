"""A fix marked as done shows what it changes, and only that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from selaras.engines.routes import (
    Connection,
    Fix,
    FixKind,
    Foothold,
    Graph,
    Likelihood,
    System,
    leading_routes,
    reach,
    what_if,
)
from tests.engines.routes.inventories import DISTRICT, inventories

CUT = Fix("tutup vendor", FixKind.SEGMENT, DISTRICT.connections[4], 1)


def test_the_leading_route_gives_way_to_the_next() -> None:
    seen = what_if(DISTRICT, [CUT])
    assert [route.systems for route in seen.before.routes if route.core.key == "simpeg"] == [("vendor", "simpeg")]
    assert [route.systems for route in seen.after.routes if route.core.key == "simpeg"] == [
        ("net", "desa", "dinas", "simpeg")
    ]
    assert seen.closed == ()


def test_a_cut_is_as_if_the_connection_were_not_there() -> None:
    without: Graph = replace(DISTRICT, connections=tuple(one for one in DISTRICT.connections if one is not CUT.target))
    after = what_if(DISTRICT, [CUT]).after
    assert after.routes == leading_routes(without)
    other = reach(without, seed=1)
    for key, share in after.reach.shares.items():
        assert share.chance == pytest.approx(other.shares[key].chance, abs=0.06)


def test_what_two_fixes_leave_is_multiplied() -> None:
    way = Connection("net", "a", "api", likelihood=Likelihood.exactly(0.8))
    graph = Graph((System("net"), System("a", worth=1)), (way,), (), (Foothold("net"),))
    after = what_if(graph, [Fix(key, FixKind.SEGMENT, way, 1, left=0.5) for key in "ab"], worlds=4_096).after
    assert after.routes[0].chance == pytest.approx(0.2)
    assert after.reach.shares["a"].low < 0.2 < after.reach.shares["a"].high


def test_a_closed_core_is_named() -> None:
    retired = [Fix("hentikan", FixKind.RETIRE, "simpeg", 1)]
    assert set(what_if(DISTRICT, retired).closed) == {"simpeg", "sipd"}


@given(inventories())
def test_no_fix_ever_helps_the_intruder(graph) -> None:
    fixes = [Fix(f"patch {one.key}", FixKind.PATCH, one.key, 1, left=0.4) for one in graph.systems]
    seen = what_if(graph, fixes, worlds=128)
    before, after = seen.before.reach.shares, seen.after.reach.shares
    assert all(after[key].chance <= before[key].chance for key in before)
