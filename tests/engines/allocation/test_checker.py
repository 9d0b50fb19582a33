"""The checker names everything that a choice breaks, and by how much."""

from __future__ import annotations

import pytest

from selaras.engines.allocation import Broken, Ceiling, Floor, Item, Problem, Violation, violations

AYAH = {"district": "Ayah", "agency": "1.03"}
PROBLEM = Problem(
    (
        Item("a", 60, tags=AYAH, group="g"),
        Item("b", 50, tags=AYAH, group="g"),
        Item("c", 10, requires=("a", "d")),
        Item("d", 5, must_fund=True),
    ),
    (Ceiling("all", 120), Ceiling("both", 100, {"district": "Ayah", "agency": "1.03"})),
    (Floor("low", 20, {"district": "Ayah"}),),
)


@pytest.mark.parametrize(
    ("selected", "broken"),
    [
        (["a", "d"], []),
        (["a", "c", "d"], []),
        (["d"], [Violation(Broken.FLOOR, "low", 20)]),
        (["a"], [Violation(Broken.MUST_FUND, "d", 5)]),
        (["b", "c", "d"], [Violation(Broken.REQUIREMENT, "c", 1, ("a",))]),
        (["a", "b", "d"], [Violation(Broken.CEILING, "both", 10), Violation(Broken.GROUP, "g", 1, ("a", "b"))]),
        (["a", "d", "z"], [Violation(Broken.UNKNOWN, "z", 1)]),
        (["a", "a", "d"], [Violation(Broken.TWICE, "a", 1)]),
    ],
)
def test_each_kind_of_break_is_named(selected: list[str], broken: list[Violation]) -> None:
    assert list(violations(PROBLEM, selected)) == broken


def test_an_item_without_the_tag_counts_against_nothing_but_the_whole() -> None:
    problem = Problem((Item("a", 60),), (Ceiling("all", 50), Ceiling("Ayah", 10, {"district": "Ayah"})))
    assert [each.id for each in violations(problem, ["a"])] == ["all"]
