"""Chairing: the agenda, and which of its items is on the floor."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.hall.floor import item_on_floor, next_item
from selaras.forum.models import AgendaItem, Forum, Proposal
from selaras.government.queries import parameter_value
from selaras.people.models import Account

State = AgendaItem.State


@transaction.atomic
def add_item(forum: Forum, title: str, proposals: Sequence[Proposal] = (), *, actor: Account) -> AgendaItem:
    """An item at the end of the agenda. Raises NotAllowed, Locked."""
    _may(actor)
    require_open(forum)
    item = AgendaItem.objects.create(forum=forum, position=_last(forum) + 1, title=title)
    item.proposals.set(proposals)
    _log("agenda_item_added", item, actor, proposals=[one.number for one in proposals])
    return item


@transaction.atomic
def add_usual_items(forum: Forum, *, actor: Account) -> int:
    """What a forum of agencies deals with by regulation, as items; only into an empty agenda. How many."""
    _may(actor)
    require_open(forum)
    if AgendaItem.objects.filter(forum=forum).exists():
        raise NotReady(_("Agenda sudah berisi. Tambahkan acara satu per satu."))
    usual = parameter_value("forum.agenda", forum.held_on)
    items = [AgendaItem(forum=forum, position=at, title=_titled(told)) for at, told in enumerate(usual, 1)]
    AgendaItem.objects.bulk_create(items)
    record("forum.agenda_filled", actor=actor, subject=forum.slug, detail={"items": len(items)})
    return len(items)


def _titled(told: str) -> str:
    text = told.strip().rstrip(".;")[:255]
    return text[:1].upper() + text[1:]


@transaction.atomic
def change_item(item: AgendaItem, title: str, proposals: Sequence[Proposal], *, actor: Account) -> None:
    _may(actor)
    require_open(item.forum)
    before = item.title
    item.title = title
    item.save(update_fields=["title"])
    item.proposals.set(proposals)
    _log("agenda_item_changed", item, actor, before=before, proposals=[one.number for one in proposals])


@transaction.atomic
def drop_item(item: AgendaItem, *, actor: Account) -> None:
    """Only what nothing was said to yet."""
    _may(actor)
    require_open(item.forum)
    noted = item.motions.exists() or item.objections.exists() or (hasattr(item, "note") and item.note.text)
    if item.state != State.WAITING or noted:
        raise NotReady(_("Acara ini sudah dibahas atau dicatat, jadi tidak dapat dihapus."))
    _log("agenda_item_dropped", item, actor)
    item.delete()


@transaction.atomic
def move_item(item: AgendaItem, up: bool, *, actor: Account) -> None:
    """Change places with the neighbour; at the end of the list nothing happens."""
    _may(actor)
    require_open(item.forum)
    items = list(AgendaItem.objects.filter(forum=item.forum_id))
    at = items.index(item)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(items):
        return
    items[at], items[to] = items[to], items[at]
    for position, one in enumerate(items, 1):
        one.position = position
    AgendaItem.objects.bulk_update(items, ["position"])
    _log("agenda_item_moved", item, actor, position=to + 1)


@transaction.atomic
def take_up(item: AgendaItem, *, actor: Account) -> None:
    """Put an item on the floor, also one that was done; what was on it before is done."""
    _may(actor)
    require_open(item.forum)
    _clear_floor(item.forum)
    _to_floor(item, actor)


@transaction.atomic
def go_on(forum: Forum, seen: AgendaItem | None, *, actor: Account) -> AgendaItem | None:
    """The next item comes to the floor. `seen` is the one the caller saw there: a key pressed twice moves once."""
    _may(actor)
    require_open(forum)
    if item_on_floor(forum) != seen:
        raise NotReady(_("Acara sudah berpindah. Halaman ini menampilkan yang terbaru."))
    following = next_item(forum)
    if seen is None and following is None:
        raise NotReady(_("Tidak ada acara yang menunggu. Tambahkan acara lebih dahulu."))
    _clear_floor(forum)
    if following:
        _to_floor(following, actor)
    elif seen:
        _log("agenda_ended", seen, actor)
    return following


@transaction.atomic
def go_back(forum: Forum, seen: AgendaItem | None, *, actor: Account) -> AgendaItem:
    """The item done last comes to the floor again; the one on it waits."""
    _may(actor)
    require_open(forum)
    if item_on_floor(forum) != seen:
        raise NotReady(_("Acara sudah berpindah. Halaman ini menampilkan yang terbaru."))
    done = AgendaItem.objects.filter(forum=forum, state=State.DONE).order_by(F("done_at").desc(), "-pk").first()
    if done is None:
        raise NotReady(_("Belum ada acara yang selesai dibahas."))
    AgendaItem.objects.filter(forum=forum, state=State.FLOOR).update(state=State.WAITING)
    _to_floor(done, actor)
    return done


def _clear_floor(forum: Forum) -> None:
    AgendaItem.objects.filter(forum=forum, state=State.FLOOR).update(state=State.DONE, done_at=timezone.now())


def _to_floor(item: AgendaItem, actor: Account) -> None:
    item.state, item.done_at = State.FLOOR, None
    item.started_at = item.started_at or timezone.now()
    item.save(update_fields=["state", "started_at", "done_at"])
    _log("agenda_item_taken_up", item, actor)


def _last(forum: Forum) -> int:
    return AgendaItem.objects.filter(forum=forum).aggregate(last=Max("position"))["last"] or 0


def _may(actor: Account) -> None:
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang mengatur jalannya sidang."))


def _log(action: str, item: AgendaItem, actor: Account, **detail: object) -> None:
    told = {"item": item.pk, "title": item.title, **detail}
    record(f"forum.{action}", actor=actor, subject=item.forum.slug, detail=told)
