"""What hangs on the assumptions: the one that decides comes first, and what does not matter moves nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selaras.engines.routes import Connection, Foothold, Graph, InventoryError, Likelihood, System, sensitivity
from tests.engines.routes.inventories import DISTRICT


def test_the_vendors_access_decides() -> None:
    told = sensitivity(DISTRICT)
    assert told.moved[0].kind in {"vendor", "foothold"}
    assert {one.kind for one in told.moved} == {
        "network", "api", "credentials", "vendor", "sign_in", "hosting", "foothold",
    }  # fmt: skip
    assert told.all_low.chance < told.risk.chance < told.all_high.chance


def test_no_assumption_works_backwards() -> None:
    told = sensitivity(DISTRICT)
    assert all(one.low.chance <= told.risk.chance <= one.high.chance for one in told.moved)


def test_a_likelihood_of_ones_own_does_not_move_with_its_kind() -> None:
    systems = (System("net"), System("a", worth=1))
    known = Connection("net", "a", "api", likelihood=Likelihood.exactly(0.3))
    (line, foothold) = sorted(
        sensitivity(Graph(systems, (known,), (), (Foothold("net"),))).moved, key=lambda one: one.kind
    )
    assert (line.kind, line.swing, foothold.swing) == ("api", 0, 0)


def test_a_leader_that_rests_on_one_assumption_is_told() -> None:
    systems = (System("net"), System("a", worth=1), System("b", worth=1))
    ways = (
        Connection("net", "a", "api", likelihood=Likelihood.exactly(0.15)),
        Connection("net", "b", "network"),  # 0.02, 0.10, 0.30
    )
    told = sensitivity(Graph(systems, ways, (), (Foothold("net"),)), leaders=1)
    (network,) = (one for one in told.moved if one.kind == "network")
    assert told.leaders == ("a",)
    assert (network.leave_at_low, network.leave_at_high) == ((), ("a",))
    assert 0.4 < told.stays["a"] < 0.95  # two of three levels


def test_one_leader_at_least() -> None:
    with pytest.raises(InventoryError, match="paling sedikit satu"):
        sensitivity(replace(DISTRICT), leaders=0)
