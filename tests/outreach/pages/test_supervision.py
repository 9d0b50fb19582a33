"""Supervision: what was reached, who is overdue, who is silent; a district sees its own villages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from selaras.outreach.actions.acknowledging import acknowledge
from selaras.outreach.actions.sending import withdraw
from selaras.outreach.supervision import Reached, behind, by_district, reached, urgent_first
from tests.outreach.room import JOGOSIMO, KLIRONG, SEBORO, WONOSARI, at, desk, district, draft, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def test_reached_counts_what_the_person_may_see(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    message = sent()
    acknowledge(at(message), uuid4(), actor=desk())
    today(date(2020, 3, 10))
    now = timezone.now()
    assert reached(writer(), [message], now)[message.pk] == Reached(3, 1, 2)
    assert reached(district(), [message], now)[message.pk] == Reached(2, 1, 1)
    assert reached(district(KLIRONG), [message], now)[message.pk] == Reached(1, 0, 1)


def test_silent_is_who_is_overdue_and_was_not_heard_for_long(today: Callable[[date], None]) -> None:
    today(date(2020, 1, 6))
    acknowledge(at(sent()), uuid4(), actor=desk())  # 60 days ago, and never since
    today(date(2020, 3, 2))
    early = sent("Kemarin (contoh)")
    acknowledge(at(early, WONOSARI), uuid4(), actor=desk(WONOSARI))
    sent("Hari ini (contoh)")
    today(date(2020, 3, 9))
    found = {one.code: (one.messages, one.silent) for one in behind(writer(), timezone.now())}
    assert found == {SEBORO: (2, True), WONOSARI: (1, False), JOGOSIMO: (2, True)}
    assert [one.code for one in behind(writer(), timezone.now())][-1] == WONOSARI
    assert by_district(behind(writer(), timezone.now())) == [("Sadang", 2, 1), ("Klirong", 1, 1)]


def test_before_the_term_nobody_is_behind_and_after_a_withdrawal_neither(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    message = sent()
    assert behind(writer(), timezone.now()) == []
    today(date(2020, 3, 9))
    assert len(behind(writer(), timezone.now())) == 3
    withdraw(message, uuid4(), "Salah.", actor=writer())
    assert behind(writer(), timezone.now()) == []


def test_with_a_message_that_was_withdrawn_or_is_over_nobody_is_late(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    over, taken_back = sent(valid_until=date(2020, 3, 8)), sent("B (contoh)")
    today(date(2020, 3, 9))
    assert reached(writer(), [taken_back], timezone.now())[taken_back.pk].overdue == 3
    withdraw(taken_back, uuid4(), "Salah.", actor=writer())
    taken_back.refresh_from_db()
    found = reached(writer(), [over, taken_back], timezone.now())
    assert [found[one.pk].overdue for one in (over, taken_back)] == [0, 0]
    page = browser_of(writer()).get(reverse("message-told", args=[taken_back.key])).content.decode()
    assert "0 dari 3 desa sudah menerima, 0 terlambat" in page


def test_urgent_ones_stand_before_newer_ones_and_drafts_before_all() -> None:
    urgent, calm, begun = sent("A", urgent=True), sent("B"), draft("C")
    assert list(urgent_first(writer())) == [begun, urgent, calm]
    assert list(urgent_first(district())) == [urgent, calm]


def test_the_page_says_it_in_its_first_sentence(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    sent()
    client = browser_of(writer())
    assert "Tidak ada desa yang terlambat" in client.get(reverse("message-desk")).content.decode()
    today(date(2020, 3, 9))
    text = browser_of(writer()).get(reverse("message-desk")).content.decode()
    assert "3 desa terlambat menerima pesan, 3 di antaranya diam" in text
    assert "2 desa terlambat" in browser_of(district()).get(reverse("message-desk")).content.decode()


def test_ten_queries_whatever_there_is(
    today: Callable[[date], None], django_assert_max_num_queries: Callable[..., object]
) -> None:
    today(date(2020, 3, 2))
    for n in range(5):
        sent(f"Pesan {n} (contoh)", urgent=bool(n % 2))
    today(date(2020, 3, 9))
    client = browser_of(writer())
    client.get(reverse("message-desk"))  # the first look of a session is written down
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
        client.get(reverse("message-desk"))
