"""A message is written by the main desk, whole or not at all, and can be written anew until it is sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.outreach.actions.sending import send
from selaras.outreach.actions.writing import rewrite_message, write_message
from selaras.outreach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.models import Message
from tests.outreach.room import SADANG, desk, district, draft, places, said, sent, writer

pytestmark = pytest.mark.django_db


def test_the_same_form_twice_is_one_draft() -> None:
    places()
    form = uuid4()
    first = write_message(form, said(), actor=writer())
    assert write_message(form, said(), actor=writer()) == first
    assert (first.state, first.sent_at, first.deliveries.count()) == ("draft", None, 0)
    assert list(Entry.objects.filter(action__startswith="outreach.message_").values_list("action", flat=True)) == [
        "outreach.message_written"
    ]


@pytest.mark.parametrize(
    "more", [{"title": "Lain (contoh)"}, {"urgent": True}, {"regions": [SADANG]}, {"valid_until": date(2090, 1, 1)}]
)
def test_a_form_that_came_again_with_more_in_it_leaves_the_draft_as_it_was_written_last(more: dict[str, Any]) -> None:
    places()
    form = uuid4()
    title = {"title": "Air mati (contoh)"}
    first = write_message(form, said(**title), actor=writer())
    again = write_message(form, said(**(title | more)), actor=writer())
    now = Message.objects.get()
    told = {"title": now.title, "urgent": now.urgent, "valid_until": now.valid_until}
    told["regions"] = list(now.regions.values_list("pk", flat=True))
    assert again == first
    assert told == told | title | more
    assert Entry.objects.filter(action="outreach.message_rewritten").count() == 1


def test_a_form_that_came_again_after_the_message_went_out_changes_nothing() -> None:
    places()
    form = uuid4()
    first = send(write_message(form, said(), actor=writer()), actor=writer())
    assert write_message(form, said("Lain (contoh)"), actor=writer()).title == first.title


_TODAY = timezone.localdate()
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"title": " "}, "title"),
    ({"text": ""}, "text"),
    ({"audience": ""}, "audience"),
    ({"purpose": ""}, "purpose"),
    ({"legal_basis": ""}, "legal_basis"),
    ({"legal_basis": "x" * 301}, "legal_basis"),
    ({"kind": "rumour"}, "kind"),
    ({"kind": "hoax"}, "claim"),
    ({"language": "en"}, "language"),
    ({"valid_from": None}, "valid_from"),
    ({"valid_until": None}, "valid_until"),
    ({"valid_until": _TODAY - timedelta(days=1), "valid_from": _TODAY - timedelta(days=2)}, "valid_until"),
    ({"valid_from": date(2090, 1, 2), "valid_until": date(2090, 1, 1)}, "valid_until"),
    ({"channels": []}, "channels"),
    ({"channels": [987_654]}, "channels"),
    ({"regions": ["99.99.99"]}, "regions"),
    ({"regions": ["33.05"]}, "regions"),
]


@pytest.mark.parametrize(("slip", "field"), WRONG, ids=[f"{field} {n}" for n, (_, field) in enumerate(WRONG)])
def test_what_is_missing_or_wrong_is_told_beside_its_field(slip: dict[str, Any], field: str) -> None:
    places()
    title = {"title": "Judul (contoh)"} | {name: value for name, value in slip.items() if name == "title"}
    with pytest.raises(Incomplete) as wrong:
        write_message(uuid4(), said(**(slip | title)), actor=writer())
    assert set(wrong.value.fields) == {field}
    assert not Message.objects.exists()


def test_a_draft_is_written_anew_and_what_was_sent_is_not() -> None:
    assert rewrite_message(draft(), said("Judul baru", regions=[SADANG]), actor=writer()).title == "Judul baru"
    with pytest.raises(NotNow, match="sekarang: berlaku"):
        rewrite_message(sent(), said("Judul baru"), actor=writer())


@pytest.mark.parametrize("who", [desk, district])
def test_nobody_else_writes(who: Any) -> None:
    places()
    with pytest.raises(NotAllowed, match="PPID utama"):
        write_message(uuid4(), said(), actor=who())
