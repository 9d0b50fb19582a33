"""Overrides laid over the inputs of a decision: what the forum funds or refuses against the rule, as plain JSON.

    {"id", "kind": "fund" | "refuse", "cost", "volume", "changed", "reason"}

`cost` and `volume` are null where they stay as recommended or asked for; `changed` tells that what is funded differs
from what was asked for. Inputs of a forum without overrides hold no key `overrides`, so that a decision computed before
there were any still replays to the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]


def laid_over(inputs: Json, overrides: Iterable[Json]) -> Json:
    """The inputs with these overrides; unchanged where there are none. An amount they give closes a gap in it."""
    by_id = {one["id"]: one for one in overrides}
    if not by_id:
        return inputs
    proposals = [_changed(row, by_id[row["id"]]) if row["id"] in by_id else row for row in inputs["proposals"]]
    return {**inputs, "proposals": proposals, "overrides": [by_id[each] for each in sorted(by_id)]}


def _changed(row: Json, override: Json) -> Json:
    if override["kind"] == "refuse":
        return row
    cost = row["cost"] if override["cost"] is None else override["cost"]
    volume = row["volume"] if override["volume"] is None else override["volume"]
    complete = cost and volume is not None and row["unit"]
    given = override["cost"] is not None or override["volume"] is not None
    return {
        **row,
        "cost": cost,
        "volume": volume,
        "changed": (override["reason"] if override["changed"] else "") if given else row["changed"],
        "gates": [gate for gate in row["gates"] if not (complete and gate["key"] == "completeness")],
    }


def ids(inputs: Json, kind: str) -> frozenset[str]:
    """The proposals that an override of this kind names."""
    return frozenset(one["id"] for one in inputs.get("overrides", ()) if one["kind"] == kind)
