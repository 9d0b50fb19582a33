"""What tells one phone of a day from another is forgotten when the day is over."""

from __future__ import annotations

import secrets
from datetime import date

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.outreach.models import DaySalt, SignalReport


@transaction.atomic
def salt_of(today: date, *, actor: Actor) -> str:
    """What today's tokens are made with; whoever asks first on a day erases what the days before left."""
    salt, is_first = DaySalt.objects.get_or_create(day=today, defaults={"salt": secrets.token_hex(32)})
    if is_first:
        forget_past_days(today, actor=actor)
    return salt.salt


@transaction.atomic
def forget_past_days(today: date, *, actor: Actor) -> int:
    """Erase the salts of the days before, without which no key opens their tokens, and what stands for addresses.

    The token of the device stays: it still tells one voice from another, and now nothing leads from it to a phone.
    Returns how many days were forgotten.
    """
    days, _each = DaySalt.objects.filter(day__lt=today).delete()
    SignalReport.objects.filter(received_at__date__lt=today).exclude(network="").update(network="")
    if days:
        record("outreach.salts_erased", actor=actor, subject=today.isoformat(), detail={"days": days})
    return days
