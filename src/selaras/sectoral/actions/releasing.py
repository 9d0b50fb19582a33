"""The steward lets a version out, sets an embargo, and withdraws; what was out once stays visible for good."""

from __future__ import annotations

from datetime import date

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held, require_reason, require_steward
from selaras.sectoral.actions.looking import look_after
from selaras.sectoral.actions.submitting import require_ready
from selaras.sectoral.errors import NotNow
from selaras.sectoral.models import Dataset, Quality, Version
from selaras.sectoral.queries import latest_release
from selaras.sectoral.timeliness import timeliness_of

State = Version.State


@transaction.atomic
def release(version: Version, *, actor: Account) -> Version:
    """Let the table out, at once or on the day its embargo ends; released twice is released once.

    The table lies in the file storage since its check: all that happens here is one transaction. Raises NotAllowed,
    NotNow.
    """
    require_steward(actor)
    now = held(version, State.SUBMITTED, State.RELEASED)
    if now.state == State.RELEASED:
        return now
    check = require_ready(now)
    if not default_storage.exists(str(check.table)):
        raise NotNow(_("Tabel versi ini tidak ada lagi di penyimpanan. Kembalikan, lalu periksa sekali lagi."))
    now.state, now.released_by, now.released_at = State.RELEASED, actor, timezone.now()
    now.save(update_fields=["state", "released_by", "released_at"])
    _dataset_is(now.dataset, Dataset.State.RELEASED)
    _time(now)
    detail = {
        "version": now.number,
        "file": now.digest,
        "table": check.table_digest,
        "standard": check.standard.number,
        "embargo_until": now.embargo_until.isoformat() if now.embargo_until else None,
    }
    record("sectoral.version_released", actor=actor, subject=now.dataset.code, detail=detail)
    look_after(now.dataset, actor=actor)
    return now


@transaction.atomic
def embargo(version: Version, until: date | None, *, actor: Account) -> Version:
    """Name the first day on which the public sees it, or no day. What is out already cannot be hidden again.

    Raises NotAllowed, NotNow.
    """
    require_steward(actor)
    now, today = held(version, State.RECEIVED, State.CHECKED, State.SUBMITTED, State.RELEASED), timezone.localdate()
    if now.embargo_until == until:
        return now
    if now.state == State.RELEASED and not now.is_under_embargo(today):
        raise NotNow(_("Versi ini sudah terbit, jadi tidak dapat ditahan lagi. Tarik bila isinya keliru."))
    if until is not None and until <= today:
        raise NotNow(_("Pilih hari sesudah hari ini, atau kosongkan agar terbit saat dirilis."))
    now.embargo_until = until
    now.save(update_fields=["embargo_until"])
    _time(now)
    detail = {"version": now.number, "until": until.isoformat() if until else None}
    record("sectoral.embargo_set", actor=actor, subject=now.dataset.code, detail=detail)
    return now


@transaction.atomic
def withdraw(version: Version, why: str, *, actor: Account) -> Version:
    """Take the table back; that there was one, and why it went, stays for all to see. Raises NotAllowed, NotNow."""
    require_steward(actor)
    now = held(version, State.RELEASED, State.WITHDRAWN)
    if now.state == State.WITHDRAWN:
        return now
    now.withdrawn_why = require_reason(why, _("Tulis mengapa data ini ditarik. Semua orang membacanya."))
    now.state, now.withdrawn_at = State.WITHDRAWN, timezone.now()
    now.save(update_fields=["state", "withdrawn_at", "withdrawn_why"])
    if latest_release(now.dataset) is None:
        _dataset_is(now.dataset, Dataset.State.WITHDRAWN)
    detail = {"version": now.number, "why": now.withdrawn_why}
    record("sectoral.version_withdrawn", actor=actor, subject=now.dataset.code, detail=detail)
    look_after(now.dataset, actor=actor)
    return now


def _time(version: Version) -> None:
    """Write down how soon it came out, beside what its check counted."""
    if measure := timeliness_of(version):
        told = {"good": measure.good, "of": measure.of, "method": measure.method}
        Quality.objects.update_or_create(check_made=version.check_in_force, dimension=measure.name, defaults=told)


def _dataset_is(dataset: Dataset, state: str) -> None:
    dataset.state = state
    dataset.save(update_fields=["state"])
