"""The routes page: the plain sentence first, best routes, what one breached system opens, the drawn map."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from selaras.background import work_off
from selaras.exposure.models import Computation
from tests.counting import queries_of
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, chief, inventory, joined, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db(transaction=True)

ROUTES = "/meja/keamanan/rute/"
SVG = re.compile(r"<svg viewBox=\"-8.*?</svg>(?=</div>)", re.S)


def headline(page: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)
    assert found
    return found.group(1).replace("\N{NO-BREAK SPACE}", " ")


def test_the_first_sentence_is_the_most_probable_route() -> None:
    inventory()
    page = browser_of(chief()).get(ROUTES).content.decode()
    assert headline(page) == (
        "Dari Situs desa (contoh) ke SIMPEG (contoh) dalam 2 langkah lewat Portal masuk (contoh); "
        "peluangnya sekitar 8,4 %."
    )
    assert "jangkauan jaringan" in page  # the assumptions
    assert "di batas bawah, peluang rute ini sekitar 0,6 %; bila semua di batas atas, sekitar 43 %." in page


def test_the_steps_of_that_route_stand_below_it_each_with_its_kind_and_chance() -> None:
    inventory()
    page = browser_of(chief()).get(ROUTES).content.decode()
    strip = page.partition('<ol class="route-strip"')[2].partition("</ol>")[0]
    told = [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in strip.split("<li>")[1:]]
    assert told == [
        "Situs desa (contoh)",
        "sandi tersimpan sekitar 70 % Portal masuk (contoh)",
        "kepercayaan login sekitar 60 % SIMPEG (contoh)",
    ]


def test_from_the_internet_alone_it_is_another_one() -> None:
    found = inventory()
    page = browser_of(chief()).get(f"{ROUTES}?dari=internet&ke={found['simpeg'].key}").content.decode()
    assert headline(page) == (
        "Dari internet ke SIMPEG (contoh) dalam 3 langkah lewat Situs desa (contoh) dan Portal masuk (contoh); "
        "peluangnya sekitar 4,2 %."
    )
    assert "Dari internet ke SIMPEG (contoh) dalam 2 langkah lewat Portal masuk (contoh)" in page
    assert "Situs desa (contoh) → Portal masuk (contoh) (sandi tersimpan, sekitar 70 %)" in page


def test_what_a_breached_system_opens() -> None:
    found = inventory()
    page = browser_of(chief()).get(f"{ROUTES}?dari={found['situs'].key}").content.decode()
    opened = page.partition("Yang terbuka bila sistem itu jatuh")[2].partition("</section>")[0]
    assert "Portal masuk" in opened
    assert "SIMPEG" in opened
    assert "Arsip" not in opened


def test_without_a_core_or_without_a_route_the_page_says_what_to_do() -> None:
    agencies()
    assert "Belum ada sistem inti" in browser_of(chief()).get(ROUTES).content.decode()
    a_system("SIMPEG (contoh)", worth=3)
    page = browser_of(chief()).get(ROUTES).content.decode()
    assert headline(page) == "Tidak ada rute ke sistem inti"


def test_the_exposure_is_worked_out_in_the_background_and_tells_when_the_inventory_changed() -> None:
    found = inventory()
    browser = browser_of(chief())
    assert "Sedang dihitung" in browser.post(f"{ROUTES}hitung/", follow=True).content.decode()
    work_off("test")
    page = browser.get(ROUTES).content.decode()
    assert " pukul " in page
    assert "Peluang jatuh lewat rute mana pun" in page
    assert "Simpul yang dilewati banyak rute" in page
    assert "Dari seluruh bobot sistem inti, dalam setahun diperkirakan jatuh sekitar " in page
    assert "Yang paling menggeser hasilnya: titik masuk dikuasai penyusup." in page
    assert "Daftar sistem berubah" not in page
    joined(found["arsip"], found["simpeg"])
    assert "Daftar sistem berubah sesudah hitungan ini" in browser.get(ROUTES).content.decode()


def test_asked_twice_of_the_same_inventory_it_is_worked_out_once() -> None:
    inventory()
    browser = browser_of(chief())
    for _ in range(2):
        browser.post(f"{ROUTES}hitung/")
        work_off("test")
    assert Computation.objects.count() == 1


def test_an_inventory_that_changed_before_its_turn_is_asked_for_again() -> None:
    found = inventory()
    browser = browser_of(chief())
    browser.post(f"{ROUTES}hitung/")
    joined(found["arsip"], found["simpeg"])
    work_off("test")
    assert "Daftar sistem berubah sebelum dihitung. Hitung lagi." in browser.get(ROUTES).content.decode()


def test_an_agencys_routes_are_made_of_what_it_sees_and_change_with_nothing_else() -> None:
    found = inventory()
    browser = browser_of(officer(CIVIL))
    page = browser.get(ROUTES).content.decode()
    assert "Dari Portal masuk (contoh) ke SIMPEG (contoh)" in headline(page)  # the neighbour may have fallen
    assert "Situs desa" not in page
    joined(found["situs"], a_system("Basis data bansos (contoh)", HEALTH, worth=9), "database")
    assert headline(browser.get(ROUTES).content.decode()) == headline(page)
    assert "bansos" not in browser.get(ROUTES).content.decode()


def test_nobody_finds_an_others_estimate() -> None:
    inventory()
    browser_of(chief()).post(f"{ROUTES}hitung/")
    work_off("test")
    assert " pukul " not in browser_of(officer(CIVIL)).get(ROUTES).content.decode()


def test_each_system_of_the_map_is_a_link_with_its_name_and_nothing_in_it_is_inline_style() -> None:
    found = inventory()
    joined(found["arsip"], found["simpeg"])
    a_system("Sendiri (contoh)")  # connected with nothing, so not drawn
    page = browser_of(chief()).get(f"{ROUTES}?peta=semua").content.decode()
    drawing = SVG.search(page)
    assert drawing
    svg = etree.fromstring(drawing.group())
    links = {one.get("href"): one.get("aria-label") for one in svg.iter("a")}
    assert (
        links[f"/meja/keamanan/sistem/{found['simpeg'].key}/"]
        == "SIMPEG (contoh), sistem inti, pada rute yang paling mungkin"
    )
    assert len(links) == 4
    assert "Tergambar 4 dari 6 sistem." in page
    assert not [one for one in svg.iter() if one.get("style")]


def test_the_page_asks_the_database_as_often_for_many_as_for_one() -> None:
    found = inventory()
    browser = browser_of(chief())
    browser.get(ROUTES)
    few = queries_of(browser.get, ROUTES)
    for at in range(5):
        joined(a_system(f"Sistem {at} (contoh)", host="satu", worth=2), found["portal"])
    assert queries_of(browser.get, ROUTES) == few
