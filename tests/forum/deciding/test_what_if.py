"""What an office asks before it changes anything: the answer is what a decision would be, and nothing is stored."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.allocation import Infeasible
from selaras.engines.scoring import CriteriaError
from selaras.forum import deciding, what_if
from selaras.forum.actions import decide
from selaras.forum.models import Forum
from selaras.forum.what_if import Material, ask
from tests.forum.random_inputs import decision_inputs, overridden_inputs
from tests.forum.results import FUNDED
from tests.forum.small_forum import actor, ready, table_counts

Json = dict[str, Any]


def material_of(inputs: Json) -> Material:
    return what_if.unpack(what_if.pack(inputs, deciding.allocate(inputs)))


def funded(inputs: Json) -> set[str]:
    return {fate["id"] for fate in deciding.decide(inputs)["outcomes"] if fate["status"] in FUNDED}


@settings(max_examples=60, deadline=None)
@given(inputs=decision_inputs())
def test_asked_for_nothing_nothing_changes(inputs: Json) -> None:
    answer = ask(material_of(inputs), {}, {})
    assert (answer.flipped, answer.districts, answer.priorities) == (0, [], [])
    assert answer.cost == answer.cost_before
    assert list(answer.ledger) == deciding.decide(inputs)["ledger"]


@settings(max_examples=120, deadline=None)
@given(inputs=overridden_inputs(), data=st.data())
def test_the_answer_is_what_a_decision_would_be(inputs: Json, data: st.DataObject) -> None:
    try:
        material, before = material_of(inputs), funded(inputs)
    except Infeasible:
        return
    amounts = {row["id"]: data.draw(st.integers(0, 200)) for row in inputs["ceilings"] if data.draw(st.booleans())}
    weights = {row["key"]: data.draw(st.integers(0, 9)) for row in inputs["criteria"] if data.draw(st.booleans())}
    changed = {
        **inputs,
        "ceilings": [
            row | {"amount": amounts[row["id"]], "minimum": min(row["minimum"], amounts[row["id"]])}
            if row["id"] in amounts
            else row
            for row in inputs["ceilings"]
        ],
        "criteria": [row | {"weight": weights.get(row["key"], row["weight"])} for row in inputs["criteria"]],
    }
    try:
        after = funded(changed)
    except (CriteriaError, Infeasible) as wrong:
        with pytest.raises(type(wrong)):
            ask(material, amounts, weights)
        return
    answer = ask(material, amounts, weights)
    assert set(answer.gained) == after - before
    assert set(answer.lost) == before - after
    assert answer.funded == len(after)
    assert sum(one.gained for one in answer.districts) == len(answer.gained)
    assert sum(one.lost for one in answer.districts) == len(answer.lost)


@pytest.mark.django_db
@pytest.mark.parametrize("rule", Forum.Rule.values)
def test_every_decision_keeps_its_material_and_a_question_stores_nothing(rule: str) -> None:
    decision = decide(ready(), rule=rule, actor=actor())
    before = table_counts()
    material = what_if.unpack(bytes(decision.material.data))
    assert ask(material, {"district:33.05.01": 300_000_000}, {}).gained == ["U-2", "U-5"]
    assert ask(material, {"district:33.05.01": 0}, {}).lost
    assert table_counts() == before


@pytest.mark.django_db
def test_the_material_holds_no_mark_and_no_ballot() -> None:
    decision = decide(ready(), actor=actor())
    inputs = what_if.unpack(bytes(decision.material.data)).inputs
    assert not {"marks", "ballots", "conflicts"} & inputs.keys()
