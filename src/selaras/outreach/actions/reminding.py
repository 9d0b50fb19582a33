"""Desks that have not acknowledged a message are reminded of it, not too often."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from selaras.audit.actions import record
from selaras.outreach.actions.guarding import held, require_writer
from selaras.outreach.models import Message
from selaras.outreach.terms import reminded_before
from selaras.people.models import Account


@transaction.atomic
def remind(message: Message, *, actor: Account) -> int:
    """Put the message before every desk that has not acknowledged it and was not reminded lately, as the parameter
    `outreach.reminder` sets; their pages say so. Returns how many. Raises NotAllowed, NotNow.
    """
    require_writer(actor)
    now, at = held(message, Message.State.SENT), timezone.now()
    lately = Q(reminded_at__isnull=True) | Q(reminded_at__lt=reminded_before(at))
    count = now.deliveries.filter(lately, acknowledged_at=None).update(reminded_at=at)
    if count:
        record("outreach.reminded", actor=actor, subject=now.key, detail={"villages": count})
    return count
