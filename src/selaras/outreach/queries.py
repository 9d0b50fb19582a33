"""Everything that reads messages. Each page and file starts from a `..._visible_to` function."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from selaras.government.models import Region
from selaras.outreach import rules
from selaras.outreach.models import Channel, Delivery, Message
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

State = Message.State
UNANSWERED = Q(reply=Delivery.Reply.ASKING) & (Q(answered_at=None) | Q(told_at__gt=F("answered_at")))

UNREAD = Q(reply=Delivery.Reply.ASKING, told_at__lte=F("answered_at"), answer_read_at=None)


def messages_visible_to(person: Person) -> QuerySet[Message]:
    """What was sent is for everybody, also what was corrected or withdrawn since; drafts are for who writes."""
    found = Message.objects.select_related("earlier", "later")
    return found if rules.writes(person) else found.exclude(state=State.DRAFT)


def deliveries_visible_to(person: Person) -> QuerySet[Delivery]:
    """All for who oversees, those of the own villages for a district; a village's own for its desk."""
    if rules.oversees(person):
        return Delivery.objects.all()
    roles = roles_of(person)
    districts, villages = roles.regions(Role.Kind.DISTRICT_OPERATOR), roles.regions(*rules.DESKS)
    return Delivery.objects.filter(Q(village__parent__in=districts) | Q(village__in=villages))


def deliveries_at_desk_of(person: Person) -> QuerySet[Delivery]:
    """What came to the person's own village desks, urgent first, and the nearest term before the later one."""
    found = Delivery.objects.filter(village__in=roles_of(person).regions(*rules.DESKS))
    return found.select_related("message__later", "message__earlier", "village").order_by(
        "-message__urgent", "due_at", "pk"
    )


def waiting_at_desk_of(person: Person) -> QuerySet[Delivery]:
    """Those that the desk has not acknowledged yet; what was corrected or withdrawn waits no more, its notice does, and
    neither does what is over: an old urgent message would stand before that of today.
    """
    living = Q(message__state=State.SENT, message__valid_until__gte=timezone.localdate())
    return deliveries_at_desk_of(person).filter(living, acknowledged_at=None)


def unread_answers_at_desk_of(person: Person) -> QuerySet[Delivery]:
    """What the person's village desks asked and were told since, as long as nobody there has said that it was read;
    also of a message that is over: the village asked all the same.
    """
    return deliveries_at_desk_of(person).filter(UNREAD).order_by("answered_at", "pk")


def asking(person: Person, day: date) -> QuerySet[Delivery]:
    """Villages that ask and were not answered since, about messages that are not over; the oldest question first."""
    living = not_over(person, day).order_by().values("pk")
    return deliveries_visible_to(person).filter(UNANSWERED, message__in=living).order_by("told_at", "pk")


def not_over(person: Person, day: date) -> QuerySet[Message]:
    """What holds, and what was sent ahead of its first day."""
    return messages_visible_to(person).filter(state=State.SENT, valid_until__gte=day)


def in_force(person: Person, day: date) -> QuerySet[Message]:
    return not_over(person, day).filter(valid_from__lte=day)


def coming(person: Person, day: date) -> QuerySet[Message]:
    """What was sent and begins to hold later, the nearest first."""
    return not_over(person, day).filter(valid_from__gt=day).order_by("valid_from", "pk")


def put_right(person: Person, day: date) -> QuerySet[Message]:
    """Corrected and withdrawn messages for as long as they would have held."""
    return messages_visible_to(person).filter(state__in=[State.CORRECTED, State.WITHDRAWN], valid_until__gte=day)


def public_today(person: Person, day: date) -> QuerySet[Message]:
    """What holds, and what was put right."""
    return in_force(person, day) | put_right(person, day)


def channels_for(earlier: Message | None) -> QuerySet[Channel]:
    """Those in use, and for what puts a message right also those by which `earlier`, that message, was to go."""
    through = Channel.objects.filter(messages=earlier).values("pk") if earlier else []
    return Channel.objects.filter(Q(ended_at=None) | Q(pk__in=through))


def villages_of(regions: list[str]) -> QuerySet[Region]:
    """The villages in these districts or with these codes; all where none is named."""
    villages = Region.objects.filter(level=Region.Level.VILLAGE)
    return villages.filter(Q(pk__in=regions) | Q(parent__in=regions)) if regions else villages
