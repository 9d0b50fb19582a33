"""Everybody reads what holds today, urgent first, and sees what was corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from selaras.outreach.actions.sending import correct, withdraw
from tests.outreach.room import draft, said, sent, writer

pytestmark = pytest.mark.django_db


def listed() -> str:
    return Client().get(reverse("messages")).content.decode()


def test_urgent_first_and_no_draft() -> None:
    sent("Tenang (contoh)")
    sent("Gawat (contoh)", urgent=True)
    draft("Konsep (contoh)")
    text = listed()
    assert "2 pesan berlaku hari ini" in text
    assert text.index("Gawat (contoh)") < text.index("Tenang (contoh)")
    assert "Konsep (contoh)" not in text
    assert Client().get(reverse("message", args=[draft("Konsep").key])).status_code == 404


def test_after_its_last_day_it_is_off_the_list_and_its_page_says_so(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    message = sent(valid_until=date(2020, 3, 9))
    today(date(2020, 3, 10))
    assert "Tidak ada pesan yang berlaku hari ini" in listed()
    assert "tidak berlaku lagi" in Client().get(reverse("message", args=[message.key])).content.decode()


def test_a_corrected_and_a_withdrawn_one_stay_visible_and_lead_on() -> None:
    one, two = sent("Satu (contoh)"), sent("Dua (contoh)")
    later = correct(one, uuid4(), said("Satu betul (contoh)"), actor=writer())
    notice = withdraw(two, uuid4(), "Batal.", actor=writer())
    text = listed()
    for title in ("<s>Satu (contoh)</s>", "<s>Dua (contoh)</s>", "Satu betul (contoh)", "Ditarik: Dua (contoh)"):
        assert title in text
    old = Client().get(reverse("message", args=[one.key])).content.decode()
    assert "Pesan ini diralat. Pakai penggantinya." in old
    assert reverse("message", args=[later.key]) in old
    assert "Pesan ini ditarik." in Client().get(reverse("message", args=[two.key])).content.decode()
    assert "Ini penarikan." in Client().get(reverse("message", args=[notice.key])).content.decode()


def test_a_hoax_is_told_before_what_is_true() -> None:
    message = sent("Air aman (contoh)", kind="hoax", claim="Air beracun")
    text = Client().get(reverse("message", args=[message.key])).content.decode()
    assert text.index("Air beracun") < text.index("Yang benar") < text.index("Air mati Senin")


def test_a_message_in_javanese_says_so_to_a_screen_reader() -> None:
    message = sent("Banyu mati rong dina (contoh)", language="jv")
    page = Client().get(reverse("message", args=[message.key])).content.decode()
    assert '<h1 lang="jv">Banyu mati rong dina (contoh)</h1>' in page
