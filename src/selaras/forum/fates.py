"""The fate of every proposal as plain JSON: one entry of `result.outcomes` in decision.json.

{"id", "status", "reason", "rank", "score", "cost", "volume", "unit",
 "binding": [{"ceiling", "label", "amount", "left", "needed", "short"}],
 "flip": [{"kind": "ceiling", "ceiling", "label", "amount"} | {"kind": "cost", "amount", "volume", "unit"}
          | {"kind": "score", "score"}],
 "group": {"leader", "reason"} | null, "gates": [{"key", "label", "reason"}],
 "parts": [{"key", "label", "weight", "value"}], "stable": true | false | null}

Where the forum overrode the rule: "override": {"kind", "reason"}, and "reason" is forum_funded or forum_refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from selaras.engines.allocation import Change, Comparison, Flip, Outcome, Reason
from selaras.engines.scoring import WHOLE, ScoreSheet

Json = dict[str, Any]
TENTH = Decimal("0.1")
WAYS = 2  # changes that are told of one proposal
WORTH_TELLING = 5  # a cost cut to less than a fifth of what is asked helps nobody


def tell(inputs: Json, sheet: ScoreSheet, outcomes: Mapping[str, Outcome], shaken: Any) -> list[Json]:
    """Every proposal's fate, in the order of the inputs. O(proposals)."""
    amounts = {row["id"]: row["amount"] for row in inputs["ceilings"]}
    fragile = None if shaken is None else {one.proposal for one in shaken.fragile}
    leaders = _leaders(inputs, outcomes)
    told = [
        _fate(row, sheet, outcomes[row["id"]], amounts, leaders.get(row["id"]), fragile) for row in inputs["proposals"]
    ]
    overrides = {one["id"]: one for one in inputs.get("overrides", ())}
    return [_by_the_forum(fate, overrides[fate["id"]]) if fate["id"] in overrides else fate for fate in told]


def _by_the_forum(fate: Json, override: Json) -> Json:
    """The forum's own word goes before whatever the rule says."""
    said = {"kind": override["kind"], "reason": override["reason"]}
    if override["kind"] == "fund":  # a gate may have closed on it since; then it says so and is not funded
        return fate if fate["cost"] is None else {**fate, "reason": "forum_funded", "override": said}
    return {**fate, "status": "rejected", "reason": "forum_refused", "group": None, "gates": [], "override": said}


def _leaders(inputs: Json, outcomes: Mapping[str, Outcome]) -> dict[str, Json]:
    """For each proposal decided together with another: who leads its group, and why they are one.

    The funded one leads; where none is funded, the one that stands for the group, so long as it could compete.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for row in inputs["proposals"]:
        if row["group"]:
            groups[row["group"]].append(row["id"])
    leads = set(inputs["leads"])
    told: dict[str, Json] = {}
    for key, members in groups.items():
        funded = [each for each in members if outcomes[each].funded]
        standing = [each for each in members if each in leads and outcomes[each].reason is not Reason.INELIGIBLE]
        leader = next(iter(funded or standing), None)
        told |= {each: {"leader": leader, "reason": inputs["groups"][key]} for each in members if each != leader}
    return {each: group for each, group in told.items() if group["leader"]}


def _fate(
    row: Json,
    sheet: ScoreSheet,
    outcome: Outcome,
    amounts: Mapping[str, int],
    group: Json | None,
    fragile: set[str] | None,
) -> Json:
    line = sheet.line(row["id"])
    reason = Reason.GROUP_TAKEN if group and not outcome.funded else outcome.reason
    return {
        "id": row["id"],
        "status": _status(row, outcome, reason),
        "reason": str(reason),
        "rank": outcome.rank,
        "score": line.units,
        "cost": row["cost"] if outcome.funded else None,
        "volume": row["volume"],
        "unit": row["unit"],
        "binding": [
            {
                "ceiling": one.id,
                "label": one.label,
                "amount": amounts[one.id],
                "left": one.left,
                "needed": one.needed,
                "short": one.short,
            }
            for one in outcome.binding
        ],
        "flip": [] if outcome.funded else list(_ways(row, outcome))[:WAYS],
        "group": group if reason is Reason.GROUP_TAKEN else None,
        "gates": row["gates"],
        "parts": [
            {
                "key": part.criterion.key,
                "label": part.criterion.label,
                "weight": int(part.criterion.weight),
                "value": None if part.mark is None else f"{float(part.mark):.2f}",
            }
            for part in line.parts
        ],
        "stable": None if fragile is None or outcome.reason is Reason.INELIGIBLE else row["id"] not in fragile,
    }


def _status(row: Json, outcome: Outcome, reason: Reason) -> str:
    if outcome.funded:
        return "changed" if row["changed"] else "accepted"
    return "merged" if reason is Reason.GROUP_TAKEN else "rejected"


def _ways(row: Json, outcome: Outcome) -> Iterator[Json]:
    for flip in outcome.flips:
        if flip.change is Change.CEILING:
            yield from _raised(flip)
        elif flip.change is Change.COST and flip.to and flip.to * WORTH_TELLING >= row["cost"]:
            yield {"kind": "cost", "amount": flip.to, "volume": _volume(row, flip.to), "unit": row["unit"]}
        elif flip.change is Change.SCORE and flip.to is not None and flip.to <= WHOLE:
            yield {"kind": "score", "score": str((Decimal(flip.to) * 100 / WHOLE).quantize(TENTH, ROUND_CEILING))}


def _raised(flip: Flip) -> Iterator[Json]:
    """A change of one ceiling; where several must move together no single sentence says it."""
    if len(flip.ceilings) == 1:
        one = flip.ceilings[0]
        yield {"kind": "ceiling", "ceiling": one.id, "label": one.label, "amount": one.by}


def _volume(row: Json, cost: int) -> str | None:
    """The whole units that `cost` buys at the proposal's own price; None where that is not one."""
    if not row["volume"] or not row["cost"]:
        return None
    units = int(Decimal(row["volume"]) * cost / row["cost"])
    return str(units) if units >= 1 else None


def sums(comparison: Comparison, rule: str) -> Json:
    """Per dimension and key what one rule funds: count and rupiah."""
    place = comparison.rules.index(rule)
    return {
        dimension: {row.key: [row.shares[place].count, row.shares[place].cost] for row in rows}
        for dimension, rows in comparison.places.items()
        if dimension in ("agency", "district")
    }
