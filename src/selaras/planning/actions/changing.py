"""Changing the plan on pages: every change with a reason, its former values kept in the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, ProtectedError

from selaras.audit.actions import record as log
from selaras.people.models import Account
from selaras.planning.errors import Refused, Unsound
from selaras.planning.models import Cycle
from selaras.planning.records import Kind, kind_of, subject_of


def require_open(cycle: Cycle) -> None:
    """Raise Refused where a forum of the cycle has locked its decision. Ask inside the transaction of the change."""
    if Cycle.objects.select_for_update().get(pk=cycle.pk).closed_at:  # held even while open: changes come one by one
        raise Refused(
            "Keputusan forum atas rencana ini sudah dikunci, jadi rencananya tidak dapat diubah. "
            "Minta sekretaris forum membuka kuncinya."
        )


@transaction.atomic
def add(kind: Kind, cycle: Cycle, values: Mapping[str, Any], *, reason: str, actor: Account) -> Model:
    """A new record of the plan. Raises Refused, Unsound."""
    require_open(cycle)
    fresh = kind.model(cycle=cycle, **values)
    _guard(kind, fresh, reason, actor)
    _store(fresh)
    log("planning.added", actor=actor, subject=subject_of(fresh), detail={"after": _told(values), "reason": reason})
    return fresh


@transaction.atomic
def change(record: Model, values: Mapping[str, Any], *, reason: str, actor: Account) -> Model:
    """New values for some fields of a record; the log keeps the old ones. Raises Refused, Unsound."""
    kind, cycle = kind_of(record), record.cycle  # type: ignore[attr-defined]
    require_open(cycle)
    record.refresh_from_db()  # somebody may have changed it since it was read
    _guard(kind, record, reason, actor)
    before = {name: getattr(record, name) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    if not changed:
        return record
    for name, value in changed.items():
        setattr(record, name, value)
    _guard(kind, record, reason, actor)  # nobody gives a record away to a body that is not theirs
    _store(record)
    detail = {"before": _told({name: before[name] for name in changed}), "after": _told(changed), "reason": reason}
    log("planning.changed", actor=actor, subject=subject_of(record), detail=detail)
    return record


@transaction.atomic
def remove(record: Model, *, reason: str, actor: Account) -> None:
    """Take a record out of the plan; the log keeps all of it. Raises Refused, Unsound."""
    kind = kind_of(record)
    require_open(record.cycle)  # type: ignore[attr-defined]
    record.refresh_from_db()
    _guard(kind, record, reason, actor)
    subject, before = subject_of(record), {name: getattr(record, name) for name in kind.fields}
    try:
        record.delete()
    except ProtectedError:
        raise Unsound("Baris ini masih dipakai di tempat lain, jadi tidak dapat dihapus.") from None
    log("planning.removed", actor=actor, subject=subject, detail={"before": _told(before), "reason": reason})


def _guard(kind: Kind, record: Model, reason: str, actor: Account) -> None:
    if not kind.open_to(actor, record):
        raise Refused("Akun Anda tidak berhak mengubah baris ini. Hubungi Bappeda.")
    if not reason.strip():
        raise Unsound("Tulis alasannya, supaya orang lain mengerti mengapa angkanya berubah.")


def _store(record: Model) -> None:
    """Save what the tables allow. A null column may stay empty here, though Django's forms would ask for it."""
    empty = {one.name for one in record._meta.fields if one.null and getattr(record, one.attname) is None}
    try:
        record.clean_fields(exclude=empty)
        record.validate_unique()
        record.validate_constraints()
    except ValidationError as wrong:
        raise Unsound(" ".join(wrong.messages)) from wrong
    record.save()


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as plain JSON; another record by its key."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Decimal | date):
        return str(value)
    return value
