"""A desk is told before an exemption ends: once it has ended, what it covered is open to all."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from selaras.audit.actions import Actor, record
from selaras.disclosure.actions.mailing import post_ending
from selaras.disclosure.models import Exemption
from selaras.disclosure.publication import ending_soon


def remind_of_endings(*, actor: Actor) -> int:
    """Tell each desk once of each of its exemptions that ends soon; of how many it was told now."""
    today = timezone.localdate()
    return sum(_remind(one, today, actor) for one in ending_soon(today).filter(reminded_on=None))


@transaction.atomic
def _remind(exemption: Exemption, today: date, actor: Actor) -> int:
    if not Exemption.objects.filter(pk=exemption.pk, reminded_on=None, opened_on=None).update(reminded_on=today):
        return 0
    post_ending(exemption)
    detail = {"test": exemption.pk, "lasts_until": str(exemption.lasts_until)}
    record("disclosure.exemption_ends", actor=actor, subject=exemption.body.code, detail=detail)
    return 1
