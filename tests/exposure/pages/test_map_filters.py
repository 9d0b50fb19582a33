"""The map of the routes page for one agency and one kind of connection."""

from __future__ import annotations

import re

import pytest

from tests.counting import queries_of
from tests.exposure.room import CIVIL, HEALTH, a_system, agency, chief, inventory, joined, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db

ROUTES = "/meja/keamanan/rute/"
EMPTY = "Tidak ada koneksi seperti itu di peta ini"


def page_of(browser_path: str = "", **asked: object) -> str:
    return browser_of(chief()).get(f"{ROUTES}{browser_path}", asked).content.decode()


def on_map(page: str) -> set[str]:
    """First words of the systems that are drawn."""
    drawing = page.partition('<figure class="figure routes-map">')[2].partition("</figure>")[0]
    return {name.split()[0] for name in re.findall(r'aria-label="([^"]+)"', drawing)}


def lines_on(page: str) -> int:
    return page.count('marker-end="url(')


def offered(page: str, name: str) -> list[str]:
    options = page.partition(f'name="{name}">')[2].partition("</select>")[0]
    return re.findall(r"<option[^>]*>([^<]+)</option>", options)


@pytest.mark.parametrize(
    ("asked", "drawn", "lines"),
    [
        ({}, {"Situs", "Portal", "SIMPEG"}, 2),
        ({"jenis": "credentials"}, {"Situs", "Portal"}, 1),
        ({"jenis": "sign_in"}, {"Portal", "SIMPEG"}, 1),
        ({"opd": CIVIL}, {"Portal", "SIMPEG"}, 1),
        ({"opd": HEALTH}, {"Situs", "Portal", "SIMPEG"}, 2),
        ({"opd": CIVIL, "jenis": "credentials"}, set(), 0),
        ({"opd": "999999", "jenis": "lain"}, {"Situs", "Portal", "SIMPEG"}, 2),  # neither exists: all of them
    ],
)
def test_a_line_is_drawn_where_it_is_of_the_kind_and_ends_at_the_agency(
    asked: dict[str, str], drawn: set[str], lines: int
) -> None:
    inventory()
    told = asked | {"opd": agency(asked["opd"]).pk} if asked.get("opd") in (CIVIL, HEALTH) else asked
    page = page_of(**told)
    assert (on_map(page), lines_on(page)) == (drawn, lines)
    assert (EMPTY in page) == (not drawn)


def test_with_what_is_around_all_of_that_agency_is_found_on_a_route_or_not() -> None:
    found = inventory()
    joined(found["arsip"], a_system("Survei (contoh)"), "files")
    assert on_map(page_of(peta="semua", jenis="files")) == {"Arsip", "Survei"}
    assert on_map(page_of(jenis="files")) == set()


def test_nothing_found_says_what_to_do_and_keeps_what_was_asked() -> None:
    found = inventory()
    joined(found["arsip"], a_system("Survei (contoh)"), "files")
    page = page_of(jenis="files", ke=found["simpeg"].key)
    assert EMPTY in page
    link = re.search(r'class="button" href="(\?[^"]+)">Lihat sistem di sekitarnya', page)
    assert link
    assert on_map(page_of(link.group(1).replace("&amp;", "&"))) == {"Arsip", "Survei"}
    page = page_of(peta="semua", opd=agency(HEALTH).pk, jenis="files")
    assert "Pilih perangkat daerah lain atau jenis koneksi lain." in page
    assert "Lihat sistem di sekitarnya" not in page


def test_only_the_map_is_narrowed() -> None:
    inventory()
    whole, narrow = page_of(), page_of(jenis="sign_in")
    for part in ("<h1", "<h2>Setiap sistem inti</h2>"):
        assert (
            narrow.partition(part)[2].partition("</section>")[0].splitlines()[0]
            == (whole.partition(part)[2].partition("</section>")[0].splitlines()[0])
        )
    assert "Hapus saringan peta" in narrow
    assert "Hapus saringan peta" not in whole


def test_a_shared_machine_is_a_kind_too() -> None:
    found = inventory()
    for name in ("Antrean (contoh)", "Presensi (contoh)"):
        joined(found["arsip"], a_system(name, host="satu"))
    page = page_of(peta="semua", jenis="hosting")
    assert on_map(page) == {"Antrean", "Presensi"}
    assert "peladen bersama" in page


def test_what_is_offered_is_what_the_person_sees() -> None:
    found = inventory()
    joined(found["situs"], a_system("Bansos (contoh)", HEALTH), "database")
    page = browser_of(officer(CIVIL)).get(ROUTES).content.decode()
    assert offered(page, "jenis") == ["Semua jenis koneksi", "kepercayaan login"]
    assert len(offered(page, "opd")) == 3


def test_narrowing_asks_the_database_no_more() -> None:
    inventory()
    browser = browser_of(chief())
    browser.get(ROUTES)
    plain = queries_of(browser.get, ROUTES)
    told = {"opd": agency(HEALTH).pk, "jenis": "credentials", "peta": "semua"}
    assert queries_of(browser.get, ROUTES, told) == plain
