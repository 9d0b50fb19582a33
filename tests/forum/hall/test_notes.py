"""The secretary's notes: saved by themselves, never over somebody else's text unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.actions.chairing import add_item
from selaras.forum.actions.noting import keep_note
from selaras.forum.errors import Locked, NotAllowed, NoteChanged
from selaras.forum.models import AgendaItem, Note
from selaras.people.models import Role
from tests.forum.hall.test_links import lock
from tests.forum.small_forum import opened
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> AgendaItem:
    return add_item(opened("regions", "agencies", "participants"), "Pembahasan", actor=secretary())


@pytest.fixture
def desk() -> Client:
    return browser_of(secretary())


def sent(desk: Client, item: AgendaItem, text: str, edition: int) -> Any:
    fields = {"text": text, "edition": str(edition)}
    return desk.post(reverse("note-keep", args=[item.pk]), fields, headers={"accept": "application/json"})


def stands() -> tuple[str, int]:
    note = Note.objects.get()
    return note.text, note.edition


def test_each_save_raises_the_edition_and_the_same_text_changes_nothing(item: AgendaItem) -> None:
    keep_note(item, "Satu", 0, actor=secretary())
    keep_note(item, "Satu", 0, actor=secretary())  # the acknowledgement was lost, so it was sent again
    assert stands() == ("Satu", 1)
    keep_note(item, "Satu dua", 1, actor=secretary())
    assert stands() == ("Satu dua", 2)
    assert Entry.objects.filter(action="forum.note_kept").count() == 2


def test_the_log_holds_the_digest_of_the_notes_and_not_their_text(item: AgendaItem) -> None:
    keep_note(item, "Kalimat rahasia", 0, actor=secretary())
    detail = Entry.objects.get(action="forum.note_kept").detail
    assert "rahasia" not in str(detail)
    assert len(detail["digest"]) == 64


def test_what_somebody_else_saved_meanwhile_is_handed_back_not_replaced(item: AgendaItem, desk: Client) -> None:
    keep_note(item, "Dari meja lain", 0, actor=someone(Role.Kind.PLANNER))
    answer = sent(desk, item, "Dari sini", 0)
    assert answer.status_code == 409
    assert answer.json()["text"] == "Dari meja lain"
    assert stands() == ("Dari meja lain", 1)
    assert sent(desk, item, "Dari sini\nDari meja lain", 1).json() == {"edition": 2}
    with pytest.raises(NoteChanged):
        keep_note(item, "Terlambat", 1, actor=secretary())


def test_without_a_script_both_texts_come_back_in_the_form(item: AgendaItem, desk: Client) -> None:
    keep_note(item, "Dari meja lain", 0, actor=secretary())
    shown = desk.post(reverse("note-keep", args=[item.pk]), {"text": "Dari sini", "edition": "0"}).content.decode()
    assert "Dari meja lain" in shown
    assert "Dari sini" in shown
    assert 'name="edition" value="1"' in shown


def test_without_a_script_the_button_saves(item: AgendaItem, desk: Client) -> None:
    fields = {"text": "Baris satu\r\nBaris dua", "edition": "0"}
    shown = desk.post(reverse("note-keep", args=[item.pk]), fields, follow=True).content.decode()
    assert "Catatan tersimpan" in shown
    assert stands() == ("Baris satu\nBaris dua", 1)


def test_only_who_runs_the_forum_and_only_before_the_lock(item: AgendaItem, desk: Client) -> None:
    with pytest.raises(NotAllowed):
        keep_note(item, "Satu", 0, actor=someone(Role.Kind.PARTICIPANT))
    lock(item.forum)
    with pytest.raises(Locked):
        keep_note(item, "Satu", 0, actor=secretary())
    answer = sent(desk, item, "Satu", 0)
    assert (answer.status_code, "dikunci" in answer.json()["message"]) == (400, True)
