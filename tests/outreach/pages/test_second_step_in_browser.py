"""A second step that is asked for in the middle of sending loses nothing of what was typed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from selaras.outreach.models import Message
from selaras.people.models import Role
from tests.outreach.room import channel, writer
from tests.web.browser import sign_in
from tests.web.weak_line import Phone

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_the_form_stays_kept_until_the_step_is_set_up(phone: Phone, live_server: Any, settings: Any) -> None:
    channel()
    context, address = phone(), reverse("message-new")
    sign_in(context, writer(), live_server.url)
    page = context.new_page()
    page.goto(live_server.url + address)
    page.get_by_label("Judul").fill("Cuaca buruk (contoh)")
    Role.objects.create(account=writer(), kind=Role.Kind.SECRETARY)  # one who decides
    settings.TOTP_REQUIRED = True
    page.get_by_role("button", name="Simpan konsep").click()
    expect(page).to_have_url(re.compile(rf"langkah-kedua/\?next={address.replace('/', '(/|%2F)')}"))
    settings.TOTP_REQUIRED = False
    page.goto(live_server.url + address)
    expect(page.get_by_label("Judul")).to_have_value("Cuaca buruk (contoh)")
    assert not Message.objects.exists()
