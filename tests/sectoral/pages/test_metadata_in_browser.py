"""A metadata form filled in with the keyboard alone: an error found, the connection lost, and nothing typed lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from selaras.sectoral.models import Dataset
from tests.sectoral.metadata import filled_in
from tests.sectoral.room import CODE, producer, room
from tests.web.browser import DESKTOP, PHONE, chromium, fits, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
HOME = f"/meja/data/himpunan/{CODE}/metadata/"
MENDED = "Kepala Bidang (contoh)"


def tab_to(page: Page, field: str) -> None:
    """Press Tab until the field has the focus, as who has no mouse does."""
    for _ in range(200):
        if page.evaluate("document.activeElement.id") == field:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{field} cannot be reached")


def write(page: Page, field: str, text: str) -> None:
    tab_to(page, field)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def test_filled_in_by_keyboard_with_an_error_and_a_lost_connection(chromium: Browser, live_server: Any) -> None:
    dataset = room()
    context = chromium.new_context(locale="id-ID", viewport=PHONE)
    sign_in(context, producer(), live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}{HOME}kegiatan/")
    write(page, "id_year", "2020")
    tab_to(page, "id_collection_0")
    page.keyboard.press("ArrowDown")
    write(page, "id_background", "Dibutuhkan untuk perencanaan desa.")
    page.keyboard.press("Control+Home")
    tab_to(page, "id_post")
    page.keyboard.press("Enter")  # a form sends itself on Enter; the responsible post is missing still
    told = page.get_by_role("alert").get_by_role("link", name=re.compile("Jabatan penanggung jawab"))
    expect(told).to_be_visible()
    told.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#id_post$"))
    write(page, "id_post", MENDED)
    expect(page.locator("#id_background")).to_have_value("Dibutuhkan untuk perencanaan desa.")
    context.set_offline(True)
    page.keyboard.press("Enter")
    expect(page.locator("[data-state]")).to_contain_text("Belum ada sinyal")
    assert not dataset.metadata.exists()
    page.close()  # the telephone is put away before the signal is back
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"{live_server.url}{HOME}kegiatan/")
    expect(page.locator("[data-state]")).to_contain_text("dikembalikan ke formulir")
    expect(page.locator("#id_post")).to_have_value(MENDED)
    tab_to(page, "id_post")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Formulir tersimpan sebagai edisi 1.")).to_be_visible()
    kept = Dataset.objects.get(code=CODE).metadata.get()
    assert (kept.answers["post"], kept.answers["collection"], kept.answers["year"]) == (MENDED, "2", "2020")
    page.goto(f"{live_server.url}{HOME}kegiatan/")
    expect(page.locator("#id_post")).to_have_value(MENDED)
    expect(page.locator("[data-state]")).to_be_empty()  # what was saved waits nowhere any more
    context.close()


def test_what_was_sent_without_a_signal_goes_by_itself_once_there_is_one(chromium: Browser, live_server: Any) -> None:
    dataset = room()
    filled_in(dataset)
    context = chromium.new_context(locale="id-ID", viewport=PHONE)
    sign_in(context, producer(), live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}{HOME}kegiatan/")
    context.set_offline(True)
    write(page, "id_post", MENDED)
    page.keyboard.press("Enter")
    expect(page.locator("[data-state]")).to_contain_text("Belum ada sinyal")
    context.set_offline(False)
    expect(page.get_by_text("Formulir tersimpan sebagai edisi 2.")).to_be_visible(timeout=30_000)
    assert dataset.metadata.get(form="ms_keg", edition=2).answers["post"] == MENDED
    context.close()


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_no_barrier_and_nothing_over_the_edge(
    chromium: Browser, live_server: Any, scheme: Any, viewport: Any, tmp_path: Any
) -> None:
    filled_in(room())
    context = chromium.new_context(locale="id-ID", color_scheme=scheme, viewport=viewport)
    sign_in(context, producer(), live_server.url)
    page = context.new_page()
    wrong = {}
    for path in ("", "kegiatan/", "variabel/?nama=jumlah", "kegiatan/?edisi=1", "indikator/"):
        page.goto(f"{live_server.url}{HOME}{path}")
        found = [one["id"] for one in Axe().run(page).response["violations"]]
        if found or not fits(page):
            wrong[path] = found
    assert wrong == {}
    context.close()
