"""A village that asked is answered: by its district or the main desk, once, and until then it is not forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from selaras.outreach.actions.answering import answer_question
from selaras.outreach.actions.sending import withdraw
from selaras.outreach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.models import Delivery
from selaras.outreach.queries import asking
from selaras.outreach.waiting import waiting_for
from tests.outreach.actions.test_acknowledging import logged
from tests.outreach.room import KLIRONG, SEBORO, at, desk, district, sent, writer

pytestmark = pytest.mark.django_db


def asked(note: str = "Jam berapa air mati?") -> Delivery:
    return acknowledge(at(sent()), uuid4(), "C", note, actor=desk())


def open_for(person: Any) -> list[str]:
    return [one.village_id for one in asking(person, timezone.localdate())]


def test_it_waits_at_the_desks_that_may_answer_until_it_is_answered() -> None:
    one = asked()
    assert [open_for(who) for who in (writer(), district(), district(KLIRONG))] == [[SEBORO], [SEBORO], []]
    told = [task.sentence for task in waiting_for(district())]
    assert told == ["1 pertanyaan desa tentang pesan menunggu jawaban."]
    assert answer_question(one, " Mulai pukul 8. ", actor=district()).answer == "Mulai pukul 8."
    assert open_for(writer()) == []
    assert waiting_for(district()) == []


def test_the_same_answer_again_is_one_and_another_takes_its_place() -> None:
    one = asked()
    for text in ("Pukul 8.", "Pukul 8.", "Pukul 9."):
        answer_question(one, text, actor=writer())
    assert at(one.message).answer == "Pukul 9."
    assert logged("question_answered") == 2


def test_who_asks_again_waits_again_though_the_answer_would_be_the_same(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    one = asked()
    answer_question(one, "Pukul 8.", actor=writer())
    today(date(2020, 3, 3))
    acknowledge(one, uuid4(), "C", "Sampai kapan?", actor=desk())
    assert open_for(writer()) == [SEBORO]
    answer_question(one, "Pukul 8.", actor=writer())
    assert open_for(writer()) == []


def test_a_letter_on_paper_is_a_question_too() -> None:
    message = sent()
    type_in_replies(message, uuid4(), {SEBORO: "C"}, actor=district())
    assert open_for(writer()) == [SEBORO]
    answer_question(at(message), "Kami sudah menelepon Ibu Sekdes.", actor=district())
    assert open_for(writer()) == []


def test_who_received_it_after_asking_or_was_told_it_is_withdrawn_asks_no_more() -> None:
    one = asked()
    acknowledge(one, uuid4(), "A", actor=desk())
    assert open_for(writer()) == []
    with pytest.raises(NotNow, match="Seboro tidak bertanya lagi"):
        answer_question(one, "Pukul 8.", actor=writer())
    other = asked()
    withdraw(other.message, uuid4(), "Batal.", actor=writer())
    assert open_for(writer()) == []


@pytest.mark.parametrize("text", ["", "  ", "a" * 1001])
def test_an_empty_or_endless_answer_is_asked_for_anew(text: str) -> None:
    with pytest.raises(Incomplete):
        answer_question(asked(), text, actor=writer())


@pytest.mark.parametrize("who", [lambda: district(KLIRONG), desk])
def test_others_do_not_answer(who: Any) -> None:
    with pytest.raises(NotAllowed, match="Seboro"):
        answer_question(asked(), "Pukul 8.", actor=who())
