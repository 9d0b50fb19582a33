"""A plan that was worked out, in the words of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selaras.engines.indonesian.wording import number
from selaras.engines.routes import percent
from selaras.exposure.models import Computation, Fix
from selaras.exposure.remaining import part_left


@dataclass(frozen=True)
class Step:
    """`left`: the part of the first risk that is left once this fix and those before it are done."""

    fix: Fix | None
    spent: int
    left: str
    width: float


@dataclass(frozen=True)
class ToldPlan:
    sentence: str
    steps: list[Step]
    severe: list[Fix]
    severe_left: str
    proven: bool
    gap: str
    worlds: str


def told_plan(computation: Computation, fixes: Sequence[Fix]) -> ToldPlan:
    """A fix that was done or dropped meanwhile keeps its place without its name."""
    result: dict[str, Any] = computation.result
    known = {fix.key: fix for fix in fixes}
    before = result["before"][0]
    return ToldPlan(
        result["sentence"],
        [
            Step(known.get(key), spent, percent(part_left(risk, before)), part_left(risk, before))
            for key, spent, risk, _low, _high in result["steps"]
        ],
        [known[key] for key in result["severe"] if key in known],
        percent(part_left(result["severe_left"][0], before)),
        result["proof"]["proven"],
        percent(result["proof"]["gap"]),
        number(result["proof"]["worlds"]),
    )
