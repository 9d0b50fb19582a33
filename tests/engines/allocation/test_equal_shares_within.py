"""Equal shares under many ceilings: no limit is broken, and every round buys what the stated rule says."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.allocation import Ceiling, Infeasible, Item, Problem, UnknownItem, violations
from selaras.engines.allocation.ballots import approval_profile, scored_profile
from selaras.engines.allocation.equal_shares import equal_shares, equal_shares_within
from tests.engines.allocation.problems import problems

Scores = list[dict[str, Fraction]]


def bundle(items: dict[str, Item], each: str) -> set[str] | None:
    """The item and all it requires, near and far; None where one of them is unknown."""
    found, waiting = set[str](), {each}
    while waiting:
        if not waiting <= items.keys():
            return None
        found |= waiting
        waiting = {required for at in waiting for required in items[at].requires} - found
    return found


def limits_kept(problem: Problem, chosen: set[str]) -> bool:
    kinds = {broken.kind for broken in violations(problem, chosen)}
    return not kinds - {"floor", "must_fund"}


def price(cost: int, left: list[Fraction], worth: list[Fraction]) -> Fraction | None:
    """The least rho at which everybody paying rho · worth, or all they have, covers the cost."""
    fans = sorted((v for v, each in enumerate(worth) if each), key=lambda v: left[v] / worth[v])
    if sum(left[v] for v in fans) < cost:
        return None
    for poor in range(len(fans)):
        rho = (cost - sum(left[v] for v in fans[:poor])) / sum(worth[v] for v in fans[poor:])
        if rho * worth[fans[poor]] <= left[fans[poor]]:
            return rho
    return None


def plain(problem: Problem, scores: Scores, satisfaction: str, budget: int) -> set[str]:
    """The rule of the docstring, word by word."""
    items = {item.id: item for item in problem.items}
    chosen = {at for each, item in items.items() if item.must_fund for at in bundle(items, each) or ()}
    left = [Fraction(max(budget - sum(items[each].cost for each in chosen), 0), max(len(scores), 1))] * len(scores)

    def worth(each: str, voter: int) -> Fraction:
        given_score = scores[voter].get(each, Fraction(0))
        if satisfaction == "scores" or not given_score:
            return given_score
        return Fraction(items[each].cost if satisfaction == "cost" else 1)

    while True:
        offers = []
        for each in items:
            whole = bundle(items, each)
            if each in chosen or whole is None or not any(voter.get(each) for voter in scores):
                continue
            members = whole - chosen
            if not limits_kept(problem, chosen | members):
                continue
            each_worth = [sum((worth(at, v) for at in members), Fraction(0)) for v in range(len(scores))]
            rho = price(sum(items[at].cost for at in members), left, each_worth)
            if rho is not None:
                offers.append((rho, each, members, each_worth))
        if not offers:
            return chosen
        rho, _, members, each_worth = min(offers, key=lambda offer: offer[:2])
        left = [own - min(own, rho * each_worth[v]) for v, own in enumerate(left)]
        chosen |= members


@st.composite
def ballots(draw: st.DrawFn, problem: Problem) -> Scores:
    ids = [item.id for item in problem.items]
    ballot = st.dictionaries(st.sampled_from(ids), st.integers(1, 3).map(Fraction)) if ids else st.just({})
    return draw(st.lists(ballot, max_size=6))


@settings(max_examples=250, deadline=None)
@given(data=st.data(), satisfaction=st.sampled_from(["cost", "cardinality", "scores"]))
def test_it_buys_what_the_plain_reading_buys(data: st.DataObject, satisfaction: str) -> None:
    problem = data.draw(problems(most=9, floors=False, must_fund=True))
    scores = data.draw(ballots(problem))
    budget = problem.ceilings[0].amount
    costs = {item.id: item.cost for item in problem.items}
    profile = scored_profile(costs, scores)
    try:
        result = equal_shares_within(problem, profile, satisfaction=satisfaction, completion="none", budget=budget)  # type: ignore[arg-type]
    except Infeasible:
        return
    assert set(result.selected) == plain(problem, scores, satisfaction, budget)


@settings(max_examples=250, deadline=None)
@given(data=st.data(), completion=st.sampled_from(["none", "ranked"]))
def test_no_limit_is_ever_broken_and_the_order_of_the_input_does_not_matter(
    data: st.DataObject, completion: str
) -> None:
    problem = data.draw(problems(must_fund=True))
    scores = data.draw(ballots(problem))
    profile = scored_profile({item.id: item.cost for item in problem.items}, scores)
    try:
        result = equal_shares_within(problem, profile, completion=completion)  # type: ignore[arg-type]
    except Infeasible:
        return
    assert {broken.kind for broken in violations(problem, result.selected)} <= {"floor"}
    assert {line.id for line in result.unmet} == {b.id for b in violations(problem, result.selected)}
    turned = replace(problem, items=tuple(reversed(problem.items)))
    again = equal_shares_within(turned, profile, completion=completion)  # type: ignore[arg-type]
    assert again.selected == result.selected
    assert again.ties == result.ties


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_under_one_ceiling_it_is_the_method_of_equal_shares(data: st.DataObject) -> None:
    costs = {f"u{at}": data.draw(st.integers(1, 12)) for at in range(6)}
    votes = data.draw(st.lists(st.sets(st.sampled_from(sorted(costs))), min_size=1, max_size=8))
    budget = data.draw(st.integers(0, 40))
    problem = Problem(tuple(Item(each, cost) for each, cost in costs.items()), (Ceiling("all", budget),))
    profile = approval_profile(costs, votes)
    within = equal_shares_within(problem, profile, completion="none")
    assert within.selected == equal_shares(profile, budget).selected


def test_what_voters_leave_is_filled_by_rank() -> None:
    items = (Item("a", 60, score=1), Item("b", 60, score=5), Item("c", 40, score=3))
    problem = Problem(items, (Ceiling("all", 100),))
    profile = approval_profile({"a": 60}, [{"a"}, {"a"}])
    assert equal_shares_within(problem, profile).selected == ("a", "c")


def test_without_a_total_ceiling_the_sum_of_the_parts_is_shared() -> None:
    items = (Item("a", 60, tags={"k": "1"}), Item("b", 60, tags={"k": "2"}))
    problem = Problem(items, (Ceiling("one", 60, {"k": "1"}), Ceiling("two", 70, {"k": "2"})))
    result = equal_shares_within(problem, approval_profile({"a": 60}, [{"a"}]), completion="none")
    assert result.parameters == {"satisfaction": "cost", "completion": "none", "budget": 130}


def test_a_ballot_for_something_else_is_refused() -> None:
    problem = Problem((Item("a", 1),), (Ceiling("all", 1),))
    with pytest.raises(UnknownItem, match="b"):
        equal_shares_within(problem, approval_profile({"b": 1}, [{"b"}]))
