"""Many answers from one hand hardly move the index, and are reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.survey import Answer, Limits, Suspicion, guard, index, sheet
from tests.engines.survey.surveys import DAY, SCHEME, form, honest

START = datetime(2021, 3, 1, 20)


def moved(before: list[Answer], added: list[Answer]) -> float:
    plain, stuffed = sheet(SCHEME, before), sheet(SCHEME, before + added)
    return abs(float(index(stuffed, guard(stuffed).weights).exact - index(plain, guard(plain).weights).exact))


@pytest.mark.parametrize("count", [5, 20, 60, 150, 400])
@pytest.mark.parametrize("mark", [1, 4])
def test_five_hundred_answers_of_one_device_move_it_by_less_than_half_a_point(count: int, mark: int) -> None:
    stuffed = [Answer(form((mark,) * 9), "Loket", DAY, "one", START + timedelta(seconds=7 * n)) for n in range(500)]
    assert moved(honest(count), stuffed) < 0.5


def test_without_the_guard_they_would_move_it_by_many_points() -> None:
    answers = honest(400)
    stuffed = [Answer(form((1,) * 9), "Loket", DAY, "one", START)] * 500
    assert float(index(sheet(SCHEME, answers)).exact - index(sheet(SCHEME, answers + stuffed)).exact) > 20


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 300), st.integers(4, 600), st.lists(st.integers(1, 4), min_size=9, max_size=9))
def test_however_many_and_however_few(count: int, stuffed: int, marks: list[int]) -> None:
    added = [Answer(form(marks), "Loket", DAY, "one", START + timedelta(hours=n)) for n in range(stuffed)]
    assert moved([Answer(form((3,) * 9), day=DAY, device=f"d{n}") for n in range(count)], added) < 0.4


def test_they_are_reported() -> None:
    stuffed = [Answer(form((1,) * 9), "Loket", DAY, "one", START)] * 500
    found = guard(sheet(SCHEME, honest(300) + stuffed))
    assert [(len(cluster.answers), cluster.suspicion) for cluster in found.clusters] == [(500, Suspicion.DEVICE)]
    assert found.clusters[0].answers == tuple(range(300, 800))
    assert found.counted == 301


def test_a_new_token_for_each_answer_does_not_help_a_burst() -> None:
    burst = [Answer(form((1,) * 9), "Loket", DAY, f"t{n}", START + timedelta(seconds=20 * n)) for n in range(500)]
    found = guard(sheet(SCHEME, honest(300) + burst))
    assert [(len(cluster.answers), cluster.suspicion) for cluster in found.clusters] == [(500, Suspicion.BURST)]
    assert moved(honest(300), burst) < 0.5


def test_a_family_on_one_phone_is_believed() -> None:
    family = [replace(answer, device="shared") for answer in honest(3)]
    assert guard(sheet(SCHEME, family)).weights == (1, 1, 1)


def test_equal_answers_hours_apart_are_believed() -> None:
    apart = [Answer(form((3,) * 9), "Loket", DAY, f"t{n}", START + timedelta(minutes=10 * n)) for n in range(50)]
    assert not guard(sheet(SCHEME, apart)).clusters


def test_equal_answers_at_different_desks_are_no_burst() -> None:
    spread = [Answer(form((3,) * 9), f"Loket {n}", DAY, f"t{n}", START) for n in range(50)]
    assert not guard(sheet(SCHEME, spread)).clusters


def test_a_pile_of_paper_typed_in_at_once_counts_in_full() -> None:
    paper = [Answer(form((3,) * 9), "Loket", DAY)] * 200
    assert guard(sheet(SCHEME, paper)).counted == 200


def test_the_tablet_of_a_desk_is_trusted_where_the_office_says_so() -> None:
    tablet = [replace(answer, device="tablet") for answer in honest(40)]
    assert guard(sheet(SCHEME, tablet)).counted == 1
    assert guard(sheet(SCHEME, tablet), Limits(trusted={"tablet"})).counted == 40


def test_the_same_token_on_another_day_is_another_device() -> None:
    days = [replace(answer, device="t", day=DAY + timedelta(days=at)) for at, answer in enumerate(honest(30))]
    assert not guard(sheet(SCHEME, days)).clusters


def test_where_nobody_else_answered_a_cluster_counts_as_one() -> None:
    found = guard(sheet(SCHEME, [Answer(form((2,) * 9), "Loket", DAY, "one")] * 8))
    assert sum(found.weights) == Fraction(1)


def test_honest_answers_count_in_full() -> None:
    filled = sheet(SCHEME, honest(250))
    assert index(filled, guard(filled).weights) == index(filled)
