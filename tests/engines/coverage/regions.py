"""Small regions for tests, and the slow way to the best choice of sites."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csr_array

from selaras.engines.coverage import Problem


@st.composite
def problems(draw: st.DrawFn, *, costs: bool = False, reached: bool = False, districts: bool = False) -> Problem:
    """Up to seven sites and nine places, with places that none reaches, sites that reach none, and many that tie."""
    sites, places = draw(st.integers(1, 7)), draw(st.integers(1, 9))
    cells = draw(st.lists(st.booleans(), min_size=sites * places, max_size=sites * places))
    people = draw(st.lists(st.integers(0, 6), min_size=places, max_size=places))
    return Problem(
        people,
        csr_array(np.array(cells, dtype=np.float64).reshape(sites, places)),
        draw(st.lists(st.integers(0, 5), min_size=sites, max_size=sites)) if costs else None,
        draw(st.lists(st.booleans(), min_size=places, max_size=places)) if reached else None,
        draw(st.lists(st.integers(0, 2), min_size=places, max_size=places)) if districts else None,
    )


def choices(problem: Problem, budget: int) -> Iterator[tuple[int, ...]]:
    """Every set of sites that the budget pays."""
    count = problem.reach.shape[0]
    costs = [1] * count if problem.costs is None else list(np.asarray(problem.costs))
    for size in range(count + 1):
        yield from (
            each for each in itertools.combinations(range(count), size) if sum(costs[i] for i in each) <= budget
        )


def served(problem: Problem, chosen: tuple[int, ...]) -> list[bool]:
    """Which places a choice reaches, new or not."""
    cells = problem.reach.toarray()
    return [any(cells[site, place] for site in chosen) for place in range(cells.shape[1])]


def newly(problem: Problem, chosen: tuple[int, ...]) -> int:
    people = np.asarray(problem.people)
    already = np.zeros(len(people), dtype=bool) if problem.reached is None else np.asarray(problem.reached)
    pairs = zip(served(problem, chosen), already, people, strict=True)
    return int(sum(count for here, before, count in pairs if here and not before))
