"""A desk that asked sees that there is an answer until it says that it read it; another answer is unread again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from selaras.outreach.actions.acknowledging import acknowledge
from selaras.outreach.actions.answering import answer_question, read_answer
from selaras.outreach.errors import NotAllowed, NotNow
from selaras.outreach.models import Delivery
from selaras.outreach.queries import unread_answers_at_desk_of
from selaras.outreach.waiting import waiting_for
from tests.outreach.actions.test_acknowledging import logged
from tests.outreach.room import WONOSARI, at, desk, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
TASK = "1 pertanyaan desa sudah dijawab: baca jawabannya."


def answered(text: str = "Mulai pukul 8.") -> Delivery:
    one = acknowledge(at(sent()), uuid4(), "C", "Jam berapa?", actor=desk())
    return answer_question(one, text, actor=writer())


def told() -> list[str]:
    return [task.sentence for task in waiting_for(desk())]


def test_it_waits_at_the_desk_that_asked_until_it_is_read() -> None:
    one = acknowledge(at(sent()), uuid4(), "C", "Jam berapa?", actor=desk())
    assert told() == []
    one = answer_question(one, "Mulai pukul 8.", actor=writer())
    assert told() == [TASK]
    assert [list(unread_answers_at_desk_of(who)) for who in (desk(), desk(WONOSARI), writer())] == [[one], [], []]
    for _ in range(2):
        read_answer(one, one.answered_at, actor=desk())
    assert told() == []
    assert logged("answer_read") == 1


def test_another_answer_is_unread_again_and_is_not_read_by_who_saw_the_first() -> None:
    one = answered()
    seen = one.answered_at
    read_answer(one, seen, actor=desk())
    answer_question(one, "Mulai pukul 9.", actor=writer())
    assert told() == [TASK]
    for moment in (seen, None):
        with pytest.raises(NotNow, match="baru saja diganti"):
            read_answer(one, moment, actor=desk())
    assert told() == [TASK]


def test_what_was_not_answered_is_not_read() -> None:
    one = acknowledge(at(sent()), uuid4(), "C", "Jam berapa?", actor=desk())
    with pytest.raises(NotNow):
        read_answer(one, None, actor=desk())


def test_who_says_later_what_came_of_it_has_no_answer_to_read() -> None:
    acknowledge(answered(), uuid4(), "A", actor=desk())
    assert told() == []


def test_another_desk_does_not_read_it() -> None:
    one = answered()
    with pytest.raises(NotAllowed, match="Seboro"):
        read_answer(one, one.answered_at, actor=desk(WONOSARI))


@pytest.mark.parametrize("page", ["village-messages", "village-message"])
def test_question_and_answer_stand_first_in_the_list_and_one_press_takes_them_from_there(page: str) -> None:
    one, client = answered(), browser_of(desk())
    text = client.get(reverse("village-messages")).content.decode()
    before = text.partition("Pertanyaan desa sudah dijawab")[2].partition("Sudah diterima")[0]
    assert "Jam berapa?" in before
    assert "Mulai pukul 8." in before
    form = client.get(reverse(page, args=[one.pk] if page == "village-message" else [])).content.decode()
    address = reverse("village-answer-read", args=[one.pk])
    moment = form.partition(f'action="{address}"')[2].partition('name="answered_at" value="')[2].partition('"')[0]
    after = client.post(address, {"answered_at": moment}, follow=True).content.decode()
    assert "Ditandai sudah dibaca." in after
    assert "Pertanyaan desa sudah dijawab" not in after
    assert "ada jawaban" in after
    assert "Mulai pukul 8." in client.get(reverse("village-message", args=[one.pk])).content.decode()


@pytest.mark.parametrize("moment", ["", "kemarin", "2021-04-01T10:00:00"])
def test_a_press_without_the_moment_of_the_answer_leaves_it_unread(moment: str) -> None:
    address = reverse("village-answer-read", args=[answered().pk])
    page = browser_of(desk()).post(address, {"answered_at": moment}, follow=True)
    assert "baru saja diganti" in page.content.decode()
    assert told() == [TASK]
