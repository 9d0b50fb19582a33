"""Rules side by side: who gains, who loses, place by place."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from selaras.engines.allocation import Allocation, Item, Problem, Share, UnknownItem, compare, ranked
from tests.engines.allocation.problems import problems

ITEMS = (
    Item("a", 60, 9, {"district": "Ayah", "agency": "1.03"}),
    Item("b", 50, 8, {"district": "Sadang", "agency": "1.03"}),
    Item("c", 10, 1, {"district": "Sadang"}),
)
SIDE = compare(
    Problem(ITEMS, ()),
    {"ranked": Allocation("ranked", ("a", "c"), 70, 10, ()), "optimal": Allocation("optimal", ("b", "c"), 60, 9, ())},
)


def test_totals_of_each_rule() -> None:
    assert [(total.rule, total.count, total.cost, total.score) for total in SIDE.totals] == [
        ("ranked", 2, 70, 10),
        ("optimal", 2, 60, 9),
    ]


def test_each_place_shows_what_it_asks_and_what_it_gets_by_each_rule() -> None:
    assert {row.key: (row.asked, row.shares) for row in SIDE.places["district"]} == {
        "Ayah": (Share(1, 60), (Share(1, 60), Share())),
        "Sadang": (Share(2, 60), (Share(1, 10), Share(2, 60))),
    }
    assert [row.key for row in SIDE.places["agency"]] == ["1.03"]


def test_who_gains_and_who_loses_between_two_rules() -> None:
    (pair,) = SIDE.pairs
    assert (pair.both, pair.only_first, pair.only_second) == (("c",), ("a",), ("b",))
    assert pair.overlap == Fraction(1, 3)
    assert SIDE.funded_by == {"a": ("ranked",), "b": ("optimal",), "c": ("ranked", "optimal")}


@given(problems())
def test_a_rule_beside_itself_is_all_overlap(problem: Problem) -> None:
    result = ranked(problem)
    side = compare(problem, {"one": result, "other": result})
    assert side.pairs[0].overlap == 1
    assert set(side.pairs[0].both) == set(result.selected)
    assert {total.cost for total in side.totals} == {result.cost}
    for rows in side.places.values():
        assert all(row.shares[0].count <= row.asked.count for row in rows)


def test_a_result_of_another_problem_is_refused() -> None:
    with pytest.raises(UnknownItem, match="usulan a"):
        compare(Problem((), ()), {"ranked": Allocation("ranked", ("a",), 60, 9, ())})
