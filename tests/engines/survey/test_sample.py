"""The sample by the table that Krejcie and Morgan printed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.survey import SampleRule, SurveyError, sample

RULE = SampleRule(Fraction("3.841"), Fraction("0.5"), Fraction("0.05"))


@pytest.mark.parametrize(
    ("population", "needed"),
    [
        (0, 0), (1, 1), (10, 10), (20, 19), (50, 44), (100, 80), (150, 108), (200, 132), (300, 169), (400, 196),
        (500, 217), (1_000, 278), (5_000, 357), (10_000, 370), (100_000, 383), (10**9, 384),
    ],
)  # fmt: skip
def test_the_printed_table(population: int, needed: int) -> None:
    assert sample(RULE, population).needed == needed


def test_what_is_missing_is_never_below_zero() -> None:
    assert sample(RULE, 1_000, counted=300).missing == 0
    assert sample(RULE, 1_000, counted=200).missing == 78


@given(st.integers(0, 10**6))
def test_more_people_never_need_fewer_answers(population: int) -> None:
    assert sample(RULE, population).needed <= sample(RULE, population + 1).needed <= population + 1


def test_a_population_below_zero_is_refused() -> None:
    with pytest.raises(SurveyError, match="minus"):
        sample(RULE, -1)
