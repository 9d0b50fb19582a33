"""Whatever the forum overrides, in whatever combination: no ceiling is exceeded, and the same inputs give the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.allocation import Infeasible
from selaras.forum import deciding, overriding
from selaras.forum.displacing import effect
from selaras.forum.errors import NotReady
from selaras.forum.models import Forum
from tests.forum.random_inputs import decision_inputs, overridden_inputs
from tests.forum.results import FUNDED, check_result

Json = dict[str, Any]


@pytest.mark.parametrize("rule", Forum.Rule.values)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_combination_of_overrides_exceeds_a_ceiling(rule: str, data: st.DataObject) -> None:
    inputs = data.draw(overridden_inputs(rule))
    if rule not in deciding.allocating.available(inputs):
        return
    try:
        result = deciding.decide(inputs)
    except Infeasible:
        return  # nothing is decided; whether that is right the next test asks
    check_result(inputs, result)
    open_ = {row["id"] for row in inputs["proposals"] if not row["gates"]}
    for one in inputs.get("overrides", ()):
        fate = next(fate for fate in result["outcomes"] if fate["id"] == one["id"])
        assert (fate["status"] in FUNDED) is (one["kind"] == "fund" and one["id"] in open_)
    again = overriding.laid_over(_shuffled(inputs), reversed(inputs.get("overrides", [])))
    assert deciding.canonical(deciding.decide(again)) == deciding.canonical(result)


def _shuffled(inputs: Json) -> Json:
    """The same marks in another order: a register need not give them alike twice."""
    return {**inputs, "marks": random.Random(1).sample(inputs["marks"], len(inputs["marks"]))}


@settings(max_examples=80, deadline=None)
@given(inputs=overridden_inputs())
def test_overrides_are_refused_only_where_they_cannot_hold(inputs: Json) -> None:
    sure = overriding.ids(inputs, "fund")
    rows = [row for row in inputs["proposals"] if row["id"] in sure and not row["gates"]]
    left = deciding.admit_plan(inputs)["left"]
    too_much = any(
        sum(row["cost"] for row in rows if ceiling["where"].items() <= row["where"].items()) > left[ceiling["id"]]
        for ceiling in inputs["ceilings"]
    )
    groups = [row["group"] for row in rows if row["group"]]
    if too_much or len(groups) != len(set(groups)):
        with pytest.raises(Infeasible):
            deciding.allocate(inputs)
    else:
        assert set(deciding.allocate(inputs).chosen.selected) >= {row["id"] for row in rows}


@settings(max_examples=80, deadline=None)
@given(inputs=decision_inputs(), data=st.data())
def test_the_effect_told_before_is_the_difference_after(inputs: Json, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(inputs["proposals"]))
    kind = data.draw(st.sampled_from(["fund", "refuse"]))
    one = {"id": row["id"], "kind": kind, "cost": None, "volume": None, "changed": False, "reason": "Mendesak"}
    try:
        told = effect(inputs, one)
    except NotReady:
        assert kind == "fund"
        return
    before, after = (_funded(deciding.decide(each)) for each in (inputs, overriding.laid_over(inputs, [one])))
    assert (row["id"] in before, row["id"] in after) == (told.before, told.after)
    assert set(told.gained) == after - before - {row["id"]}
    assert set(told.lost) == before - after - {row["id"]}
    assert told.idle is (before == after)


def _funded(result: Json) -> set[str]:
    return {fate["id"] for fate in result["outcomes"] if fate["status"] in FUNDED}
