"""A producer says to which day the data of a version goes: from there on it is told how soon it came out."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held, require_producer
from selaras.sectoral.errors import NotNow
from selaras.sectoral.models import Version

State = Version.State


@transaction.atomic
def date_version(version: Version, period_end: date | None, *, actor: Account) -> Version:
    """The last day that the data tells of, or none. Raises NotAllowed, NotNow."""
    require_producer(version.dataset.agency, actor)
    now = held(version, State.RECEIVED, State.CHECKED, State.SUBMITTED)
    if period_end is not None and period_end > timezone.localdate():
        raise NotNow(_("Hari terakhir datanya belum lewat. Pilih hari ini atau sebelumnya."))
    if now.period_end == period_end:
        return now
    now.period_end = period_end
    now.save(update_fields=["period_end"])
    detail = {"version": now.number, "period_end": period_end.isoformat() if period_end else None}
    record("sectoral.version_dated", actor=actor, subject=now.dataset.code, detail=detail)
    return now
