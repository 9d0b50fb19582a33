"""Five hundred seeded conflicts of six kinds: every one is found where it was put, and nothing else is."""

from __future__ import annotations

import random
from collections import Counter
from itertools import cycle

import pytest

from selaras.engines.conflicts import (
    Alignment,
    Breaks,
    Disagreements,
    Figure,
    Sums,
    align,
    breaks,
    check_sums,
    disagreements,
)
from tests.engines.conflicts.worlds import KINDS, RULES, TERMS, WALK, Injected, World, world

CASES, WORLDS = 500, 10
Found = tuple[Disagreements, Sums, Breaks]


def checked(figures: World) -> tuple[Alignment, Found]:
    both = align(figures.values(), TERMS)
    return both, (disagreements(both.aligned, [WALK]), check_sums(both.aligned, RULES), breaks(both.aligned))


def figures_of(found: Found) -> dict[str, list[list[Figure]]]:
    """By check the figures of each conflict."""
    apart, sums, broken = found
    return {
        "disagreements": [[side.figure for side in one.sides] for one in apart.found],
        "sums": [[one.whole.figure, *(part.figure for part in one.parts)] for one in sums.broken],
        "breaks": [[point.figure for point in one.series.points] for one in broken.found],
    }


def injected(seed: int) -> list[Injected]:
    chance, base = random.Random(seed), world(seed)
    kinds = cycle(KINDS[seed % len(KINDS) :] + KINDS[: seed % len(KINDS)])
    return [next(kinds)(base, chance) for _ in range(CASES // WORLDS)]


@pytest.mark.parametrize("seed", range(WORLDS))
def test_sources_that_agree_have_no_conflict(seed: int) -> None:
    both, found = checked(world(seed))
    apart, sums, broken = found
    assert not both.unread
    assert figures_of(found) == {"disagreements": [], "sums": [], "breaks": []}
    assert (apart.compared, sums.checked, broken.judged) == (len(both.aligned) // 2, 198, 68)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_every_injected_conflict_is_found_and_nothing_else(seed: int) -> None:
    for case in injected(seed):
        _both, found = checked(case.world)
        told = figures_of(found)
        touched = [case.world[spot] for spot in case.touched]
        assert told[case.check], f"{case.kind} not found"
        for conflicts in told.values():
            assert all(any(figure in touched for figure in conflict) for conflict in conflicts), case.kind
        if case.check == "disagreements":
            missed = [figure for figure in touched if not any(figure in conflict for conflict in told[case.check])]
            assert all(figure.region == "97" for figure in missed), case.kind
        if case.cause:
            causes = [{cause.kind for cause in one.causes} for one in found[0].found]
            assert all(case.cause in one for one in causes), (case.kind, causes)


def test_the_kinds_are_even() -> None:
    kinds = Counter(case.kind for seed in range(WORLDS) for case in injected(seed))
    assert sum(kinds.values()) == CASES
    assert len(kinds) == len(KINDS)
    assert max(kinds.values()) - min(kinds.values()) <= WORLDS
