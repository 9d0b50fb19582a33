"""The pages of the desk in a real browser: no barrier that axe knows, no sideways scroll on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from selaras.sectoral.actions.drafting import begin_draft
from selaras.sectoral.actions.listing_codes import import_code_list
from tests.sectoral.actions.test_drafting import SAMPLE
from tests.sectoral.room import CODE, FAULTY, MESSY, handed_in, looked_at, producer, room, sent, steward
from tests.web.browser import DESKTOP, PHONE, chromium, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(
    chromium: Browser, live_server: Any, scheme: Any, viewport: dict[str, int]
) -> None:
    dataset = room()
    faulty, good = sent(dataset, FAULTY), handed_in(dataset)
    looked_at(faulty)
    looked_at(messy := sent(dataset, MESSY))
    begin_draft(dataset, SAMPLE, "contoh.csv", actor=producer())
    codes = import_code_list("bps@2020", b"kode,nama\n94,Papua\n94,Papua Tengah\n", "kode.csv", actor=steward())
    wrong = {}
    for account in (producer(), steward()):
        context = chromium.new_context(locale="id-ID", color_scheme=scheme, viewport=viewport)
        sign_in(context, account, live_server.url)
        page = context.new_page()
        versions = [f"versi/{one.pk}/" for one in (faulty, good, messy)]
        standard = [f"himpunan/{CODE}/standar/{part}" for part in ("", "kolom/1/", "kolom/4/", "aturan/")]
        lists = ["daftar-kode/", f"daftar-kode/{codes.pk}/", f"versi/{messy.pk}/kolom/"]
        for path in ("", "baru/", f"himpunan/{CODE}/", *standard, *lists, *versions):
            answer = page.goto(f"{live_server.url}/meja/data/{path}")
            assert answer
            assert answer.status == 200, path
            for details in page.locator("details").all():
                details.evaluate("element => element.open = true")
            if found := Axe().run(page).response["violations"]:
                wrong[path] = [one["id"] for one in found]
            if page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
                wrong[f"{path} wide"] = []
        context.close()
    assert wrong == {}
