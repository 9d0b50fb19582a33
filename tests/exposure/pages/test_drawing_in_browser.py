"""Two systems are chosen on the drawn map by mouse, by finger and by keyboard, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from selaras.exposure.models import System
from tests.exposure.room import CIVIL, inventory, officer
from tests.web.browser import DESKTOP, PHONE, chromium, fits, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DRAW = "/meja/keamanan/koneksi/baru/"
ARCHIVE, CORE = "Arsip surat (contoh)", "SIMPEG (contoh)"


def opened(chromium: Browser, site: str, viewport: Any, **told: Any) -> Page:
    context = chromium.new_context(locale="id-ID", viewport=viewport, **told)
    context.set_default_navigation_timeout(120_000)  # a machine that does other work beside
    sign_in(context, officer(CIVIL), site)
    page = context.new_page()
    page.goto(f"{site}{DRAW}")
    return page


def expect_the_form(page: Page, found: dict[str, System]) -> None:
    """Of the connection from the archive to the core."""
    path = f"/meja/keamanan/sistem/{found['arsip'].key}/koneksi/?lain={found['simpeg'].key}&arah=source"
    expect(page).to_have_url(f"{page.url.partition('/meja')[0]}{path}")
    expect(page.locator("#id_other")).to_have_value(found["simpeg"].key)
    expect(page.locator("#id_direction")).to_have_value("source")


def middle(page: Page, name: str) -> tuple[float, float]:
    box = page.get_by_role("link", name=name).locator("rect").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_line_drawn_with_the_mouse_opens_the_form(chromium: Browser, live_server: Any) -> None:
    found = inventory()
    page = opened(chromium, live_server.url, DESKTOP)
    page.locator("svg").last.scroll_into_view_if_needed()
    page.mouse.move(*middle(page, ARCHIVE))
    page.mouse.down()
    page.mouse.move(*middle(page, CORE), steps=5)
    assert page.locator("[data-drawn]").get_attribute("d")
    page.mouse.up()
    expect_the_form(page, found)
    page.context.close()


def test_two_boxes_by_keyboard_open_the_form(chromium: Browser, live_server: Any) -> None:
    found = inventory()
    page = opened(chromium, live_server.url, DESKTOP)
    page.get_by_role("link", name=ARCHIVE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Dari {ARCHIVE} ke mana?")
    page.get_by_role("link", name=CORE).focus()
    page.keyboard.press("Enter")
    expect_the_form(page, found)
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_two_boxes_by_finger_open_the_form(chromium: Browser, live_server: Any, scripts: bool) -> None:
    found = inventory()
    page = opened(chromium, live_server.url, PHONE, has_touch=True, java_script_enabled=scripts)
    page.get_by_role("link", name=ARCHIVE).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Dari {ARCHIVE} ke mana?")
    page.get_by_role("link", name=CORE).tap()
    expect_the_form(page, found)
    page.context.close()


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_no_barrier_nothing_over_the_edge_nothing_refused(
    chromium: Browser, live_server: Any, scheme: Any, viewport: Any
) -> None:
    found = inventory()
    page = opened(chromium, live_server.url, viewport, color_scheme=scheme)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    for query in ("", f"?dari={found['arsip'].key}"):
        page.goto(f"{live_server.url}{DRAW}{query}")
        assert Axe().run(page).response["violations"] == []
        assert fits(page)
    assert refused == []
    page.context.close()
