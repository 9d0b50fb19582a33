"""A message is measured before it goes out: what to mend is said on its draft, and in the form without saving."""

from __future__ import annotations

import pytest
from django.urls import reverse

from selaras.outreach.models import Message
from tests.outreach.pages.test_desk import form
from tests.outreach.room import channel, draft, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
HARD = "Apabila hujan, PDAM melakukan pemeriksaan. Realisasi 87,5 %."
MEND = ("Ganti &quot;Apabila&quot;", "&quot;87,5 %&quot; tidak menyebut dari apa")


def page_of(message: Message) -> str:
    return browser_of(writer()).get(reverse("message-told", args=[message.key])).content.decode()


def test_a_draft_says_which_sentences_to_mend_and_a_sent_message_no_more() -> None:
    text = page_of(draft("Cuaca buruk", text=HARD))
    assert "2 kalimat dapat dipermudah" in text
    assert all(one in text for one in MEND)
    assert "kalimat dapat dipermudah" not in page_of(sent("B (contoh)", text=HARD))


def test_an_easy_draft_is_told_so_and_javanese_is_not_measured() -> None:
    assert "Kalimatnya mudah dibaca" in page_of(draft(title="Air mati", text="Air mati besok pagi."))
    assert 'id="bacaan"' not in page_of(draft("B (contoh)", text=HARD, language="jv"))


def test_the_form_says_it_without_saving_and_keeps_what_was_typed() -> None:
    told = form(text=HARD, title="", channels=[channel().pk], baca="1")
    page = browser_of(writer()).post(reverse("message-new"), told)
    text = page.content.decode()
    assert page.status_code == 200
    assert all(one in text for one in MEND)
    assert "melakukan pemeriksaan. Realisasi" in text
    assert "Tulis judulnya" not in text
    assert not Message.objects.exists()


def test_a_correction_is_read_before_it_goes_out() -> None:
    first = sent()
    page = browser_of(writer()).post(reverse("message-correct", args=[first.key]), form(text=HARD, baca="1"))
    assert "kalimat dapat dipermudah" in page.content.decode()
    assert Message.objects.get().state == Message.State.SENT


def test_everybody_reads_in_which_language_it_is() -> None:
    message = sent(language="jv")
    assert "Bahasa Jawa" in browser_of(writer()).get(reverse("message", args=[message.key])).content.decode()
