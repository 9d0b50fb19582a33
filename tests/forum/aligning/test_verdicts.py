"""What people said of groups, laid over what was found: the later word counts, and no proposal stands in two groups."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.forum.verdicts import Group, Verdict, group_key, laid_over

NUMBERS = "ABCDEF"
Told = list[tuple[str, bool]]


def found(*groups: str) -> list[Group]:
    return [Group(tuple(ids), 0.9, "mirip") for ids in groups]


def same(joined: str, apart: str = "") -> Verdict:
    return Verdict(tuple(joined), tuple(apart), "mirip dahulu")


def different(ids: str) -> Verdict:
    return Verdict((), tuple(ids), "mirip dahulu")


@pytest.mark.parametrize(
    ("groups", "verdicts", "expected"),
    [
        (["ABC"], [], [("ABC", False)]),
        (["ABC"], [same("ABC")], [("ABC", True)]),
        (["ABC"], [same("BAC")], [("BAC", True)]),  # B was chosen to lead
        (["ABC"], [different("ABC")], []),
        (["ABC"], [same("AB", "C")], [("AB", True)]),
        (["ABCD"], [same("AB", "CD")], [("AB", True), ("CD", False)]),  # of C and D among themselves nothing was said
        ([], [same("AB")], [("AB", True)]),  # the search no longer finds them
        (["ABC"], [same("AB")], [("ABC", False)]),  # C came later: the group waits again
        (["ABC"], [different("AB")], [("AC", False)]),
        (["AB", "CD"], [same("BC")], [("BAC", False)]),  # what is the same stands together; D is alone
        (["ABC"], [same("AB"), same("BC")], [("BAC", True)]),
        (["AB"], [same("AB"), different("AB")], []),  # the later one counts
        (["AB"], [different("AB"), same("AB")], [("AB", True)]),
        (["ABC"], [same("ABC"), different("AC")], [("BC", True)]),  # later words first: B goes with one of them
    ],
)
def test_table(groups: list[str], verdicts: list[Verdict], expected: Told) -> None:
    assert [("".join(one.ids), one.judged) for one in laid_over(found(*groups), verdicts)] == expected


def test_a_judged_group_is_certain_and_keeps_the_reason_it_was_found_with() -> None:
    judged, waiting = laid_over(found("AB", "CD"), [same("AB")])
    assert (judged.confidence, judged.reason) == (1.0, "mirip")
    assert (waiting.confidence, waiting.reason) == (0.9, "mirip")
    assert laid_over([], [same("AB")])[0].reason == "mirip dahulu"


def test_the_key_knows_the_members_whatever_their_order() -> None:
    assert group_key("AB") == group_key("BA") != group_key("AC")


verdicts = st.lists(
    st.tuples(st.permutations(NUMBERS), st.integers(0, 4), st.integers(0, 4)).map(
        lambda drawn: Verdict(tuple(drawn[0][: drawn[1]]), tuple(drawn[0][drawn[1] : drawn[1] + drawn[2]]), "")
    ),
    max_size=5,
)
partitions = st.lists(st.integers(0, 2), min_size=len(NUMBERS), max_size=len(NUMBERS)).map(
    lambda places: ["".join(one for one, at in zip(NUMBERS, places, strict=True) if at == place) for place in range(3)]
)


@given(partitions, verdicts)
def test_whatever_was_said(groups: list[str], told: list[Verdict]) -> None:
    result = laid_over(found(*[one for one in groups if len(one) > 1]), told)
    placed = [number for group in result for number in group.ids]
    assert len(placed) == len(set(placed))
    assert all(len(group.ids) > 1 for group in result)
    last: dict[frozenset[str], bool] = {}
    for verdict in told:
        last.update(verdict.pairs())
    together = {frozenset(pair) for group in result for pair in combinations(group.ids, 2)}
    assert not {pair for pair, is_same in last.items() if not is_same} & together


@given(partitions, verdicts.filter(bool))
def test_the_last_word_always_holds(groups: list[str], told: list[Verdict]) -> None:
    last = told[-1]
    result = laid_over(found(*[one for one in groups if len(one) > 1]), told)
    if len(last.joined) > 1:
        (group,) = [one for one in result if set(one.ids) & set(last.joined)]
        assert set(last.joined) <= set(group.ids)
