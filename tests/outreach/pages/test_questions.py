"""A question of a village is answered on the message's page and read at its own; a mistyped letter is mended."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from tests.outreach.room import KLIRONG, SEBORO, WONOSARI, at, desk, district, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def test_asked_answered_and_read() -> None:
    message = sent()
    one = acknowledge(at(message), uuid4(), "C", "Jam berapa?", actor=desk())
    main = browser_of(writer())
    assert "1 desa bertanya" in main.get(reverse("message-desk")).content.decode()
    asks = main.get(reverse("message-answers", args=[message.key]), {"balasan": "C"}).content.decode()
    assert f"#desa-{one.pk}" in asks
    assert f'id="desa-{one.pk}"' in main.get(reverse("message-told", args=[message.key])).content.decode()
    page = main.post(reverse("message-question", args=[one.pk]), {"answer": "Mulai pukul 8."}, follow=True)
    assert "Jawaban tersimpan. Seboro membacanya" in page.content.decode()
    assert "Ubah jawaban" in page.content.decode()
    assert "desa bertanya" not in main.get(reverse("message-desk")).content.decode()
    village = browser_of(desk())
    assert "ada jawaban" in village.get(reverse("village-messages")).content.decode()
    assert "Mulai pukul 8." in village.get(reverse("village-message", args=[one.pk])).content.decode()


def test_an_empty_answer_says_so_and_another_district_finds_no_question() -> None:
    one = acknowledge(at(sent()), uuid4(), "C", "Jam berapa?", actor=desk())
    address = reverse("message-question", args=[one.pk])
    assert "Tulis jawabannya" in browser_of(district()).post(address, {"answer": ""}, follow=True).content.decode()
    assert browser_of(district(KLIRONG)).post(address, {"answer": "A"}).status_code == 404


def test_a_mistyped_letter_is_shown_and_mended_after_the_last_one_too() -> None:
    message, client = sent(), browser_of(district())
    type_in_replies(message, uuid4(), {SEBORO: "A", WONOSARI: "B"}, actor=district())
    address = reverse("message-replies", args=[message.key])
    assert address in client.get(reverse("message-told", args=[message.key])).content.decode()
    assert f'name="semula-{SEBORO}" value="A"' in client.get(address).content.decode()
    shown = {f"semula-{SEBORO}": "A", f"semula-{WONOSARI}": "B", f"desa-{WONOSARI}": "B"}
    wrong = client.post(address, {"submission": str(uuid4()), **shown, f"desa-{SEBORO}": "Q"})
    assert "Seboro: Tulis satu huruf" in wrong.content.decode()
    page = client.post(address, {"submission": str(uuid4()), **shown, f"desa-{SEBORO}": "D"}, follow=True)
    assert "1 balasan tersimpan." in page.content.decode()
    assert at(message).reply == "D"
