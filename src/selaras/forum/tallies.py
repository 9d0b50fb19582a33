"""How many proposals of a place asked for how much, and what became of them, counted by the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Sum

from selaras.forum import queries
from selaras.forum.models import Decision, Proposal


@dataclass(frozen=True)
class Tally:
    """Whole rupiah. What competes no longer by itself (withdrawn, split) is asked for, but was never decided."""

    asked: int = 0
    asked_cost: int = 0
    funded: int = 0
    funded_cost: int = 0

    @property
    def unfunded(self) -> int:
        return self.asked - self.funded


_COUNTED = {"asked": Count("pk"), "asked_cost": Sum("cost"), "funded": Count("granted"), "funded_cost": Sum("granted")}


def tally(proposals: QuerySet[Proposal], decision: Decision | None) -> Tally:
    """All of them together. One query."""
    counted = queries.with_outcome(proposals, decision).aggregate(**_COUNTED)
    return Tally(**{name: value or 0 for name, value in counted.items()})


def tallies_by(proposals: QuerySet[Proposal], decision: Decision | None, place: str) -> dict[Any, Tally]:
    """By the key of a column, such as `village`. One query."""
    found = queries.with_outcome(proposals, decision)
    rows = found.order_by().values(place).annotate(**{f"n_{name}": one for name, one in _COUNTED.items()})
    return {row.pop(place): Tally(**{name[2:]: value or 0 for name, value in row.items()}) for row in rows}


def reasons_of(proposals: QuerySet[Proposal], decision: Decision | None) -> list[tuple[str, int]]:
    """Why those without money have none, the most frequent first. One query."""
    found = queries.with_outcome(proposals, decision)
    rows = found.filter(granted=None, reason__isnull=False).order_by().values_list("reason").annotate(many=Count("pk"))
    return sorted(rows, key=lambda row: (-row[1], row[0]))
