"""The village desk's page: the most urgent message first, acknowledged in one press, without a script too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from selaras.outreach.actions.acknowledging import acknowledge
from selaras.outreach.actions.reminding import remind
from selaras.outreach.actions.sending import withdraw
from selaras.outreach.queries import waiting_at_desk_of
from selaras.outreach.waiting import waiting_for
from tests.outreach.room import WONOSARI, at, desk, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
PAGE = "village-messages"


def test_the_urgent_one_stands_first_and_whole_and_the_other_waits_below() -> None:
    calm = sent("Kerja bakti (contoh)")
    urgent = sent("Banjir di hilir (contoh)", urgent=True, text="Jangan menyeberang sungai.")
    text = browser_of(desk()).get(reverse(PAGE)).content.decode()
    assert "2 pesan menunggu tanda terima" in text
    assert "Jangan menyeberang sungai." in text
    assert f'action="{reverse("village-message", args=[at(urgent).pk])}"' in text
    assert f'href="{reverse("village-message", args=[at(calm).pk])}"' in text


def test_one_press_acknowledges_and_the_same_press_again_changes_nothing() -> None:
    one, client = at(sent()), browser_of(desk())
    address, press = reverse("village-message", args=[one.pk]), {"submission": str(uuid4()), "reply": "B"}
    for _ in range(2):
        page = client.post(address, press, follow=True)
        assert "Semua pesan sudah diterima" in page.content.decode()
    assert at(one.message).reply == "B"


def test_for_the_script_the_next_page_is_named_alone() -> None:
    one = at(sent())
    press = {"submission": str(uuid4()), "reply": "A"}
    reply = browser_of(desk()).post(
        reverse("village-message", args=[one.pk]), press, headers={"accept": "application/json"}
    )
    assert reply.json() == {"next": reverse(PAGE)}


def test_a_question_without_words_is_asked_for_and_the_choice_stays() -> None:
    one = at(sent())
    page = browser_of(desk()).post(reverse("village-message", args=[one.pk]), {"reply": "C", "note": ""})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Tulis pertanyaannya" in text
    assert 'value="C" checked' in text


def test_the_message_of_another_village_is_not_there() -> None:
    one = at(sent(), WONOSARI)
    assert browser_of(desk()).get(reverse("village-message", args=[one.pk])).status_code == 404


def test_a_reminder_and_a_withdrawal_are_said() -> None:
    message = sent("Jadwal lama (contoh)")
    remind(message, actor=writer())
    client = browser_of(desk())
    assert "Diingatkan" in client.get(reverse(PAGE)).content.decode()
    acknowledge(at(message), uuid4(), actor=desk())
    withdraw(message, uuid4(), "Jadwal berubah.", actor=writer())
    text = client.get(reverse(PAGE)).content.decode()
    assert "Jadwal berubah." in text
    assert "<s>Jadwal lama (contoh)</s>" in text
    old = client.get(reverse("village-message", args=[at(message).pk])).content.decode()
    assert "Pesan ini ditarik. Jangan memakainya lagi." in old


def test_what_is_over_waits_no_more_and_does_not_hide_what_holds(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    old = sent("Banjir Maret (contoh)", urgent=True, valid_until=date(2020, 3, 9))
    last_day = sent("Pasar murah (contoh)", valid_until=date(2020, 3, 10))
    ahead = sent("Vaksin minggu depan (contoh)", valid_from=date(2020, 3, 16), valid_until=date(2020, 3, 20))
    today(date(2020, 3, 10))
    assert [one.message for one in waiting_at_desk_of(desk())] == [last_day, ahead]
    assert [task.count for task in waiting_for(desk())] == [2]
    text = browser_of(desk()).get(reverse(PAGE)).content.decode()
    assert "2 pesan menunggu tanda terima" in text
    assert "Banjir Maret" not in text
    assert browser_of(desk()).get(reverse("village-message", args=[at(old).pk])).status_code == 200


def test_what_waits_is_a_task_of_the_desk_alone() -> None:
    sent()
    assert [(task.count, task.page) for task in waiting_for(desk())] == [(1, PAGE)]
    assert waiting_for(writer()) == []
    acknowledge(at(sent()), uuid4(), actor=desk())
    assert [task.count for task in waiting_for(desk())] == [1]
