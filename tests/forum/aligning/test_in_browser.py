"""The alignment desk in a real browser: the keyboard alone, a lost connection, a phone, and no script at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from selaras.forum.actions import align
from selaras.forum.models import Confirmation, DuplicateGroup, GroupVerdict
from tests.forum.aligning.desk import CLINIC, ROAD, UPKEEP, aligned_forum
from tests.forum.proposing.people import office
from tests.forum.small_forum import actor, take
from tests.web.browser import PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1440, "height": 900}
MANY = 104
Open = Callable[..., Page]


@pytest.fixture
def at_desk(chromium: Browser, live_server: Any) -> Iterator[Open]:
    """Opens a page in which the office has signed in."""
    who, contexts = office(), []

    def opened(address: str, **wanted: Any) -> Page:
        context = chromium.new_context(locale="id-ID", base_url=live_server.url, **({"viewport": WIDE} | wanted))
        context.set_default_timeout(30_000)
        sign_in(context, who, live_server.url)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


def shown(page: Page) -> Any:
    return page.locator("[data-card]:not([hidden]) .over")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def confirmed() -> dict[str, tuple[str, int | None]]:
    rows = Confirmation.objects.values_list("proposal__number", "code", "place")
    return {number: (code, place) for number, code, place in rows}


def test_worked_off_with_the_keyboard_alone(at_desk: Open) -> None:
    aligned_forum()
    page = at_desk("/meja/selaras/cocok/?kecamatan=33.05.01")
    expect(shown(page)).to_have_text("1, Srati, Kec. Ayah")
    press(page, "1")
    expect(shown(page)).to_have_text("2, Srati, Kec. Ayah")
    press(page, "0")
    expect(shown(page)).to_have_text("3, Srati, Kec. Ayah")
    expect(page.locator("h1 [data-left]")).to_have_text("1")
    expect(page.locator("[data-last]")).to_contain_text("2 → tidak ada yang cocok")
    press(page, "z")  # the last one was wrong
    expect(shown(page)).to_have_text("2, Srati, Kec. Ayah")
    expect(page.locator("h1 [data-left]")).to_have_text("2")
    press(page, "ArrowDown", "ArrowDown", "Enter")
    expect(shown(page)).to_have_text("3, Srati, Kec. Ayah")
    press(page, "s")
    expect(page.get_by_text("Tampilkan yang dilewati")).to_be_visible()
    expect(page.locator("h1 [data-left]")).to_have_text("1")
    assert confirmed() == {"1": (ROAD, 1), "2": (UPKEEP, 2)}


def test_searched_in_the_catalogue_without_leaving_the_card(at_desk: Open) -> None:
    aligned_forum()
    page = at_desk("/meja/selaras/cocok/?kecamatan=33.05.01")
    press(page, "/")
    page.keyboard.type("posyandu 9")  # digits are text here
    expect(page.get_by_text("Tidak ada sub kegiatan dengan kata")).to_be_visible()
    press(page, "Backspace", "Backspace")
    expect(page.locator("[data-found] .choose").first).to_contain_text("Pembangunan Posyandu")
    press(page, "Enter", "Enter")
    expect(shown(page)).to_have_text("2, Srati, Kec. Ayah")
    expect(page.locator("h1 [data-left]")).to_have_text("2")
    assert confirmed() == {"1": (CLINIC, None)}


def test_a_lost_connection_brings_the_card_back_and_says_so(at_desk: Open) -> None:
    aligned_forum()
    page = at_desk("/meja/selaras/cocok/?kecamatan=33.05.01")
    expect(page.locator("[data-card]")).to_have_count(3)
    page.context.set_offline(True)
    press(page, "1")
    expect(page.get_by_role("alert")).to_contain_text("sambungan terputus")
    expect(shown(page)).to_have_text("1, Srati, Kec. Ayah")
    assert confirmed() == {}
    page.context.set_offline(False)
    press(page, "1")
    expect(page.locator("h1 [data-left]")).to_have_text("2")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert confirmed() == {"1": (ROAD, 1)}


def test_without_script_each_choice_is_a_plain_form(at_desk: Open) -> None:
    aligned_forum()
    page = at_desk("/meja/selaras/cocok/?kecamatan=33.05.01", java_script_enabled=False, viewport=PHONE)
    page.locator("[data-skip]").click()
    expect(shown(page)).to_have_text("2, Srati, Kec. Ayah")
    page.get_by_role("button", name="Pemeliharaan Rutin Jalan").click()
    expect(shown(page)).to_have_text("3, Srati, Kec. Ayah")  # what was put aside stays aside
    page.get_by_role("searchbox").fill("posyandu")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("button", name="Pembangunan Posyandu").last.click()
    expect(page.get_by_text("Usulan 3 dipastikan")).to_be_visible()
    page.get_by_role("button", name="Batalkan").click()
    expect(page.get_by_text("menunggu lagi")).to_be_visible()
    assert confirmed() == {"2": (UPKEEP, 2)}


def test_duplicates_are_judged_with_one_key_each(at_desk: Open) -> None:
    aligned_forum()
    page = at_desk("/meja/selaras/ganda/")
    press(page, "b")
    expect(page.get_by_role("heading", name="Semua kelompok sudah diputuskan")).to_be_visible()
    assert GroupVerdict.objects.get().same is False
    press(page, "z")
    expect(page.get_by_role("heading", name="1 kelompok usulan mungkin sama")).to_be_visible()
    press(page, "s")
    expect(page.get_by_role("heading", name="Semua kelompok sudah diputuskan")).to_be_visible()
    assert DuplicateGroup.objects.get().judged


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("part", ["cocok", "ganda", "tumpang-tindih", "indikator"])
def test_nothing_is_wider_than_its_window(at_desk: Open, part: str, viewport: dict[str, int]) -> None:
    aligned_forum()
    page = at_desk(f"/meja/selaras/{part}/", viewport=viewport)
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    assert fits(page)


def test_a_hundred_in_far_less_than_an_hour(at_desk: Open) -> None:
    forum = aligned_forum()
    rows = [f"M-{at},Pembangunan jalan Dusun {at},33.05.01.2003,400,m,1000000,DPU" for at in range(MANY)]
    take(forum, "proposals", "\n".join(["nomor,usulan,kode desa,volume,satuan,perkiraan biaya,opd", *rows]))
    align(forum, actor=actor())
    page = at_desk("/meja/selaras/cocok/")
    number = shown(page).text_content()
    expect(page.locator("[data-card]")).to_have_count(9)
    started = perf_counter()
    for _ in range(100):
        press(page, "1" if page.locator("[data-card]:not([hidden]) [data-key='1']").count() else "0")
        expect(shown(page)).not_to_have_text(number or "")
        number = shown(page).text_content()
    turned = perf_counter() - started
    expect(page.locator("h1 [data-left]")).to_have_text("10", timeout=60_000)
    print(f"100 cards by keyboard in {turned:.1f} s, all stored after {perf_counter() - started:.1f} s")
    assert Confirmation.objects.count() == 100
