"""Every flip that `explain` claims for `ranked` comes true in a rerun, and with one unit less it does not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings

from selaras.engines.allocation import (
    Ceiling,
    Change,
    Flip,
    Floor,
    Infeasible,
    Item,
    Outcome,
    Problem,
    Reason,
    UnknownItem,
    explain,
    flips,
    optimal,
    ranked,
)
from tests.engines.allocation.problems import problems, with_ceilings, with_item


def changed(problem: Problem, name: str, flip: Flip, short_by: int = 0) -> Problem:
    """The problem after the claimed change, or after that change less one unit."""
    if flip.change is Change.CEILING:
        return with_ceilings(problem, {one.id: one.to - short_by * (1 if one.by > 0 else -1) for one in flip.ceilings})
    item = next(item for item in problem.items if item.id == name)
    now = item.cost if flip.change is Change.COST else item.score
    assert flip.to is not None
    to = flip.to + short_by * (1 if now > flip.to else -1)
    return with_item(problem, name, **{flip.change.value: to})


def is_funded(problem: Problem, name: str) -> bool:
    return name in ranked(problem).selected


@settings(max_examples=400)
@given(problems(must_fund=True, most=16))
def test_a_claimed_flip_is_real_and_smallest(problem: Problem) -> None:
    fates = outcomes(problem)
    for name, fate in fates.items():
        for flip in fate.flips:
            assert is_funded(changed(problem, name, flip), name) != fate.funded, flip
            assert is_funded(changed(problem, name, flip, short_by=1), name) == fate.funded, flip
            one_less = [
                with_ceilings(problem, {one.id: one.to - (one is less) for one in flip.ceilings})
                for less in flip.ceilings
                if len(flip.ceilings) > 1
            ]
            assert not any(is_funded(each, name) for each in one_less)


@given(problems(must_fund=True))
def test_an_item_is_funded_at_what_it_may_cost_and_not_above(problem: Problem) -> None:
    for name, fate in outcomes(problem).items():
        if fate.affordable is not None:
            assert is_funded(with_item(problem, name, cost=fate.affordable + 1), name) is False
            assert fate.affordable == 0 or is_funded(with_item(problem, name, cost=fate.affordable), name)


@given(problems(requires=False))
def test_whoever_could_be_funded_at_the_top_of_the_list_is_told_the_score(problem: Problem) -> None:
    for name, fate in outcomes(problem).items():
        if not fate.funded:
            told = any(flip.change is Change.SCORE for flip in fate.flips)
            assert told == is_funded(with_item(problem, name, score=99), name)


def outcomes(problem: Problem) -> dict[str, Outcome]:
    try:
        return explain(problem, ranked(problem))
    except Infeasible:
        return {}


def test_the_smallest_changes_of_one_item() -> None:
    sadang = {"district": "Sadang"}
    ceilings = (Ceiling("all", 500, label="Pagu total"), Ceiling("s", 100, sadang, "Pagu Kecamatan Sadang"))
    items = (Item("a", 88, 9, sadang), Item("b", 85, 8, sadang), Item("c", 300, 7))
    fate = explain(Problem(items, ceilings), ranked(Problem(items, ceilings)))["b"]
    (stop,) = fate.binding
    assert (stop.label, stop.left, stop.needed, stop.short) == ("Pagu Kecamatan Sadang", 12, 85, 73)
    assert fate.affordable == 12
    assert {flip.change: flip.to for flip in fate.flips if flip.to} == {Change.COST: 12, Change.SCORE: 10}


def crowd() -> Problem:
    dice = random.Random(7)
    items = tuple(
        Item(
            f"u{at:03d}",
            dice.randrange(20, 300) * 100_000,
            dice.randrange(1000, 9999),
            {"agency": str(dice.randrange(6)), "district": str(dice.randrange(8))},
        )
        for at in range(400)
    )
    total = sum(item.cost for item in items)
    return Problem(
        items,
        (
            Ceiling("all", total // 2),
            *(Ceiling(f"a{at}", total // 15, {"agency": str(at)}) for at in range(6)),
            *(Ceiling(f"d{at}", total // 20, {"district": str(at)}) for at in range(8)),
        ),
        tuple(Floor(f"f{at}", total // 40, {"district": str(at)}) for at in range(8)),
    )


def test_higher_ceilings_are_found_for_many_and_serve_those_ahead_first() -> None:
    problem = crowd()
    fates = explain(problem, ranked(problem))
    stopped = [fate for fate in fates.values() if fate.reason is Reason.CEILING]
    raised = [(fate, flip) for fate in stopped for flip in fate.flips if flip.change is Change.CEILING]
    assert len(raised) > len(stopped) / 3
    more_than_lacked = 0
    for fate, flip in raised[::6]:
        by = {one.id: one.by for one in flip.ceilings}
        more_than_lacked += any(by.get(stop.id, 0) > stop.short for stop in fate.binding)
        assert is_funded(changed(problem, fate.item, flip), fate.item)
        for one in flip.ceilings:
            amounts = {each.id: each.to - (each is one) for each in flip.ceilings}
            assert not is_funded(with_ceilings(problem, amounts), fate.item)
    assert more_than_lacked


def test_ceilings_need_not_be_tried() -> None:
    problem = crowd()
    fates = explain(problem, ranked(problem), raises=False)
    assert all(flip.change is not Change.CEILING for fate in fates.values() if not fate.funded for flip in fate.flips)


@settings(max_examples=40)
@given(problems(most=10, requires=False))
def test_flips_by_rerun_agree_with_those_worked_out(problem: Problem) -> None:
    for name, fate in explain(problem, ranked(problem)).items():
        told = {flip.change: flip.to for flip in fate.flips if flip.to is not None}
        tried = {flip.change: flip.to for flip in flips(problem, ranked, name) if flip.to is not None}
        assert told.items() <= tried.items()


@settings(max_examples=8, deadline=None)
@given(problems(most=7, floors=False))
def test_flips_under_the_optimum_are_real_and_smallest(problem: Problem) -> None:
    base = optimal(problem).selected
    for item in problem.items[:2]:
        for flip in flips(problem, optimal, item.id):
            assert flip.step == 1
            assert (item.id in optimal(changed(problem, item.id, flip)).selected) != (item.id in base)
            assert (item.id in optimal(changed(problem, item.id, flip, short_by=1)).selected) == (item.id in base)


def test_few_reruns_give_a_coarser_claim_that_still_holds() -> None:
    problem = Problem((Item("a", 700_000, 9), Item("b", 500_000, 8)), (Ceiling("all", 1_000_000),))
    cost = next(flip for flip in flips(problem, ranked, "b", reruns=4) if flip.change is Change.COST)
    assert cost.to is not None
    assert is_funded(with_item(problem, "b", cost=cost.to), "b")
    assert not is_funded(with_item(problem, "b", cost=cost.to + cost.step), "b")
    assert cost.step > 1


def test_an_unknown_item_is_told() -> None:
    with pytest.raises(UnknownItem, match="Usulan z"):
        flips(Problem((), ()), ranked, "z")
