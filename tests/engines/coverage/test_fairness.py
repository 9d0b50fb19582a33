"""The district worst off comes first, beside every choice there is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from selaras.engines.coverage import InvalidMaterial, Problem, choose_sites, fairest
from tests.engines.coverage.regions import choices, newly, problems, served


def least_share(problem: Problem, chosen: tuple[int, ...]) -> float:
    people, district = np.asarray(problem.people), np.asarray(problem.districts)
    already = np.zeros(len(people), dtype=bool) if problem.reached is None else np.asarray(problem.reached)
    now = np.array(served(problem, chosen)) | already
    shares = [
        people[now & (district == each)].sum() / people[district == each].sum()
        for each in set(district.tolist())
        if people[district == each].sum()
    ]
    return float(min(shares, default=1.0))


@settings(max_examples=60, deadline=None)
@given(problems(reached=True, districts=True), st.integers(0, 6))
def test_no_choice_lifts_the_least_district_by_more_than_the_precision(problem: Problem, count: int) -> None:
    fair = fairest(problem, count, precision=0.02)
    best = max(least_share(problem, each) for each in choices(problem, count))
    assert fair.proven
    assert fair.share == pytest.approx(least_share(problem, fair.siting.sites))
    assert best - 0.02 <= fair.share <= best + 1e-9


@settings(max_examples=60, deadline=None)
@given(problems(districts=True), st.integers(0, 6))
def test_among_the_fair_choices_none_reaches_more(problem: Problem, count: int) -> None:
    fair = fairest(problem, count, precision=0.02)
    as_fair = [each for each in choices(problem, count) if least_share(problem, each) >= fair.share]
    assert fair.siting.newly >= max(newly(problem, each) for each in as_fair)


def test_fairness_costs_people_and_says_how_many() -> None:
    problem = Problem([90, 80, 10], csr_array(np.eye(3)), districts=[0, 0, 1])
    assert choose_sites(problem, 2).newly == 170
    fair = fairest(problem, 2)
    assert (fair.siting.newly, fair.share) == (100, 90 / 170)


def test_without_districts_there_is_no_fair_share() -> None:
    with pytest.raises(InvalidMaterial, match="kecamatan"):
        fairest(Problem([1], csr_array([[1]])), 1)
