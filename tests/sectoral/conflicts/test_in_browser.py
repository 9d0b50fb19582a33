"""Two agencies settle a conflict in a real browser, each signed in as itself; no barrier that axe knows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from selaras.people.models import Account
from selaras.sectoral.actions.importing_crosswalks import Published, import_crosswalk
from selaras.sectoral.models import Conflict
from tests.sectoral.conflicts.two_agencies import (
    HEALTH,
    REGISTRY,
    apart,
    dataset,
    looked,
    sender,
    sent,
    steward,
    superseded_of,
)
from tests.web.browser import DESKTOP, PHONE, chromium, fits, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
QUEUE = "/meja/data/selisih/"


def page_of(browser: Browser, account: Account, site: str, viewport: Any = DESKTOP, scheme: Any = "light") -> Page:
    context = browser.new_context(locale="id-ID", viewport=viewport, color_scheme=scheme)
    sign_in(context, account, site)
    return context.new_page()


def test_two_agencies_settle_a_conflict(chromium: Browser, live_server: Any) -> None:
    conflict = apart(1022, 1025)
    registry, health = (page_of(chromium, sender(code), live_server.url) for code in (REGISTRY, HEALTH))
    registry.goto(live_server.url + QUEUE)
    registry.get_by_role("link", name="penduduk").click()
    expect(registry.get_by_role("heading", level=1)).to_contain_text("belum diputus")
    registry.get_by_label("1.022 jiwa (Dinas Kependudukan (contoh))").check()
    registry.get_by_label("Alasan").fill("Register kami yang terbaru.")
    registry.get_by_role("button", name="Usulkan").click()
    expect(registry.locator(".lead")).to_have_text("Menunggu persetujuan Dinas Kesehatan (contoh).")
    health.goto(f"{live_server.url}{QUEUE}{conflict.pk}/")
    health.get_by_label("Keterangan").fill("Kami salin ulang dari register.")
    health.get_by_role("button", name="Tulis keterangan").click()
    expect(health.locator(".timeline")).to_contain_text("Kami salin ulang dari register.")
    health.get_by_role("button", name="Setujui usul ini").click()
    expect(health.locator(".lead")).to_contain_text("Semua setuju.")
    health.get_by_label("Alasan keputusan").fill("Register yang dipakai.")
    health.get_by_role("button", name="Putuskan menurut usul ini").click()
    expect(health.get_by_role("heading", level=1)).to_have_text("Diputus: 1.022 jiwa")
    registry.reload()
    expect(registry.locator(".side-over")).to_contain_text("1.025")
    registry.get_by_text("Buka lagi selisih ini").click()
    registry.get_by_label("Alasan").fill("Ada hitungan baru.")
    registry.get_by_role("button", name="Buka lagi").click()
    expect(registry.get_by_role("heading", level=1)).to_contain_text("belum diputus")
    assert not superseded_of(dataset(HEALTH).versions.get()).exists()


def things() -> list[str]:
    """Addresses with every part of every page: an open conflict with a proposal, a sum, a settled one, a crosswalk."""
    from selaras.sectoral.actions.deciding import decide
    from selaras.sectoral.actions.discussing import propose, say

    for code, number in ((REGISTRY, 1_350_873), (HEALTH, 1_530_873)):
        sent(dataset(code), f"33.05,2024,{number}", f"33.05.01,2024,{number + 7}", f"33.05.02,2024,{number + 9}")
    looked()
    first, second, _third = Conflict.objects.order_by("region")
    say(first, "Angka kami dari register bulan Juni.", actor=sender(HEALTH))
    propose(first, first.sides.first().value, "jiwa", "Register kami lebih baru.", actor=sender(REGISTRY))  # type: ignore[union-attr]
    decide(second, second.sides.first().value, "jiwa", "Register yang dipakai.", actor=steward())  # type: ignore[union-attr]
    told = Published("codes", "BPS (contoh)", "2023", "bps 2023", "kemendagri 2025")
    made = import_crosswalk("padanan.csv", b"dari,ke\n91,92\n94,\n", told, actor=steward())
    conflicts = [f"selisih/{one.pk}/" for one in Conflict.objects.order_by("region")]
    measures = f"himpunan/{dataset(HEALTH).code}/ukuran/"
    return ["selisih/", "selisih/?jenis=sum", *conflicts, measures, "padanan/", "padanan/kirim/", f"padanan/{made.pk}/"]


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(
    chromium: Browser, live_server: Any, scheme: str, viewport: dict[str, int]
) -> None:
    wrong: dict[str, list[str]] = {}
    paths = things()
    for account in (sender(HEALTH), steward()):
        page = page_of(chromium, account, live_server.url, viewport, scheme)
        for path in paths:
            answer = page.goto(f"{live_server.url}/meja/data/{path}")
            assert answer
            if answer.status == 403 and account != steward():
                continue
            assert answer.status == 200, path
            _picture(page, f"{scheme}-{account.username}-{path}")
            for details in page.locator("details").all():
                details.evaluate("element => element.open = true")
            if found := Axe().run(page).response["violations"]:
                wrong[path] = [one["id"] for one in found]
            if not fits(page):
                wrong[f"{path} wide"] = []
    assert wrong == {}


def _picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name.replace('/', '_').replace('?', '-')}.png", full_page=True)
