"""The pages of maturity in a real browser: a level stated with a document; no barrier, nothing over the edge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from selaras.sectoral.models import Statement
from tests.sectoral.room import out, room, steward
from tests.web.browser import DESKTOP, PHONE, chromium, fits, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
HOME = "/meja/data/kematangan/"


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_a_level_is_stated_and_no_page_has_a_barrier(
    chromium: Browser, live_server: Any, scheme: Any, viewport: Any, tmp_path: Path
) -> None:
    out(room())
    (tmp_path / "sk.pdf").write_bytes(b"%PDF-1.7 contoh")
    context = chromium.new_context(locale="id-ID", color_scheme=scheme, viewport=viewport)
    sign_in(context, steward(), live_server.url)
    page, wrong = context.new_page(), {}

    def look(name: str) -> None:
        found = [one["id"] for one in Axe().run(page).response["violations"]]
        if found or not fits(page):
            wrong[name] = found

    page.goto(f"{live_server.url}{HOME}")
    look("list")
    page.get_by_role("link", name="Penerapan metadata statistik").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Penerapan metadata statistik")
    page.get_by_role("button", name="Nyatakan tingkat").click()
    expect(page.get_by_role("alert")).to_contain_text("Tulis apa yang menunjukkan tingkat itu.")
    look("refused")
    page.get_by_label("3: Terdefinisi").check()
    page.get_by_label("Apa yang menunjukkannya").fill("Keputusan bupati tentang metadata.")
    page.get_by_label("Berkas bukti").set_input_files(tmp_path / "sk.pdf")
    page.get_by_role("button", name="Nyatakan tingkat").click()
    expect(page.get_by_role("status")).to_contain_text("Tingkat indikator 10201 tersimpan.")
    page.goto(f"{live_server.url}{HOME}10201/")
    expect(page.get_by_role("link", name="sk.pdf")).to_be_visible()
    look("stated")
    context.close()
    assert wrong == {}
    assert (Statement.objects.get().level, Statement.objects.get().file_name) == (3, "sk.pdf")
