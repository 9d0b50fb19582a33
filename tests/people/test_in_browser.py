"""Accounts in a real browser: from the invitation to the second step on a phone, and the administrator's pages."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import Settings

from selaras.people.models import Role
from tests.people.office import make_bodies, own_role, village
from tests.people.persons import PASSWORD, browser_of, person
from tests.people.test_second_step import code_of
from tests.web.browser import DESKTOP, PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
Kind = Role.Kind


def _context(chromium: Browser, **wanted: Any) -> BrowserContext:
    context = chromium.new_context(locale="id-ID", **wanted)
    context.set_default_timeout(10_000)
    return context


def _faults(page: Page) -> list[str]:
    """What is wrong with a page: barriers that axe knows, and a width that does not fit."""
    found = [str(one["id"]) for one in Axe().run(page).response["violations"]]
    return [*found, *([] if fits(page) else ["sideways scroll"])]


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_the_administrators_pages_have_no_barrier(
    chromium: Browser, live_server: Any, scheme: Any, viewport: Any
) -> None:
    make_bodies()
    administrator = person("admin", Kind.ADMINISTRATOR)
    other = person("siti", Kind.VILLAGE_OPERATOR, region=village())
    context = _context(chromium, color_scheme=scheme, viewport=viewport)
    sign_in(context, administrator, live_server.url)
    page, faults = context.new_page(), {}
    for path in (
        "/akun/",
        "/akun/?q=tiada",
        f"/akun/{other.pk}/",
        f"/akun/{other.pk}/peran/",
        f"/akun/{other.pk}/peran/?jenis=village_operator",
        "/akun/baru/?jenis=agency_planner",
        "/undangan/",
        "/undangan/baru/?jenis=village_operator",
        "/saya/",
        "/saya/sandi/",
        "/saya/langkah-kedua/",
        "/saya/langkah-kedua/cadangan/",
        "/catatan/",
    ):
        page.goto(live_server.url + path)
        faults[path] = _faults(page)
    page.get_by_role("button", name="Periksa keutuhan").click()
    faults["verified"] = _faults(page)
    page.goto(f"{live_server.url}/akun/{other.pk}/")
    page.get_by_role("button", name="Buat kata sandi baru").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Catat kata sandi ini sekarang.")
    faults["password"] = _faults(page)
    context.close()
    assert {path: found for path, found in faults.items() if found} == {}


def test_from_the_printed_invitation_to_the_desk_on_a_phone(
    chromium: Browser, live_server: Any, settings: Settings
) -> None:
    """An administrator invites a secretary, who opens the link, sets a password, and sets up the second step."""
    settings.TOTP_REQUIRED, settings.SITE = True, live_server.url
    make_bodies()
    inviter, faults = person("admin", Kind.ADMINISTRATOR), {}
    settings.TOTP_GRACE_DAYS = 1
    sheet = browser_of(inviter).post("/undangan/baru/?jenis=secretary", {"name": "Budi (contoh)", "body": "semua"})
    settings.TOTP_GRACE_DAYS = 0
    context = _context(chromium, viewport=PHONE)
    page = context.new_page()
    page.goto(sheet.context["link"])
    faults["invitation"] = _faults(page)
    page.get_by_role("button", name="Buka akun").click()
    faults["invitation with errors"] = _faults(page)
    page.get_by_label("Nama akun").fill("budi")
    page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
    page.get_by_label("Kata sandi baru, sekali lagi").fill(PASSWORD)
    page.get_by_role("button", name="Buka akun").click()
    expect(page.get_by_role("status")).to_contain_text("sudah dibuka")
    faults["sign-in"] = _faults(page)
    page.get_by_label("Nama akun").fill("budi")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pasang langkah kedua")
    secret = page.locator(".code").inner_text().replace(" ", "")
    page.get_by_label("Kode dari telepon").fill(code_of(secret))
    page.get_by_role("button", name="Pasang").click()
    expect(page.locator(".spare li")).to_have_count(10)
    faults["spare codes"] = _faults(page)
    page.get_by_role("link", name="Sudah disimpan").click()
    expect(page).to_have_url(f"{live_server.url}/meja/")
    page.get_by_role("button", name="Keluar").click()
    page.goto(f"{live_server.url}/masuk/?next=/saya/")
    page.get_by_label("Nama akun").fill("budi")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ketik kode dari telepon Anda")
    faults["code"] = _faults(page)
    page.get_by_label("Kode dari telepon").fill(code_of(secret, 1))
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page).to_have_url(f"{live_server.url}/saya/")
    context.close()
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_keyboard_alone_delegates_a_role(chromium: Browser, live_server: Any) -> None:
    make_bodies()
    giver, _taker = person("sekretaris", Kind.SECRETARY), person("wakil", Kind.OBSERVER)
    context = _context(chromium, viewport=DESKTOP)
    sign_in(context, giver, live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}/saya/pelimpahan/{own_role(giver).pk}/")
    page.get_by_label("Nama akun penerima").focus()
    page.keyboard.type("wakil")
    page.keyboard.press("Tab")
    page.keyboard.type("12312999")
    page.get_by_label("Alasan").focus()
    page.keyboard.type("cuti")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Peran dilimpahkan")
    context.close()
