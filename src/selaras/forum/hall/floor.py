"""The agenda, and what is on the floor now."""

from __future__ import annotations

from django.db.models import QuerySet

from selaras.forum import queries, rules
from selaras.forum.models import AgendaItem, Forum
from selaras.people.queries import Person


def agenda_visible_to(person: Person) -> QuerySet[AgendaItem]:
    """The agenda with what was noted to it is for who runs the forum."""
    items = AgendaItem.objects.filter(forum__in=queries.forums_visible_to(person))
    return items if rules.runs_forum(person) else items.none()


def item_on_floor(forum: Forum) -> AgendaItem | None:
    return AgendaItem.objects.filter(forum=forum, state=AgendaItem.State.FLOOR).first()


def next_item(forum: Forum) -> AgendaItem | None:
    """What comes after the one on the floor: the first in order that still waits."""
    return AgendaItem.objects.filter(forum=forum, state=AgendaItem.State.WAITING).first()
