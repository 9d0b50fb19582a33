"""`optimal` reaches the highest score there is, keeps every constraint, and no seed or order of input moves it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.allocation import (
    Ceiling,
    Floor,
    Infeasible,
    InvalidProblem,
    Item,
    NoAnswer,
    Problem,
    Tie,
    optimal,
    ranked,
    violations,
)
from tests.engines.allocation.problems import problems


def every_choice(problem: Problem) -> Iterator[tuple[str, ...]]:
    ids = [item.id for item in problem.items]
    for size in range(len(ids) + 1):
        for choice in combinations(ids, size):
            if not violations(problem, choice):
                yield choice


def score(problem: Problem, choice: tuple[str, ...]) -> int:
    return sum(item.score for item in problem.items if item.id in choice)


@settings(max_examples=60)
@given(problems(most=9, must_fund=True, floor_share=1))
def test_no_allowed_choice_scores_more(problem: Problem) -> None:
    best = max((score(problem, choice) for choice in every_choice(problem)), default=None)
    if best is None:
        with pytest.raises(Infeasible):
            optimal(problem)
        return
    result = optimal(problem)
    assert violations(problem, result.selected) == ()
    assert result.score == score(problem, result.selected) == best
    assert result.proof is not None
    assert (result.proof.bound, result.proof.gap, result.proof.proven) == (best, 0.0, True)


@settings(max_examples=30)
@given(problems(most=14, floors=False), st.randoms(use_true_random=False))
def test_neither_seed_nor_order_of_input_decides(problem: Problem, dice: random.Random) -> None:
    shuffled = replace(
        problem,
        items=tuple(dice.sample(problem.items, len(problem.items))),
        ceilings=tuple(dice.sample(problem.ceilings, len(problem.ceilings))),
    )
    first, second = optimal(problem), optimal(shuffled, seed=dice.randrange(1, 1000))
    assert (first.selected, first.ties) == (second.selected, second.ties)


def crowd(count: int, seed: int) -> Problem:
    """Many proposals with few distinct scores and costs, so that the optimum has many equals."""
    dice = random.Random(seed)
    items = tuple(
        Item(
            f"{dice.randrange(10**9):09d}",
            dice.randrange(20, 400) * 500_000,
            dice.randrange(1, 60),
            {"agency": str(dice.randrange(6)), "district": str(dice.randrange(12))},
            f"g{at // 9}" if at % 9 < 2 else None,
        )
        for at in range(count)
    )
    total = sum(item.cost for item in items)
    return Problem(
        items,
        (
            Ceiling("all", total // 3),
            *(Ceiling(f"a{at}", total // 14, {"agency": str(at)}) for at in range(6)),
            *(Ceiling(f"d{at}", total // 30, {"district": str(at)}) for at in range(12)),
        ),
        tuple(Floor(f"f{at}", total // 90, {"district": str(at)}) for at in range(12)),
    )


@pytest.mark.parametrize("instance", [1, 2])
def test_solver_seeds_move_nobody_in_a_crowd_of_equals(instance: int) -> None:
    problem = crowd(400, instance)
    results = [optimal(problem, seed=seed) for seed in (0, 1, 2, 3)]
    assert all(result.proof is not None and result.proof.proven for result in results)
    assert len({result.selected for result in results}) == 1
    assert violations(problem, results[0].selected) == ()
    assert results[0].score >= ranked(problem).score


def test_items_alike_in_everything_are_a_tie_that_the_lot_decides() -> None:
    problem = Problem(tuple(Item(name, 50, 5) for name in "abcd"), (Ceiling("all", 100),))
    result = optimal(problem)
    (tie,) = result.ties
    assert tie == Tie(5, tuple(sorted(result.selected)), tuple(sorted(set("abcd") - set(result.selected))), "lot")


@pytest.mark.parametrize("rupiah", [1, 999_999_937, 10**12 + 39])
def test_ceilings_hold_to_the_rupiah_where_costs_are_huge_and_almost_equal(rupiah: int) -> None:
    items = tuple(Item(f"u{at}", rupiah * 3 + at, 10 + at % 3) for at in range(7))
    exact = sum(item.cost for item in items[:3])
    for amount in (exact, exact - 1):
        problem = Problem(items, (Ceiling("all", amount),))
        result = optimal(problem)
        assert violations(problem, result.selected) == ()
        assert result.score == max(score(problem, choice) for choice in every_choice(problem))


@pytest.mark.parametrize("seed", range(4))
def test_ceilings_hold_to_the_rupiah_where_nothing_is_rounded(seed: int) -> None:
    dice = random.Random(seed)
    rough = crowd(300, seed)
    items = tuple(replace(item, cost=item.cost * 10 + dice.randrange(5_000_000)) for item in rough.items)
    ceilings = tuple(replace(each, amount=each.amount * 10 + dice.randrange(100)) for each in rough.ceilings)
    problem = Problem(items, ceilings, tuple(replace(each, amount=each.amount * 10) for each in rough.floors))
    assert violations(problem, optimal(problem).selected) == ()


def test_more_items_than_are_searched_whole_are_bounded_by_the_relaxation() -> None:
    dice = random.Random(5)
    items = tuple(
        Item(f"u{at}", dice.randrange(1, 900) * 100_000, dice.randrange(1000, 9999), {"district": str(at % 40)})
        for at in range(12_000)
    )
    total = sum(item.cost for item in items)
    ceilings = (
        Ceiling("all", total // 3),
        *(Ceiling(f"d{at}", total // 90, {"district": str(at)}) for at in range(40)),
    )
    problem = Problem(items, ceilings)
    result = optimal(problem, gap=1e-3)
    assert violations(problem, result.selected) == ()
    assert result.proof is not None
    assert result.proof.gap <= 1e-3
    assert result.score <= result.proof.bound
    assert not result.proof.proven


def test_nothing_to_choose_is_an_empty_choice() -> None:
    result = optimal(Problem((), (Ceiling("all", 10),)))
    assert (result.selected, result.score) == ((), 0)


def test_a_score_below_zero_is_taken_only_where_it_must_be() -> None:
    items = (Item("a", 5, -3, {"d": "1"}), Item("b", 5, 4))
    assert optimal(Problem(items, (Ceiling("all", 10),))).selected == ("b",)
    assert optimal(Problem(items, (Ceiling("all", 10),), (Floor("f", 5, {"d": "1"}),))).selected == ("b", "a")


def test_a_malformed_problem_is_told() -> None:
    with pytest.raises(InvalidProblem, match="usulan a"):
        optimal(Problem((Item("a", 1), Item("a", 2)), ()))


@pytest.mark.parametrize("score", [2**50, 2**60, 10**400])
def test_scores_too_large_to_be_added_exactly_are_refused(score: int) -> None:
    with pytest.raises(InvalidProblem, match="tepat"):
        optimal(Problem((Item("a", 1, score), Item("b", 1, score + 1)), (Ceiling("all", 1),)))


@pytest.mark.parametrize("cost", [10**12, 10**15, 10**17])
def test_an_item_beyond_every_ceiling_leaves_the_others_their_optimum(cost: int) -> None:
    items = (Item("palace", cost, 99), Item("road", 7, 5), Item("drain", 5, 4), Item("lamp", 5, 4))
    result = optimal(Problem(items, (Ceiling("all", 10), Ceiling("wide", 10**20))))
    assert (set(result.selected), result.proof and result.proof.proven) == ({"drain", "lamp"}, True)


def test_a_floor_beyond_every_cost_is_named() -> None:
    with pytest.raises(Infeasible, match="minimum"):
        optimal(Problem((Item("a", 5, 1),), (), (Floor("f", 10**20, label="Batas minimum"),)))


def test_no_time_is_told_kindly() -> None:
    with pytest.raises(NoAnswer, match="batas waktu"):
        optimal(crowd(400, 1), time_limit=0.0)


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    optimal(Problem((Item("a", 5, 3),), (Ceiling("all", 10),)))
    assert capfd.readouterr() == ("", "")
