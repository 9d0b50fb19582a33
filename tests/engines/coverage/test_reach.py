"""Who lies within reach: the great circle, at its edge, anywhere on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.coverage import InvalidMaterial, within
from selaras.engines.coverage.reach import EARTH_KM

SPOTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def haversine(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, south = radians(one[0]), radians(other[0])
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


@settings(max_examples=100, deadline=None)
@given(st.lists(SPOTS, min_size=1, max_size=6), st.lists(SPOTS, min_size=1, max_size=6), st.floats(1, 15_000))
def test_it_agrees_with_the_haversine(
    sites: list[tuple[float, float]], places: list[tuple[float, float]], km: float
) -> None:
    found = within(sites, places, km).toarray()
    for at, site in enumerate(sites):
        for to, place in enumerate(places):
            apart = haversine(site, place)
            if abs(apart - km) > 1e-4:
                assert bool(found[at, to]) == (apart < km)


def test_a_site_reaches_its_own_place() -> None:
    assert within([(-7.67, 109.65)], [(-7.67, 109.65)], 0.001).nnz == 1


def test_nothing_reaches_nothing() -> None:
    assert within([], [(-7.67, 109.65)], 4).shape == (0, 1)


@pytest.mark.parametrize(
    ("spot", "km"), [((91.0, 0.0), 4), ((0.0, 181.0), 4), ((float("nan"), 0.0), 4), ((0.0, 0.0), 0), ((0.0, 0.0), -1)]
)
def test_what_is_no_coordinate_or_distance_is_refused(spot: tuple[float, float], km: float) -> None:
    with pytest.raises(InvalidMaterial):
        within([spot], [(0.0, 0.0)], km)
