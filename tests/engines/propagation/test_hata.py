"""The losses equal published figures, and behave where nobody published any."""

from __future__ import annotations

from math import log10

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.propagation import BeyondModel, Land, free_space_loss, hata_loss


@pytest.mark.parametrize(
    ("land", "loss"),
    # Reference figures of the ns-3 network simulator's test suite for 869 MHz, 2 km, 30 m and 1 m.
    [(Land.URBAN, 137.88), (Land.SUBURBAN, 128.03)],
)
def test_published_figures_at_869_mhz(land: Land, loss: float) -> None:
    assert hata_loss(2, mhz=869, mast=30, phone=1, land=land).item() == pytest.approx(loss, abs=0.01)


@pytest.mark.parametrize("mhz", [150, 450, 900, 1_500])
@pytest.mark.parametrize("mast", [30, 60, 150])
@pytest.mark.parametrize("far", [1, 5, 20, 40, 100])
def test_it_agrees_with_the_field_strengths_of_itu_r_p_529(mhz: float, mast: float, far: float) -> None:
    """E for 1 kW of a dipole is printed there; loss = 139.3 − E + 20 log f."""
    gain = (1.1 * log10(mhz) - 0.7) * 1.5 - (1.56 * log10(mhz) - 0.8)
    height = mast / (1 + 7e-6 * mast**2) ** 0.5
    bend = 1.0 if far <= 20 else 1 + (0.14 + 1.87e-4 * mhz + 1.07e-3 * height) * log10(0.05 * far) ** 0.8
    field = 69.82 - 6.16 * log10(mhz) + 13.82 * log10(mast) + gain - (44.9 - 6.55 * log10(mast)) * log10(far) ** bend
    found = hata_loss(far, mhz=mhz, mast=mast, land=Land.URBAN).item()
    assert found == pytest.approx(139.3 - field + 20 * log10(mhz), abs=0.1)


def test_cost_231_by_hand_at_1800_mhz() -> None:
    # 46.3 + 33.9 · 3.25527 − 13.82 · 1.47712 − 0.04299 + 35.2249 · 0.69897
    assert hata_loss(5, mhz=1_800, mast=30, land=Land.URBAN).item() == pytest.approx(160.82, abs=0.01)


def test_the_formulas_meet_at_2000_mhz() -> None:
    below, above = (hata_loss(5, mhz=mhz, mast=30).item() for mhz in (1_999.9, 2_000.1))
    assert above == pytest.approx(below, abs=0.01)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(150, 3_000), st.floats(10, 200), st.sampled_from(Land))
def test_farther_is_never_louder(one: float, other: float, mhz: float, mast: float, land: Land) -> None:
    near, far = sorted((one, other))
    losses = hata_loss([near, far], mhz=mhz, mast=mast, land=land)
    assert losses[0] <= losses[1] + 1e-9
    assert losses[1] >= free_space_loss(max(far, 0.02), mhz=mhz) - 1e-9


@given(st.floats(1, 100), st.floats(150, 3_000), st.floats(10, 200))
def test_a_town_costs_more_than_a_suburb_and_that_more_than_fields(far: float, mhz: float, mast: float) -> None:
    town, suburb, fields = (hata_loss(far, mhz=mhz, mast=mast, land=land).item() for land in Land)
    assert town >= suburb >= fields


def test_many_distances_at_once_equal_one_at_a_time() -> None:
    far = np.array([[0.5, 3.0], [20.0, 60.0]])
    together = hata_loss(far, mhz=900, mast=40)
    assert together.shape == (2, 2)
    assert [hata_loss(each, mhz=900, mast=40).item() for each in far.ravel()] == pytest.approx(together.ravel())


@pytest.mark.parametrize(
    ("far", "mhz", "mast", "phone"),
    [
        (5, 149, 30, 1.5),
        (5, 3_500, 30, 1.5),
        (5, 900, 9, 1.5),
        (5, 900, 30, 0.5),
        (101, 900, 30, 1.5),
        (-1, 900, 30, 1.5),
    ],
)
def test_beyond_the_measurements_it_refuses(far: float, mhz: float, mast: float, phone: float) -> None:
    with pytest.raises(BeyondModel, match="Rumus berlaku"):
        hata_loss(far, mhz=mhz, mast=mast, phone=phone)


def test_a_distance_that_is_no_number_is_refused() -> None:
    with pytest.raises(BeyondModel):
        hata_loss(float("nan"), mhz=900, mast=30)
