"""The agenda: in order, one item on the floor, moved on with a key; nothing that was said is dropped."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.actions.chairing import (
    add_item,
    add_usual_items,
    change_item,
    drop_item,
    go_back,
    go_on,
    move_item,
    take_up,
)
from selaras.forum.actions.noting import keep_note
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.hall.floor import item_on_floor
from selaras.forum.models import AgendaItem, Forum, Proposal
from selaras.people.models import Role
from tests.counting import queries_of
from tests.forum.hall.test_links import lock
from tests.forum.small_forum import ready
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def desk() -> Client:
    return browser_of(secretary())


def added(forum: Forum, *titles: str) -> list[AgendaItem]:
    return [add_item(forum, title, actor=secretary()) for title in titles]


def titles(forum: Forum) -> list[str]:
    return list(AgendaItem.objects.filter(forum=forum).values_list("title", flat=True))


def floor(forum: Forum) -> str | None:
    item = item_on_floor(forum)
    return item.title if item else None


def on(forum: Forum, *numbers: str) -> list[Proposal]:
    return list(Proposal.objects.filter(forum=forum, number__in=numbers).order_by("number"))


def test_items_follow_each_other_and_the_one_before_is_done(forum: Forum) -> None:
    first, second = added(forum, "Pembukaan", "Pembahasan")
    assert floor(forum) is None
    assert go_on(forum, None, actor=secretary()) == first
    assert go_on(forum, first, actor=secretary()) == second
    first.refresh_from_db()
    assert (first.state, floor(forum)) == ("done", "Pembahasan")
    assert first.started_at
    assert first.done_at
    assert first.started_at <= first.done_at
    assert go_on(forum, second, actor=secretary()) is None
    assert floor(forum) is None


def test_a_key_pressed_twice_moves_once(forum: Forum) -> None:
    first, second, _third = added(forum, "Satu", "Dua", "Tiga")
    go_on(forum, None, actor=secretary())
    go_on(forum, first, actor=secretary())
    with pytest.raises(NotReady, match="sudah berpindah"):
        go_on(forum, first, actor=secretary())
    assert item_on_floor(forum) == second


def test_back_brings_the_last_one_to_the_floor_and_lets_the_other_wait(forum: Forum) -> None:
    first, second = added(forum, "Satu", "Dua")
    with pytest.raises(NotReady, match="Belum ada"):
        go_back(forum, None, actor=secretary())
    go_on(forum, None, actor=secretary())
    go_on(forum, first, actor=secretary())
    assert go_back(forum, second, actor=secretary()) == first
    second.refresh_from_db()
    assert (second.state, floor(forum)) == ("waiting", "Satu")


def test_an_item_is_taken_up_out_of_order(forum: Forum) -> None:
    first, _second, third = added(forum, "Satu", "Dua", "Tiga")
    take_up(first, actor=secretary())
    take_up(third, actor=secretary())
    assert floor(forum) == "Tiga"
    assert go_on(forum, third, actor=secretary()).title == "Dua"


def test_the_database_lets_only_one_item_be_on_the_floor(forum: Forum) -> None:
    added(forum, "Satu", "Dua")
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.update(state="floor")


@pytest.mark.parametrize(
    ("which", "up", "expected"),
    [(1, True, "BAC"), (1, False, "ACB"), (0, True, "ABC"), (2, False, "ABC"), (0, False, "BAC")],
)
def test_an_item_changes_places_with_its_neighbour(forum: Forum, which: int, up: bool, expected: str) -> None:
    items = added(forum, "A", "B", "C")
    move_item(items[which], up, actor=secretary())
    assert "".join(titles(forum)) == expected


def test_what_was_dealt_with_or_noted_is_not_dropped(forum: Forum) -> None:
    empty, noted, taken = added(forum, "Kosong", "Dicatat", "Dibahas")
    keep_note(noted, "Ada catatan", 0, actor=secretary())
    take_up(taken, actor=secretary())
    drop_item(empty, actor=secretary())
    for item in (noted, taken):
        item.refresh_from_db()
        with pytest.raises(NotReady):
            drop_item(item, actor=secretary())
    assert titles(forum) == ["Dicatat", "Dibahas"]


def test_the_usual_items_come_from_the_regulation_and_only_into_an_empty_agenda(forum: Forum) -> None:
    assert add_usual_items(forum, actor=secretary()) == len(titles(forum)) > 3
    with pytest.raises(NotReady):
        add_usual_items(forum, actor=secretary())


def test_every_step_is_in_the_log(forum: Forum) -> None:
    item = added(forum, "Satu")[0]
    change_item(item, "Satu, dibetulkan", on(forum, "U-1"), actor=secretary())
    go_on(forum, None, actor=secretary())
    go_on(forum, item, actor=secretary())
    told = list(Entry.objects.filter(action__startswith="forum.agenda").order_by("pk").values_list("action", flat=True))
    assert told == [
        "forum.agenda_item_added",
        "forum.agenda_item_changed",
        "forum.agenda_item_taken_up",
        "forum.agenda_ended",
    ]


def test_only_who_runs_the_forum_and_only_before_the_lock(forum: Forum) -> None:
    item = added(forum, "Satu")[0]
    for deed in (
        lambda actor: add_item(forum, "Dua", actor=actor),
        lambda actor: go_on(forum, None, actor=actor),
        lambda actor: take_up(item, actor=actor),
        lambda actor: move_item(item, True, actor=actor),
        lambda actor: drop_item(item, actor=actor),
    ):
        with pytest.raises(NotAllowed):
            deed(someone(Role.Kind.PARTICIPANT))
    lock(Forum.objects.get())
    with pytest.raises(Locked):
        go_on(forum, None, actor=secretary())


def test_the_page_moves_on_and_leads_to_the_item(forum: Forum, desk: Client) -> None:
    assert "Agenda masih kosong" in desk.get(reverse("agenda")).content.decode()
    desk.post(reverse("agenda-new"), {"title": "Jalan dusun", "proposals": "U-2, U-1"})
    item = AgendaItem.objects.get()
    assert [one.number for one in item.proposals.order_by("number")] == ["U-1", "U-2"]
    answer = desk.post(reverse("agenda-step"), {"act": "next", "seen": ""})
    assert answer.headers["Location"] == reverse("agenda-item", args=[item.pk])
    assert "Sedang dibahas: Jalan dusun" in desk.get(reverse("agenda")).content.decode()
    late = desk.post(reverse("agenda-step"), {"act": "next", "seen": ""}, follow=True).content.decode()
    assert "Acara sudah berpindah" in late


def test_an_unknown_number_is_named(forum: Forum, desk: Client) -> None:
    shown = desk.post(reverse("agenda-new"), {"title": "Jalan", "proposals": "U-1; U-99"}).content.decode()
    assert "Tidak ada usulan bernomor U-99" in shown
    assert not AgendaItem.objects.exists()


def test_a_longer_agenda_asks_no_more_of_the_database(forum: Forum, desk: Client) -> None:
    add_item(forum, "Satu", on(forum, "U-1"), actor=secretary())
    desk.get(reverse("agenda"))  # the first of a session also writes when it was seen
    before = queries_of(desk.get, reverse("agenda"))
    for at in range(20):
        add_item(forum, f"Acara {at}", on(forum, "U-1", "U-2"), actor=secretary())
    assert queries_of(desk.get, reverse("agenda")) == before
