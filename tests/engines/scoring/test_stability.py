"""Which decisions a slightly different weighing would flip, and how small a move of one weight does it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.scoring import CriteriaError, Criterion, Mark, ScoreSheet, score, stability
from tests.engines.scoring.panels import MIDDLE

TENTH = Fraction(1, 10)


def best(count: int):
    def decide(scores: Mapping[str, int]) -> Collection[str]:
        return sorted(scores, key=lambda p: (-scores[p], p))[:count]

    return decide


def sheet_of(rows: list[list[int]], weights: list[int]) -> ScoreSheet:
    criteria = [Criterion(f"k{c}", f"K{c}", weight, low=0, high=10) for c, weight in enumerate(weights)]
    proposals = [f"u{p}" for p in range(len(rows))]
    marks = [
        Mark("A", p, criterion.key, value)
        for p, row in zip(proposals, rows, strict=True)
        for criterion, value in zip(criteria, row, strict=True)
    ]
    return score(proposals, criteria, marks)


def moved(sheet: ScoreSheet, criterion: str, move: Fraction) -> dict[str, int]:
    weights = {c.key: c.weight * (1 + move if c.key == criterion else 1) for c in sheet.criteria}
    return sheet.reweighed(weights)


NEAR = sheet_of([[10, 0], [0, 10], [0, 0]], [100, 104])  # u1 leads by 4 percent of one weight
FAR = sheet_of([[10, 10], [0, 0], [1, 0]], [1, 1])


def test_a_close_call_is_fragile_and_its_smallest_move_is_found() -> None:
    report = stability(NEAR, best(1))
    assert report.funded == {"u1"}
    assert [(f.proposal, f.funded) for f in report.fragile] == [("u0", False), ("u1", True)]
    for fragile in report.fragile:
        exact = {"k0": Fraction(4, 100), "k1": Fraction(4, 104)}[fragile.criterion]
        assert abs(fragile.kept_at) < exact <= abs(fragile.move)
        assert abs(fragile.move) - abs(fragile.kept_at) == TENTH / 32
    # of 4 single moves 2 flip (k0 up, k1 down), of 4 corners 1 flips (k0 up with k1 down)
    assert report.share == {"u0": Fraction(5, 8), "u1": Fraction(5, 8), "u2": Fraction(1)}


def test_of_all_single_weights_the_one_with_the_smallest_move_is_named() -> None:
    report = stability(NEAR, best(1), precision=8)
    assert [f.criterion for f in report.fragile] == ["k1", "k1"]  # 4/104 down is less than 4/100 up
    assert all(-f.move < Fraction(4, 100) for f in report.fragile)


def test_halving_goes_on_only_where_something_flips_first() -> None:
    report = stability(NEAR, best(1), precision=5)
    assert report.decisions == 1 + 4 + 4 + 2 * 5  # base, single weights, corners, five halvings on two of four ways


def test_each_scenario_tells_who_enters_and_who_leaves() -> None:
    scenarios = stability(NEAR, best(1)).scenarios
    flipping = [dict(s.moves) for s in scenarios if s.gained]
    assert flipping == [{"k0": TENTH, "k1": 0}, {"k0": 0, "k1": -TENTH}, {"k0": TENTH, "k1": -TENTH}]
    assert all((s.gained, s.lost) == (("u0",), ("u1",)) for s in scenarios if s.gained)


def test_a_clear_call_is_stable() -> None:
    report = stability(FAR, best(1))
    assert report.stable
    assert set(report.share.values()) == {Fraction(1)}


def test_a_flip_that_takes_several_weights_names_no_single_one() -> None:
    sheet = sheet_of([[10, 0], [0, 10]], [100, 115])  # ten percent of one is not enough, of both it is
    report = stability(sheet, best(1))
    assert [(f.proposal, f.criterion, f.move) for f in report.fragile] == [("u0", None, None), ("u1", None, None)]
    assert report.share["u0"] == Fraction(7, 8)


@pytest.mark.parametrize(("criteria", "scenarios"), [(1, 2), (3, 6 + 8), (6, 12 + 64), (7, 14 + 64), (9, 18 + 64)])
def test_all_corners_up_to_64_then_a_seeded_sample(criteria, scenarios) -> None:
    sheet = sheet_of([[5] * criteria, [4] * criteria], [1] * criteria)
    one, same, other = (stability(sheet, best(1), seed=seed) for seed in (1, 1, 2))
    assert len(one.scenarios) == scenarios
    assert one == same
    assert (one.scenarios == other.scenarios) == (criteria <= 6)
    moves = [move for s in one.scenarios for move in s.moves.values()]
    assert max(map(abs, moves)) == TENTH
    if criteria > 6:  # every weight visits each of the 64 strata once
        sample = [s.moves["k0"] for s in one.scenarios[-64:]]
        assert sorted(int((m / TENTH + 1) * 32) for m in sample) == list(range(64))


def test_decisions_are_asked_for_within_the_limit() -> None:
    asked = []

    def decide(scores: Mapping[str, int]) -> Collection[str]:
        asked.append(scores)
        return best(1)(scores)

    report = stability(NEAR, decide, precision=20, limit=7)
    assert len(asked) == report.decisions == 1 + 4 + 4 + 7


@pytest.mark.parametrize("swing", [Fraction(-1, 10), Fraction(1)])
def test_a_swing_that_makes_no_sense_is_an_error(swing) -> None:
    with pytest.raises(CriteriaError, match="antara 0 dan 100 persen"):
        stability(NEAR, best(1), swing=swing)


ROWS = st.lists(st.lists(MIDDLE, min_size=3, max_size=3), min_size=2, max_size=6)
WEIGHTS = st.lists(st.integers(1, 9), min_size=3, max_size=3)


@given(ROWS, WEIGHTS, st.integers(1, 4))
def test_without_a_swing_nothing_flips(rows, weights, count) -> None:
    report = stability(sheet_of(rows, weights), best(count), swing=Fraction(0))
    assert report.stable
    assert all(not s.gained and not s.lost for s in report.scenarios)


@given(ROWS, WEIGHTS, st.integers(1, 4))
def test_a_claimed_smallest_move_truly_flips_and_the_one_before_it_does_not(rows, weights, count) -> None:
    sheet, decide = sheet_of(rows, weights), best(count)
    report = stability(sheet, decide, swing=Fraction(1, 4))
    for fragile in report.fragile:
        if fragile.criterion is not None:
            flipped = fragile.proposal in decide(moved(sheet, fragile.criterion, fragile.move))
            assert flipped != fragile.funded
            kept = fragile.proposal in decide(moved(sheet, fragile.criterion, fragile.kept_at))
            assert kept == fragile.funded
            assert abs(fragile.kept_at) < abs(fragile.move) <= Fraction(1, 4)
