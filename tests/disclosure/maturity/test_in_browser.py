"""A village answers the questionnaire on a phone without scripts; the main PPID verifies it; all read the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from selaras.disclosure.actions.verifying import verify_assessment
from selaras.disclosure.models import Assessment, AssessmentAnswer, PublicBody
from selaras.people.models import Account
from tests.disclosure.maturity.questionnaires import KEYS, filled, judged, sent
from tests.disclosure.network import OTHER_VILLAGE, at_desk, main_officer, network
from tests.disclosure.publication.items import an_item_of
from tests.web.browser import PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2026, 6, 15))
    for key in ("apbdes", "profil", "struktur"):
        an_item_of(made, key)
    return made


@pytest.fixture
def visit(chromium: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """A browser without scripts in which that person, or nobody, has signed in."""
    contexts: list[BrowserContext] = []

    def by(account: Account | None, address: str, **wanted: Any) -> Page:
        asked: dict[str, Any] = {"viewport": PHONE, "java_script_enabled": False, **wanted}
        context = chromium.new_context(locale="id-ID", **asked)
        contexts.append(context)
        if account:
            sign_in(context, account, live_server.url)
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    yield by
    for context in contexts:
        context.close()


def save(page: Page) -> None:
    page.get_by_role("button", name="Simpan dan lanjut").click()


def test_a_village_answers_on_a_phone_and_sends(body: PublicBody, visit: Callable[..., Page]) -> None:
    page = visit(at_desk(body), reverse("assessment", args=[body.code, 2026]))
    page.get_by_role("link", name="Mulai mengisi").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("informasi yang wajib diumumkan sudah diumumkan")
    expect(page.get_by_text("Menurut sistem: D.")).to_be_visible()
    page.get_by_label("A. Semuanya").check()
    save(page)
    expect(page.get_by_text("Jawaban Anda berbeda dari menurut sistem.").first).to_be_visible()
    page.get_by_label("Alasan atau keterangan").fill("Sisanya ada di papan desa (contoh).")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("diperbarui pada waktunya")
    filled(body, 2026)
    page.goto(page.url.rsplit("/", 2)[0] + "/")
    page.get_by_role("button", name="Kirim ke PPID Utama").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Terkirim, menunggu verifikasi PPID Utama")
    answer = AssessmentAnswer.objects.get(question="published")
    assert (answer.choice, answer.by_system, answer.reason) == ("A", "D", "Sisanya ada di papan desa (contoh).")


def test_the_main_ppid_verifies_on_a_phone(body: PublicBody, visit: Callable[..., Page]) -> None:
    assessment = sent(body, 2026)
    page = visit(main_officer(), reverse("assessments"), java_script_enabled=True)
    page.get_by_role("link", name="Pemerintah Desa Seboro").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("22 jawaban belum dinilai")
    page.locator("#published").get_by_role("button", name="Terima").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("21 jawaban belum dinilai")
    fresh = page.locator("#fresh")
    fresh.get_by_text("Ubah jawaban").click()
    fresh.get_by_label("Jawaban yang benar").select_option("E")
    fresh.get_by_label("Mengapa diubah").fill("Tidak diperbarui (contoh).")
    fresh.get_by_role("button", name="Simpan penilaian").click()
    expect(page.locator("#fresh").get_by_text("Diubah menjadi E:")).to_be_visible()
    page.get_by_role("button", name="Terima semua yang belum dinilai").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Isi nilai visitasi")
    page.get_by_label("Nilai visitasi").fill("82,5")
    page.get_by_role("button", name="Tetapkan hasil").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("dari 100: Cukup Informatif")
    assert Assessment.objects.get(pk=assessment.pk).state == "verified"


def test_nothing_bars_the_way_and_nothing_overflows(body: PublicBody, visit: Callable[..., Page]) -> None:
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    verify_assessment(judged(sent(body, 2026), published="E"), Decimal(80), "", actor=main_officer())
    waiting = sent(other, 2026)
    officer, desk = main_officer(), at_desk(body)
    seen = [
        (None, reverse("maturity-of-body", args=[body.code])),
        (None, reverse("maturity-method")),
        (desk, reverse("maturity", args=[body.code])),
        (desk, reverse("assessment", args=[body.code, 2026])),
        (desk, reverse("assessment-answer", args=[body.code, 2025, KEYS[0]])),
        (officer, reverse("assessments")),
        (officer, reverse("assessment-verify", args=[waiting.pk])),
    ]
    for scheme, viewport in (("dark", PHONE), ("light", WIDE)):
        for who, address in seen:
            page = visit(who, address, viewport=viewport, color_scheme=scheme, java_script_enabled=True)
            assert fits(page), (address, viewport)
            found = Axe().run(page)
            assert not found.violations_count, (address, found.generate_report())
            page.context.close()
