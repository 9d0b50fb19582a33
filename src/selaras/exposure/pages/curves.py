"""The curve of ten budgets: two lines drawn, and the table that tells the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from selaras.engines.routes import percent
from selaras.exposure.remaining import part_left

WIDTH, HEIGHT = 560, 240


@dataclass(frozen=True)
class Point:
    """`left` and `severe`: the part of the first risk that is left."""

    budget: int
    fixes: int
    left: str
    severe: str
    gap: str
    proven: bool


@dataclass(frozen=True)
class ToldCurve:
    """`planned` and `severe` are the points of the two lines, from the risk before anything is done."""

    points: list[Point]
    planned: str
    severe: str
    width: int = WIDTH
    height: int = HEIGHT


def told_curve(result: dict[str, Any]) -> ToldCurve:
    before, points = result["before"], result["points"]

    def line(name: str) -> str:
        parts = [1.0, *(part_left(one[name], before) for one in points)]
        return " ".join(f"{at * WIDTH / len(points):.0f},{(1 - part) * HEIGHT:.0f}" for at, part in enumerate(parts))

    return ToldCurve(
        [
            Point(
                one["budget"],
                one["fixes"],
                percent(part_left(one["left"], before)),
                percent(part_left(one["severe"], before)),
                percent(one["gap"]),
                one["proven"],
            )
            for one in points
        ],
        line("left"),
        line("severe"),
    )
