"""Voting on a telephone in a real browser: saved at once, through lost connections, reloads, two tabs and no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.models import Forum, Round, Slip
from selaras.forum.pages.hall.present import COOKIE, participant_token
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, item, marks, opened_round, participant
from tests.people.persons import secretary
from tests.web.browser import PHONE, fits

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SAVED, WAITING = "Semua tersimpan.", "menunggu sambungan"


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def phone(chromium: Browser, live_server: Any, forum: Forum) -> Iterator[BrowserContext]:
    """The telephone of P1, who has opened the personal link."""
    with chromium.new_context(viewport=PHONE, locale="id-ID", base_url=live_server.url) as context:  # type: ignore[arg-type]
        context.set_default_timeout(60_000)
        bring_link(context, live_server.url)
        yield context


def bring_link(context: BrowserContext, site: str) -> None:
    context.add_cookies([{"name": COOKIE, "value": participant_token(participant("P1")), "url": site}])


def sheet(context: BrowserContext, round_: Round) -> Page:
    page = context.new_page()
    page.goto(f"/suara/{round_.pk}/")
    return page


def tap(page: Page, round_: Round, number: str, key: str, mark: int) -> None:
    page.locator(f'input[name="{item(round_, number)}.{key}"][value="{mark}"]').check(force=True)


def chosen(page: Page, round_: Round, number: str, key: str) -> str:
    return page.locator(f'input[name="{item(round_, number)}.{key}"]:checked').input_value()


def word(page: Page) -> Any:
    return expect(page.locator("[data-word]"))


def kept(round_: Round, number: str = "U-1") -> list[Any]:
    """What the slips hold of one proposal: [edition, marks] each."""
    key = str(item(round_, number))
    return [slip.answers[key] for slip in Slip.objects.filter(round=round_) if key in slip.answers]


def test_each_tap_is_saved_and_said_so_only_then(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum)
    page = sheet(phone, round_)
    held: list[Route] = []
    page.route("**/kirim/", lambda route: held.append(route))
    with page.expect_request("**/kirim/"):
        tap(page, round_, "U-1", "mendesak", 5)
    word(page).to_have_text("menyimpan…")
    assert kept(round_) == []
    held[0].continue_()
    page.unroute("**/kirim/")
    word(page).to_have_text(SAVED)
    tap(page, round_, "U-1", "manfaat", 4)
    expect(page.locator(f"#i{item(round_, 'U-1')} [data-state]")).to_have_text("tersimpan")
    word(page).to_have_text(SAVED)
    assert kept(round_) == [[2, marks(5, 4)]]
    expect(page.locator("[data-done]")).to_have_text("1")


def test_without_a_connection_answers_wait_and_follow_by_themselves(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum)
    page = sheet(phone, round_)
    phone.set_offline(True)
    for number in ("U-1", "U-4", "U-6"):
        tap(page, round_, number, "mendesak", 3)
    word(page).to_contain_text(f"3 jawaban {WAITING}")
    phone.set_offline(False)
    word(page).to_have_text(SAVED)
    assert [kept(round_, number) for number in ("U-1", "U-4", "U-6")] == [[[1, {"mendesak": 3}]]] * 3


def test_a_page_closed_without_a_connection_loses_nothing(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum)
    page = sheet(phone, round_)
    phone.set_offline(True)
    tap(page, round_, "U-1", "mendesak", 2)
    word(page).to_contain_text(WAITING)
    page.close()
    phone.set_offline(False)
    again = sheet(phone, round_)
    word(again).to_have_text(SAVED)
    assert chosen(again, round_, "U-1", "mendesak") == "2"
    assert kept(round_) == [[1, {"mendesak": 2}]]


def test_a_lost_reply_and_a_failing_site_double_nothing(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum)
    page = sheet(phone, round_)
    tries: list[str] = []

    def unlucky(route: Route) -> None:
        tries.append(route.request.post_data or "")
        if len(tries) == 1:
            route.fetch()  # the site has it, the telephone never hears of it
            route.abort()
        elif len(tries) == 2:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/kirim/", unlucky)
    tap(page, round_, "U-1", "mendesak", 5)
    word(page).to_have_text(SAVED)
    assert len(tries) == 3
    assert len(set(tries)) == 1
    assert kept(round_) == [[1, {"mendesak": 5}]]


@pytest.mark.parametrize("secret", [False, True], ids=["named", "secret"])
def test_two_tabs_hold_one_ballot_and_show_the_same(phone: BrowserContext, forum: Forum, secret: bool) -> None:
    round_ = opened_round(forum, secret=secret)
    one, other = sheet(phone, round_), sheet(phone, round_)
    if secret:
        for page in (one, other):
            page.get_by_role("button", name="Mulai").click()
            page.wait_for_selector(".vote-sheet")
    tap(one, round_, "U-1", "mendesak", 1)
    word(one).to_have_text(SAVED)
    expect(other.locator(f'input[name="{item(round_, "U-1")}.mendesak"][value="1"]')).to_be_checked()
    tap(other, round_, "U-1", "mendesak", 5)
    tap(other, round_, "U-1", "manfaat", 5)
    word(other).to_have_text(SAVED)
    expect(one.locator(f'input[name="{item(round_, "U-1")}.manfaat"][value="5"]')).to_be_checked()
    assert kept(round_) == [[3, marks(5, 5)]]
    assert round_.voters.filter(voted=True).count() == 1


def test_a_closing_meanwhile_is_told(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum)
    page = sheet(phone, round_)
    phone.set_offline(True)
    tap(page, round_, "U-1", "mendesak", 5)
    close_round(round_, actor=secretary())
    phone.set_offline(False)
    word(page).to_contain_text("tidak dibuka")
    assert kept(round_) == []


def test_an_interest_declared_meanwhile_does_not_hold_up_the_rest(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum)
    page = sheet(phone, round_)
    phone.set_offline(True)
    tap(page, round_, "U-1", "mendesak", 5)
    tap(page, round_, "U-4", "mendesak", 4)
    participant("P1").conflicts.create(proposal=forum.proposals.get(number="U-1"), reason="Saudara pengusul (contoh)")
    phone.set_offline(False)
    word(page).to_contain_text("Muat ulang")
    page.reload()
    word(page).to_have_text(SAVED)
    assert (kept(round_, "U-1"), kept(round_, "U-4")) == ([], [[1, {"mendesak": 4}]])


def test_without_a_script_the_form_does_it(chromium: Browser, live_server: Any, forum: Forum) -> None:
    round_ = opened_round(forum)
    with chromium.new_context(viewport=PHONE, java_script_enabled=False, base_url=live_server.url) as context:  # type: ignore[arg-type]
        bring_link(context, live_server.url)
        page = sheet(context, round_)
        tap(page, round_, "U-1", "mendesak", 4)
        page.get_by_role("button", name="Simpan jawaban").click()
        expect(page.get_by_text("1 jawaban tersimpan.")).to_be_visible()
        assert chosen(page, round_, "U-1", "mendesak") == "4"
        assert kept(round_) == [[1, {"mendesak": 4}]]


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    chromium: Browser, live_server: Any, forum: Forum, kind: str, scheme: Any
) -> None:
    round_ = opened_round(forum, kind)
    with chromium.new_context(viewport=PHONE, color_scheme=scheme, base_url=live_server.url) as context:  # type: ignore[arg-type]
        bring_link(context, live_server.url)
        page = sheet(context, round_)
        page.locator("[data-item] .marks label").first.click()
        word(page).to_have_text(SAVED)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
        assert fits(page)
        small = (
            "[...document.querySelectorAll('.marks label')].filter((one) => one.getBoundingClientRect().height < 44)"
        )
        assert page.evaluate(f"{small}.length") == 0


def test_the_keyboard_alone_answers_a_question(phone: BrowserContext, forum: Forum) -> None:
    round_ = opened_round(forum, Kind.QUESTION)
    page = sheet(phone, round_)
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    word(page).to_have_text(SAVED)
    assert [slip.answers for slip in Slip.objects.exclude(answers={})] == [{str(item(round_, None)): [2, "no"]}]
