"""Equal shares decides as the plainest reading of the rule does in fractions, and as its definition promises."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.allocation.ballots import Profile, approval_profile, scored_profile
from selaras.engines.allocation.equal_shares import equal_shares, purses
from selaras.engines.allocation.errors import InvalidElection

Costs = dict[str, Fraction]
Utilities = list[dict[str, Fraction]]


def plain(costs: Costs, utilities: Utilities, endowment: Fraction) -> tuple[list[str], list[Fraction]]:
    """The rule word by word: at each round try every number of supporters that pay in full."""
    left = [endowment] * len(utilities)
    bought = sorted(each for each in costs if not costs[each] and any(voter.get(each) for voter in utilities))
    while True:
        best: tuple[Fraction, str] | None = None
        for each, cost in costs.items():
            fans = [v for v, voter in enumerate(utilities) if voter.get(each)]
            if each in bought or not fans or sum(left[v] for v in fans) < cost:
                continue
            by_wealth = sorted(fans, key=lambda v: left[v] / utilities[v][each])
            for poor in range(len(fans)):
                rest = by_wealth[poor:]
                rho = (cost - sum(left[v] for v in by_wealth[:poor])) / sum(utilities[v][each] for v in rest)
                if rho * utilities[rest[0]][each] <= left[rest[0]]:
                    best = min(best, (rho, each)) if best else (rho, each)
                    break
        if best is None:
            return bought, left
        rho, each = best
        for v, voter in enumerate(utilities):
            left[v] -= min(left[v], rho * voter.get(each, 0))
        bought.append(each)


def plain_add1(costs: Costs, utilities: Utilities, budget: Fraction, step: Fraction) -> list[str]:
    endowment = budget / len(utilities)
    previous: list[str] = []
    while True:
        bought, _ = plain(costs, utilities, endowment)
        total = sum(costs[each] for each in bought)
        if total > budget:
            return previous
        wanted = [each for each in costs if each not in bought and any(v.get(each) for v in utilities)]
        if all(total + costs[each] > budget for each in wanted):
            return bought
        previous, endowment = bought, endowment + step


NAMES = ("1598", "511", "a", "b", "c", "d")


@st.composite
def elections(draw: st.DrawFn) -> tuple[Costs, list[set[str]], Fraction]:
    """Small whole amounts, so that prices tie and money meets its price exactly, often."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    costs = {each: Fraction(draw(st.integers(0, 12))) for each in names}
    ballots = draw(st.lists(st.sets(st.sampled_from(names)), min_size=1, max_size=9))
    return costs, ballots, Fraction(draw(st.integers(0, 40)))


def as_utilities(costs: Costs, ballots: list[set[str]], satisfaction: str) -> Utilities:
    return [
        {each: costs[each] if satisfaction == "cost" and costs[each] else Fraction(1) for each in ballot}
        for ballot in ballots
    ]


@pytest.mark.parametrize("satisfaction", ["cost", "cardinality"])
@settings(max_examples=400, deadline=None)
@given(election=elections())
def test_on_approval_ballots_it_decides_as_the_plain_reading_does(
    satisfaction: str, election: tuple[Costs, list[set[str]], Fraction]
) -> None:
    costs, ballots, budget = election
    profile = approval_profile(costs, ballots)
    utilities = as_utilities(costs, ballots, satisfaction)
    bought, left = plain(costs, utilities, budget / len(ballots))
    result = equal_shares(profile, budget, satisfaction=satisfaction)  # type: ignore[arg-type]
    assert sorted(result.selected[: len(bought)]) == sorted(bought)
    assert [r.id for r in result.rounds] == [each for each in bought if costs[each]]
    for lack in result.unfunded:
        assert lack.left == sum(own for own, ballot in zip(left, ballots, strict=True) if lack.id in ballot)
        assert lack.lacking == lack.cost - lack.left > 0
    step = Fraction(1, 2)
    added = equal_shares(profile, budget, satisfaction=satisfaction, completion="add1", increment=step)  # type: ignore[arg-type]
    assert set(added.selected) == set(plain_add1(costs, utilities, budget, step))


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_on_scores_it_decides_as_the_plain_reading_does(data: st.DataObject) -> None:
    costs = {each: Fraction(data.draw(st.integers(1, 12))) for each in NAMES[:4]}
    scores = st.dictionaries(st.sampled_from(NAMES[:4]), st.sampled_from([Fraction(n, 2) for n in range(1, 7)]))
    utilities = data.draw(st.lists(scores, min_size=1, max_size=7))
    budget = Fraction(data.draw(st.integers(0, 40)))
    result = equal_shares(scored_profile(costs, utilities), budget)
    assert list(result.selected) == plain(costs, utilities, budget / len(utilities))[0]


@settings(max_examples=200, deadline=None)
@given(election=elections(), completion=st.sampled_from(["none", "add1", "add1u", "ranked"]), seed=st.randoms())
def test_it_keeps_the_budget_and_does_not_ask_who_voted_first(
    election: tuple[Costs, list[set[str]], Fraction], completion: str, seed: object
) -> None:
    costs, ballots, budget = election
    result = equal_shares(approval_profile(costs, ballots), budget, completion=completion)  # type: ignore[arg-type]
    assert result.cost == sum(costs[each] for each in result.selected) <= budget
    assert len(set(result.selected)) == len(result.selected)
    shuffled = ballots.copy()
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    backwards = dict(reversed(costs.items()))
    again = equal_shares(approval_profile(backwards, shuffled), budget, completion=completion)  # type: ignore[arg-type]
    assert set(again.selected) == set(result.selected)
    assert again.rounds == result.rounds
    for bought in result.rounds:
        assert bought.mean <= result.endowment
        assert bought.mean * bought.payers == bought.cost
    if completion in ("add1u", "ranked"):
        named = {each for ballot in ballots for each in ballot}
        assert all(result.cost + costs[each] > budget for each in named - set(result.selected))


def test_equal_prices_are_broken_by_id_as_text_and_reported() -> None:
    profile = approval_profile({"511": 10, "1598": 10}, [{"511"}, {"1598"}])
    result = equal_shares(profile, 20)
    assert result.selected == ("1598", "511")
    (tie,) = result.ties
    assert (tie.round, tie.tied, tie.displaced) == (0, ("1598", "511"), ())


def test_a_tie_after_unequal_payments_is_seen_exactly() -> None:
    """Two voters owe a third of 10 each time: in doubles the prices of x and y differ by rounding only."""
    ballots = [{"p", "x"}, {"p", "y"}, {"p"}]
    result = equal_shares(approval_profile({"p": 10, "y": 5, "x": 5}, ballots), 30)
    assert result.selected == ("p", "x", "y")
    assert [(tie.round, tie.tied) for tie in result.ties] == [(1, ("x", "y"))]


def test_a_tie_that_costs_one_of_the_equals_its_money_names_it() -> None:
    ballots = [{"a", "b"}, {"a", "b"}]
    (tie,) = equal_shares(approval_profile({"b": 10, "a": 10}, ballots), 10).ties
    assert (tie.tied, tie.displaced, tie.broken_by) == (("a", "b"), ("b",), "id")


def test_money_that_meets_the_cost_to_the_last_third_is_enough() -> None:
    ballots = [{"p", "q"}, {"p", "q"}, {"p", "q"}]
    result = equal_shares(approval_profile({"p": 1, "q": 1}, ballots), 2)
    assert result.selected == ("p", "q")
    assert equal_shares(approval_profile({"p": 1, "q": Fraction("1.0000000000001")}, ballots), 2).selected == ("p",)


def test_a_larger_endowment_that_overspends_gives_the_outcome_before_it() -> None:
    profile = approval_profile({"a": 6, "b": 6}, [{"a"}, {"b"}, set()])
    assert equal_shares(profile, 10, completion="add1").selected == ()
    assert equal_shares(profile, 10, completion="add1u").filled == ("a",)


def test_a_step_scales_with_the_currency() -> None:
    names = {"a": 60_000, "b": 30_000}
    profile = approval_profile(names, [{"a"}, {"a"}, {"b"}, set()])
    coarse = equal_shares(profile, 90_000, completion="add1", increment=1_000)
    fine = equal_shares(profile, 90_000, completion="add1", increment=10)
    assert coarse.selected == fine.selected == ("a", "b")
    assert coarse.steps < fine.steps


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"completion": "add2"}, "add2"),
        ({"satisfaction": "joy"}, "joy"),
        ({"increment": 0}, "increment"),
    ],
)
def test_unknown_options_are_refused_in_words(options: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidElection, match=said):
        equal_shares(approval_profile({"a": 1}, [{"a"}]), 1, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "costs",
    [{"a": 10**400}, {"a": Fraction(1, 10**400)}, {"a": -1}, {"a": Decimal("NaN")}, {"a": Decimal("Infinity")}],
)
def test_a_cost_that_cannot_be_counted_is_refused_in_words(costs: dict[str, Any]) -> None:
    with pytest.raises(InvalidElection, match=r"Biaya|Angka"):
        equal_shares(approval_profile(costs, [{"a"}]), 10**9)


@pytest.mark.parametrize("score", [10**30, Fraction(1, 10**30), -1, Decimal("NaN")])
def test_a_score_that_cannot_be_counted_is_refused_in_words(score: Any) -> None:
    with pytest.raises(InvalidElection, match="Nilai"):
        scored_profile({"a": 1, "b": 1}, [{"a": score, "b": 1}])


def test_nobody_voted() -> None:
    empty: Profile = approval_profile({"a": 1}, [])
    assert equal_shares(empty, 5, completion="add1u").selected == ()


@pytest.mark.parametrize("satisfaction", ["cost", "cardinality"])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_doubles_decide_as_fractions_alone_do(satisfaction: str, seed: int) -> None:
    """The same election once more with a rounding error so large that nothing is left to doubles."""
    draw = random.Random(seed)
    costs = {f"u{at}": draw.randrange(1_000, 90_000) for at in range(12)}
    profile = approval_profile(costs, [draw.sample(sorted(costs), draw.randrange(1, 6)) for _ in range(60)])
    budget = draw.randrange(20_000, 400_000)
    usual = equal_shares(profile, budget, satisfaction=satisfaction)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(purses, "_ROUND", 1.0)
        exact = equal_shares(profile, budget, satisfaction=satisfaction)  # type: ignore[arg-type]
        assert exact.rounds == usual.rounds
        assert exact.unfunded == usual.unfunded
    assert exact.selected == usual.selected
