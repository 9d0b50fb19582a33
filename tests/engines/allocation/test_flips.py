"""Every flip that `explain` claims for `ranked` comes true in a rerun, and with one unit less it does not."""

from __future__ import annotations

from hypothesis import given, settings
from tests.engines.allocation.problems import problems, with_ceilings, with_item

from selaras.engines.allocation import Ceiling, Change, Flip, Item, Outcome, Problem, explain, ranked


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
    from selaras.engines.allocation import Infeasible

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
