"""The hall in a real browser: a telephone at the door, the desk by keyboard, notes offline, the projector."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from selaras.forum.actions.attending import check_in, give_links, open_check_in
from selaras.forum.actions.chairing import add_item, take_up
from selaras.forum.actions.moving import Wish, raise_motion
from selaras.forum.actions.noting import keep_note
from selaras.forum.actions.objecting import note_objection
from selaras.forum.hall.floor import item_on_floor
from selaras.forum.models import AgendaItem, Forum, Note, Participant, Proposal
from tests.forum.small_forum import ready
from tests.forum.voting.hall import participant
from tests.people.persons import secretary
from tests.web.browser import PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

DESK = {"width": 1440, "height": 900}
Enter = Callable[..., BrowserContext]


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def enter(chromium: Browser, live_server: Any, forum: Forum) -> Iterator[Enter]:
    """Opens a browser, signed in as the secretary unless it is a participant's telephone."""
    opened: list[BrowserContext] = []

    def _enter(*, signed_in: bool = True, viewport: Any = DESK, **wanted: Any) -> BrowserContext:
        context = chromium.new_context(locale="id-ID", viewport=viewport, base_url=live_server.url, **wanted)
        context.set_default_timeout(30_000)
        opened.append(context)
        if signed_in:
            sign_in(context, secretary(), live_server.url)
        return context

    yield _enter
    for context in opened:
        context.close()


def link_of(who: str) -> str:
    one = participant(who)
    return reverse("personal-link", args=[give_links(one.forum, [one], actor=secretary())[one.pk]])


def busy_item(forum: Forum) -> AgendaItem:
    """On the floor: a group of all proposals under a long title, with notes, a motion and an objection."""
    proposals = list(Proposal.objects.filter(forum=forum).order_by("number"))
    item = add_item(forum, "Usulan yang dibahas bersama karena saling menyambung " * 4, proposals, actor=secretary())
    take_up(item, actor=secretary())
    keep_note(item, "Catatan awal", 0, actor=secretary())
    wish = Wish(None, 90_000_000, "Separuh jalan sudah dibangun oleh desa sendiri")
    raise_motion(item, proposals[0], wish, "Kecamatan", actor=secretary())
    note_objection(item, "Masyarakat", "Jalannya lebih panjang dari itu.", actor=secretary())
    return item


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_participant_checks_in_with_the_own_telephone(forum: Forum, enter: Enter, script: bool) -> None:
    open_check_in(forum, True, actor=secretary())
    page = enter(signed_in=False, viewport=PHONE, java_script_enabled=script).new_page()
    page.goto(link_of("P3"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat datang, Warga Tiga")
    page.get_by_role("button", name="Catat saya hadir").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Anda tercatat hadir")
    assert participant("P3").present


def test_the_desk_sees_who_comes_without_asking_again(forum: Forum, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(reverse("attendance"))
    expect(page.get_by_role("heading", level=1)).to_have_text("2 dari 3 peserta hadir")
    check_in(participant("P3"), actor=secretary())
    expect(page.get_by_role("heading", level=1)).to_have_text("3 dari 3 peserta hadir")
    expect(page.get_by_text("Semua peserta sudah hadir")).to_be_visible()


def test_the_desk_works_by_keyboard_alone(forum: Forum, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(reverse("attendance"))
    page.keyboard.type("warga")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Catat hadir Warga Tiga")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Warga Tiga (contoh) tercatat hadir.")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert participant("P3").present


def test_keys_move_the_agenda_but_not_while_somebody_writes(forum: Forum, enter: Enter) -> None:
    for title in ("Satu", "Dua"):
        add_item(forum, title, actor=secretary())
    page = enter().new_page()
    page.goto(reverse("agenda"))
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("Satu")
    page.get_by_label("Catatan acara ini").press_sequentially("nanti dibahas")
    expect(page.get_by_text("Tersimpan.")).to_be_visible()
    assert item_on_floor(forum).title == "Satu"
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dua")
    page.keyboard.press("b")
    expect(page.get_by_role("heading", level=1)).to_have_text("Satu")
    expect(page.get_by_label("Catatan acara ini")).to_have_value("nanti dibahas")


def test_notes_written_without_a_connection_are_there_after_it(forum: Forum, enter: Enter) -> None:
    item = busy_item(forum)
    context = enter()
    page = context.new_page()
    page.goto(reverse("agenda-item", args=[item.pk]))
    context.set_offline(True)
    page.get_by_label("Catatan acara ini").fill("Catatan awal\nDitulis tanpa sambungan")
    expect(page.get_by_text("Belum terkirim")).to_be_visible()
    assert Note.objects.get().text == "Catatan awal"
    page.close()  # which may be back on the line for a moment then, and send
    context.set_offline(False)
    page = context.new_page()
    page.goto(reverse("agenda-item", args=[item.pk]))
    expect(page.get_by_label("Catatan acara ini")).to_have_value("Catatan awal\nDitulis tanpa sambungan")
    page.wait_for_function("() => !Object.keys(localStorage).some((name) => name.startsWith('selaras-note-'))")
    assert Note.objects.get().text == "Catatan awal\nDitulis tanpa sambungan"


def test_notes_go_out_by_themselves_when_the_connection_is_back(forum: Forum, enter: Enter) -> None:
    item = busy_item(forum)
    context = enter()
    page = context.new_page()
    page.goto(reverse("agenda-item", args=[item.pk]))
    context.set_offline(True)
    page.get_by_label("Catatan acara ini").fill("Menyusul")
    expect(page.get_by_text("Belum terkirim")).to_be_visible()
    context.set_offline(False)
    expect(page.get_by_text("Tersimpan.")).to_be_visible(timeout=30_000)
    assert Note.objects.get().text == "Menyusul"


def test_two_who_write_the_same_notes_lose_nothing(forum: Forum, enter: Enter) -> None:
    item = busy_item(forum)
    page = enter().new_page()
    page.goto(reverse("agenda-item", args=[item.pk]))
    keep_note(item, "Dari meja lain", 1, actor=secretary())
    page.get_by_label("Catatan acara ini").fill("Dari sini")
    expect(page.get_by_text("diubah orang lain")).to_be_visible()
    both = page.get_by_label("Catatan acara ini").input_value()
    assert "Dari sini" in both
    assert "Dari meja lain" in both
    assert Note.objects.get().text == "Dari meja lain"
    page.get_by_label("Catatan acara ini").press("End")
    page.get_by_label("Catatan acara ini").type(".")
    expect(page.get_by_text("Tersimpan.")).to_be_visible()
    assert "Dari sini" in Note.objects.get().text


def _fits(page: Page) -> bool:
    """Whether nothing is cut off below: neither the page nor what stands between head and foot."""
    return bool(
        page.evaluate(
            """() => {
              const part = document.querySelector(".screen-main");
              const page = document.documentElement;
              return page.scrollHeight <= innerHeight && page.scrollWidth <= innerWidth
                && part.scrollHeight <= part.clientHeight;
            }"""
        )
    )


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080)], ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_projector_never_scrolls(forum: Forum, enter: Enter, size: tuple[int, int], scheme: Any) -> None:
    viewport = {"width": size[0], "height": size[1]}
    page = enter(viewport=viewport, color_scheme=scheme).new_page()
    Participant.objects.bulk_create(
        Participant(forum=forum, number=f"X{at}", name="Contoh", element=f"Unsur yang panjang namanya {at}")
        for at in range(12)
    )
    page.goto(reverse("screen"))
    assert _fits(page), "before the first item"
    busy_item(forum)
    expect(page.get_by_text("Sedang dibahas")).to_be_visible()
    assert _fits(page), "a group with a motion"
    long = Proposal.objects.get(number="U-1")
    long.title = "Pembangunan talud penahan jalan poros antardusun beserta salurannya " * 6
    long.save()
    one = add_item(forum, "Satu usulan", [long], actor=secretary())
    take_up(one, actor=secretary())
    raise_motion(one, long, Wish(None, 95_000_000, "Sebab"), "Perangkat daerah", actor=secretary())
    expect(page.get_by_text("U-1 · Srati")).to_be_visible()
    expect(page.get_by_text("Rp 95.000.000".replace(" ", "\N{NO-BREAK SPACE}"))).to_be_visible()
    assert _fits(page), "one proposal with a long title"


def test_the_projector_says_when_its_connection_is_gone(forum: Forum, enter: Enter) -> None:
    context = enter()
    page = context.new_page()
    page.goto(reverse("screen"))
    context.set_offline(True)
    expect(page.get_by_text("Sambungan terputus")).to_be_visible()
    context.set_offline(False)
    expect(page.get_by_text("Sambungan terputus")).to_be_hidden(timeout=30_000)


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_nothing_bars_the_way_and_nothing_leaves_the_page(
    forum: Forum, enter: Enter, viewport: Any, scheme: Any
) -> None:
    item, one = busy_item(forum), participant("P1")
    open_check_in(forum, True, actor=secretary())
    link = link_of("P1")
    desk = enter(viewport=viewport, color_scheme=scheme)
    phone = enter(signed_in=False, viewport=viewport, color_scheme=scheme)
    pages = [
        (desk, reverse("attendance") + "?cari=contoh"),
        (desk, reverse("participant", args=[one.pk])),
        (desk, reverse("agenda")),
        (desk, reverse("agenda-item", args=[item.pk])),
        (desk, reverse("screen")),
        (phone, link),
    ]
    found = {}
    for context, address in pages:
        page = context.new_page()
        page.goto(address)
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        results = Axe().run(page)
        if results.violations_count:
            found[address] = results.generate_report()
        assert fits(page), address
        page.close()
    assert not found, "\n".join(found.values())


def test_a_card_shows_its_code_whole(forum: Forum, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(reverse("cards"))
    page.get_by_role("button", name="Cetak kartu yang belum ada").click()
    expect(page.locator(".hall-card svg")).to_have_count(3)
    whole = page.evaluate(
        """() => [...document.querySelectorAll(".hall-card svg")].map((code) => {
          const outer = code.getBoundingClientRect();
          const inner = code.querySelector("path:last-of-type").getBoundingClientRect();
          return outer.width >= 100 && inner.width / outer.width > 0.8
            && inner.right <= outer.right && inner.bottom <= outer.bottom;
        })"""
    )
    assert whole == [True, True, True]
