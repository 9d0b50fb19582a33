"""The decision in a few numbers, by district, agency and priority: what pages and documents show first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from selaras.forum.models import Forum
from selaras.government.models import Agency, Region
from selaras.planning.models import RegionalPriority

Json = dict[str, Any]
FUNDED = ("accepted", "changed")
_TIES = 50  # shown at most; decision.json has them all


def summarise(forum: Forum, inputs: Json, result: Json) -> Json:
    """Three queries, whatever the number of proposals."""
    asked = {row["id"]: row for row in inputs["proposals"]}
    fates: list[Json] = result["outcomes"]
    return {
        "proposals": len(fates),
        **_counts(fates, asked),
        "by_status": dict(Counter(fate["status"] for fate in fates)),
        "ledger": result["ledger"],
        "plan_deferred": result["plan"]["deferred"],
        "districts": _districts(forum, fates, asked),
        "agencies": _agencies(forum, fates, asked),
        "priorities": _priorities(forum, fates, asked),
        "rules": {
            rule: {key: row[key] for key in ("funded", "cost", "score")} for rule, row in result["rules"].items()
        },
        "impossible": result["impossible"],
        "differences": [
            {"rule": rule, "gained": len(row["gained"]), "lost": len(row["lost"])}
            for rule, row in result["rules"].items()
            if row["gained"] or row["lost"]
        ],
        "stability": _stability(result["stability"]),
        "ties": result["ties"][:_TIES],
        "tie_count": len(result["ties"]),
        "unmet": result["unmet"],
        "overrides": [_override(fate) for fate in fates if "override" in fate],
    }


def _override(fate: Json) -> Json:
    return {
        "id": fate["id"],
        "kind": fate["override"]["kind"],
        "reason": fate["override"]["reason"],
        "cost": fate["cost"],
    }


def _counts(fates: Iterable[Json], asked: Mapping[str, Json]) -> Json:
    counted = list(fates)
    funded = [fate for fate in counted if fate["status"] in FUNDED]
    return {
        "asked": len(counted),
        "asked_cost": sum(asked[fate["id"]]["cost"] or 0 for fate in counted),
        "funded": len(funded),
        "funded_cost": sum(fate["cost"] for fate in funded),
    }


def _by(fates: Iterable[Json], key: Any) -> dict[Any, list[Json]]:
    groups: dict[Any, list[Json]] = defaultdict(list)
    for fate in fates:
        groups[key(fate)].append(fate)
    return groups


def _districts(forum: Forum, fates: list[Json], asked: Mapping[str, Json]) -> list[Json]:
    groups = _by(fates, lambda fate: asked[fate["id"]]["where"].get("district"))
    rows = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region)
    return [
        {"code": code, "name": name, "column": column, "row": row, **_counts(groups.get(code, []), asked)}
        for code, name, column, row in rows.values_list("code", "name", "column", "row")
    ]


def _agencies(forum: Forum, fates: list[Json], asked: Mapping[str, Json]) -> list[Json]:
    groups = _by(fates, lambda fate: asked[fate["id"]]["where"].get("agency"))
    rows = Agency.objects.filter(region=forum.cycle.region)
    return [
        {"code": code, "name": name, **_counts(groups[code], asked)}
        for code, name in rows.values_list("code", "name")
        if code in groups
    ]


def _priorities(forum: Forum, fates: list[Json], asked: Mapping[str, Json]) -> list[Json]:
    groups = _by(fates, lambda fate: asked[fate["id"]]["priority"])
    rows = RegionalPriority.objects.filter(cycle=forum.cycle)
    return [
        {"number": number, "name": name, **_counts(groups.get(number, []), asked)}
        for number, name in rows.values_list("number", "name")
    ]


def _stability(stability: Json | None) -> Json | None:
    if stability is None:
        return None
    return {"scenarios": stability["scenarios"], "fragile": len(stability["fragile"])}
