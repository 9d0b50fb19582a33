"""From degrees to the whole numbers of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from selaras.engines.outlines.reading import Outline, Point, Ring


@dataclass(frozen=True)
class Frame:
    """A map `width` units wide, north up; over one regency the earth counts as flat (it errs by less than 1 %)."""

    west: float
    north: float
    across: float  # units per degree of longitude
    down: float  # units per degree of latitude
    width: int
    height: int

    @classmethod
    def around(cls, outlines: Sequence[Outline], points: Sequence[Point] = (), *, width: int) -> Frame:
        """The smallest frame that holds them all; there must be one point at least."""
        every = [*points, *(point for outline in outlines for polygon in outline for point in polygon[0])]
        west, east = min(x for x, _ in every), max(x for x, _ in every)
        south, north = min(y for _, y in every), max(y for _, y in every)
        narrow = cos(radians((south + north) / 2))
        down = width / max((east - west) * narrow, (north - south) / 2, 1e-6)
        height = max(round((north - south) * down), 1)
        return cls(west, north, down * narrow, down, width, height)

    def spot(self, point: Point) -> tuple[int, int]:
        return round((point[0] - self.west) * self.across), round((self.north - point[1]) * self.down)

    def path(self, outline: Outline) -> str:
        """The data of an SVG path (SVG 2, chapter 9.3); empty where nothing of it is as large as a unit."""
        return "".join(self._ring(ring) for polygon in outline for ring in polygon)

    def _ring(self, ring: Ring) -> str:
        spots = [self.spot(point) for point in ring]
        steps = [(x - left, y - top) for (left, top), (x, y) in pairwise(spots)]
        drawn = "".join(_step(dx, dy) for dx, dy in steps[:-1] if dx or dy)
        return f"M{spots[0][0]} {spots[0][1]}{drawn}z" if len({*spots}) > 2 else ""


def _step(dx: int, dy: int) -> str:
    if not dy:
        return f"h{dx}"
    return f"l{dx}{dy if dy < 0 else f' {dy}'}" if dx else f"v{dy}"
