"""Whoever reads of a problem reads its evidence too: on the page of its indicator, once settled, and as JSON."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from selaras.evidence.actions.keeping import raise_problem, settle_problem
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Indicator, Problem
from selaras.people.actions import system_account
from selaras.people.models import Role
from tests.people.persons import someone

pytestmark = pytest.mark.django_db
EVIDENCE = "Unsur waktu terendah, 74,1 (contoh)"


@pytest.fixture(autouse=True)
def problem() -> Problem:
    seed_indicators(actor=system_account())
    return raise_problem("Antrean lama (contoh)", EVIDENCE, Indicator.objects.get(), actor=someone(Role.Kind.PLANNER))


def told() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = Client().get("/api/v1/problems").json()
    return found


@pytest.mark.parametrize("is_settled", [False, True])
@pytest.mark.parametrize("address", ["/indikator/", "/indikator/kualitas-layanan-komunikasi/"])
def test_the_evidence_stands_beside_the_problem(address: str, is_settled: bool, problem: Problem) -> None:
    if is_settled:
        settle_problem(problem, "Loket kedua dibuka (contoh)", actor=someone(Role.Kind.PLANNER))
    page = Client().get(address).content.decode()
    assert EVIDENCE in page
    assert ("Loket kedua dibuka" in page) is is_settled


def test_programs_read_it_and_how_it_was_settled(problem: Problem) -> None:
    (one,) = told()
    assert (one["title"], one["evidence"], one["indicator"]) == (
        problem.title,
        EVIDENCE,
        "kualitas-layanan-komunikasi",
    )
    assert (one["settled_at"], one["settled_how"]) == (None, "")
    settle_problem(problem, "Loket kedua dibuka (contoh)", actor=someone(Role.Kind.PLANNER))
    assert told()[0]["settled_how"] == "Loket kedua dibuka (contoh)"


def test_private_numbers_in_it_are_masked() -> None:
    raise_problem("Keluhan (contoh)", "Telepon 0812-3456-7890 (contoh)", actor=someone(Role.Kind.PLANNER))
    newest = told()[0]
    assert "3456" not in newest["evidence"]
    assert newest["indicator"] == ""


def test_one_query_for_all(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    raise_problem("Lain (contoh)", EVIDENCE, Indicator.objects.get(), actor=someone(Role.Kind.PLANNER))
    with django_assert_num_queries(1):
        told()
