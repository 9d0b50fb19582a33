"""What was reached, by when, and who is overdue or silent: the figures of the page of supervision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Exists, IntegerField, Min, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from selaras.outreach.models import Delivery, Message
from selaras.outreach.queries import UNANSWERED, deliveries_visible_to, messages_visible_to, not_over
from selaras.outreach.terms import silent_since
from selaras.people.queries import Person


@dataclass(frozen=True)
class Reached:
    """Village desks of one message: all, those that acknowledged, those past their term, those that ask and
    were not answered since.
    """

    villages: int = 0
    acknowledged: int = 0
    overdue: int = 0
    asking: int = 0


@dataclass(frozen=True)
class Behind:
    """A village with something overdue; silent where nothing came from it for as long as the parameter sets."""

    code: str
    name: str
    district: str
    messages: int
    oldest: datetime
    silent: bool


def urgent_first(person: Person) -> QuerySet[Message]:
    """Drafts, then what is urgent and in force, then the rest, the newest first."""
    urgent = Q(urgent=True, state=Message.State.SENT, valid_until__gte=timezone.localdate())
    rank = Case(
        When(state=Message.State.DRAFT, then=Value(0)),
        When(urgent, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return messages_visible_to(person).order_by(rank, "-sent_at", "-pk")


def reached(person: Person, messages: Sequence[Message], now: datetime) -> dict[int, Reached]:
    """One query for these messages alone; deliveries that the person may see. Nobody is late with, or asks about, one
    that is over, corrected or withdrawn.
    """
    today = timezone.localdate(now)
    living = {one.pk for one in messages if one.state == Message.State.SENT and one.valid_until >= today}
    waits = Q(acknowledged_at__isnull=True)
    rows = (
        deliveries_visible_to(person)
        .filter(message__in=[one.pk for one in messages])
        .order_by()
        .values_list("message")
        .annotate(
            many=Count("pk"),
            waiting=Count("pk", filter=waits),
            late=Count("pk", filter=waits & Q(due_at__lt=now)),
            asking=Count("pk", filter=UNANSWERED),
        )
    )
    return {
        key: Reached(many, many - waiting, late * (key in living), asking * (key in living))
        for key, many, waiting, late, asking in rows
    }


def overdue(person: Person, now: datetime) -> QuerySet[Delivery]:
    """Not acknowledged in time, of messages that are not over."""
    living = not_over(person, timezone.localdate(now)).order_by().values("pk")
    return deliveries_visible_to(person).filter(acknowledged_at=None, due_at__lt=now, message__in=living)


def behind(person: Person, now: datetime) -> list[Behind]:
    """Silent villages first, then by how much is overdue."""
    came = deliveries_visible_to(person).filter(village=OuterRef("village"), acknowledged_at__gte=silent_since(now))
    rows = (
        overdue(person, now)
        .order_by()
        .values_list("village", "village__name", "village__parent__name")
        .annotate(many=Count("pk"), oldest=Min("due_at"), silent=~Exists(came))
    )
    found = [Behind(*row) for row in rows]
    return sorted(found, key=lambda one: (not one.silent, -one.messages, one.code))


def by_district(villages: Sequence[Behind]) -> list[tuple[str, int, int]]:
    """District, villages behind, of them silent; the worst first."""
    late = Counter(one.district for one in villages)
    silent = Counter(one.district for one in villages if one.silent)
    return sorted(((name, many, silent[name]) for name, many in late.items()), key=lambda row: (-row[1], row[0]))
