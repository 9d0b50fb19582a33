"""A hill costs what the Fresnel integral says, and more the higher it stands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import fresnel

from selaras.engines.propagation import BeyondModel, edge_loss, terrain_loss


@given(st.floats(-0.7, 30))
def test_it_follows_the_fresnel_integral(nu: float) -> None:
    sine, cosine = fresnel(nu)
    exact = -20 * np.log10(np.hypot(1 - cosine - sine, cosine - sine) / 2)
    assert edge_loss(nu).item() == pytest.approx(exact, abs=0.35)


# Rappaport, Wireless Communications, 2nd edition, example 4.7: a wave of 1/3 m, 1 km to the edge and 1 km beyond;
# 21.7 dB there by Lee's formula for an edge 25 m above the ray, 6 dB for one at its height, none for one 25 m below.
@pytest.mark.parametrize(("edge", "loss"), [(25, 21.7), (0, 6.0), (-25, 0.0)])
def test_the_textbook_example(edge: float, loss: float) -> None:
    found = terrain_loss([[0, 50 + edge, 0]], [2], mhz=899.4, mast=50, phone=50).item()
    assert found == pytest.approx(loss, abs=0.4)


def test_the_curve_of_the_earth_hides_what_lies_far() -> None:
    flat = np.zeros((2, 101))
    near, far = terrain_loss(flat, [2, 60], mhz=900, mast=30)
    assert near < 3
    assert far > 10


@given(st.floats(0, 500), st.floats(0, 500))
def test_a_higher_hill_never_costs_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    losses = terrain_loss([[10, low, 10], [10, high, 10]], [5, 5], mhz=900, mast=30)
    assert losses[0] <= losses[1] + 1e-9


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_the_way_back_costs_the_same(hills: list[float]) -> None:
    profile = [20.0, *hills, 40.0]
    there = terrain_loss([profile], [7], mhz=900, mast=30, phone=2)
    back = terrain_loss([profile[::-1]], [7], mhz=900, mast=2, phone=30)
    assert there == pytest.approx(back)


@pytest.mark.parametrize(
    ("profiles", "far"), [([[0, 0]], [1]), ([[0, 0, 0]], [0]), ([[0, np.nan, 0]], [1]), ([[0, 0, 0]], [1, 2])]
)
def test_a_profile_that_is_none_is_refused(profiles: list[list[float]], far: list[float]) -> None:
    with pytest.raises(BeyondModel, match="irisan medan"):
        terrain_loss(profiles, far, mhz=900, mast=30)
