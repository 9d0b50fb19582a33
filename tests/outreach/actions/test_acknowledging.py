"""A desk acknowledges on its telephone, or by a letter on paper that is typed in: never lost, never twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from selaras.audit.models import Entry
from selaras.government.models import Region
from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from selaras.outreach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.models import Delivery
from selaras.people.models import Account, Role
from tests.outreach.room import JOGOSIMO, KLIRONG, SEBORO, WONOSARI, at, desk, district, draft, sent, writer
from tests.people.persons import person

pytestmark = pytest.mark.django_db


def logged(action: str) -> int:
    return Entry.objects.filter(action=f"outreach.{action}").count()


def test_one_press_says_who_received_it_when_and_how() -> None:
    message = sent()
    kept = acknowledge(at(message), uuid4(), actor=desk())
    assert (kept.reply, kept.way, kept.acknowledged_by) == ("B", "phone", desk())
    assert kept.acknowledged_at == kept.told_at
    assert at(message, WONOSARI).acknowledged_at is None


def test_the_same_press_twice_is_one() -> None:
    one, form = at(sent()), uuid4()
    first = acknowledge(one, form, actor=desk())
    again = acknowledge(one, form, "D", actor=desk())
    assert (again.reply, again.told_at) == (first.reply, first.told_at)
    assert logged("acknowledged") == 1


def test_a_later_reply_says_what_came_of_it_and_the_first_moment_stays() -> None:
    one = at(sent())
    first = acknowledge(one, uuid4(), "B", actor=desk())
    later = acknowledge(one, uuid4(), "C", " Apakah RT 3 juga? ", actor=desk())
    assert (later.acknowledged_at, later.reply, later.note) == (first.acknowledged_at, "C", "Apakah RT 3 juga?")
    assert later.told_at
    assert first.told_at
    assert later.told_at > first.told_at


def test_a_reply_that_waited_for_a_signal_leaves_the_newer_one_standing_and_adds_its_note() -> None:
    one, waiting = at(sent()), uuid4()
    newer = acknowledge(one, uuid4(), "A", "Sudah ditempel", actor=desk())
    for _again in range(2):
        acknowledge(one, waiting, "C", "Jam berapa?", waited=timedelta(hours=2), actor=desk())
    kept = at(one.message)
    assert (kept.reply, kept.told_at, kept.submission) == ("A", newer.told_at, newer.submission)
    assert kept.note == "Jam berapa?\nSudah ditempel"


def colleague() -> Account:
    """Another person at the desk of the same village."""
    return person("ppid-desa-seboro", Role.Kind.PPID_OFFICER, region=Region.objects.get(code=SEBORO))


def test_what_one_asked_stays_when_another_at_the_desk_replies_from_an_older_page() -> None:
    one = at(sent())
    acknowledge(one, uuid4(), "C", "Apakah RT 3 juga? Hubungi 081234567890", actor=colleague())
    kept = acknowledge(one, uuid4(), "B", "Ditempel sore ini", actor=desk())
    assert (kept.reply, kept.note) == ("B", "Apakah RT 3 juga? Hubungi 081234567890\nDitempel sore ini")


def test_who_takes_the_own_note_back_leaves_it_in_the_log_without_numbers_and_names() -> None:
    one = at(sent())
    acknowledge(one, uuid4(), "C", "Hubungi 081234567890", actor=desk())
    assert acknowledge(one, uuid4(), "A", "", actor=desk()).note == ""
    before = Entry.objects.filter(action="outreach.acknowledged").latest("pk").detail["note_before"]
    assert before.startswith("Hubungi [")
    assert "0812" not in before


@pytest.mark.parametrize(
    ("standing", "late", "kept"),
    [
        ("Radio rusak", "Radio", "Radio\nRadio rusak"),
        ("Radio rusak\nSudah ditempel", "Radio rusak", "Radio rusak\nSudah ditempel"),
        ("Radio rusak", "Radio rusak\r\nSudah ditempel", "Sudah ditempel\nRadio rusak"),
        ("", "Radio rusak", "Radio rusak"),
        ("Radio rusak", "", "Radio rusak"),
    ],
)
def test_only_a_line_that_stands_there_already_is_left_out(standing: str, late: str, kept: str) -> None:
    one = at(sent())
    acknowledge(one, uuid4(), "A", standing, actor=desk())
    assert acknowledge(one, uuid4(), "B", late, waited=timedelta(hours=2), actor=desk()).note == kept


def test_a_long_note_that_stands_does_not_keep_a_new_one_out() -> None:
    one, asked, new = at(sent()), "a" * 400, "b" * 400
    acknowledge(one, uuid4(), "C", asked, actor=colleague())
    both = acknowledge(one, uuid4(), "B", f"{asked}\r\n{new}", actor=desk()).note
    assert both.split() == [asked, new]
    with pytest.raises(Incomplete, match="500"):
        acknowledge(one, uuid4(), "B", f"{both}\n{'c' * 501}", actor=desk())


def test_the_first_reply_again_after_a_second_one_changes_nothing() -> None:
    one, first = at(sent()), uuid4()
    acknowledge(one, first, "B", actor=desk())
    acknowledge(one, uuid4(), "A", actor=desk())
    acknowledge(one, first, "B", waited=timedelta(minutes=1), actor=desk())
    assert at(one.message).reply == "A"


def test_a_reply_that_waited_alone_counts_with_the_moment_it_was_said() -> None:
    kept = acknowledge(at(sent()), uuid4(), "A", waited=timedelta(hours=2), actor=desk())
    assert kept.told_at
    assert kept.acknowledged_at
    assert timedelta(hours=1) < kept.acknowledged_at - kept.told_at < timedelta(hours=3)


def test_what_the_desk_says_itself_stands_before_a_letter_that_was_typed_in() -> None:
    message = sent()
    type_in_replies(message, uuid4(), {SEBORO: "D"}, actor=district())
    assert acknowledge(at(message), uuid4(), "A", waited=timedelta(days=1), actor=desk()).reply == "A"


@pytest.mark.parametrize(("reply", "note", "field"), [("E", "", "reply"), ("C", " ", "note"), ("A", "x" * 501, "note")])
def test_a_reply_that_says_too_little_is_asked_for_anew(reply: str, note: str, field: str) -> None:
    one = at(sent())
    with pytest.raises(Incomplete) as wrong:
        acknowledge(one, uuid4(), reply, note, actor=desk())
    assert set(wrong.value.fields) == {field}
    assert at(one.message).acknowledged_at is None


@pytest.mark.parametrize("who", [lambda: desk(WONOSARI), district, writer])
def test_another_desk_does_not_acknowledge(who: Any) -> None:
    one = at(sent())
    with pytest.raises(NotAllowed, match="Seboro"):
        acknowledge(one, uuid4(), actor=who())


def test_letters_of_paper_are_typed_in_as_a_batch_once() -> None:
    message, batch = sent(), uuid4()
    letters = {SEBORO: " a", WONOSARI: "D", JOGOSIMO: ""}
    assert type_in_replies(message, batch, letters, actor=writer()) == 2
    assert type_in_replies(message, batch, letters, actor=writer()) == 0
    told = dict(message.deliveries.values_list("village", "reply"))
    assert told == {SEBORO: "A", WONOSARI: "D", JOGOSIMO: ""}
    assert set(message.deliveries.exclude(reply="").values_list("way", flat=True)) == {"paper"}
    assert logged("replies_typed_in") == 1


def test_what_the_desk_said_itself_stays() -> None:
    message = sent()
    acknowledge(at(message), uuid4(), "A", actor=desk())
    assert type_in_replies(message, uuid4(), {SEBORO: "D", WONOSARI: "B"}, actor=district()) == 1
    assert (at(message).reply, at(message).way) == ("A", "phone")


@pytest.mark.parametrize(
    ("letters", "fields"),
    [({SEBORO: "A", WONOSARI: "X"}, {WONOSARI}), ({SEBORO: "A", "33.05.04.9999": "A"}, {"33.05.04.9999"})],
)
def test_one_wrong_letter_keeps_the_batch_back_and_is_named(letters: dict[str, str], fields: set[str]) -> None:
    message = sent()
    with pytest.raises(Incomplete) as wrong:
        type_in_replies(message, uuid4(), letters, actor=writer())
    assert set(wrong.value.fields) == fields
    assert not Delivery.objects.exclude(acknowledged_at=None).exists()


def test_an_empty_batch_and_a_draft_say_so() -> None:
    with pytest.raises(Incomplete, match="Belum ada satu pun"):
        type_in_replies(sent(), uuid4(), {SEBORO: " "}, actor=writer())
    with pytest.raises(NotNow, match="belum dikirim"):
        type_in_replies(draft(), uuid4(), {SEBORO: "A"}, actor=writer())


@pytest.mark.parametrize("who", [lambda: district(KLIRONG), desk])
def test_only_the_district_of_the_village_and_the_main_desk_type_in(who: Any) -> None:
    with pytest.raises(NotAllowed, match="Seboro"):
        type_in_replies(sent(), uuid4(), {SEBORO: "A"}, actor=who())
