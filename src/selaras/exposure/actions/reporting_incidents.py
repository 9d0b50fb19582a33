"""The reports that the law asks for of an incident: noted as sent, taken back, found to be owed, and not owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure.actions.guarding import held_incident
from selaras.exposure.clocks import CLOCKS, CONCERN_OF, Clock, begun, concerns_of
from selaras.exposure.errors import NotNow
from selaras.exposure.models import Incident
from selaras.people.models import Account

_RECEIPT = 200


@dataclass(frozen=True)
class Sent:
    """`at`: when the report left, just now where it is none. `receipt`: the number of its letter or ticket."""

    at: datetime | None = None
    receipt: str = ""


@transaction.atomic
def note_report(incident: Incident, key: str, sent: Sent | None = None, *, actor: Account) -> Incident:
    """The report that the clock `key` asks for was sent. Raises NotAllowed, NotNow."""
    now, told = held_incident(incident, actor), sent or Sent()
    clock = _clock(now, key)
    if clock is None or clock["reported_at"]:
        raise NotNow(_("Laporan ini tidak diminta atau sudah tercatat terkirim."))
    at, receipt = told.at or timezone.now(), " ".join(told.receipt.split())
    if at > timezone.now() or at < now.found_at.replace(second=0, microsecond=0):
        raise NotNow(_("Waktu kirimnya harus antara saat insiden ditemukan dan sekarang. Periksa tanggal dan jamnya."))
    if len(receipt) > _RECEIPT:
        raise NotNow(_("Nomor buktinya terlalu panjang: paling banyak %(most)s huruf.") % {"most": _RECEIPT})
    clock |= {"reported_at": at.isoformat(), "receipt": receipt}
    now.save(update_fields=["clocks"])
    record("exposure.incident_reported", actor=actor, subject=now.key, detail={"clock": key, "at": at.isoformat()})
    return now


@transaction.atomic
def withdraw_report(incident: Incident, key: str, *, actor: Account) -> Incident:
    """It was noted by mistake: the clock runs as before. Raises NotAllowed, NotNow."""
    now = held_incident(incident, actor)
    clock = _clock(now, key)
    if clock is None or not clock["reported_at"]:
        raise NotNow(_("Laporan ini belum tercatat terkirim."))
    detail = {"clock": key, "at": clock["reported_at"]}
    clock |= {"reported_at": None, "receipt": ""}
    now.save(update_fields=["clocks"])
    record("exposure.incident_report_withdrawn", actor=actor, subject=now.key, detail=detail)
    return now


@transaction.atomic
def widen(incident: Incident, concern: str, *, actor: Account) -> Incident:
    """It turned out just now to be of `concern`, a key of `CLOCKS`: the clock of that starts now. Raises NotAllowed,
    NotNow."""
    now = held_incident(incident, actor)
    if concern not in CLOCKS or getattr(now, concern):
        raise NotNow(_("Hal itu tidak dikenal atau sudah tercatat. Muat ulang halaman ini."))
    setattr(now, concern, True)
    if concern in concerns_of(now):
        now.clocks += begun([concern], timezone.now())
    asked = {CLOCKS[one] for one in concerns_of(now)}
    now.clocks = [clock for clock in now.clocks if clock["key"] in asked or clock["reported_at"]]
    now.save(update_fields=[concern, "clocks"])
    record("exposure.incident_widened", actor=actor, subject=now.key, detail={"concern": concern})
    return now


@transaction.atomic
def narrow(incident: Incident, key: str, why: str, *, actor: Account) -> Incident:
    """It turned out not to be what the clock `key` is for, so that nothing is owed; the reason is kept. Raises
    NotAllowed, NotNow."""
    now = held_incident(incident, actor)
    clock = _clock(now, key)
    if clock is None or clock["reported_at"]:
        raise NotNow(_("Laporan ini tidak diminta atau sudah tercatat terkirim."))
    if not why.strip():
        raise NotNow(_("Tulis mengapa laporan itu tidak perlu."))
    concern = CONCERN_OF[key]
    setattr(now, concern, False)
    now.clocks = [one for one in now.clocks if one["key"] != key]
    known = {one["key"] for one in now.clocks}
    now.clocks += begun([one for one in concerns_of(now) if CLOCKS[one] not in known], now.found_at)
    now.tell(f"{clock['term']} tidak perlu: {why.strip()}")
    now.save(update_fields=[concern, "clocks", "chronology"])
    record("exposure.incident_narrowed", actor=actor, subject=now.key, detail={"concern": concern})
    return now


def _clock(incident: Incident, key: str) -> Clock | None:
    return next((clock for clock in incident.clocks if clock["key"] == key), None)
