"""What every village said to a message and when, named one by one; a district reads its own villages."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from selaras.outreach.models import Message
from tests.outreach.room import KLIRONG, SEBORO, WONOSARI, at, channel, desk, district, draft, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def answered() -> Message:
    message = sent()
    acknowledge(at(message), uuid4(), "D", "Papan rusak, hubungi 081234567890", actor=desk())
    type_in_replies(message, uuid4(), {WONOSARI: "A"}, actor=district())
    return message


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", {"Seboro", "Wonosari", "Jogosimo"}),
        ("D", {"Seboro"}),
        ("A", {"Wonosari"}),
        ("belum", {"Jogosimo"}),
        ("C", set()),
        ("ZZ", {"Seboro", "Wonosari", "Jogosimo"}),
    ],
)
def test_villages_of_one_answer(asked: str, named: set[str]) -> None:
    address = reverse("message-answers", args=[answered().key])
    text = browser_of(writer()).get(address, {"balasan": asked}).content.decode()
    assert {one for one in ("Seboro", "Wonosari", "Jogosimo") if one in text} == named
    assert ("Tidak ada desa dengan balasan ini." in text) is (not named)
    assert "081234567890" not in text


def test_one_that_came_after_its_term_says_so(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    message = sent()
    acknowledge(at(message), uuid4(), "A", actor=desk())
    today(date(2020, 3, 10))
    acknowledge(at(message, WONOSARI), uuid4(), "A", actor=desk(WONOSARI))
    told = browser_of(writer()).get(reverse("message-answers", args=[message.key]), {"balasan": "A"}).content.decode()
    early, late = told.split("Seboro", 1)[1].split("Wonosari", 1)
    assert ("terlambat" in early, "terlambat" in late) == (False, True)


def test_the_file_holds_a_row_a_village_with_what_is_private_masked() -> None:
    address = reverse("message-answers-file", args=[answered().key])
    text = browser_of(writer()).get(address).content.decode("utf-8-sig")
    rows = {row["desa"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {name: (row["balasan"], row["lewat"]) for name, row in rows.items()} == {
        "Seboro": ("D", "phone"),
        "Wonosari": ("A", "paper"),
        "Jogosimo": ("", ""),
    }
    assert rows["Seboro"]["saluran"] == channel().name
    assert "081234567890" not in text
    assert rows["Jogosimo"]["diterima"] == ""


def test_a_district_reads_its_own_and_a_draft_has_none() -> None:
    message = answered()
    text = browser_of(district(KLIRONG)).get(reverse("message-answers", args=[message.key])).content.decode()
    assert ("Jogosimo" in text, "Seboro" in text) == (True, False)
    assert SEBORO not in browser_of(district(KLIRONG)).get(
        reverse("message-answers-file", args=[message.key])
    ).content.decode("utf-8-sig")
    assert browser_of(writer()).get(reverse("message-answers", args=[draft("B (contoh)").key])).status_code == 404


def test_the_message_leads_to_the_villages_of_an_answer() -> None:
    message = answered()
    text = browser_of(writer()).get(reverse("message-told", args=[message.key])).content.decode()
    assert f'{reverse("message-answers", args=[message.key])}?balasan=D"' in text


def test_always_as_many_queries(django_assert_max_num_queries: Callable[..., object]) -> None:
    client, address = browser_of(writer()), reverse("message-answers", args=[answered().key])
    client.get(address)  # the first look of a session is written down
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        client.get(address)
