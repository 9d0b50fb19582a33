"""Numbers that were decided between agencies: the public reads which holds, from whom, why, and the one set aside."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from selaras.sectoral.actions.deciding import decide
from selaras.sectoral.actions.discussing import say
from selaras.sectoral.actions.releasing import embargo, withdraw
from selaras.sectoral.models import Conflict, Version
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.sectoral.conflicts.two_agencies import (
    HEALTH,
    NAMES,
    REGISTRY,
    apart,
    dataset,
    looked,
    out,
    sender,
    sent,
    steward,
)

pytestmark = pytest.mark.django_db
LOSES, HOLDS = "/data/penduduk-1-02-01/", "/data/penduduk-2-12-01/"
HEADING, ASIDE = "Angka yang diputus</h2>", "diputus lain"


def shown(path: str, browser: Client | None = None) -> str:
    answer = (browser or Client()).get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def settled(number: int | None = 22) -> Conflict:
    conflict = apart(22, 25)
    say(conflict, "Jangan dibuka dahulu.", actor=sender(HEALTH))
    told = None if number is None else Decimal(number)
    return decide(conflict, told, "jiwa" if number else "", "Register yang dipakai.", actor=steward())


def all_out() -> None:
    for version in Version.objects.all():
        out(version)


def test_the_number_set_aside_stays_beside_the_one_that_holds_with_its_source_reason_and_day() -> None:
    settled(22)
    all_out()
    for path in (LOSES, f"{LOSES}versi/1/"):
        page = shown(path)
        assert HEADING in page
        assert 'lang="id">25 jiwa</td>' in page
        assert f'<strong lang="id">22 jiwa</strong><small>dari {NAMES[REGISTRY]}</small>' in page
        assert "Register yang dipakai." in page
        assert f'>25<small class="flag">{ASIDE}</small></a></td>' in page
        assert "Diputus " in page
    assert "1 angka di tabel ini diputus lain" in shown(f"{LOSES}tabel/")


def test_the_data_whose_number_holds_says_so_and_marks_nothing() -> None:
    settled(22)
    all_out()
    page = shown(HOLDS)
    assert HEADING in page
    assert f"dari {NAMES[REGISTRY]}" in page
    assert ASIDE not in page
    assert ASIDE not in shown(f"{HOLDS}tabel/")


def test_a_number_that_nobody_said_comes_from_the_decision() -> None:
    settled(23)
    all_out()
    for path in (LOSES, HOLDS):
        assert '<strong lang="id">23 jiwa</strong><small>ditetapkan dalam putusan</small>' in shown(path)


def test_where_all_are_right_nothing_is_set_aside() -> None:
    settled(None)
    all_out()
    page = shown(LOSES)
    assert "Semua angka benar, definisinya berbeda" in page
    assert ASIDE not in page


def test_what_was_said_between_agencies_is_read_by_nobody_here() -> None:
    settled()
    all_out()
    for browser in (Client(), browser_of(steward()), browser_of(sender(HEALTH))):
        page = shown(LOSES, browser)
        assert HEADING in page
        assert "Jangan dibuka dahulu." not in page


def test_what_is_not_decided_yet_is_not_told() -> None:
    apart()
    all_out()
    assert HEADING not in shown(LOSES)


def test_a_decision_about_a_number_that_is_not_out_is_told_to_nobody() -> None:
    settled(22)
    kept, other = dataset(REGISTRY).versions.get(), dataset(HEALTH).versions.get()
    out(other)
    for browser in (Client(), browser_of(steward())):
        assert HEADING not in shown(LOSES, browser)
        assert ASIDE not in shown(LOSES, browser) + shown(f"{LOSES}tabel/", browser)
    embargo(kept, timezone.localdate() + timedelta(1), actor=steward())
    out(kept)
    for browser in (Client(), browser_of(steward())):
        assert HEADING not in shown(LOSES, browser)
    embargo(kept, None, actor=steward())
    assert HEADING in shown(LOSES)
    withdraw(kept, "Keliru (contoh).", actor=steward())
    assert HEADING not in shown(LOSES)


def test_many_decisions_stand_on_pages_and_ask_the_database_as_often_as_one() -> None:
    rows = [f"33.05.{place:02},2024," for place in range(1, 13)]
    few = 0
    for agency, more in ((REGISTRY, 0), (HEALTH, 3)):
        sent(dataset(agency), *(f"{row}{at + 20 + more}" for at, row in enumerate(rows)))
    looked()
    for at, conflict in enumerate(Conflict.objects.order_by("pk")):
        decide(conflict, Decimal(at + 20), "jiwa", "Register.", actor=steward())
        if at == 0:
            all_out()
            few = queries_of(Client().get, LOSES)
    assert queries_of(Client().get, LOSES) == few
    page = shown(LOSES)
    assert "1–10 dari 12 putusan." in page
    assert "11–12 dari 12 putusan." in shown(f"{LOSES}?putusan=2")
