"""A village desk on a phone takes a request from its check to an answer in part; the superior answers the objection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from selaras.disclosure.actions.checking import ask_to_complete
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.releasing import add_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.working_on_files import take_file_in
from selaras.disclosure.models import Answer, PublicBody, Request
from selaras.people.models import Account
from tests.disclosure.desk.cases import NIK, answered, helper_of, list_with_a_nik, objected, opened, weighed
from tests.disclosure.desk.test_large_files import large
from tests.disclosure.network import asked, at_desk, main_officer, network, superior_of
from tests.web.browser import DESKTOP, PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    return made


@pytest.fixture
def visit(chromium: Browser, live_server: Any) -> Iterator[Callable[[Account], Page]]:
    """A phone, without scripts, in which that person has signed in."""
    contexts: list[BrowserContext] = []

    def by(account: Account) -> Page:
        context = chromium.new_context(locale="id-ID", viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
        contexts.append(context)
        sign_in(context, account, live_server.url)
        page = context.new_page()
        page.goto(f"{live_server.url}/meja/informasi/")
        return page

    yield by
    for context in contexts:
        context.close()


def press(page: Page, name: str) -> None:
    """A button or what looks like one; each page fits the phone."""
    shown = page.locator(".desk-main")
    with page.expect_navigation():
        shown.get_by_role("button", name=name).or_(shown.get_by_role("link", name=name)).first.click()
    assert fits(page), page.url


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_village_answers_in_part_and_its_superior_answers_the_objection(
    visit: Callable[[Account], Page], body: PublicBody
) -> None:
    case = asked(body)
    page = visit(at_desk(body))
    heading(page, "1 permohonan menunggu meja Anda")
    press(page, "Salinan APBDes")
    heading(page, "Periksa apakah permohonan ini lengkap.")
    press(page, "Nyatakan lengkap")
    heading(page, "Permohonan ini harus dijawab.")
    page.get_by_label("Berkas yang akan diserahkan").set_input_files(
        {"name": "penerima.xlsx", "mimeType": "application/octet-stream", "buffer": list_with_a_nik()}
    )
    press(page, "Tambah dan periksa")
    expect(page.get_by_role("heading", level=1)).to_contain_text("temuan dalam berkas ini")
    assert NIK not in page.content()
    press(page, "Hapus temuan dan lepas salinannya")
    heading(page, "Salinannya siap diserahkan")
    press(page, "Ke jawaban")
    page.get_by_label("Jawaban", exact=True).fill("APBDes 2019 kami berikan.")
    press(page, "Simpan konsep")
    press(page, "tulis uji konsekuensi")
    page.get_by_label("Informasi yang ditimbang").fill("Daftar penerima bantuan")
    page.get_by_label("Bagian mana yang ditutup").fill("NIK")
    page.get_by_label("Pasal yang menjadi dasar").select_option("Pasal 17 huruf h UU 14/2008")
    page.get_by_label("Apa akibatnya bila dibuka").fill("NIK dapat disalahgunakan.")
    page.get_by_label("Apa akibatnya bila ditutup").fill("Tidak ada yang dirugikan.")
    page.get_by_label("Mana yang lebih besar").fill("Melindungi warga lebih besar.")
    press(page, "Minta persetujuan atasan PPID")
    expect(page.get_by_label("Jawaban", exact=True)).to_have_value("APBDes 2019 kami berikan.")

    superior = visit(superior_of(body))
    press(superior, "1 uji konsekuensi menunggu persetujuan Anda")
    press(superior, "Baca dan putuskan")
    superior.get_by_label("Nomor surat penetapan").fill("188/03/2020")
    press(superior, "Setujui pengecualian")

    press(page, "Tambah bagian")
    page.locator("[name=bagian-1-text]").fill("NIK penerima bantuan")
    page.locator("[name=bagian-1-fate]").select_option("withheld")
    page.locator("[name=bagian-1-reason]").fill("Rahasia pribadi.")
    page.locator("[name=bagian-1-exemption]").select_option(index=1)
    page.get_by_label("penerima.xlsx").check()
    press(page, "Kirim jawaban")
    heading(page, "Permohonan ini sudah dijawab; jawabannya belum diserahkan.")
    given = Answer.objects.get()
    assert (given.outcome, given.files.count()) == ("partly", 1)

    object_to(Request.objects.get(pk=case.pk), uuid4(), "d", "Jumlahnya tidak disebut.", actor=APPLICANT)
    superior.goto(superior.url.split("/meja/")[0] + "/meja/informasi/")
    press(superior, f"K-{case.number}")
    press(superior, "Putuskan keberatan")
    superior.get_by_label("diterima sebagian").check()
    superior.get_by_label("Tanggapan atas keberatan").fill("Jumlah penerima harus disebut.")
    press(superior, "Putuskan keberatan")
    page.reload()
    heading(page, "Keberatan dikabulkan: permohonan ini harus dijawab ulang.")


def paths(body: PublicBody) -> dict[str, str]:
    """Every page of the desk, with something on it."""
    case, objection = opened(body), objected(body)
    weighed(body)
    file = add_file(case, "penerima.xlsx", list_with_a_nik(), actor=at_desk(body))
    waiting = take_file_in(case, "besar.xlsx", large(), actor=at_desk(body))
    lacking = ask_to_complete(asked(body, papers=()), ["identity", "contact", "way"], actor=at_desk(body))
    return {
        "queue": reverse("information-desk"),
        "nothing found": reverse("information-desk") + "?nomor=x",
        "intake": reverse("request-take-down"),
        "receipt": reverse("request-receipt", args=[case.pk]),
        "checking": reverse("request-desk", args=[asked(body, papers=()).pk]),
        "open": reverse("request-desk", args=[case.pk]),
        "objected": reverse("request-desk", args=[objection.request_id]),
        "complete": reverse("request-deed", args=[asked(body).pk, "lengkapi"]),
        "extend": reverse("request-deed", args=[case.pk, "perpanjang"]),
        "file": reverse("request-file", args=[file.pk]),
        "file in the queue": reverse("request-file", args=[waiting.pk]),
        "brought": reverse("request-deed", args=[lacking.pk, "kelengkapan"]),
        "objects in person": reverse("request-deed", args=[answered(body).pk, "keberatan"]),
        "answer": reverse("request-answer", args=[case.pk]),
        "move": reverse("request-move", args=[case.pk]),
        "exemptions": reverse("exemptions"),
        "weigh": reverse("exemption-new"),
        "register": reverse("information-register"),
    }


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESKTOP | {"width": 1440}, "light")])
def test_every_page_fits_and_has_no_barrier(
    chromium: Browser, live_server: Any, body: PublicBody, size: Any, scheme: Any
) -> None:
    found, wanted = {}, paths(body)
    helper = helper_of(body)
    looks = [*((at_desk(body), *one) for one in wanted.items())]
    looks += [(helper, "helped", wanted["open"]), (superior_of(body), "superior", wanted["queue"])]
    looks += [(main_officer(), "overdue", reverse("information-overdue"))]
    for account, name, path in looks:
        context = chromium.new_context(locale="id-ID", viewport=size, color_scheme=scheme)
        sign_in(context, account, live_server.url)
        page = context.new_page()
        page.goto(live_server.url + path)
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        if Axe().run(page).response["violations"] or not fits(page):
            found[name] = Axe().run(page).generate_report()
        context.close()
    assert not found, "\n".join(found.values())
