"""Targets and problems: whole or told what is missing, by those who plan, settled with a word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.evidence.actions.keeping import raise_problem, reopen_problem, set_target, settle_problem
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


def test_how_it_was_settled_is_read_and_one_that_was_not_is_opened_again() -> None:
    problem = raise_problem("Antrean lama", "Unsur waktu 2,4", Indicator.objects.get(), actor=planner())
    settle_problem(problem, "Loket ditambah, hubungi 081234567890", actor=planner())
    client = browser_of(planner())
    for address in (reverse("indicators"), reverse("indicator", args=[Indicator.objects.get().code])):
        page = Client().get(address).content.decode()
        assert ("Loket ditambah" in page, "081234567890" in page) == (True, False)
    for _ in range(2):
        page = client.post(reverse("problem-reopen", args=[problem.pk]), follow=True).content.decode()
        assert "Masalah ini terbuka lagi." in page
    assert "Masalah yang sudah selesai" not in page
    assert Problem.objects.get().settled_at is None
    entry = Entry.objects.get(action="evidence.problem_reopened")
    assert entry.detail["how_before"].startswith("Loket ditambah")


@pytest.mark.parametrize(
    "deed",
    [
        lambda who: reopen_problem(Problem(pk=1), actor=who),
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


def test_pressed_twice_is_one_problem_and_the_same_words_later_are_another() -> None:
    client, address = browser_of(planner()), reverse("problem-new")
    said = {"title": "Antrean lama", "evidence": "Unsur waktu 2,4", "submission": str(uuid4())}
    for _ in range(2):
        assert client.post(address, said).status_code == 302
    assert Problem.objects.count() == 1
    assert Entry.objects.filter(action="evidence.problem_raised").count() == 1
    client.post(address, said | {"submission": str(uuid4())})
    assert Problem.objects.count() == 2


def test_the_page_brings_a_key_and_keeps_it_while_something_is_missing() -> None:
    client, address = browser_of(planner()), reverse("problem-new")
    key = str(uuid4())
    assert 'name="submission" value="' in client.get(address).content.decode()
    assert f'name="submission" value="{key}"' in client.post(address, {"submission": key}).content.decode()


def test_a_number_in_the_title_is_masked_too() -> None:
    indicator = Indicator.objects.get()
    raise_problem("Keluhan dari 081234567890", "Laporan", indicator, actor=planner())
    for address in (reverse("indicators"), reverse("indicator", args=[indicator.code])):
        page = Client().get(address).content.decode()
        assert "Keluhan dari" in page
        assert "081234567890" not in page


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.090", "1090"), ("1.090,38", "1090.38"), ("1090.38", "1090.38"), ("90,38", "90.38"), ("90,38 %", "90.38")],
)
def test_a_target_is_read_as_people_write_it_here(typed: str, value: str) -> None:
    indicator = Indicator.objects.get()
    said = {"year": "2022", "value": typed, "basis": BASIS}
    browser_of(planner()).post(reverse("indicator-target", args=[indicator.code]), said)
    assert indicator.targets.get(year=2022).value == Decimal(value)


@pytest.mark.parametrize(("year", "value"), [("9" * 5_000, "1"), ("20211", "1"), ("2022", "9" * 5_000), ("²", "1")])
def test_what_is_no_year_and_no_amount_is_told(year: str, value: str) -> None:
    said = {"year": year, "value": value, "basis": BASIS}
    page = browser_of(planner()).post(reverse("indicator-target", args=[Indicator.objects.get().code]), said)
    assert page.status_code == 422
    assert "misalnya" in page.content.decode()
