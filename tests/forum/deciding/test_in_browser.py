"""Deciding in a real browser: sliders by the keyboard, numbers typed, a file checked where it lies."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from selaras.forum.actions import decide
from selaras.people.models import Account
from tests.forum.deciding.test_verification import signed
from tests.forum.small_forum import actor, ready
from tests.people.persons import secretary
from tests.web.browser import fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def opened(
    chromium: Browser, live_server: Any, who: Account, address: str, *, width: int = 1440, **wanted: Any
) -> Page:
    """A page in which `who` has signed in."""
    viewport = {"width": width, "height": 900}
    context = chromium.new_context(locale="id-ID", viewport=viewport, **wanted)  # type: ignore[arg-type]
    sign_in(context, who, live_server.url)
    page = context.new_page()
    page.goto(live_server.url + address)
    return page


@pytest.mark.parametrize("width", [360, 1440])
def test_a_slider_moved_by_the_keyboard_is_answered_at_once(chromium: Browser, live_server: Any, width: int) -> None:
    decision = decide(ready(), actor=actor())
    ledger = decision.summary["ledger"]
    place = next(at for at, line in enumerate(ledger) if line["id"] == "district:33.05.01")
    page = opened(chromium, live_server, secretary(), reverse("what-if"), width=width)
    page.locator("summary", has_text="Per kecamatan").first.click()
    slider = page.locator(f"[data-for=pagu-{place}]")
    slider.focus()
    for _ in range(5):
        page.keyboard.press("PageUp")
    expect(page.locator(f"#pagu-{place}")).to_have_value("300.000.000")
    expect(page.locator("#jawaban h2")).to_have_text("3 usulan berubah")
    assert f"pagu-{place}=300.000.000" in page.url  # a reload asks the same again
    page.reload()
    expect(page.locator("#jawaban h2")).to_have_text("3 usulan berubah")
    expect(page.locator(f"[data-for=pagu-{place}]")).to_have_js_property("value", "50")
    assert fits(page)


def test_a_number_typed_moves_the_slider(chromium: Browser, live_server: Any) -> None:
    decide(ready(), actor=actor())
    page = opened(chromium, live_server, secretary(), reverse("what-if"))
    page.fill("#bobot-mendesak", "5")
    expect(page.locator("[data-for=bobot-mendesak]")).to_have_js_property("value", "5")
    expect(page.locator("#jawaban")).to_contain_text("berubah")


def test_without_a_script_the_button_asks(chromium: Browser, live_server: Any) -> None:
    decide(ready(), actor=actor())
    page = opened(chromium, live_server, secretary(), reverse("what-if"), java_script_enabled=False)
    assert page.locator("input[type=range]:visible").count() == 0
    page.fill("#bobot-mendesak", "abc")
    page.click("text=Hitung")
    expect(page.locator(".notice-stop").first).to_contain_text("bukan angka")


@pytest.mark.parametrize("width", [360, 1440])
def test_a_chosen_file_is_checked_in_the_browser_and_never_sent(
    chromium: Browser, live_server: Any, tmp_path: Path, width: int
) -> None:
    decision = signed()
    document = decision.documents.get(title__contains="CSV")
    true, false = tmp_path / "asli.csv", tmp_path / "palsu.csv"
    true.write_bytes(document.file.read())
    false.write_bytes(true.read_bytes() + b"\n")
    assert hashlib.sha256(true.read_bytes()).hexdigest() == document.digest
    page = chromium.new_context(viewport={"width": width, "height": 800}).new_page()
    methods: list[str] = []
    page.on("request", lambda request: methods.append(request.method))
    page.goto(live_server.url + reverse("verification", args=[decision.verification_code]))
    for file, words in ((true, "Asli:"), (false, "Bukan berkas")):
        page.set_input_files("#berkas", file)
        expect(page.locator("#periksa .notice")).to_contain_text(words)
    assert set(methods) == {"GET"}
    assert fits(page)
