"""The villages of a district as points on a plane, numbered as in the table beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

WIDTH = 480
MARGIN = 28
LEAST = 36  # two points this close, or closer, could not be told apart, so they move apart
_STEPS = 60


@dataclass(frozen=True)
class Point:
    number: int
    code: str
    name: str
    x: int
    y: int
    step: int
    told: str  # what its shade stands for, in words


@dataclass(frozen=True)
class PointMap:
    width: int
    height: int
    points: Sequence[Point]


def point_map(villages: Sequence[Mapping[str, Any]]) -> PointMap | None:
    """Villages with `number`, `code`, `name`, `latitude`, `longitude`, `step` and `told`, as points that do not touch.

    None where fewer than two have a place. O(n²) for n villages of one district, at most about thirty.
    """
    placed = [one for one in villages if one["latitude"] is not None and one["longitude"] is not None]
    if len(placed) < 2:
        return None
    middle = radians(sum(float(one["latitude"]) for one in placed) / len(placed))
    across = [float(one["longitude"]) * cos(middle) for one in placed]
    down = [-float(one["latitude"]) for one in placed]
    scale = (WIDTH - 2 * MARGIN) / max(max(across) - min(across), max(down) - min(down), 1e-9)
    spots = [[(x - min(across)) * scale, (y - min(down)) * scale] for x, y in zip(across, down, strict=True)]
    _move_apart(spots)
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    points = [
        _point(one, round(x - left) + MARGIN, round(y - top) + MARGIN)
        for one, (x, y) in zip(placed, spots, strict=True)
    ]
    return PointMap(max(p.x for p in points) + MARGIN, max(p.y for p in points) + MARGIN, points)


def _move_apart(spots: list[list[float]]) -> None:
    """Push points that cover each other apart, a little at a time; those alone stay where they are."""
    for _ in range(_STEPS):
        calm = True
        for at, one in enumerate(spots):
            for other in spots[at + 1 :]:
                dx, dy = other[0] - one[0], other[1] - one[1]
                apart = (dx * dx + dy * dy) ** 0.5
                if apart >= LEAST:
                    continue
                calm = False
                if apart < 1e-6:
                    dx, dy, apart = 1.0, 0.0, 1.0
                push = (LEAST - apart) / 2 + 0.5
                for spot, sign in ((one, -1), (other, 1)):
                    spot[0] += sign * push * dx / apart
                    spot[1] += sign * push * dy / apart
        if calm:
            return


def _point(village: Mapping[str, Any], x: int, y: int) -> Point:
    return Point(village["number"], village["code"], village["name"], x, y, village["step"], village["told"])


def step_of(share: float | None) -> int:
    """The shade of a share, 1 to 5; 0 where there is none.

    >>> [step_of(share) for share in (None, 0.0, 0.19, 0.2, 1.0)]
    [0, 1, 1, 2, 5]
    """
    return 0 if share is None else min(5, int(share * 5) + 1)
