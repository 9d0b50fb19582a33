"""A connection is drawn: two systems chosen on the map or in a list lead to the form, filled in."""

from __future__ import annotations

import re

import pytest

from selaras.exposure.models import Connection, System
from tests.exposure.room import CIVIL, a_system, agencies, auditor, chief, inventory, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
DRAW = "/meja/keamanan/koneksi/baru/"


def boxes(page: str) -> dict[str, str]:
    """Where each box of the map leads, by its label."""
    return {
        label: href.replace("&amp;", "&")
        for href, label in re.findall(r'<a href="([^"]+)" data-key.*?aria-label="([^"]+)"', page)
    }


def test_two_boxes_in_turn_lead_to_the_form_with_both_systems_filled_in() -> None:
    found, browser = inventory(), browser_of(officer(CIVIL))
    first = boxes(browser.get(DRAW).content.decode())
    assert first.keys() == {"SIMPEG (contoh)", "Arsip surat (contoh)", "Portal masuk (contoh)"}
    page = browser.get(DRAW + first["Arsip surat (contoh)"]).content.decode()
    assert "Dari Arsip surat (contoh) ke mana?" in page
    assert "Arsip surat (contoh), sudah dipilih" in boxes(page)
    answer = browser.get(DRAW + boxes(page)["SIMPEG (contoh)"], follow=True)
    path = f"/meja/keamanan/sistem/{found['arsip'].key}/koneksi/"
    assert answer.redirect_chain[-1][0] == f"{path}?lain={found['simpeg'].key}&arah=source"
    form = answer.content.decode()
    assert f'value="{found["simpeg"].key}" selected' in form
    assert 'value="source" selected' in form
    told = {"kind": "api", "direction": "source", "other": found["simpeg"].key}
    browser.post(path, told)
    assert Connection.objects.filter(source=found["arsip"], target=found["simpeg"], kind="api").exists()


def test_from_anothers_system_the_form_stands_at_the_own_one() -> None:
    found = inventory()
    answer = browser_of(officer(CIVIL)).get(DRAW, {"dari": found["portal"].key, "ke": found["simpeg"].key})
    assert answer["Location"] == (
        f"/meja/keamanan/sistem/{found['simpeg'].key}/koneksi/?lain={found['portal'].key}&arah=target"
    )


def test_the_two_lists_do_the_same() -> None:
    found = inventory()
    page = browser_of(chief()).get(DRAW).content.decode()
    for name in ("dari", "ke"):
        offered = page.partition(f'<select id="{name}"')[2].partition("</select>")[0]
        assert {one.key for one in found.values()} == set(re.findall(r'value="([^"]+)"', offered))


def test_one_system_twice_or_a_wrong_one_is_told_and_what_was_chosen_stays() -> None:
    found, browser = inventory(), browser_of(chief())
    key = found["simpeg"].key
    answer = browser.get(DRAW, {"dari": key, "ke": key})
    assert answer.status_code == 422
    assert "tidak tersambung dengan dirinya sendiri" in answer.content.decode()
    assert "Dari SIMPEG (contoh) ke mana?" in browser.get(DRAW, {"dari": key, "ke": "tidak-ada"}).content.decode()
    assert "<h1>Gambar koneksi</h1>" in browser.get(DRAW, {"dari": "tidak-ada"}).content.decode()


def test_an_officer_is_offered_nothing_of_systems_that_are_not_named_to_them() -> None:
    found, browser = inventory(), browser_of(officer(CIVIL))
    page = browser.get(DRAW, {"dari": found["situs"].key, "ke": found["simpeg"].key})
    assert page.status_code == 200
    assert "Situs desa" not in page.content.decode()


def test_a_system_without_a_connection_is_drawn_and_the_map_shows_one_agency_at_a_time() -> None:
    found, browser = inventory(), browser_of(chief())
    health = found["situs"].agency
    drawn = boxes(browser.get(DRAW, {"opd": health.pk}).content.decode())
    assert drawn.keys() == {"Situs desa (contoh)", "Portal masuk (contoh)", "SIMPEG (contoh)"}  # the last is beside
    assert "Arsip surat (contoh)" in boxes(browser.get(DRAW, {"opd": found["arsip"].agency_id}).content.decode())


def test_words_of_a_name_narrow_the_map_and_stay_while_choosing() -> None:
    inventory()
    browser = browser_of(officer(CIVIL))
    drawn = boxes(browser.get(DRAW, {"q": "arsip"}).content.decode())
    assert drawn.keys() == {"Arsip surat (contoh)"}
    assert "q=arsip" in drawn["Arsip surat (contoh)"]
    assert "Tidak ada sistem yang cocok" in browser.get(DRAW, {"q": "tidak ada"}).content.decode()


def test_what_does_not_fit_on_the_map_is_counted() -> None:
    agencies()
    for at in range(33):
        a_system(f"Sistem {at} (contoh)")
    page = browser_of(chief()).get(DRAW).content.decode()
    assert len(boxes(page)) == 30
    assert "3 sistem lagi tidak tergambar" in page


def test_without_two_systems_the_page_says_what_to_do_and_readers_do_not_draw() -> None:
    agencies()
    a_system("Sendiri (contoh)")
    assert "Belum ada dua sistem" in browser_of(chief()).get(DRAW).content.decode()
    assert browser_of(auditor()).get(DRAW).status_code == 403
    assert System.objects.count() == 1
