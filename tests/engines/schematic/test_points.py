"""Villages as points on a plane: in their direction from each other, and never one upon the other."""

from __future__ import annotations

import pytest

from selaras.engines.schematic import LEAST, point_map


def _village(number: int, latitude: float | None, longitude: float) -> dict[str, object]:
    place = {"number": number, "code": str(number), "name": f"Desa {number}"}
    return place | {"latitude": latitude, "longitude": longitude, "step": 0, "told": "–"}


def test_north_is_above_and_east_is_right() -> None:
    drawn = point_map([_village(1, -7.1, 109.1), _village(2, -7.2, 109.2)])
    assert drawn
    north, south = drawn.points
    assert north.y < south.y
    assert north.x < south.x


def test_villages_at_one_spot_do_not_cover_each_other() -> None:
    drawn = point_map([_village(at, -7.1, 109.1) for at in range(12)] + [_village(99, -7.3, 109.3)])
    assert drawn
    spots = [(point.x, point.y) for point in drawn.points]
    apart = [((a - c) ** 2 + (b - d) ** 2) ** 0.5 for at, (a, b) in enumerate(spots) for c, d in spots[at + 1 :]]
    assert min(apart) >= LEAST - 4  # the last push is rounded


@pytest.mark.parametrize(
    "villages", [[], [_village(1, -7.1, 109.1)], [_village(1, None, 109.1), _village(2, -7.1, 109.1)]]
)
def test_less_than_two_places_make_no_map(villages: list[dict[str, object]]) -> None:
    assert point_map(villages) is None
