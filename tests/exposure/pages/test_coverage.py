"""Hosts that a scan saw and nobody registered, and systems that no scan saw, on one page."""

from __future__ import annotations

import pytest

from tests.counting import queries_of
from tests.exposure.room import HEALTH, a_system, agencies, auditor, chief, officer
from tests.exposure.scans import SITE, sent, zap
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
PAGE = "/meja/keamanan/cakupan/"


def test_both_sides_are_told_and_a_stranger_is_registered_from_there() -> None:
    agencies()
    browser = browser_of(chief())
    assert "Belum ada pindaian" in browser.get(PAGE).content.decode()
    a_system("SIMPEG (contoh)", address=f"https://{SITE}")
    a_system("Arsip (contoh)", address="https://arsip.contoh.go.id")
    sent(zap())
    sent(zap(site="lupa.contoh.go.id"))
    page = browser.get(PAGE).content.decode()
    assert "1 peladen belum terdaftar, 1 sistem belum pernah terlihat" in page
    strangers, unseen = page.split("Terdaftar, belum pernah terlihat")
    assert "lupa.contoh.go.id" in strangers
    assert SITE not in strangers
    assert "Arsip (contoh)" in unseen
    assert "SIMPEG (contoh)" not in unseen
    form = browser.get("/meja/keamanan/sistem/baru/?alamat=lupa.contoh.go.id").content.decode()
    assert 'value="lupa.contoh.go.id"' in form


def test_a_system_is_seen_through_its_machine() -> None:
    agencies()
    a_system("SIMPEG (contoh)", host=SITE)
    a_system("Arsip (contoh)", host=SITE)
    sent(zap())
    page = browser_of(auditor()).get(PAGE).content.decode()
    assert "0 peladen belum terdaftar, 0 sistem belum pernah terlihat" in page


def test_another_agency_learns_of_neither_side() -> None:
    agencies()
    a_system("SIMPEG (contoh)")
    sent(zap())
    page = browser_of(officer(HEALTH)).get(PAGE).content.decode()
    assert "Belum ada pindaian" in page
    assert "contoh.go.id" not in page


def test_the_page_asks_the_database_as_often_for_many_as_for_one() -> None:
    agencies()
    a_system("SIMPEG (contoh)")
    sent(zap())
    browser = browser_of(chief())
    browser.get(PAGE)
    few = queries_of(browser.get, PAGE)
    for at in range(5):
        a_system(f"Sistem {at} (contoh)")
        sent(zap(site=f"s{at}.contoh.go.id"))
    assert queries_of(browser.get, PAGE) == few


def test_all_that_was_never_seen_is_leafed_through() -> None:
    agencies()
    for at in range(27):
        a_system(f"Sistem {at:02} (contoh)")
    sent(zap())
    browser = browser_of(chief())
    assert "?sisi=sistem" in browser.get(PAGE).content.decode()
    pages = [browser.get(PAGE, {"sisi": "sistem", "hal": at}).content.decode() for at in (1, 2)]
    for at in range(27):
        assert sum(f"Sistem {at:02} (contoh)" in page for page in pages) == 1
