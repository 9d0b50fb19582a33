"""The ceilings over what is on the floor, each with what is left of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from selaras.forum.inputs import ceilings, programme
from selaras.forum.models import Forum
from selaras.forum.queries import decision_in_force
from selaras.planning.models import WorkPlanItem

Line = dict[str, Any]


def ledger(forum: Forum) -> list[Line]:
    """As the decision in force left it; before one, each ceiling with what the draft work plan asks of it."""
    decision = decision_in_force(forum)
    if decision:
        lines: list[Line] = decision.summary["ledger"]
        return lines
    items = WorkPlanItem.objects.filter(cycle=forum.cycle_id).values_list(
        "cost", "agency__code", "code", "source_of_funds"
    )
    tagged = [
        (cost, {"agency": agency, "programme": programme(code), "source": source})
        for cost, agency, code, source in items
    ]
    return [_line(row, tagged) for row in ceilings(forum)]


def _line(row: Line, tagged: Sequence[tuple[int, Line]]) -> Line:
    where: Line = row["where"]
    plan = sum(cost for cost, tags in tagged if where.items() <= tags.items())
    told = {key: row[key] for key in ("id", "kind", "label", "amount")}
    return told | {"plan": plan, "used": 0, "left": row["amount"] - plan}


def shared(lines_of: Sequence[Sequence[Line]]) -> list[Line]:
    """The ceilings that stand over every one of several proposals, those with least left first.

    `over` is by how much (rupiah) one is exceeded already.
    """
    if not lines_of:
        return []
    common = set.intersection(*({line["id"] for line in lines} for lines in lines_of))
    lines = [line | {"over": max(-line["left"], 0)} for line in lines_of[0] if line["id"] in common]
    return sorted(lines, key=lambda line: int(line["left"]))
