"""On a telephone with a weak signal that breaks off: an acknowledgement is never lost and never kept twice."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlparse
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from selaras.audit.models import Entry
from selaras.outreach.actions.acknowledging import acknowledge
from selaras.outreach.actions.sending import correct
from selaras.outreach.models import Delivery
from selaras.people.models import Session
from tests.outreach.room import at, desk, district, draft, said, sent, writer
from tests.web.browser import fits, sign_in
from tests.web.weak_line import Line, Phone, opened, unlucky

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PRESSED_A_MINUTE_AGO = """() => { for (const [name, kept] of Object.entries(localStorage)) {
    const one = JSON.parse(kept); one.pressed -= 60000; localStorage.setItem(name, JSON.stringify(one)); } }"""
WAITING = "Belum ada sinyal. Tanda terima tersimpan di telepon ini"
PRESS = "Terima pesan ini"
DONE = "Semua pesan sudah diterima"


@pytest.fixture
def signed_in(phone: Phone, live_server: Any) -> Phone:
    """A telephone on which the desk has signed in."""

    def a_phone(**more: Any) -> BrowserContext:
        context = phone(**more)
        sign_in(context, desk(), live_server.url)
        return context

    return a_phone


def at_desk(context: BrowserContext, site: str) -> tuple[Page, Line]:
    return opened(context, site + reverse("village-messages"))


def done(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(DONE, timeout=60_000)
    assert fits(page)


def test_cut_in_the_middle_it_goes_by_itself_once_the_signal_is_back(signed_in: Phone, live_server: Any) -> None:
    one = at(sent())
    page, line = at_desk(signed_in(), live_server.url)
    line.cut()
    page.get_by_label("diterima, sudah diumumkan").check()
    page.get_by_role("button", name=PRESS).click()
    expect(page.get_by_text(WAITING)).to_be_visible()
    assert Delivery.objects.get(pk=one.pk).acknowledged_at is None
    line.mend()
    done(page)
    assert Delivery.objects.get(pk=one.pk).reply == "A"


def test_a_page_closed_without_a_signal_sends_when_it_is_opened_again(signed_in: Phone, live_server: Any) -> None:
    one, context = at(sent()), signed_in()
    page, line = at_desk(context, live_server.url)
    line.cut()
    page.get_by_role("button", name=PRESS).click()
    expect(page.get_by_text(WAITING)).to_be_visible()
    page.close()
    done(at_desk(context, live_server.url)[0])
    assert Delivery.objects.get(pk=one.pk).reply == "B"


def test_one_that_waited_with_the_page_closed_does_not_undo_what_was_said_since(
    signed_in: Phone, live_server: Any
) -> None:
    one, context = at(sent()), signed_in()
    page, line = at_desk(context, live_server.url)
    line.cut()
    page.get_by_role("button", name=PRESS).click()
    expect(page.get_by_text(WAITING)).to_be_visible()
    page.evaluate(PRESSED_A_MINUTE_AGO)
    page.close()
    acknowledge(one, uuid4(), "A", actor=desk())
    page = context.new_page()
    page.goto(live_server.url + reverse("village-message", args=[one.pk]))
    done(page)
    assert Delivery.objects.get(pk=one.pk).reply == "A"
    assert Entry.objects.filter(action="outreach.late_reply").count() == 1


def test_a_session_that_ended_meanwhile_loses_nothing_and_signing_in_sends_it(
    signed_in: Phone, live_server: Any
) -> None:
    one, context = at(sent()), signed_in()
    page, line = at_desk(context, live_server.url)
    page.get_by_label("diterima, sudah diumumkan").check()
    line.cut()
    page.get_by_role("button", name=PRESS).click()
    expect(page.get_by_text(WAITING)).to_be_visible()
    Session.objects.all().delete()
    line.mend()
    expect(page).to_have_url(re.compile("/masuk/"), timeout=60_000)
    assert Delivery.objects.get(pk=one.pk).acknowledged_at is None
    after = parse_qs(urlparse(page.url).query)["next"][0]
    sign_in(context, desk(), live_server.url)
    page.goto(live_server.url + after)
    done(page)
    assert Delivery.objects.get(pk=one.pk).reply == "A"


def test_a_reply_that_never_came_and_a_failing_site_keep_it_once(signed_in: Phone, live_server: Any) -> None:
    sent()
    page, _line = at_desk(signed_in(), live_server.url)
    tries = unlucky(page, "**/meja/pesan/desa/**")
    page.get_by_role("button", name=PRESS).click()
    done(page)
    assert len(tries) == 3
    assert Entry.objects.filter(action="outreach.acknowledged").count() == 1


def test_without_a_script_one_press_does_it_too(signed_in: Phone, live_server: Any) -> None:
    one = at(sent())
    page = signed_in(java_script_enabled=False).new_page()
    page.goto(live_server.url + reverse("village-messages"))
    page.get_by_role("button", name=PRESS).click()
    done(page)
    assert Delivery.objects.get(pk=one.pk).way == "phone"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(signed_in: Phone, live_server: Any, scheme: str) -> None:
    first = sent("Jadwal lama (contoh)")
    acknowledge(at(first), uuid4(), "C", "Jam berapa?", actor=desk())
    correct(first, uuid4(), said("Jadwal baru (contoh)", kind="hoax", claim="Jadwal batal"), actor=writer())
    message, begun = sent("Kerja bakti (contoh)", urgent=True), draft("Konsep (contoh)")
    pages = {
        desk: [("village-messages", []), ("village-message", [at(message).pk]), ("village-message", [at(first).pk])],
        district: [("message-replies", [message.key])],
        writer: [
            ("message-desk", []), ("message-new", []), ("message-channels", []), ("message-told", [first.key]),
            ("message-told", [begun.key]), ("message-answers", [first.key]),
            ("message-correct", [message.key]), ("message-withdraw", [message.key]),
            ("messages", []), ("message", [first.key]), ("message", [message.key]),
        ],
    }  # fmt: skip
    context = signed_in(color_scheme=scheme)
    for who, listed in pages.items():
        sign_in(context, who(), live_server.url)
        page = context.new_page()
        for name, args in listed:
            page.goto(live_server.url + reverse(name, args=args))
            found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
            assert found.violations_count == 0, (name, found.generate_report())
            assert fits(page), name
