"""The pages in a real browser: no barrier that axe knows, no sideways scroll on a phone, no script needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from selaras.people.models import Account
from tests.forum.decided import decided_forum
from tests.web.address_kinds import BY_KEY
from tests.web.addresses import pages
from tests.web.browser import DESKTOP, PHONE, sign_in
from tests.web.role_walk import everybody

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(live_server: Any) -> dict[str, str]:
    """Every page of a decided forum by its name, with the full address."""
    forum = decided_forum()
    everybody(forum)
    return {name: live_server.url + path for name, path in pages(forum).items()} | {
        "missing": f"{live_server.url}/tidak-ada/"
    }


def _context(chromium: Browser, site: dict[str, str], *, signed_in: bool = False, **wanted: Any) -> BrowserContext:
    context = chromium.new_context(locale="id-ID", **wanted)
    context.set_default_timeout(30_000)
    if signed_in:
        sign_in(context, Account.objects.get(username="semua"), site["home"])
    return context


def _open(context: BrowserContext, site: dict[str, str], signed_in: bool) -> Iterator[tuple[str, Page]]:
    """Each page; who is signed in as everybody must be let into every one, else it would be looked at unseen."""
    page = context.new_page()
    for name, address in site.items():
        if not (signed_in and name == "sign-in"):
            response = page.goto(address)
            assert response
            assert not signed_in or response.status == 200 or name in BY_KEY | {"missing"}, (name, response.status)
            yield name, page


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    chromium: Browser, site: dict[str, str], scheme: Any, viewport: dict[str, int]
) -> None:
    context = _context(chromium, site, signed_in=True, color_scheme=scheme, viewport=viewport)
    found = {}
    for name, page in _open(context, site, signed_in=True):
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        results = Axe().run(page)
        if results.violations_count:
            found[name] = results.generate_report()
    context.close()
    assert not found, "\n".join(found.values())


def test_axe_finds_nothing_where_signing_in_went_wrong(chromium: Browser, site: dict[str, str]) -> None:
    context = _context(chromium, site, viewport=PHONE)
    page = context.new_page()
    page.goto(site["sign-in"])
    page.locator("main button").click()
    expect(page.locator("#id_username")).to_have_attribute("aria-invalid", "true")
    results = Axe().run(page)
    context.close()
    assert not results.violations_count, results.generate_report()


def test_nothing_scrolls_sideways_on_a_phone(chromium: Browser, site: dict[str, str]) -> None:
    context = _context(chromium, site, signed_in=True, viewport=PHONE)
    wide = {
        name: page.evaluate("document.documentElement.scrollWidth")
        for name, page in _open(context, site, signed_in=True)
    }
    context.close()
    assert {name: width for name, width in wide.items() if width > PHONE["width"]} == {}


def test_the_browser_refuses_nothing_that_a_page_asks_for(chromium: Browser, site: dict[str, str]) -> None:
    """A style, script or file that the content policy forbids would be said on the console."""
    context = _context(chromium, site)
    said: list[str] = []
    context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    for _ in _open(context, {name: at for name, at in site.items() if name != "missing"}, signed_in=False):
        pass
    context.close()
    assert [line for line in said if "404" not in line] == []


def test_everything_works_without_scripts(chromium: Browser, site: dict[str, str]) -> None:
    context = _context(chromium, site, java_script_enabled=False)
    page = context.new_page()
    page.goto(site["home"])
    page.get_by_label("Jalan, jembatan, atau kode usulan").fill("LINGKUNGAN rt 02")
    page.get_by_role("button", name="Cari").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 usulan cocok")
    page.get_by_role("link", name="Hapus saringan").click()
    page.get_by_label("Kecamatan").select_option(label="Sadang")
    page.get_by_label("Hasil").select_option(label="Belum didanai")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("5 usulan cocok")
    page.get_by_role("link", name="Rehab jln lingkungan RT 02 RW 01").click()
    expect(page.locator(".answer-text strong")).to_have_text("Belum didanai.")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Its score")).to_be_visible()
    context.close()


def test_the_keyboard_reaches_the_content_first(chromium: Browser, site: dict[str, str]) -> None:
    context = _context(chromium, site)
    page = context.new_page()
    page.goto(site["home"])
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Langsung ke isi")
    expect(page.locator(":focus")).to_be_in_viewport()
    context.close()


def test_print_leaves_out_what_paper_cannot_do(chromium: Browser, site: dict[str, str]) -> None:
    context = _context(chromium, site, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(site["home"])
    expect(page.locator(".site-nav")).to_be_hidden()
    expect(page.locator(".entries")).to_be_hidden()
    expect(page.get_by_text("Data contoh:")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
