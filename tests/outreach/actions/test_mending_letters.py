"""A letter of a slip that was mistyped is put right, or taken back where it was another village's."""

from __future__ import annotations

from uuid import uuid4

import pytest

from selaras.audit.models import Entry
from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from selaras.outreach.errors import Incomplete
from selaras.outreach.models import Message
from tests.outreach.room import SEBORO, WONOSARI, at, desk, district, sent

pytestmark = pytest.mark.django_db


def typed() -> Message:
    message = sent()
    type_in_replies(message, uuid4(), {SEBORO: "A", WONOSARI: "B"}, actor=district())
    return message


def test_another_letter_takes_its_place_and_the_first_moment_and_the_log_keep_the_first() -> None:
    message = typed()
    first = at(message).acknowledged_at
    assert type_in_replies(message, uuid4(), {SEBORO: "d"}, shown={SEBORO: "A"}, actor=district()) == 1
    assert (at(message).reply, at(message).acknowledged_at) == ("D", first)
    assert Entry.objects.filter(action="outreach.replies_typed_in").latest("pk").detail["before"] == {SEBORO: "A"}


def test_none_takes_it_back_and_the_village_waits_again() -> None:
    message = typed()
    assert type_in_replies(message, uuid4(), {SEBORO: ""}, shown={SEBORO: "A"}, actor=district()) == 1
    one = at(message)
    assert (one.reply, one.way, one.acknowledged_at, one.acknowledged_by, one.told_at) == ("", "", None, None, None)
    assert type_in_replies(message, uuid4(), {SEBORO: "C"}, actor=district()) == 1


@pytest.mark.parametrize("shown", [{}, {SEBORO: "C"}])
def test_who_saw_another_letter_changes_nothing(shown: dict[str, str]) -> None:
    message = typed()
    assert type_in_replies(message, uuid4(), {SEBORO: "D"}, shown=shown, actor=district()) == 0
    assert at(message).reply == "A"


def test_what_the_desk_said_on_its_telephone_since_stays() -> None:
    message = typed()
    acknowledge(at(message), uuid4(), "D", actor=desk())
    assert type_in_replies(message, uuid4(), {SEBORO: ""}, shown={SEBORO: "A"}, actor=district()) == 0
    assert (at(message).reply, at(message).way) == ("D", "phone")


def test_the_letters_that_stand_are_nothing_new() -> None:
    message = typed()
    with pytest.raises(Incomplete, match="Belum ada satu pun"):
        type_in_replies(message, uuid4(), {SEBORO: "A"}, shown={SEBORO: "A"}, actor=district())
