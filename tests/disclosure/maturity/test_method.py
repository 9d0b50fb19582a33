"""Weights, answers and bands as the regulation has them, read from its parameters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.disclosure.maturity import method_on
from selaras.disclosure.maturity.measures import MEASURES
from selaras.engines.maturity import rounded
from selaras.government.actions import seed_parameters
from selaras.people.actions.accounts import system_account
from tests.disclosure.maturity.methods import METHOD, RULES


def test_all_weights_sum_to_a_hundred() -> None:
    assert sum(one.weight for one in METHOD.indicators) == 100
    assert METHOD.questionnaire + METHOD.visit == 100


def test_the_measures_of_an_indicator_share_its_weight() -> None:
    for indicator in METHOD.indicators:
        own = [one["points"] for one in RULES["measures"] if one["indicator"] == indicator.key]
        assert sum(own) == indicator.weight


def test_each_measure_has_its_words() -> None:
    assert set(MEASURES) == {one["key"] for one in RULES["measures"]}


@pytest.mark.parametrize(
    ("points", "band"),
    [
        ("100", "Informatif"),
        ("90", "Informatif"),
        ("89.99", "Menuju Informatif"),
        ("80", "Menuju Informatif"),
        ("79.99", "Cukup Informatif"),
        ("60", "Cukup Informatif"),
        ("59.99", "Kurang Informatif"),
        ("40", "Kurang Informatif"),
        ("39.99", "Tidak Informatif"),
        ("0", "Tidak Informatif"),
    ],
)
def test_a_band_begins_at_its_least_points(points: str, band: str) -> None:
    assert METHOD.band_of(Decimal(points)).name == band


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(89994, 1000), "89.99"),
        (Fraction(89995, 1000), "90.00"),
        (Fraction(2, 3) * 100, "66.67"),
        (Fraction(100), "100.00"),
    ],
)
def test_points_are_rounded_half_up_before_they_are_judged(exact: Fraction, shown: str) -> None:
    assert rounded(exact) == Decimal(shown)


@pytest.mark.parametrize(
    ("points", "above"),
    [("0", "Kurang Informatif"), ("89.99", "Informatif"), ("90", None), ("60", "Menuju Informatif")],
)
def test_the_next_band_is_the_one_above(points: str, above: str | None) -> None:
    found = METHOD.next_band(Decimal(points))
    assert (found.name if found else None) == above


@pytest.mark.parametrize(
    ("share", "letter"),
    [
        (Fraction(1), "A"),
        (Fraction(99, 100), "B"),
        (Fraction(3, 4), "B"),
        (Fraction(1, 2), "C"),
        (Fraction(49, 100), "D"),
        (Fraction(1, 4), "D"),
        (Fraction(24, 100), "E"),
        (Fraction(0), "E"),
    ],
)
def test_a_share_reaches_the_best_answer_it_is_worth(share: Fraction, letter: str) -> None:
    assert METHOD.letter_of(share) == letter


@settings(deadline=None)
@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_more_points_are_never_a_lower_band(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert METHOD.band_of(low).least <= METHOD.band_of(high).least


@pytest.mark.django_db
def test_the_method_is_read_from_the_parameters_in_force() -> None:
    seed_parameters(actor=system_account())
    method = method_on(date(2026, 11, 27))
    assert (method.indicators, method.answers, method.bands) == (METHOD.indicators, METHOD.answers, METHOD.bands)
    assert "Perki 1/2022" in method.legal_basis
