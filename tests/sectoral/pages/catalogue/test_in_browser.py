"""The catalogue in a real browser: no barrier that axe knows, nothing too wide, and all of it without JavaScript."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from selaras.sectoral.actions.deciding import decide
from selaras.sectoral.actions.releasing import withdraw
from selaras.sectoral.models import Version
from tests.sectoral.conflicts import two_agencies
from tests.sectoral.conflicts.two_agencies import apart
from tests.sectoral.room import CODE, MENDED, out, room, steward
from tests.sectoral.shelf import SERIES, series, series_rows
from tests.web.browser import DESKTOP, PHONE, chromium

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PATHS = (
    "/data/",
    "/data/?q=tidakada",
    f"/data/{CODE}/",
    f"/data/{CODE}/versi/1/",
    f"/data/{SERIES}/",
    f"/data/{SERIES}/tabel/?k1a=2015&urut=-3",
    f"/data/{SERIES}/tabel/?k1a=x",
)


@pytest.fixture
def shelf(live_server: Any) -> str:
    dataset = room()
    first = out(dataset)
    out(dataset, MENDED)
    withdraw(first, "Angka Srati keliru (contoh).", actor=steward())
    out(series(), series_rows())
    return str(live_server.url)


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(
    chromium: Browser, shelf: str, scheme: Any, viewport: Any
) -> None:
    page = chromium.new_page(locale="id-ID", color_scheme=scheme, viewport=viewport)
    wrong = {}
    for path in PATHS:
        page.goto(shelf + path)
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        if found := Axe().run(page).response["violations"]:
            wrong[path] = [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]
        if page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
            wrong[f"{path} wide"] = []
    page.close()
    assert wrong == {}


def test_a_reader_finds_a_table_sees_its_chart_and_takes_it_without_javascript(chromium: Browser, shelf: str) -> None:
    page = chromium.new_page(locale="id-ID", viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page.goto(shelf)
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Data", exact=True).click()
    page.get_by_label("Kata yang dicari").fill("keluarga")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 himpunan data cocok")
    page.get_by_role("link", name="Peserta keluarga berencana").click()
    expect(page.get_by_role("img", name="Tertinggi pada 2020: Ayah, 1.400 orang.")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert taken.value.path().read_text("utf-8-sig").startswith("tahun,kecamatan,peserta")
    page.get_by_role("link", name="Buka seluruh tabel").click()
    page.get_by_role("link", name="Peserta KB").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Peserta KB")
    page.close()


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_decided_figures_are_reached_from_the_cell_they_replace(
    chromium: Browser, live_server: Any, scheme: Any, viewport: Any
) -> None:
    decide(apart(22, 25), Decimal(22), "jiwa", "Register yang dipakai.", actor=two_agencies.steward())
    for version in Version.objects.all():
        two_agencies.out(version)
    page = chromium.new_page(locale="id-ID", color_scheme=scheme, viewport=viewport)
    page.goto(f"{live_server.url}/data/penduduk-1-02-01/")
    page.get_by_role("link", name="diputus lain").click()
    expect(page.get_by_role("heading", name="Angka yang diputus")).to_be_in_viewport()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    page.close()
