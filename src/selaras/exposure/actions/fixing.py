"""Candidate fixes are told and corrected; what was done is so in the inventory too, and what was not is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure import rules
from selaras.exposure.actions.connecting import protect, remove_connection, restore_connection
from selaras.exposure.actions.guarding import too_long
from selaras.exposure.actions.registering import isolate, reinstate_system, retire_system
from selaras.exposure.errors import Incomplete, NotAllowed, NotNow
from selaras.exposure.models import Connection, Finding, Fix, Host, System
from selaras.government.models import Agency
from selaras.people.models import Account

Kind, State = Fix.Kind, Fix.State
Target = System | Connection | Host


@dataclass(frozen=True)
class Measured:
    """What is told of a fix. `cost` in rupiah; `left`: percent of the likelihood that a patch leaves; `severity` from 0
    to 10, as the finding behind it has it."""

    kind: str
    label: str
    cost: int
    left: int = 0
    severity: Decimal = Decimal(0)


@transaction.atomic
def suggest_fix(target: Target, said: Measured, finding: Finding | None = None, *, actor: Account) -> Fix:
    """`finding` is what a fix on its system answers. Raises NotAllowed, Incomplete."""
    _require_keeper(target, actor)
    wrong = _misplaced(target, said.kind) | _ill_told(said)
    if finding and finding.system != target:
        wrong["target"] = _("Pilih sistem tempat temuan itu.")
    if wrong:
        raise Incomplete(wrong)
    now = timezone.now()
    fix = Fix(
        kind=said.kind,
        **_told(said),
        made_by=actor,
        made_at=now,
        moved_at=now,
        system=target if isinstance(target, System) else None,
        connection=target if isinstance(target, Connection) else None,
        host=target if isinstance(target, Host) else None,
        finding=finding,
    )
    fix.save()
    record("exposure.fix_suggested", actor=actor, subject=fix.key, detail={"kind": said.kind, "cost": said.cost})
    return fix


@transaction.atomic
def correct_fix(fix: Fix, said: Measured, *, actor: Account) -> Fix:
    """Told anew as more becomes known. Kind and target stay, and so does all of what went to the forum.
    Raises NotAllowed, NotNow, Incomplete."""
    now = held_unproposed(fix, actor)
    wrong = _ill_told(said)
    if said.kind != now.kind:
        wrong["kind"] = _("Jenis perbaikan tidak berubah. Batalkan calon ini, lalu catat yang baru.")
    if wrong:
        raise Incomplete(wrong)
    told = _told(said)
    changed = [name for name in told if getattr(now, name) != told[name]]
    detail = {name: [str(getattr(now, name)), str(told[name])] for name in changed if name != "label"}
    for name in changed:
        setattr(now, name, told[name])
    if changed:
        now.save(update_fields=changed)
        record("exposure.fix_corrected", actor=actor, subject=now.key, detail=detail | {"changed": changed})
    return now


@transaction.atomic
def finish_fix(fix: Fix, *, actor: Account) -> Fix:
    """It was carried out. What it cut, protected, isolated or retired is so in the inventory from now on; what a
    patch did, `weaknesses` reads from it. Raises NotAllowed, NotNow.

    `moved_at` is then the moment of what it cut or retired: by that `take_back` knows its own deed from another's.
    """
    now = held_candidate(fix, actor)
    target, now.moved_at = target_of(now), timezone.now()
    if now.kind == Kind.RETIRE and isinstance(target, System) and not target.is_retired:
        now.moved_at = retire_system(target, actor=actor).changed_at
    if now.kind == Kind.REMOVE_TRUST and isinstance(target, Connection) and not target.removed_at:
        now.moved_at = remove_connection(target, actor=actor).removed_at or now.moved_at
    if now.kind == Kind.SEGMENT and isinstance(target, Connection) and not target.removed_at:
        protect(target, True, actor=actor)
    if now.kind == Kind.ISOLATE and isinstance(target, Host):
        isolate(target, True, actor=actor)
    return _moved(now, State.DONE, "exposure.fix_finished", actor)


@transaction.atomic
def drop_fix(fix: Fix, *, actor: Account) -> Fix:
    """Raises NotAllowed, NotNow."""
    now = held_candidate(fix, actor)
    now.moved_at = timezone.now()
    return _moved(now, State.DROPPED, "exposure.fix_dropped", actor)


@transaction.atomic
def take_back(fix: Fix, *, actor: Account) -> Fix:
    """It is a candidate again: it was not carried out after all, or is wanted again. What finishing it changed in the
    inventory is as before. Raises NotAllowed, NotNow."""
    _require_keeper(target_of(fix), actor)
    now = Fix.objects.select_for_update(of=("self",)).get(pk=fix.pk)
    if now.state == State.CANDIDATE:
        raise NotNow(_("Perbaikan ini masih calon."))
    if now.state == State.DONE:
        _undo(now, actor)
    now.moved_at = timezone.now()
    return _moved(now, State.CANDIDATE, "exposure.fix_taken_back", actor)


def _undo(fix: Fix, actor: Account) -> None:
    target = target_of(fix)
    if isinstance(target, System) and target.is_retired and target.changed_at == fix.moved_at:
        reinstate_system(target, actor=actor)
    if isinstance(target, Connection) and target.removed_at and target.removed_at == fix.moved_at:
        restore_connection(target, actor=actor)
    if fix.kind == Kind.SEGMENT and isinstance(target, Connection) and not target.removed_at:
        protect(target, False, actor=actor)
    if fix.kind == Kind.ISOLATE and isinstance(target, Host):
        isolate(target, False, actor=actor)


def target_of(fix: Fix) -> Target:
    found = fix.system or fix.connection or fix.host
    assert found  # noqa: S101 - the database sees to it
    return found


def held_candidate(fix: Fix, actor: Account) -> Fix:
    """As it stands now, locked; a candidate still. Raises NotAllowed, NotNow."""
    _require_keeper(target_of(fix), actor)
    now = Fix.objects.select_for_update(of=("self",)).get(pk=fix.pk)
    if now.state != State.CANDIDATE:
        raise NotNow(_("Perbaikan ini sudah %(state)s.") % {"state": _(now.get_state_display())})
    return now


def held_unproposed(fix: Fix, actor: Account) -> Fix:
    """A candidate, locked, that did not go to the forum. Raises NotAllowed, NotNow."""
    now = held_candidate(fix, actor)
    if now.proposed_as:
        told = {"number": now.proposed_as}
        raise NotNow(_("Perbaikan ini sudah dikirim ke forum sebagai usulan %(number)s.") % told)
    return now


def _moved(fix: Fix, state: str, action: str, actor: Account) -> Fix:
    fix.state = state
    fix.save(update_fields=["state", "moved_at"])
    record(action, actor=actor, subject=fix.key)
    return fix


def _owners(target: Target) -> list[Agency]:
    if isinstance(target, Connection):
        return [target.source.agency, target.target.agency]
    return [target.agency]


def _require_keeper(target: Target, actor: Account) -> None:
    if not any(rules.keeps_for(actor, owner) for owner in _owners(target)):
        raise NotAllowed(_("Perbaikan dicatat oleh petugas keamanan pemilik sistemnya atau petugas keamanan daerah."))


def _told(said: Measured) -> dict[str, Any]:
    """As the fix keeps it: only a patch tells itself what it leaves."""
    return {
        "label": said.label.strip(),
        "cost": said.cost,
        "left": said.left if said.kind == Kind.PATCH else 0,
        "severity": round(said.severity, 1),
    }


def _misplaced(target: Target, kind: str) -> dict[str, str]:
    if kind not in kinds_for(target):
        return {"kind": _("Pilih jenis perbaikan yang cocok dengan sasarannya.")}
    if _so_already(target, kind):
        return {"target": _("Ini sudah terlindung. Pilih sasaran atau jenis perbaikan lain.")}
    return {}


def _ill_told(said: Measured) -> dict[str, str]:
    label = said.label.strip()
    checks = (
        ("label", not label, _("Tulis apa yang dikerjakan.")),
        ("cost", said.cost <= 0, _("Isi biaya lebih dari Rp 0, misalnya 20.000.000.")),
        ("left", not 0 <= said.left < 100, _("Isi sisa peluang dari 0 sampai 99 persen.")),
        ("severity", not 0 <= said.severity <= 10, _("Isi keparahan dari 0 sampai 10.")),
    )
    return too_long(Fix, {"label": label}) | {field: sentence for field, wrong, sentence in checks if wrong}


def _so_already(target: Target, kind: str) -> bool:
    if isinstance(target, Connection):
        return kind == Kind.SEGMENT and target.protected
    return isinstance(target, Host) and target.isolated


def kinds_for(target: Target) -> tuple[str, ...]:
    """Which kinds of fix there are for such a target."""
    if isinstance(target, System):
        return Fix.ON_SYSTEM
    return Fix.ON_CONNECTION if isinstance(target, Connection) else (Kind.ISOLATE,)
