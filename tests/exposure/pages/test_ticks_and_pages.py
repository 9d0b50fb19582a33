"""What is ticked among the candidate fixes stays so from page to page of them, without a script too."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.models import Fix
from tests.counting import queries_of
from tests.exposure.room import chief, inventory
from tests.people.persons import browser_of
from tests.web.browser import PHONE, chromium, sign_in

__all__ = ["chromium"]
pytestmark = pytest.mark.django_db(transaction=True)

FIXES = "/meja/keamanan/perbaikan/"


def two_pages() -> list[Fix]:
    """In the order in which they are listed; 25 stand on a page."""
    arsip = inventory()["arsip"]
    said = (Measured(Fix.Kind.PATCH, f"Tambal {at:02} (contoh)", 1_000_000 + at) for at in range(30))
    return [suggest_fix(arsip, one, actor=chief()) for one in said]


def ticked(page: str) -> list[str]:
    return re.findall(r'name="coba" value="([^"]+)" checked', page)


def test_a_page_shows_the_ticks_of_the_others_as_boxes_that_can_be_unticked() -> None:
    found, browser = two_pages(), browser_of(chief())
    asked = {"coba": [found[0].key, found[29].key]}
    for number in (1, 2):
        page = browser.get(FIXES, asked | {"hal": number}).content.decode()
        assert sorted(ticked(page)) == sorted(asked["coba"])
        assert "Bila 2 perbaikan ini selesai" in page
        assert page.partition("Dicentang di halaman lain")[2].count("checked") == 1


def test_where_all_that_is_ticked_stands_on_the_page_no_other_is_named() -> None:
    found = two_pages()
    page = browser_of(chief()).get(FIXES, {"coba": [found[0].key, "tidak-ada"]}).content.decode()
    assert "Dicentang di halaman lain" not in page


def test_ticks_ask_the_database_no_more() -> None:
    found, browser = two_pages(), browser_of(chief())
    browser.get(FIXES)
    few = queries_of(browser.get, FIXES, {"coba": [found[0].key]})
    assert queries_of(browser.get, FIXES, {"coba": [one.key for one in found]}) == few


@pytest.mark.browser
@pytest.mark.slow
def test_without_a_script_too_they_survive_going_on_and_back(chromium: Browser, live_server: Any) -> None:
    two_pages()
    context = chromium.new_context(locale="id-ID", viewport=PHONE, java_script_enabled=False)
    sign_in(context, chief(), live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}{FIXES}")
    page.get_by_label("Tambal 03 (contoh)", exact=True).check()
    page.get_by_role("button", name="Berikutnya").click()
    expect(page.get_by_text("Halaman 2 dari 2")).to_be_visible()
    expect(page.get_by_label("Tambal 03 (contoh)", exact=True)).to_be_checked()
    page.get_by_label("Tambal 28 (contoh)", exact=True).check()
    page.get_by_role("button", name="Coba yang dicentang").click()
    expect(page.get_by_role("heading", name="Bila 2 perbaikan ini selesai")).to_be_visible()
    expect(page.get_by_text("Halaman 2 dari 2")).to_be_visible()
    page.get_by_label("Tambal 28 (contoh)", exact=True).uncheck()
    page.get_by_role("button", name="Sebelumnya").click()
    expect(page.get_by_text("Halaman 1 dari 2")).to_be_visible()
    expect(page.get_by_label("Tambal 03 (contoh)", exact=True)).to_be_checked()
    expect(page.get_by_label("Tambal 28 (contoh)", exact=True)).to_have_count(0)
    context.close()
