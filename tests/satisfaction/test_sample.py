"""What the demo invents: surveys of several services and desks, and a measured indicator; said to be invented."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from selaras.audit.queries import verify
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Indicator, Problem
from selaras.evidence.queries import standings
from selaras.evidence.sample import problem_example
from selaras.people.actions import system_account
from selaras.people.models import Role
from selaras.satisfaction.models import Answer, Result, Service, Survey
from selaras.satisfaction.sample import COMMUNICATION, INFORMATION, MARK, REGISTRY, Example, survey_examples
from tests.people.persons import someone
from tests.satisfaction.room import agency, service, steward

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
INDICATOR = "kualitas-layanan-komunikasi"


def made(*examples: Example) -> None:
    """Once in a test: the intervals of every period are drawn anew as it is published."""
    if not Service.objects.filter(code=INFORMATION.code).exists():
        service().delete()
        seed_indicators(actor=system_account())
    survey_examples([(one, agency("1.02.01" if one is REGISTRY else "2.16.01")) for one in examples], keeper=steward())


def test_made_again_they_are_the_same() -> None:
    for _ in range(2):
        made(INFORMATION, REGISTRY)
        problem_example(INDICATOR, keeper=someone(Role.Kind.PLANNER))
    found = Survey.objects.filter(service__code=INFORMATION.code).order_by("pk").values_list("state", flat=True)
    assert list(found) == ["published", "open"]
    assert Answer.objects.filter(survey__service__code=REGISTRY.code).count() == 2 * 60
    assert Problem.objects.count() == 1
    assert verify().intact


def test_every_part_of_the_public_page_is_alive_and_2021_has_a_value_beside_its_target() -> None:
    made(COMMUNICATION)
    told = {one.year: one for one in standings(Indicator.objects.filter(code=INDICATOR))}
    assert told[2021].target
    assert str(told[2021].target.value) == "90.38"
    assert told[2021].value
    assert told[2021].value.measured_on == date(2021, 12, 31)
    assert MARK in told[2021].value.method
    newest = Result.objects.filter(survey__service__code=COMMUNICATION.code).order_by("survey__opens_on").last()
    assert newest
    figures = newest.figures
    assert [bool(one.outcome) for one in newest.survey.follow_ups.order_by("pk")] == [False, True]
    assert [one["change"] is None for one in figures["trend"]] == [True, False, False, False]
    assert any(one["real"] for one in figures["trend"])
    best, *_others, worst = figures["desks"]["standings"]
    assert best["worst"] < worst["best"]
    assert [one["why"] for one in figures["guard"]["clusters"]] == ["device"]
    assert figures["interval"]["low"] < float(figures["index"]) < figures["interval"]["high"]
    assert figures["comments"]
    page = Client().get(reverse("survey-results", args=[newest.survey.key])).content.decode()
    assert f"Periode lalu ({MARK})" in page
