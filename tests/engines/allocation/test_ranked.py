"""`ranked` goes down the list by score and funds what fits, and does so alike on every order of input."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.allocation import (
    Allocation,
    Broken,
    Ceiling,
    Floor,
    Infeasible,
    InvalidProblem,
    Item,
    Problem,
    Ranker,
    Tie,
    ranked,
    violations,
)
from tests.engines.allocation.problems import problems


def whole(amount: int) -> tuple[Ceiling, ...]:
    return (Ceiling("all", amount, label="Pagu total"),)


def run(*items: Item, amount: int, ceilings: Iterable[Ceiling] = (), floors: Iterable[Floor] = ()) -> Allocation:
    return ranked(Problem(items, (*whole(amount), *ceilings), tuple(floors)))


def test_the_higher_score_goes_first_and_what_does_not_fit_is_skipped() -> None:
    result = run(Item("c", 30, 7), Item("a", 70, 9), Item("b", 50, 8), amount=100)
    assert (result.selected, result.cost, result.score) == (("a", "c"), 100, 16)


def test_an_item_must_fit_every_ceiling_it_counts_against() -> None:
    ayah = Ceiling("Ayah", 40, {"district": "Ayah"})
    both = Ceiling("2.16 in Ayah", 20, {"agency": "2.16", "district": "Ayah"})
    tags = {"district": "Ayah", "agency": "2.16"}
    result = run(Item("a", 30, 9, tags), Item("b", 20, 8, tags), Item("c", 20, 7), amount=100, ceilings=[ayah, both])
    assert result.selected == ("b", "c")
    assert [(line.id, line.used, line.left) for line in result.ceilings] == [
        ("all", 40, 60),
        ("Ayah", 20, 20),
        ("2.16 in Ayah", 20, 0),
    ]


def test_must_fund_goes_first_whatever_its_score_and_brings_what_it_requires() -> None:
    duty = Item("duty", 60, 0, must_fund=True, requires=("base",))
    result = run(Item("a", 70, 9), duty, Item("base", 20, 1), amount=100)
    assert result.selected == ("base", "duty")


def test_one_of_a_group_and_the_first_that_fits_takes_it() -> None:
    result = run(Item("a", 120, 9, group="g"), Item("b", 50, 8, group="g"), Item("c", 10, 7, group="g"), amount=100)
    assert result.selected == ("b",)


def test_an_item_brings_what_it_requires_or_is_skipped_whole() -> None:
    road = Item("road", 50, 9, requires=("bridge",))
    bridge = Item("bridge", 40, 1, requires=("survey",))
    survey = Item("survey", 10, 0)
    assert run(road, bridge, survey, amount=100).selected == ("survey", "bridge", "road")
    assert run(road, bridge, survey, amount=99).selected == ("bridge", "survey")[::-1]
    assert run(Item("x", 1, 9, requires=("not there",)), Item("y", 1, 1), amount=9).selected == ("y",)


def test_two_that_require_each_other_come_together() -> None:
    pair = (Item("a", 5, 9, requires=("b",)), Item("b", 5, 1, requires=("a",)))
    assert set(run(*pair, amount=10).selected) == {"a", "b"}
    assert run(*pair, amount=9).selected == ()


def test_floors_are_reached_before_the_rest_is_spent() -> None:
    sadang = {"district": "Sadang"}
    items = (Item("a", 60, 9), Item("b", 30, 2, sadang), Item("c", 30, 3, sadang), Item("d", 30, 1, sadang))
    result = run(*items, amount=120, floors=[Floor("min", 40, sadang, "Minimum Sadang")])
    assert result.selected == ("c", "b", "a")
    assert result.unmet == ()


def test_a_floor_out_of_reach_is_told() -> None:
    sadang = {"district": "Sadang"}
    result = run(Item("a", 30, 1, sadang), amount=100, floors=[Floor("min", 40, sadang, "Minimum Sadang")])
    assert [(line.label, line.used, line.short) for line in result.unmet] == [("Minimum Sadang", 30, 10)]


@pytest.mark.parametrize(
    ("costs", "amount", "funded", "ties"),
    [
        ((50, 50), 60, ("a",), (Tie(5, ("a",), ("b",)),)),
        ((50, 50), 100, ("a", "b"), ()),
        ((70, 50), 60, ("b",), ()),  # a would not have fitted in any order
        ((50, 70), 60, ("a",), ()),
        ((50, 30), 60, ("a",), (Tie(5, ("a",), ("b",)),)),
    ],
)
def test_ties_go_by_id_and_those_that_mattered_are_told(
    costs: tuple[int, int], amount: int, funded: tuple[str, ...], ties: tuple[Tie, ...]
) -> None:
    result = run(Item("b", costs[1], 5), Item("a", costs[0], 5), amount=amount)
    assert (result.selected, result.ties) == (funded, ties)


def test_ids_are_compared_as_text() -> None:
    assert run(Item("511", 1, 5), Item("1598", 1, 5), amount=1).selected == ("1598",)


@given(problems())
def test_nothing_is_broken_but_floors_out_of_reach_and_those_are_told(problem: Problem) -> None:
    result = ranked(problem)
    broken = violations(problem, result.selected)
    assert {(each.id, each.by) for each in broken} == {(line.id, line.short) for line in result.unmet}
    assert all(each.kind is Broken.FLOOR for each in broken)


@given(problems(must_fund=True))
def test_must_fund_is_funded_or_refused(problem: Problem) -> None:
    forced = [item.id for item in problem.items if item.must_fund]
    needed: set[str] = set()
    while forced:
        needed.add(each := forced.pop())
        forced += [one for item in problem.items if item.id == each for one in item.requires if one not in needed]
    if {each.kind for each in violations(problem, needed)} <= {Broken.FLOOR}:
        assert {each.kind for each in violations(problem, ranked(problem).selected)} <= {Broken.FLOOR}
    else:
        with pytest.raises(Infeasible):
            ranked(problem)


@given(problems(must_fund=False), st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(problem: Problem, dice: random.Random) -> None:
    shuffled = replace(
        problem,
        items=tuple(dice.sample(problem.items, len(problem.items))),
        ceilings=tuple(dice.sample(problem.ceilings, len(problem.ceilings))),
        floors=tuple(dice.sample(problem.floors, len(problem.floors))),
    )
    first, second = ranked(problem), ranked(shuffled)
    assert (first.selected, first.ties) == (second.selected, second.ties)


@given(problems(requires=False, floors=False))
def test_it_agrees_with_the_rule_read_plainly(problem: Problem) -> None:
    funded: list[str] = []
    for item in sorted(problem.items, key=lambda item: (-item.score, item.id)):
        if not violations(problem, [*funded, item.id]):
            funded.append(item.id)
    assert ranked(problem).selected == tuple(funded)


@given(problems(), st.dictionaries(st.sampled_from([f"u{at}" for at in range(14)]), st.integers(0, 9)))
def test_a_ranker_under_other_scores_decides_like_a_problem_with_those_scores(
    problem: Problem, scores: dict[str, int]
) -> None:
    rescored = replace(problem, items=tuple(replace(item, score=scores.get(item.id, 0)) for item in problem.items))
    assert Ranker.of(problem).funded(scores) == ranked(rescored).selected


@pytest.mark.parametrize(
    ("problem", "word"),
    [
        (Problem((Item("a", 1), Item("a", 2)), ()), "usulan a"),
        (Problem((), (Ceiling("p", 1), Ceiling("p", 2))), "pagu p"),
        (Problem((), (), (Floor("m", 1), Floor("m", 2))), "minimum m"),
        (Problem((Item("a", -1),), ()), "Biaya usulan a"),
        (Problem((Item("a", 2**59), Item("b", 2**59)), ()), "Biaya semua usulan bersama"),
        (Problem((Item("a", 1.5),), ()), "Biaya usulan a"),  # type: ignore[arg-type]
        (Problem((Item("a", 1, 0.5),), ()), "Nilai usulan a"),  # type: ignore[arg-type]
        (Problem((), (Ceiling("p", -1, label="Pagu total"),)), "Pagu total"),
    ],
)
def test_a_malformed_problem_is_told(problem: Problem, word: str) -> None:
    with pytest.raises(InvalidProblem, match=word):
        ranked(problem)
