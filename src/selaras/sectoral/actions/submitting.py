"""A producer hands a checked version to the steward; the steward may send it back with what to mend."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held, require_producer, require_reason, require_steward
from selaras.sectoral.errors import NotNow
from selaras.sectoral.models import Check, Version
from selaras.sectoral.queries import latest_release, standard_in_force

State = Version.State


@transaction.atomic
def submit(version: Version, *, actor: Account) -> Version:
    """Ask the steward to release it; what waits already goes on waiting. Raises NotAllowed, NotNow."""
    require_producer(version.dataset.agency, actor)
    now = held(version, State.CHECKED, State.SUBMITTED)
    if now.state == State.SUBMITTED:
        return now
    require_ready(now)
    now.state, now.submitted_by, now.submitted_at, now.returned_why = State.SUBMITTED, actor, timezone.now(), ""
    now.save(update_fields=["state", "submitted_by", "submitted_at", "returned_why"])
    record("sectoral.version_submitted", actor=actor, subject=now.dataset.code, detail={"version": now.number})
    return now


@transaction.atomic
def send_back(version: Version, why: str, *, actor: Account) -> Version:
    """Let the producer mend it or check it anew. Raises NotAllowed, NotNow."""
    require_steward(actor)
    now = held(version, State.SUBMITTED)
    now.returned_why = require_reason(why, _("Tulis apa yang perlu diperbaiki. Produsen data membacanya."))
    now.state, now.submitted_by, now.submitted_at = State.CHECKED, None, None
    now.save(update_fields=["state", "submitted_by", "submitted_at", "returned_why"])
    detail = {"version": now.number, "why": now.returned_why}
    record("sectoral.version_sent_back", actor=actor, subject=now.dataset.code, detail=detail)
    return now


def require_ready(version: Version) -> Check:
    """The check on which a version may go out: passed, by the standard in force, compared with what is out now.

    Call it where the version is held. Raises NotNow.
    """
    check = version.check_in_force
    if check is None or version.checks.filter(state__in=Check.OPEN).exists():
        raise NotNow(_("Versi ini masih diperiksa. Tunggu sampai selesai."))
    if not check.passed:
        raise NotNow(
            _("Versi ini belum sesuai standar: %(errors)s temuan. Perbaiki berkasnya, lalu kirim lagi.")
            % {"errors": check.errors}
        )
    standard, base = standard_in_force(version.dataset), latest_release(version.dataset)
    if standard is None or check.standard_id != standard.pk:
        raise NotNow(_("Standar data ini berubah sesudah pemeriksaan. Periksa versi ini sekali lagi."))
    if check.change.base_id != (base.pk if base else None):
        raise NotNow(_("Versi lain dirilis atau ditarik sesudah pemeriksaan. Periksa versi ini sekali lagi."))
    if base and base.number > version.number:
        raise NotNow(_("Versi %(number)s yang lebih baru sudah dirilis.") % {"number": base.number})
    return check
