"""What must hold of every result of a decision."""

from __future__ import annotations

from typing import Any

from selaras.engines.allocation import Broken, violations
from selaras.forum import deciding
from selaras.forum.sentences import sentence

Json = dict[str, Any]
FUNDED = ("accepted", "changed")


def check_result(inputs: Json, result: Json) -> None:
    """What must hold of every result, read from the inputs alone."""
    deferred = set(result["plan"]["deferred"])
    spent = {row["id"]: 0 for row in inputs["ceilings"]}
    for line in inputs["plan"]:
        for row in inputs["ceilings"]:
            if (
                line["id"] not in deferred
                and row["kind"] != "district"
                and row["where"].items() <= line["where"].items()
            ):
                spent[row["id"]] += line["cost"]
    left = {row["id"]: row["amount"] - spent[row["id"]] for row in inputs["ceilings"]}
    assert min(left.values()) >= 0
    fates = {fate["id"]: fate for fate in result["outcomes"]}
    funded = [each for each, fate in fates.items() if fate["status"] in FUNDED]
    broken = violations(deciding.problem_of(inputs, {}, left), funded)
    assert {one.id for one in broken} == {line["id"] for line in result["unmet"]}
    assert {one.kind for one in broken} <= {Broken.FLOOR}
    assert list(fates) == [row["id"] for row in inputs["proposals"]]
    assert all(sentence(fate).endswith(".") for fate in fates.values())
    for row in result["ledger"]:
        assert (row["plan"], row["amount"]) == (spent[row["id"]], row["plan"] + row["used"] + row["left"])
        assert row["left"] >= 0
