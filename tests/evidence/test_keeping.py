"""Targets and problems: whole or told what is missing, by those who plan, settled with a word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.evidence.actions.keeping import raise_problem, set_target, settle_problem
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.errors import Incomplete, NotAllowed
from selaras.evidence.models import Indicator, Problem
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db
BASIS = "Renstra (contoh)"


@pytest.fixture(autouse=True)
def indicator() -> Indicator:
    seed_indicators(actor=system_account())
    return Indicator.objects.get()


def planner() -> Account:
    return someone(Role.Kind.PLANNER)


@pytest.mark.parametrize(
    ("year", "value", "basis", "field"),
    [
        (None, Decimal(1), BASIS, "year"),
        (1999, Decimal(1), BASIS, "year"),
        (2021, None, BASIS, "value"),
        (2021, Decimal("1e12"), BASIS, "value"),
        (2021, Decimal(1), " ", "basis"),
        (2021, Decimal(1), "a" * 301, "basis"),
    ],
)
def test_a_target_is_whole(
    year: int | None, value: Decimal | None, basis: str, field: str, indicator: Indicator
) -> None:
    with pytest.raises(Incomplete) as wrong:
        set_target(indicator, year, value, basis, actor=planner())
    assert set(wrong.value.fields) == {field}


def test_the_log_keeps_the_target_before() -> None:
    set_target(Indicator.objects.get(), 2021, Decimal("91"), BASIS, actor=planner())
    set_target(Indicator.objects.get(), 2021, Decimal("91"), BASIS, actor=planner())
    entry = Entry.objects.get(action="evidence.target_set")
    assert (entry.detail["value"], entry.detail["before"]) == ("91.00", "90.38")


def test_a_problem_needs_evidence_and_is_settled_once_with_a_word() -> None:
    with pytest.raises(Incomplete) as wrong:
        raise_problem(" ", "", actor=planner())
    assert set(wrong.value.fields) == {"title", "evidence"}
    problem = raise_problem("Antrean lama", "Unsur waktu 2,4", actor=planner())
    with pytest.raises(Incomplete):
        settle_problem(problem, " ", actor=planner())
    first = settle_problem(problem, "Loket ditambah", actor=planner())
    assert settle_problem(problem, "Lain", actor=planner()).settled_how == first.settled_how == "Loket ditambah"


@pytest.mark.parametrize(
    "deed",
    [
        lambda who: set_target(Indicator.objects.get(), 2021, Decimal(1), BASIS, actor=who),
        lambda who: raise_problem("A", "B", actor=who),
        lambda who: settle_problem(Problem(pk=1), "C", actor=who),
    ],
)
def test_others_may_not(deed: Callable[[Account], Any]) -> None:
    with pytest.raises(NotAllowed):
        deed(secretary())


def test_the_register_shows_target_beside_value_and_what_is_open() -> None:
    page = Client().get(reverse("indicators")).content.decode()
    assert "Belum ada indikator yang dapat dibandingkan dengan targetnya" in page
    assert "90,38" in page
    assert "belum diukur" in page
    client = browser_of(planner())
    address = reverse("indicator-target", args=[Indicator.objects.get().code])
    assert client.post(address, {"year": "2022", "value": "banyak"}).status_code == 422
    client.post(address, {"year": "2022", "value": "1.091,5", "basis": BASIS})
    assert Indicator.objects.get().targets.get(year=2022).value == Decimal("1091.50")
    assert client.post(reverse("problem-new"), {"title": "Antrean lama"}).status_code == 422
    said = {"title": "Antrean lama", "evidence": "Hubungi 081234567890", "indicator": Indicator.objects.get().code}
    client.post(reverse("problem-new"), said)
    page = Client().get(reverse("indicators")).content.decode()
    assert "Antrean lama" in page
    assert "081234567890" not in page
    client.post(reverse("problem-settle", args=[Problem.objects.get().pk]), {"how": "Loket ditambah"})
    assert "Tidak ada masalah terbuka" in Client().get(reverse("indicators")).content.decode()


def test_the_register_counts_what_can_be_compared_and_shows_what_is_newer() -> None:
    indicator, day = Indicator.objects.get(), date(2026, 11, 27)
    for year, value in ((2021, "91.2"), (2026, "88")):
        told = {"method": f"Survei {year} (contoh)", "measured_on": day, "recorded_at": timezone.now()}
        indicator.values.create(year=year, value=Decimal(value), reference=f"contoh/{year}", **told)
    page = Client().get(reverse("indicators")).content.decode()
    assert "1 dari 1 indikator mencapai targetnya" in page
    assert page.index("Survei 2026 (contoh)") < page.index("Survei 2021 (contoh)")
    assert "tanpa target" in page
