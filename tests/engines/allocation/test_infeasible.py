"""Where no choice keeps all constraints, a smallest set that clashes is named with its amounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from selaras.engines.allocation import (
    Allocation,
    Ceiling,
    Constraint,
    Floor,
    Infeasible,
    Item,
    Problem,
    optimal,
    ranked,
)
from tests.engines.allocation.problems import problems
from tests.engines.allocation.test_optimal import every_choice

SADANG = {"district": "Sadang"}
ROAD = {"agency": "1.03", "district": "Sadang"}


def only(problem: Problem, constraints: tuple[Constraint, ...]) -> Problem:
    """The problem with no other constraint than these."""
    kept = {(each.kind, each.id) for each in constraints}
    return Problem(
        tuple(
            replace(
                item,
                must_fund=("must_fund", item.id) in kept,
                group=item.group if ("group", item.group) in kept else None,
                requires=item.requires if ("requirement", item.id) in kept else (),
            )
            for item in problem.items
        ),
        tuple(each for each in problem.ceilings if ("ceiling", each.id) in kept),
        tuple(each for each in problem.floors if ("floor", each.id) in kept),
    )


def possible(problem: Problem) -> bool:
    return next(every_choice(problem), None) is not None


@settings(max_examples=60)
@given(problems(most=8, must_fund=True))
def test_the_named_set_clashes_and_without_any_one_of_it_the_rest_holds(problem: Problem) -> None:
    assume(not possible(problem))
    with pytest.raises(Infeasible) as caught:
        optimal(problem)
    assert caught.value.conflicts
    for conflict in caught.value.conflicts:
        assert not possible(only(problem, conflict))
        for dropped in conflict:
            assert possible(only(problem, tuple(each for each in conflict if each is not dropped)))


def test_a_floor_above_its_ceiling_is_named_with_both_amounts() -> None:
    problem = Problem(
        tuple(Item(f"u{at}", 40_000_000, 5, SADANG) for at in range(5)),
        (Ceiling("all", 500_000_000, label="Pagu total"), Ceiling("s", 100_000_000, SADANG, "Pagu Kecamatan Sadang")),
        (Floor("m", 120_000_000, SADANG, "Batas minimum Kecamatan Sadang"),),
    )
    with pytest.raises(Infeasible) as caught:
        optimal(problem)
    ((floor, ceiling),) = caught.value.conflicts
    assert (floor.kind, floor.amount, ceiling.kind, ceiling.amount) == ("floor", 120_000_000, "ceiling", 100_000_000)
    assert str(caught.value) == (
        "Ketentuan berikut tidak dapat dipenuhi bersama: "
        "Batas minimum Kecamatan Sadang paling sedikit Rp 120.000.000, Pagu Kecamatan Sadang Rp 100.000.000. "
        "Ubah salah satu dari tiap kelompok ketentuan itu."
    )


@pytest.mark.parametrize("rule", [ranked, optimal])
def test_must_fund_items_above_a_ceiling_are_named_the_fewest_that_break_it(
    rule: Callable[[Problem], Allocation],
) -> None:
    items = tuple(Item(f"wajib-{cost}", cost, tags=SADANG, must_fund=True) for cost in (10, 60, 50, 20))
    problem = Problem(items, (Ceiling("all", 500), Ceiling("s", 100, SADANG, "Pagu Kecamatan Sadang")))
    with pytest.raises(Infeasible) as caught:
        rule(problem)
    ((first, second, ceiling),) = caught.value.conflicts
    assert (first.id, second.id, ceiling.id) == ("wajib-60", "wajib-50", "s")


@pytest.mark.parametrize("rule", [ranked, optimal])
def test_two_must_fund_items_of_one_group_are_named(rule: Callable[[Problem], Allocation]) -> None:
    items = (Item("a", 1, group="g", must_fund=True), Item("b", 1, group="g", must_fund=True))
    with pytest.raises(Infeasible) as caught:
        rule(Problem(items, ()))
    ((first, second, group),) = caught.value.conflicts
    assert (first.id, second.id, group.kind, group.id) == ("a", "b", "group", "g")


@pytest.mark.parametrize("rule", [ranked, optimal])
def test_a_must_fund_item_that_requires_something_unknown_is_named(rule: Callable[[Problem], Allocation]) -> None:
    with pytest.raises(Infeasible, match="usulan a mensyaratkan usulan z"):
        rule(Problem((Item("a", 1, requires=("z",), must_fund=True),), ()))


def test_a_clash_that_spans_several_ceilings_is_named_whole() -> None:
    """Two floors that each could be reached, but not both under the agency's ceiling."""
    ayah = {"agency": "1.03", "district": "Ayah"}
    items = tuple(Item(f"{at}-{place['district']}", 10, 1, place) for place in (ROAD, ayah) for at in range(10))
    problem = Problem(
        items,
        (Ceiling("all", 500), Ceiling("1.03", 100, {"agency": "1.03"}), Ceiling("Ayah", 90, {"district": "Ayah"})),
        (Floor("min Sadang", 60, SADANG), Floor("min Ayah", 60, {"district": "Ayah"})),
    )
    with pytest.raises(Infeasible) as caught:
        optimal(problem)
    assert {each.id for each in caught.value.conflicts[0]} == {"min Sadang", "min Ayah", "1.03"}
