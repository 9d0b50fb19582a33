"""A series breaks where one step lies far outside what is usual for it, and only where there is ground to say so."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import Breaks, Figure, GrowthMethod, Terms, align, breaks, told_break

CALM = (1000, 1010, 1019, 1031, 1040, 1051, 1060, 1072, 1081, 1090)


def series(values: tuple[int | Decimal, ...], unit: str = "ha", first: int = 2010, step: int = 1) -> list[Figure]:
    return [
        Figure("Dinas", "sawah", "33.05", "k", str(first + step * place), value, unit)
        for place, value in enumerate(values)
    ]


def found_in(figures: list[Figure], method: GrowthMethod | None = None) -> Breaks:
    return breaks(align(figures, Terms("k")).aligned, method)


def told(values: tuple[int | Decimal, ...], unit: str = "ha") -> list[tuple[str, str]]:
    return [(one.kind, one.at.figure.period) for one in found_in(series(values, unit)).found]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (CALM, []),
        (CALM[:5] + tuple(2 * value for value in CALM[5:]), [("shift", "2015")]),
        ((*CALM[:4], 10310, *CALM[5:]), [("spike", "2014")]),
        ((*CALM[:4], 0, *CALM[5:]), [("spike", "2014")]),
        ((*CALM[:-1], 10900), [("shift", "2019")]),
        ((10000, *CALM[1:]), [("shift", "2011")]),
        ((500, 500, 500, 500, 500, 500, 500, 500, 510, 505), []),
        ((*(0,) * 10,), []),
        ((0, 0, 0, 0, 0, 900, 910, 920, 930, 940), [("shift", "2015")]),
        (tuple(-value for value in CALM[:5]) + tuple(-2 * value for value in CALM[5:]), [("shift", "2015")]),
    ],
)
def test_breaks_stand_where_the_level_jumps(values: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    assert told(values) == expected


def test_a_break_tells_its_growth_beside_the_usual_one() -> None:
    (one,) = found_in(series((*CALM[:9], 2180))).found
    assert (round(one.growth, 3), round(one.usual, 3), one.spread) == (0.674, 0.01, 0.01)
    assert round(one.strength) == 66
    assert told_break(one) == (
        "sawah, 33.05, 2019: angka Dinas pindah tingkat, dari 1.081 ha ke 2.180 ha. Perubahannya 67,4 % per periode, "
        "biasanya 1,0 %. Periksa angkanya, atau jelaskan perubahan definisi atau caranya."
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ((100, 100, 900, 100), "Baru 4 periode"),
        ((100, 300, 90, 400, 120, 350, 80, 500, 60), "selalu naik turun tajam"),
        ((5, -4, 3, -6, 2, -1, 4, -3, 2), "berganti tanda"),
    ],
)
def test_a_short_or_volatile_series_is_not_judged(values: tuple[int, ...], reason: str) -> None:
    found = found_in(series(values))
    assert (found.found, found.judged) == ((), 0)
    assert reason in found.unjudged[0].reason


def test_small_counts_jump_by_chance() -> None:
    values = (4, 5, 4, 4, 5, 4, 4, 9, 5, 4)
    assert told(values, "kasus") == []
    many = tuple(1000 * value for value in (40, 41, 40, 41, 40, 41, 40, 90, 41, 40))
    assert told(many, "kasus") == [("spike", "2017")]


def test_missing_years_share_their_growth() -> None:
    values = (100, 110, 121, 133, 146, 161, 177, 195, 214)
    figures = [*series(values), Figure("Dinas", "sawah", "33.05", "k", "2023", 380, "ha")]
    assert found_in(figures).found == ()


def test_a_stricter_method_may_be_asked_for() -> None:
    values = (*CALM[:5], *(value * 120 // 100 for value in CALM[5:]))
    assert told(values) == []
    assert len(found_in(series(values), GrowthMethod(least=0.1)).found) == 1


@given(
    seed=st.integers(0, 10**6),
    growth=st.floats(-0.05, 0.1),
    noise=st.floats(0.0, 0.2),
    points=st.integers(2, 20),
)
def test_steady_growth_with_even_noise_never_breaks(seed: int, growth: float, noise: float, points: int) -> None:
    chance = random.Random(seed)
    level, values = 10**7, []
    for _ in range(points):
        level = round(level * (1 + growth + chance.uniform(-noise, noise) / 2))
        values.append(level)
    assert told(tuple(values)) == []


@given(seed=st.integers(0, 10**6), at=st.integers(1, 11), factor=st.sampled_from([0.01, 0.3, 0.5, 1.8, 3, 10, 1000]))
def test_a_jump_in_a_calm_series_is_always_found(seed: int, at: int, factor: float) -> None:
    chance = random.Random(seed)
    values = [10**7]
    for _ in range(11):
        values.append(round(values[-1] * chance.uniform(0.98, 1.06)))
    broken = tuple(value if place < at else round(value * factor) for place, value in enumerate(values))
    assert told(broken) == [("shift", str(2010 + at))]
