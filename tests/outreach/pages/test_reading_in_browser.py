"""In the browser: a message is read before it goes out without being sent, and what was typed stays."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from selaras.outreach.models import Message
from tests.outreach.room import channel, writer
from tests.web.browser import fits, sign_in
from tests.web.weak_line import Phone

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
HARD = "Apabila hujan, kami melakukan pemeriksaan. Realisasi 87,5 %."


def test_the_remarks_come_without_saving_and_the_next_press_keeps_it_once(phone: Phone, live_server: Any) -> None:
    name, context = channel().name, phone()
    sign_in(context, writer(), live_server.url)
    page = context.new_page()
    page.goto(live_server.url + reverse("message-new"))
    page.get_by_label("Judul").fill("Cuaca buruk")
    page.get_by_label("Isi pesan").fill(HARD)
    for label in ("Untuk siapa", "Mengapa disampaikan", "Dasar hukum"):
        page.get_by_label(label).fill("Contoh")
    page.get_by_label(name).check()
    page.get_by_role("button", name="Periksa kalimatnya").click()
    expect(page.get_by_text("2 kalimat dapat dipermudah")).to_be_visible()
    expect(page.get_by_text("tidak menyebut dari apa")).to_be_visible()
    expect(page.get_by_label("Isi pesan")).to_have_value(HARD)
    expect(page.get_by_label(name)).to_be_checked()
    assert fits(page)
    assert not Message.objects.exists()
    page.get_by_role("button", name="Simpan konsep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Konsep ini belum dikirim")
    assert Message.objects.get().text == HARD
