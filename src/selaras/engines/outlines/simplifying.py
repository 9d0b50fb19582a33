"""Fewer points for the same shape, so that neighbours still share their border and no gap opens between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians

from selaras.engines.outlines.reading import Outline, Point, Ring, doubled_area

KM_PER_DEGREE = 111.2
_LEAST = 4  # points of a closed ring that still has an area


def simplified(outlines: Sequence[Outline], metres: float) -> list[Outline]:
    """Each border, between two points where more than two meet, kept within `metres` of where it ran.

    Douglas and Peucker (Cartographica 10, 1973) on each border once, in one direction, whichever of the two outlines
    it is read from. Parts that shrink to nothing are dropped, the largest of an outline is kept. O(n²) for a border of
    n points at the worst, about n·log n in practice.

    >>> straight = [[[(0.0, 0.0), (1.0, 0.0001), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]]]
    >>> simplified([straight], 50)
    [[[[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]]]]
    """
    corners = _corners(outlines)
    far = metres / 1000 / KM_PER_DEGREE
    return [_one(outline, corners, far) for outline in outlines]


def _corners(outlines: Sequence[Outline]) -> set[Point]:
    """Points from which a border goes on in more than one way, or where it ends."""
    beside = defaultdict[Point, set[Point]](set)
    for ring in _rings(outlines):
        for one, other in pairwise(ring):
            beside[one].add(other)
            beside[other].add(one)
    return {point for point, near in beside.items() if len(near) != 2}


def _rings(outlines: Sequence[Outline]) -> Iterator[Ring]:
    return (ring for outline in outlines for polygon in outline for ring in polygon)


def _one(outline: Outline, corners: set[Point], far: float) -> Outline:
    made = [[_ring(ring, corners, far) for ring in polygon] for polygon in outline]
    whole = [[polygon[0], *(hole for hole in polygon[1:] if len(hole) >= _LEAST)] for polygon in made]
    kept = [polygon for polygon in whole if len(polygon[0]) >= _LEAST]
    return kept or [max(outline, key=lambda polygon: abs(doubled_area(polygon[0])))[:1]]


def _ring(ring: Ring, corners: set[Point], far: float) -> Ring:
    """The ring border by border; without a corner it begins at its lowest point and turns at the farthest from it."""
    at = [number for number, point in enumerate(ring[:-1]) if point in corners]
    if len(at) < 2:
        first = at[0] if at else min(range(len(ring) - 1), key=ring.__getitem__)
        x, y = ring[first]
        at = sorted({first, max(range(len(ring) - 1), key=lambda n: (hypot(ring[n][0] - x, ring[n][1] - y), ring[n]))})
    turned = [*ring[at[0] : -1], *ring[: at[0] + 1]]
    ends = [*(number - at[0] for number in at), len(turned) - 1]
    kept = [turned[0]]
    for start, end in pairwise(ends):
        kept += _border(turned[start : end + 1], far)[1:]
    return kept


def _border(points: Sequence[Point], far: float) -> list[Point]:
    """The same whichever end it is read from."""
    if points[-1] < points[0] or (points[-1] == points[0] and points[-2] < points[1]):
        return _thinned(points[::-1], far)[::-1]
    return _thinned(points, far)


def _thinned(points: Sequence[Point], far: float) -> list[Point]:
    kept, open_parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    narrow = cos(radians(points[0][1]))
    while open_parts:
        start, end = open_parts.pop()
        if end - start < 2:
            continue
        off, at = max((_off(points[n], points[start], points[end], narrow), n) for n in range(start + 1, end))
        if off > far:
            kept.add(at)
            open_parts += [(start, at), (at, end)]
    return [points[number] for number in sorted(kept)]


def _off(point: Point, start: Point, end: Point, narrow: float) -> float:
    """How far a point lies from the line between two others, in degrees of latitude."""
    across, up = (end[0] - start[0]) * narrow, end[1] - start[1]
    x, y = (point[0] - start[0]) * narrow, point[1] - start[1]
    long = hypot(across, up)
    if not long:
        return hypot(x, y)
    along = max(0.0, min(1.0, (x * across + y * up) / long**2))
    return hypot(x - along * across, y - along * up)
