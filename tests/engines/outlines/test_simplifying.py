"""Simple outlines stay where they ran, and neighbours keep one border between them."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.outlines import Frame, Outline, features_of, simplified

M = 1 / 111_200  # degrees of latitude


def edges(outline: Outline) -> set[frozenset[tuple[float, float]]]:
    return {frozenset(pair) for polygon in outline for ring in polygon for pair in pairwise(ring) if pair[0] != pair[1]}


def neighbours(border: list[float]) -> tuple[Outline, Outline]:
    """Two squares with a wavy border between them: so many metres east of 109°, every 100 m southwards."""
    line = [(109 + off * M, -7 - (at + 1) * 100 * M) for at, off in enumerate(border)]
    south = -7 - (len(border) + 1) * 100 * M
    top, bottom = (109.0, -7.0), (109.0, south)
    west = [(108.9, -7.0), top, *line, bottom, (108.9, south), (108.9, -7.0)]
    east = [(109.1, south), bottom, *line[::-1], top, (109.1, -7.0), (109.1, south)]
    return [[west]], [[east]]


@given(st.lists(st.floats(-200, 200), min_size=1, max_size=25), st.floats(1, 300))
def test_neighbours_share_their_border_as_before(border: list[float], metres: float) -> None:
    west, east = simplified(neighbours(border), metres)
    between = edges(west) & edges(east)
    assert {point for edge in between for point in edge} >= {(109.0, -7.0)}
    alone = edges(west) ^ edges(east)
    assert not [edge for edge in alone if all(abs(x - 109) < 0.05 for x, _y in edge)]


@given(st.lists(st.floats(-200, 200), min_size=1, max_size=25), st.floats(1, 300))
def test_no_point_lies_farther_from_the_border_than_it_may(border: list[float], metres: float) -> None:
    west, _east = neighbours(border)
    kept = [point for point in simplified([west, _east], metres)[0][0][0] if abs(point[0] - 109) < 0.05]
    for x, y in west[0][0]:
        if abs(x - 109) < 0.05:
            assert min(_off((x, y), one, other) for one, other in pairwise(kept)) <= metres * M * 1.001


def _off(point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> float:
    narrow = cos(radians(7))
    ax, ay = (other[0] - one[0]) * narrow, other[1] - one[1]
    px, py = (point[0] - one[0]) * narrow, point[1] - one[1]
    along = max(0.0, min(1.0, (px * ax + py * ay) / ((ax * ax + ay * ay) or 1)))
    return hypot(px - along * ax, py - along * ay)


def test_a_splinter_is_dropped_but_a_place_never_vanishes() -> None:
    def square(west: float, metres: float) -> list[list[tuple[float, float]]]:
        side = metres * M
        return [[(west, -7.0), (west + side, -7.0), (west + side, -7 - side), (west, -7 - side), (west, -7.0)]]

    for whole in (900, 8):
        (kept,) = simplified([[square(109, whole), square(109.2, 5)]], 50)
        assert edges(kept) == edges([square(109, whole)])


@pytest.mark.slow
@pytest.mark.shared_data
def test_the_villages_of_the_sample_region_lose_points_and_no_border(shared_data: Path) -> None:
    read = features_of((shared_data / "reach" / "kebumen_desa_33.05.geojson").read_bytes())
    outlines = [one.outline for one in read]
    made = simplified(outlines, 25)
    shared = [sum(len(edges(one)) for one in each) - len(set().union(*map(edges, each))) for each in (outlines, made)]
    points = [sum(len(ring) for one in each for polygon in one for ring in polygon) for each in (outlines, made)]
    assert len(made) == 460
    assert all(made)
    assert points[1] < 0.75 * points[0]
    whole, simple = (sum(len(set(edges(one))) for one in each) for each in (outlines, made))
    assert shared[1] / simple > 0.9 * shared[0] / whole
    frame = Frame.around(made, width=1000)
    assert sum(len(frame.path(one)) for one in made) < 120_000
