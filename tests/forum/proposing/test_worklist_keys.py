"""The list of recommendations is worked off with the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from selaras.forum.models import Recommendation
from tests.forum.proposing.people import district_operator, forum_with_proposals
from tests.web.browser import PHONE, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_ticked_answered_and_opened_without_a_mouse(chromium: Browser, live_server: Any) -> None:
    forum_with_proposals()
    context = chromium.new_context(locale="id-ID", viewport=PHONE, base_url=live_server.url)
    context.set_default_timeout(30_000)
    sign_in(context, district_operator(), live_server.url)
    page = context.new_page()
    page.goto("/meja/rekomendasi/")
    for key in ("j", "x", "j", "j", "x"):  # the first and the third
        page.keyboard.press(key)
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Simpan, buka berikutnya")).to_be_visible()
    page.go_back()
    for key in ("a", "Tab"):
        page.keyboard.press(key)
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(4)
    page.get_by_label("Alasan").focus()
    page.keyboard.type("xja tidak mendesak")  # letters are letters while one types
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("4 usulan sudah direkomendasikan.")).to_be_visible()
    context.close()
    assert set(Recommendation.objects.values_list("supports", "reason")) == {(False, "xja tidak mendesak")}
