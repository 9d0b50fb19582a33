"""The chosen sites are the best: beside every choice there is, and on material that is hard to choose from."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from selaras.engines.coverage import InvalidMaterial, Problem, choose_sites, frontier, within
from tests.engines.coverage.regions import choices, newly, problems


@settings(max_examples=150, deadline=None)
@given(problems(reached=True), st.integers(0, 8))
def test_no_choice_of_as_many_sites_reaches_more_people(problem: Problem, count: int) -> None:
    answer = choose_sites(problem, count)
    assert len(answer.sites) <= count
    assert answer.newly == newly(problem, answer.sites) == max(newly(problem, each) for each in choices(problem, count))
    assert answer.proven


@settings(max_examples=150, deadline=None)
@given(problems(costs=True, reached=True), st.integers(0, 15))
def test_no_choice_for_as_much_money_reaches_more_people(problem: Problem, budget: int) -> None:
    answer = choose_sites(problem, budget)
    assert answer.spent == sum(np.asarray(problem.costs)[list(answer.sites)]) <= budget
    assert (
        answer.newly == newly(problem, answer.sites) == max(newly(problem, each) for each in choices(problem, budget))
    )
    assert answer.proven


@settings(max_examples=60, deadline=None)
@given(problems(costs=True), st.integers(0, 15), st.floats(0, 0.5))
def test_an_answer_within_a_gap_tells_a_bound_that_holds(problem: Problem, budget: int, gap: float) -> None:
    answer = choose_sites(problem, budget, gap=gap)
    assert answer.newly <= max(newly(problem, each) for each in choices(problem, budget)) <= answer.bound
    assert answer.gap <= gap + 1e-9


@settings(max_examples=60, deadline=None)
@given(problems(), st.integers(1, 7))
def test_the_steps_add_up_and_each_tells_what_it_alone_reaches(problem: Problem, count: int) -> None:
    answer = choose_sites(problem, count)
    assert sum(step.adds for step in answer.steps) == answer.newly
    assert all(first.adds >= then.adds for first, then in pairwise(answer.steps))
    for step in answer.steps:
        others = tuple(site for site in answer.sites if site != step.site)
        assert step.alone == answer.newly - newly(problem, others)


def test_the_best_pair_is_found_where_the_best_single_site_misleads() -> None:
    reach = csr_array([[1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 0], [0, 0, 1, 1, 0, 1]])
    answer = choose_sites(Problem([10, 10, 10, 10, 9, 9], reach), 2)
    assert (set(answer.sites), answer.newly) == ({1, 2}, 58)  # site 0 first would end at 49


def test_of_sites_alike_the_first_is_taken() -> None:
    assert choose_sites(Problem([5], csr_array([[1], [1], [1]])), 1).sites == (0,)


def test_of_sites_alike_the_cheapest_is_taken() -> None:
    assert choose_sites(Problem([5], csr_array([[1], [1]]), [9, 4]), 9).sites == (1,)


def test_people_reached_already_bring_nothing_more() -> None:
    answer = choose_sites(Problem([100, 5], csr_array(np.eye(2)), reached=[True, False]), 1)
    assert (answer.sites, answer.newly, answer.before) == ((1,), 5, 100)


@settings(max_examples=40, deadline=None)
@given(problems())
def test_more_money_never_reaches_fewer(problem: Problem) -> None:
    found = frontier(problem, range(1, 6))
    assert all(worth.more >= 0 for worth in found)
    assert found[-1].newly == sum(worth.more for worth in found) == choose_sites(problem, 5).newly


def test_places_shuffled_give_the_same_number_of_people() -> None:
    draw = np.random.default_rng(3)
    spots = np.column_stack((draw.uniform(-7.8, -7.4, 120), draw.uniform(109.4, 109.9, 120)))
    people = draw.integers(100, 4_000, 120)
    order = draw.permutation(120)
    plain = choose_sites(Problem(people, within(spots, spots, 6)), 6)
    mixed = choose_sites(Problem(people[order], within(spots[order], spots[order], 6)), 6)
    assert plain.proven
    assert plain.newly == mixed.newly


def test_a_search_cut_short_says_how_far_off_it_may_be() -> None:
    draw = np.random.default_rng(11)
    spots = np.column_stack((draw.uniform(-7.8, -7.4, 400), draw.uniform(109.4, 109.9, 400)))
    problem = Problem(np.ones(400, dtype=int), within(spots, spots, 5))
    cut = choose_sites(problem, 25, seconds=0)
    assert not cut.proven
    assert 0 < cut.gap < 0.2
    assert cut.newly < cut.bound


@pytest.mark.parametrize(
    ("problem", "says"),
    [
        (Problem([1, 2], csr_array([[1]])), "Jumlah penduduk harus satu angka"),
        (Problem([-1], csr_array([[1]])), "Jumlah penduduk harus bilangan bulat"),
        (Problem([1.5], csr_array([[1]])), "pecahan"),
        (Problem([float("nan")], csr_array([[1]])), "kosong"),
        (Problem([2**51], csr_array([[1]])), "terlalu besar"),
        (Problem([1], csr_array([[1]]), costs=[1, 2]), "Biaya lokasi harus satu angka"),
        (Problem([1], csr_array([[1]]), reached=[True, False]), "Tanda sudah terjangkau"),
    ],
)
def test_wrong_material_is_named(problem: Problem, says: str) -> None:
    with pytest.raises(InvalidMaterial, match=says):
        choose_sites(problem, 1)


def test_a_budget_below_zero_is_refused() -> None:
    with pytest.raises(InvalidMaterial, match="minus"):
        choose_sites(Problem([1], csr_array([[1]])), -1)


def test_budgets_out_of_order_are_refused() -> None:
    with pytest.raises(InvalidMaterial, match="Urutkan"):
        frontier(Problem([1], csr_array([[1]])), [2, 1])
