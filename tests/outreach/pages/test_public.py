"""Everybody reads what holds today, urgent first, and sees what was corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from selaras.outreach.actions.sending import correct, withdraw
from selaras.outreach.pages.messages import public
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


def test_one_sent_ahead_is_told_apart_until_its_first_day(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    message = sent("Vaksin (contoh)", valid_from=date(2020, 3, 9), valid_until=date(2020, 3, 9))
    in_files = ("messages-file", "api:list_messages")

    def told() -> list[bool]:
        return ["Vaksin (contoh)" in Client().get(reverse(name)).content.decode() for name in in_files]

    text = listed()
    assert "Tidak ada pesan yang berlaku hari ini" in text
    assert (
        text.index("Belum mulai berlaku") < text.index("Vaksin (contoh)") < text.index("mulai berlaku Senin, 9 Maret")
    )
    page = Client().get(reverse("message", args=[message.key])).content.decode()
    assert "Pesan ini mulai berlaku Senin, 9 Maret 2020." in page
    assert "tidak berlaku lagi" not in page
    assert told() == [False, False]
    today(date(2020, 3, 9))
    assert "1 pesan berlaku hari ini" in listed()
    assert "Belum mulai berlaku" not in listed()
    assert told() == [True, True]


def test_one_sent_ahead_is_taken_back_at_once(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    first = sent("Vaksin (contoh)", valid_from=date(2020, 3, 9), valid_until=date(2020, 3, 9))
    withdraw(first, uuid4(), "Batal.", actor=writer())
    text = listed()
    assert "1 pesan berlaku hari ini" in text
    assert "Ditarik: Vaksin (contoh)" in text


def test_all_that_holds_is_counted_and_the_rest_is_a_page_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "_ROWS", 2)
    for title in ("Satu (contoh)", "Dua (contoh)", "Tiga (contoh)"):
        sent(title)
    correct(sent("Empat (contoh)"), uuid4(), said("Empat betul (contoh)"), actor=writer())
    first, second = listed(), Client().get(reverse("messages"), {"hal": 2}).content.decode()
    for text in (first, second):
        assert "4 pesan berlaku hari ini" in text
    assert ("Satu (contoh)" in first, "Satu (contoh)" in second) == (False, True)
    assert ("<s>Empat (contoh)</s>" in first, "<s>Empat (contoh)</s>" in second) == (True, False)


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
