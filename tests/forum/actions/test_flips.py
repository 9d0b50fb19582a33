"""What is said to turn an outcome round does so when the whole decision is computed again, and no rupiah less does."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from selaras.forum import deciding
from selaras.forum.inputs import gather
from tests.forum.random_inputs import decision_inputs
from tests.forum.small_forum import ready

Json = dict[str, Any]


def funded_with(inputs: Json, number: str, change: Callable[[Json], None]) -> bool:
    changed = copy.deepcopy(inputs)
    change(changed)
    fates = {fate["id"]: fate for fate in deciding.decide(changed)["outcomes"]}
    return fates[number]["status"] in ("accepted", "changed")


def raised(ceiling: str, by: int) -> Callable[[Json], None]:
    def change(inputs: Json) -> None:
        next(row for row in inputs["ceilings"] if row["id"] == ceiling)["amount"] += by

    return change


def costing(number: str, cost: int) -> Callable[[Json], None]:
    def change(inputs: Json) -> None:
        next(row for row in inputs["proposals"] if row["id"] == number)["cost"] = cost

    return change


def confirm(inputs: Json) -> list[str]:
    """Every claim about a ceiling or a cost, computed again; the kinds of claims there were."""
    seen = []
    for fate in deciding.decide(inputs)["outcomes"]:
        number = fate["id"]
        for way in fate["flip"]:
            seen.append(way["kind"])
            if way["kind"] == "ceiling":
                assert funded_with(inputs, number, raised(way["ceiling"], way["amount"])), (number, way)
                assert not funded_with(inputs, number, raised(way["ceiling"], way["amount"] - 1)), (number, way)
            elif way["kind"] == "cost":
                assert funded_with(inputs, number, costing(number, way["amount"])), (number, way)
                assert not funded_with(inputs, number, costing(number, way["amount"] + 1)), (number, way)
    return seen


@pytest.mark.django_db
def test_every_claim_of_the_small_forum_holds() -> None:
    assert "cost" in set(confirm(gather(ready(), "ranked")))


@settings(max_examples=60, deadline=None)
@given(inputs=decision_inputs())
def test_every_claim_of_any_forum_holds(inputs: Json) -> None:
    confirm(inputs)


def test_a_raise_that_the_plan_would_take_is_not_claimed(db: None) -> None:
    forum = ready()
    forum.cycle.ceilings.filter(agency__code="2.16").update(amount=145_000_000)  # R-4 lacks 5 million, U-6 nothing
    inputs = gather(forum, "ranked")
    next(row for row in inputs["proposals"] if row["id"] == "U-6")["cost"] = 75_000_000
    fates = {fate["id"]: fate for fate in deciding.decide(inputs)["outcomes"]}
    assert fates["U-6"]["reason"] == "ceiling"
    assert "agency:2.16" not in {way.get("ceiling") for way in fates["U-6"]["flip"]}
