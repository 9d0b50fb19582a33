"""A message goes out to the village desks, and so does what puts it right or takes it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.workdays import CalendarError
from selaras.government.models import Region
from selaras.government.queries import NoCalendar
from selaras.outreach.actions.guarding import held, require_writer
from selaras.outreach.actions.writing import Written, drafted
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.models import Channel, Delivery, Message
from selaras.outreach.queries import villages_of
from selaras.outreach.reach.channels import ways_to
from selaras.outreach.reach.queries import known_of
from selaras.outreach.terms import due_from
from selaras.people.models import Account

State = Message.State
_BATCH = 500


@transaction.atomic
def send(message: Message, *, actor: Account) -> Message:
    """Let a draft go out to every village it is for; sent twice is sent once.

    Raises NotAllowed, and NotNow where there is no village, or no calendar to count the term in.
    """
    require_writer(actor)
    now = held(message)
    return now if now.state != State.DRAFT else _sent(now, actor)


@transaction.atomic
def correct(message: Message, submission: UUID, said: Written, *, actor: Account) -> Message:
    """Send a better message in the place of one that is in force, to everyone who got the first, and to whom the
    better one is for. The same form twice is one. Raises NotAllowed, NotNow, Incomplete.
    """
    return _put_right(message, submission, said, Message.Deed.CORRECTS, actor)


@transaction.atomic
def withdraw(message: Message, submission: UUID, reason: str, *, actor: Account) -> Message:
    """Take a message back: the notice of it, which is returned, reaches everyone who got the first, by its channels.
    It is plain news: what takes a clarification back does not say again what is false and what is true; and it holds at
    once, though the first was to begin later.

    Raises NotAllowed, NotNow, Incomplete.
    """
    if not reason.strip():
        raise Incomplete({"reason": _("Tulis mengapa pesan ini ditarik; warga membacanya.")})
    said = replace(
        written_of(message),
        title=f"Ditarik: {message.title}"[:150],
        text=reason,
        kind=Message.Kind.NEWS,
        claim="",
        valid_from=min(message.valid_from, timezone.localdate()),
        urgent=True,
    )
    return _put_right(message, submission, said, Message.Deed.WITHDRAWS, actor)


def written_of(message: Message) -> Written:
    """What a message says, as a form begins with it. A term that is nearly over is long enough for a notice."""
    names = ("title", "text", "audience", "purpose", "legal_basis", "kind", "claim", "language", "urgent")
    today = timezone.localdate()
    return Written(
        **{name: getattr(message, name) for name in names},
        valid_from=message.valid_from,
        valid_until=max(message.valid_until, today + timedelta(days=1)),
        channels=list(message.channels.values_list("pk", flat=True)),
        regions=list(message.regions.values_list("pk", flat=True)),
    )


def _put_right(message: Message, submission: UUID, said: Written, deed: str, actor: Account) -> Message:
    require_writer(actor)
    if known := Message.objects.filter(submission=submission).first():
        return known
    earlier = held(message, State.SENT)
    later = _sent(drafted(submission, said, earlier, deed, actor=actor), actor)
    earlier.state = State.CORRECTED if deed == Message.Deed.CORRECTS else State.WITHDRAWN
    earlier.save(update_fields=["state"])
    record(f"outreach.message_{earlier.state}", actor=actor, subject=earlier.key, detail={"by": later.key})
    return later


def _sent(message: Message, actor: Account) -> Message:
    villages = _reached(message)
    if not villages:
        raise NotNow(
            _("Belum ada desa pada wilayah yang dipilih. Muat dahulu daftar desanya, atau pilih wilayah lain.")
        )
    message.state, message.sent_at = State.SENT, timezone.now()
    message.save(update_fields=["state", "sent_at"])
    due, ways = _due(message, villages[0].pk, message.sent_at), _ways(message, villages)
    fresh = [Delivery(message=message, village=one, due_at=due, channel=_way_to(one, ways)) for one in villages]
    Delivery.objects.bulk_create(fresh, batch_size=_BATCH)
    detail = {"villages": len(fresh), "without_channel": sum(one.channel is None for one in fresh)}
    record("outreach.message_sent", actor=actor, subject=message.key, detail=detail)
    return message


def _reached(message: Message) -> list[Region]:
    """Whom it is for, and everyone who got the message that it puts right or takes back."""
    found = villages_of(list(message.regions.values_list("pk", flat=True)))
    if message.earlier_id:
        got = Delivery.objects.filter(message=message.earlier_id).values("village")
        found = found | Region.objects.filter(pk__in=got)
    return list(found.order_by("pk"))


def _due(message: Message, region: str, at: datetime) -> datetime:
    try:
        return due_from(at, urgent=message.urgent, region=region)
    except (NoCalendar, CalendarError) as lacks:
        raise NotNow(_("Batas waktu pesan ini belum dapat dihitung. %(why)s") % {"why": lacks}) from lacks


def _ways(message: Message, villages: Sequence[Region]) -> dict[str, tuple[Channel, ...]]:
    """By code of the village: the channels of the message that reach it, as far as its signal is known."""
    chosen = message.channels.prefetch_related("regions").order_by("pk")
    return ways_to(known_of(villages), chosen)


def _way_to(village: Region, ways: Mapping[str, Sequence[Channel]]) -> Channel | None:
    return next(iter(ways[village.pk]), None)
