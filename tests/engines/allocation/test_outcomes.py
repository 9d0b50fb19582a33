"""Every item has one outcome with its reason, whatever the rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from selaras.engines.allocation import Allocation, Ceiling, Item, Outcome, Problem, Reason, explain, optimal, ranked
from tests.engines.allocation.problems import problems

CEILING = (Ceiling("all", 100, label="Pagu total"),)


def fates(*items: Item) -> dict[str, Outcome]:
    problem = Problem(items, CEILING)
    return explain(problem, ranked(problem))


@given(problems())
def test_each_item_has_one_outcome_that_agrees_with_the_allocation(problem: Problem) -> None:
    result = ranked(problem)
    told = explain(problem, result)
    assert list(told) == [item.id for item in problem.items]
    assert {name for name, fate in told.items() if fate.funded} == set(result.selected)
    for fate in told.values():
        assert fate.funded == (fate.reason in {Reason.FUNDED, Reason.MUST_FUND})
        assert all(stop.short > 0 for stop in fate.binding)
        assert [stop.short for stop in fate.binding] == sorted((stop.short for stop in fate.binding), reverse=True)
    assert sorted(fate.rank or 0 for fate in told.values()) == list(range(1, len(problem.items) + 1))


@settings(max_examples=25)
@given(problems(most=8, floors=False))
def test_the_optimum_is_explained_by_what_it_leaves(problem: Problem) -> None:
    result = optimal(problem)
    left = {line.id: line.left for line in result.ceilings}
    for name, fate in explain(problem, result).items():
        assert fate.funded == (name in result.selected)
        assert all(stop.left == left[stop.id] for stop in fate.binding)
        if fate.reason is Reason.NOT_CHOSEN and not fate.binding:
            item = next(item for item in problem.items if item.id == name)
            assert item.score <= 0 or item.requires


@pytest.mark.parametrize(
    ("items", "name", "reason"),
    [
        ((Item("a", 10, 1),), "a", Reason.FUNDED),
        ((Item("a", 10, 1, must_fund=True),), "a", Reason.MUST_FUND),
        ((Item("a", 90, 2), Item("b", 20, 1)), "b", Reason.CEILING),
        ((Item("a", 90, 2, group="g"), Item("b", 5, 1, group="g")), "b", Reason.GROUP_TAKEN),
        ((Item("a", 90, 2), Item("b", 5, 1, requires=("c",)), Item("c", 6, 0)), "b", Reason.REQUIREMENT_MISSING),
        ((Item("a", 90, 2), Item("b", 5, 1, requires=("z",))), "b", Reason.REQUIREMENT_MISSING),
        ((Item("a", 90, 2), Item("b", 15, 1, requires=("c",)), Item("c", 6, 0)), "b", Reason.CEILING),
    ],
)
def test_the_reason_is_what_stood_in_the_way(items: tuple[Item, ...], name: str, reason: Reason) -> None:
    assert fates(*items)[name].reason is reason


def test_the_rival_of_a_group_and_what_is_missing_are_named() -> None:
    told = fates(Item("a", 90, 9, group="g"), Item("b", 5, 8, group="g"), Item("c", 5, 7, requires=("b", "z")))
    assert told["b"].rival == "a"
    assert told["c"].missing == ("b", "z")


def test_every_ceiling_that_stops_an_item_is_told_the_most_lacking_first() -> None:
    ayah = {"district": "Ayah"}
    ceilings = (*CEILING, Ceiling("Ayah", 30, ayah, "Pagu Ayah"), Ceiling("1.03", 500, {"agency": "1.03"}))
    problem = Problem((Item("a", 80, 9), Item("b", 60, 8, {**ayah, "agency": "1.03"})), ceilings)
    stops = explain(problem, ranked(problem))["b"].binding
    assert [(stop.label, stop.left, stop.needed, stop.short) for stop in stops] == [
        ("Pagu total", 20, 60, 40),
        ("Pagu Ayah", 30, 60, 30),
    ]


@pytest.mark.parametrize("rule", ["ranked", "optimal", "equal_shares"])
def test_the_ineligible_are_told_apart(rule: str) -> None:
    told = explain(Problem((), ()), Allocation(rule, (), 0, 0, ()), ineligible={"x": ["jalan ini kewenangan desa"]})
    assert (told["x"].reason, told["x"].notes) == (Reason.INELIGIBLE, ("jalan ini kewenangan desa",))


@pytest.mark.parametrize("amount", [10**19, 2**63, 10**400])
def test_a_ceiling_beyond_all_costs_stands_in_nobodys_way(amount: int) -> None:
    items = (Item("a", 70, 9), Item("b", 50, 8))
    (free,) = explain(Problem(items[:1], (Ceiling("all", amount),)), ranked(Problem(items[:1], ()))).values()
    assert free.funded
    problem = Problem(items, (Ceiling("all", amount), Ceiling("part", 100)))
    narrow = Problem(items, (Ceiling("part", 100),))
    told, expected = explain(problem, ranked(problem))["b"], explain(narrow, ranked(narrow))["b"]
    assert (told.binding, told.flips) == (expected.binding, expected.flips)
