"""From a telephone: an incomplete request is sent, its link opened, and completed; without a signal nothing is lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete, missing_now
from selaras.disclosure.actions.looking import look_at
from selaras.disclosure.links import token_of
from selaras.disclosure.models import PublicBody, Request
from tests.disclosure.applicant.forms import begun, filled
from tests.disclosure.network import SITI, asked, at_desk, network
from tests.disclosure.publication.items import an_item_of
from tests.web.browser import DESKTOP, PHONE, fits

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    return made


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    contexts: list[BrowserContext] = []

    def a_phone(**more: Any) -> BrowserContext:
        contexts.append(chromium.new_context(locale="id-ID", viewport=PHONE, **more))  # type: ignore[arg-type]
        contexts[-1].set_default_timeout(10_000)
        return contexts[-1]

    yield a_phone
    for context in contexts:
        context.close()


def photo(side: int = 2400) -> dict[str, Any]:
    """A large picture, as a telephone's camera makes them."""
    Image.effect_noise((side, side), 90).convert("RGB").save(out := io.BytesIO(), "JPEG", quality=90)
    return {"name": "ktp.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    assert fits(page), page.url


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Simpan dan lanjut").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_incomplete_request_is_sent_and_completed_by_its_link(
    scripts: bool, phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    page = phone(java_script_enabled=scripts).new_page()
    page.goto(f"{live_server.url}/informasi/")
    page.get_by_label("Desa, kelurahan, kecamatan, atau dinas").fill("seboro")
    page.get_by_role("button", name="Temukan").click()
    page.get_by_role("link", name="Pemerintah Desa Seboro", exact=True).click()
    heading(page, "Apa yang Anda minta?")
    page.get_by_label("Informasi yang diminta").fill("Salinan APBDes tahun 2019")
    page.get_by_label("Tujuan penggunaan").fill("Penelitian")
    go_on(page)
    heading(page, "Bagaimana Anda ingin menerimanya?")
    page.get_by_label("meminta salinan").check()
    page.get_by_label("lewat situs").check()
    go_on(page)
    heading(page, "Siapa yang meminta?")
    page.get_by_label("Nama lengkap").fill(SITI.name)
    page.get_by_label("Nomor identitas").fill(SITI.identity_number[:-1])
    page.get_by_label("Alamat", exact=True).fill(SITI.address)
    page.get_by_label("Nomor telepon").fill(SITI.phone)
    go_on(page)
    expect(page.locator(".field-error")).to_have_text("NIK terdiri atas 16 angka. Hitung kembali angkanya.")
    page.get_by_label("Nomor identitas").fill(SITI.identity_number)
    go_on(page)
    heading(page, "Bukti siapa Anda")
    go_on(page)
    heading(page, "Masih kurang 1 hal.")
    page.get_by_role("button", name="Kirim permohonan").click()
    heading(page, "Tanda terima permohonan informasi")
    case = Request.objects.get()
    assert missing_now(case) == ["identity"]
    ask_to_complete(case, missing_now(case), actor=at_desk(body))

    page.get_by_role("link", name="Buka permohonan saya").click()
    heading(page, "Permohonan Anda belum lengkap.")
    page.get_by_role("link", name="Lengkapi sekarang").click()
    heading(page, "Tinggal 1 hal yang perlu dilengkapi.")
    page.get_by_label("Foto kartu identitas").set_input_files(photo())
    page.get_by_role("button", name="Kirim kelengkapan").click()
    heading(page, "Permohonan Anda sedang diperiksa kelengkapannya.")
    assert missing_now(Request.objects.get()) == []
    kept = look_at(case.identity_documents.get(), actor=at_desk(body))
    with Image.open(io.BytesIO(kept)) as shown:
        assert max(shown.size) == (1600 if scripts else 2400)


def test_without_a_signal_nothing_typed_is_lost_and_it_goes_by_itself_later(
    phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    context = phone()
    page = context.new_page()
    page.goto(live_server.url + reverse("ask", args=[body.code]))
    page.get_by_label("Informasi yang diminta").fill("Salinan APBDes tahun 2019")
    page.reload()
    expect(page.get_by_label("Informasi yang diminta")).to_have_value("Salinan APBDes tahun 2019")
    context.set_offline(True)
    go_on(page)
    expect(page.get_by_text("Belum ada sinyal.")).to_be_visible()
    context.set_offline(False)
    heading(page, "Bagaimana Anda ingin menerimanya?")


def test_what_is_typed_while_it_waits_goes_too(
    phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    page, no_answer = phone().new_page(), True
    page.route(
        "**/informasi/minta/**",
        lambda route: route.abort() if no_answer and route.request.method == "POST" else route.continue_(),
    )
    page.goto(live_server.url + reverse("ask", args=[body.code]))
    page.get_by_label("Informasi yang diminta").fill("Salinan APBDes")
    go_on(page)
    expect(page.get_by_text("Belum ada sinyal.")).to_be_visible()
    page.get_by_label("Informasi yang diminta").fill("Salinan APBDes tahun 2019")
    no_answer = False
    expect(page).to_have_url(re.compile("/cara/"), timeout=60_000)
    page.get_by_role("link", name="Kembali").click()
    expect(page.get_by_label("Informasi yang diminta")).to_have_value("Salinan APBDes tahun 2019")


def test_a_paper_taken_out_without_a_signal_is_taken_out_and_not_sent_on(
    phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    context = phone()
    page = context.new_page()
    page.goto(live_server.url + reverse("ask-step", args=[filled(body), "berkas"]))
    context.set_offline(True)
    page.get_by_role("button", name="Hapus", exact=True).click()
    expect(page.get_by_text("Belum ada sinyal.")).to_be_visible()
    context.set_offline(False)
    expect(page.get_by_role("button", name="Hapus", exact=True)).to_have_count(0, timeout=60_000)
    heading(page, "Bukti siapa Anda")


def test_what_is_published_shows_while_one_types(
    phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    an_item_of(body)
    page = phone().new_page()
    page.goto(live_server.url + reverse("ask", args=[body.code]))
    page.get_by_label("Informasi yang diminta").press_sequentially("minta apbdes 2020")
    expect(page.get_by_role("link", name="APBDes tahun 2020 (contoh)")).to_be_visible()
    assert fits(page)


def paths(body: PublicBody) -> dict[str, str]:
    """Every page of the applicant's side, with something on it."""
    desk, token = at_desk(body), filled(body)
    lacking = ask_to_complete(asked(body, papers=()), ["identity", "contact"], actor=desk)
    answered = accept(asked(body), actor=desk)
    answer(answered, Reply([Told("APBDes 2019", "given")], "Silakan."), actor=desk)
    an_item_of(body)
    steps = {slug: reverse("ask-step", args=[token, slug]) for slug in ("apa", "cara", "siapa", "berkas")}
    return steps | {
        "landing": reverse("information"),
        "found": reverse("information") + "?q=apbdes&badan=sadang",
        "promise": reverse("service-promise"),
        "ask": reverse("ask", args=[body.code]),
        "lacking": reverse("ask-check", args=[begun(body)]),
        "check": reverse("ask-check", args=[token]),
        "another body": reverse("ask-body", args=[token]) + "?badan=sadang",
        "seen": reverse("ask-step", args=[token, "apa"]) + "?lihat=1",
        "receipt": reverse("my-receipt", args=[token_of(answered)]),
        "incomplete": reverse("my-request", args=[token_of(lacking)]),
        "complete": reverse("my-request-complete", args=[token_of(lacking)]),
        "answered": reverse("my-request", args=[token_of(answered)]),
        "object": reverse("my-request-object", args=[token_of(answered)]),
        "withdraw": reverse("my-request-withdraw", args=[token_of(lacking)]),
        "no link": reverse("my-request", args=["x" * 32]),
    }


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESKTOP | {"width": 1440}, "light")])
def test_every_page_fits_and_has_no_barrier(
    chromium: Browser, live_server: Any, body: PublicBody, size: Any, scheme: Any
) -> None:
    found = {}
    context = chromium.new_context(locale="id-ID", viewport=size, color_scheme=scheme)
    for name, path in paths(body).items():
        page = context.new_page()
        page.goto(live_server.url + path)
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        results = Axe().run(page)
        if results.violations_count or not fits(page):
            found[name] = results.generate_report()
        page.close()
    context.close()
    assert not found, "\n".join(found.values())


@pytest.mark.parametrize("at", ["the form", "the completion"])
def test_a_telephone_keeps_nothing_that_says_who_somebody_is(
    at: str, phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    lacking = asked(body, papers=(), identity=replace(SITI, identity_number="", address=""))
    ask_to_complete(lacking, ["identity_number", "address", "purpose"], actor=at_desk(body))
    form = reverse("ask-step", args=[begun(body), "siapa"])
    completion = reverse("my-request-complete", args=[token_of(lacking)])
    context = phone()
    page = context.new_page()
    page.goto(live_server.url + (form if at == "the form" else completion))
    page.get_by_label("Nomor identitas").fill(SITI.identity_number)
    page.get_by_label("Alamat", exact=True).fill(SITI.address)
    if at == "the completion":
        page.get_by_label("Tujuan penggunaan").fill("Penelitian saya")
    context.set_offline(True)
    page.get_by_role("main").locator("form").first.get_by_role("button").last.click()
    expect(page.get_by_text("Data diri tidak disimpan di telepon ini")).to_be_visible()
    kept = page.evaluate("JSON.stringify({...localStorage})")
    assert "selaras-ask-" in kept
    assert ("Penelitian saya" in kept) is (at == "the completion")  # what names nobody is kept
    assert SITI.identity_number not in kept
    assert SITI.address not in kept
    context.set_offline(False)
    heading(page, "Bukti siapa Anda" if at == "the form" else "Permohonan Anda sedang diperiksa kelengkapannya.")


def test_a_nik_in_a_free_text_is_not_kept_either(
    phone: Callable[..., BrowserContext], live_server: Any, body: PublicBody
) -> None:
    page = phone().new_page()
    page.goto(live_server.url + reverse("ask", args=[body.code]))
    page.get_by_label("Tujuan penggunaan").fill("Penelitian")
    page.get_by_label("Informasi yang diminta").fill("Data atas NIK 3305 2265 0190 0001")
    kept = page.evaluate("JSON.stringify({...localStorage})")
    assert "Penelitian" in kept
    assert "2265" not in kept
