"""Desks are told apart only where the answers do it; periods change only where chance alone would not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selaras.engines.survey import Limits, TooFew, compare, sheet, trend
from tests.engines.survey.surveys import KEYS, SCHEME, honest


def test_desks_far_apart_have_ranks() -> None:
    found = compare({"Ayah": sheet(SCHEME, honest(200, mean=2.2)), "Sadang": sheet(SCHEME, honest(200, mean=3.6))})
    assert [(standing.name, standing.rank) for standing in found.standings] == [("Sadang", 1), ("Ayah", 2)]
    assert found.standings[0].interval.low > found.standings[1].interval.high


def test_desks_alike_share_their_ranks() -> None:
    found = compare({f"Desk {at}": sheet(SCHEME, honest(60, seed=at)) for at in range(5)})
    assert [(standing.best, standing.worst, standing.rank) for standing in found.standings] == [(1, 5, None)] * 5
    assert found.comparisons == 10


def test_a_desk_clearly_behind_is_last_though_the_others_are_alike() -> None:
    desks = {f"Desk {at}": sheet(SCHEME, honest(100, seed=at)) for at in range(3)}
    found = compare(desks | {"Behind": sheet(SCHEME, honest(100, mean=2.0))})
    assert [(s.best, s.worst) for s in found.standings] == [(1, 3)] * 3 + [(4, 4)]


@pytest.mark.slow
def test_among_desks_all_alike_hardly_ever_is_one_told_apart() -> None:
    told = 0
    for turn in range(60):
        desks = {f"{at}": sheet(SCHEME, honest(50, seed=1_000 * turn + at)) for at in range(6)}
        found = compare(desks, draws=300, seed=turn)
        told += any(standing.best > 1 or standing.worst < 6 for standing in found.standings)
    assert told <= 9  # 3 expected of 60; ten or more with a chance of one in a thousand


def test_a_desk_with_few_answers_is_left_out_and_named() -> None:
    found = compare({"Ayah": sheet(SCHEME, honest(30)), "Buayan": sheet(SCHEME, honest(4))})
    assert found.left_out == ("Buayan",)
    assert [standing.rank for standing in found.standings] == [1]


def test_desks_without_any_spread_are_not_taken_for_certain() -> None:
    alike = honest(12)
    threes = [replace(one, marks=dict.fromkeys(KEYS, 3)) for one in alike]
    almost = [*threes[:-1], replace(threes[-1], marks=dict.fromkeys(KEYS, 3) | {"cost": 4})]
    found = compare({"A": sheet(SCHEME, threes), "B": sheet(SCHEME, almost)}, limits=Limits(burst=100))
    assert all(standing.rank is None for standing in found.standings)


def test_a_change_is_real_where_its_interval_leaves_out_zero() -> None:
    periods = [(f"{year}", sheet(SCHEME, honest(200, mean=mean, seed=year))) for year, mean in
               ((2019, 2.6), (2020, 2.6), (2021, 3.3))]  # fmt: skip
    found = trend(periods)
    assert [period.real for period in found] == [False, False, True]
    assert found[0].change is None
    assert found[2].change == pytest.approx(float(found[2].index.exact - found[1].index.exact))


def test_one_period_has_no_change() -> None:
    (only,) = trend([("2021", sheet(SCHEME, honest(50)))])
    assert (only.change, only.real) == (None, False)


def test_a_period_with_few_answers_is_told() -> None:
    with pytest.raises(TooFew):
        trend([("2020", sheet(SCHEME, honest(50))), ("2021", sheet(SCHEME, honest(3)))])
