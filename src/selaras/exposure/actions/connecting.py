"""Two systems are connected, the connection changes, and is removed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.routes import KINDS
from selaras.exposure import queries, rules
from selaras.exposure.actions.guarding import too_long
from selaras.exposure.errors import Incomplete, NotAllowed, NotNow
from selaras.exposure.models import Connection, System
from selaras.people.models import Account


@dataclass(frozen=True)
class Joined:
    """What is told of a connection. `protected`: what its kind names as protection is in place."""

    kind: str
    protected: bool = False
    note: str = ""


@transaction.atomic
def connect(source: System, target: System, said: Joined, *, actor: Account) -> Connection:
    """Register how `source` uses `target`; known already, its protection and note are brought up to date.

    An officer of an agency connects own systems with each other and with those that are named to them already: else a
    guess would tell which systems others have. Raises NotAllowed, Incomplete.
    """
    _require_ends(source, target, actor)
    note = said.note.strip()
    wrong = too_long(Connection, {"note": note})
    if said.kind not in KINDS:
        wrong["kind"] = _("Pilih jenis koneksinya.")
    if source.pk == target.pk:
        wrong["other"] = _("Pilih sistem lain: sebuah sistem tidak tersambung dengan dirinya sendiri.")
    if source.is_retired or target.is_retired:
        wrong["other"] = _("Sistem yang sudah dihentikan tidak dapat disambungkan.")
    if wrong:
        raise Incomplete(wrong)
    for pk in sorted((source.pk, target.pk)):
        System.objects.select_for_update(of=("self",)).get(pk=pk)
    known = Connection.objects.filter(source=source, target=target, kind=said.kind, removed_at=None).first()
    if known and (known.protected, known.note) == (said.protected, note):
        return known
    one = known or Connection(source=source, target=target, kind=said.kind, made_by=actor, made_at=timezone.now())
    one.protected, one.note = said.protected, note
    one.save()
    told = {"source": source.key, "target": target.key, "kind": said.kind, "protected": said.protected}
    word = "exposure.connection_changed" if known else "exposure.connected"
    record(word, actor=actor, subject=one.key, detail=told)
    return one


@transaction.atomic
def remove_connection(connection: Connection, *, actor: Account) -> Connection:
    """Raises NotAllowed, NotNow."""
    _require_one_end(connection.source, connection.target, actor)
    now = Connection.objects.select_for_update(of=("self",)).get(pk=connection.pk)
    if now.removed_at:
        raise NotNow(_("Koneksi ini sudah dihapus."))
    now.removed_at = timezone.now()
    now.save(update_fields=["removed_at"])
    told = {"source": connection.source.key, "target": connection.target.key, "kind": now.kind}
    record("exposure.connection_removed", actor=actor, subject=now.key, detail=told)
    return now


@transaction.atomic
def restore_connection(connection: Connection, *, actor: Account) -> Connection:
    """It was not removed after all. Raises NotAllowed, and NotNow where it was registered anew meanwhile."""
    _require_one_end(connection.source, connection.target, actor)
    now = Connection.objects.select_for_update(of=("self",)).get(pk=connection.pk)
    same = Connection.objects.filter(source=now.source_id, target=now.target_id, kind=now.kind, removed_at=None)
    if not now.removed_at or same.exists():
        raise NotNow(_("Koneksi ini sudah tercatat lagi. Lihat halaman sistemnya."))
    now.removed_at = None
    now.save(update_fields=["removed_at"])
    record("exposure.connection_restored", actor=actor, subject=now.key)
    return now


@transaction.atomic
def protect(connection: Connection, protected: bool, *, actor: Account) -> Connection:
    """What its kind names as protection is in place, or is not. Raises NotAllowed."""
    _require_one_end(connection.source, connection.target, actor)
    connection.protected = protected
    connection.save(update_fields=["protected"])
    record("exposure.connection_changed", actor=actor, subject=connection.key, detail={"protected": protected})
    return connection


def _require_ends(source: System, target: System, actor: Account) -> None:
    _require_one_end(source, target, actor)
    ends = {source.pk, target.pk}
    if queries.named_to(actor).filter(pk__in=ends).count() < len(ends):
        raise NotAllowed(_others())


def _require_one_end(source: System, target: System, actor: Account) -> None:
    if not (rules.keeps_for(actor, source.agency) or rules.keeps_for(actor, target.agency)):
        raise NotAllowed(_others())


def _others() -> str:
    return _("Koneksi ke sistem perangkat daerah lain dicatat oleh petugas keamanan daerah. Hubungi petugas itu.")
