"""An incident is opened with its statutory clocks, corrected, written on, closed with its lesson, and opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.findings import Finding as Read
from selaras.engines.findings import Severity
from selaras.exposure.actions.guarding import held_incident, require_keeper, too_long
from selaras.exposure.clocks import begun, begun_anew, concerns_of, sent_times
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.models import Finding, Incident, System
from selaras.exposure.terms import LESSON
from selaras.government.models import Agency
from selaras.people.models import Account

CORRECTED = {  # in the words of the chronology, which goes to the government as it stands
    "kind": "jenis insiden",
    "found_at": "waktu ditemukan",
    "description": "apa yang terjadi",
    "impact": "dampak",
    "contact": "kontak pelapor",
}


@dataclass(frozen=True)
class Happened:
    """What is told of an incident. `found_at` starts its clocks."""

    kind: str
    contact: str
    description: str
    chronology: str
    impact: str
    found_at: datetime | None
    critical: bool = False
    high_risk: bool = False
    personal_data: bool = False


@transaction.atomic
def open_incident(agency: Agency, system: System | None, said: Happened, *, actor: Account) -> Incident:
    """Raises NotAllowed, Incomplete."""
    require_keeper(agency, actor)
    told: dict[str, Any] = dict(asdict(said))
    told |= {name: value.strip() for name, value in told.items() if isinstance(value, str)}
    if wrong := _wrong(told, agency, system):
        raise Incomplete(wrong)
    told["found_at"] = told["found_at"].replace(second=0, microsecond=0)  # as a form can tell it again
    incident = Incident(agency=agency, system=system, opened_by=actor, opened_at=timezone.now(), **told)
    incident.clocks = begun(concerns_of(incident), incident.found_at)
    incident.save()
    detail = {"kind": incident.kind, "clocks": [clock["key"] for clock in incident.clocks]}
    record("exposure.incident_opened", actor=actor, subject=incident.key, detail=detail)
    return incident


@transaction.atomic
def write_on(incident: Incident, text: str, *, actor: Account) -> Incident:
    """Add to the chronology; what was written before stays. Raises NotAllowed, NotNow."""
    now = held_incident(incident, actor)
    if not text.strip():
        raise NotNow(_("Tulis apa yang terjadi atau dikerjakan."))
    now.tell(text)
    now.save(update_fields=["chronology"])
    record("exposure.incident_written_on", actor=actor, subject=now.key)
    return now


@transaction.atomic
def correct_incident(incident: Incident, told: Mapping[str, Any], *, actor: Account) -> Incident:
    """`told` has `CORRECTED`. What stood before is kept in the chronology; its clocks run from where it was found.
    Raises NotAllowed, NotNow, Incomplete."""
    now = held_incident(incident, actor)
    said = {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}
    found_at = cast("datetime | None", said["found_at"])
    wrong = _wrong(said | {"chronology": now.chronology}, now.agency, now.system)
    if found_at and any(found_at > sent for sent in sent_times(now)):
        wrong["found_at"] = _("Saat itu laporannya sudah terkirim. Periksa jamnya, atau batalkan catatan kirimnya.")
    if wrong:
        raise Incomplete(wrong)
    changed = [name for name in CORRECTED if getattr(now, name) != said[name]]
    for name in changed:
        now.tell(f"Diubah: {CORRECTED[name]}. Semula: {_as_text(now, name)}")
    if found_at and "found_at" in changed:
        now.clocks = begun_anew(now, found_at)
    for name in changed:
        setattr(now, name, said[name])
    if changed:
        now.save()
        record("exposure.incident_corrected", actor=actor, subject=now.key, detail={"changed": changed})
    return now


def _as_text(incident: Incident, name: str) -> str:
    if name == "found_at":
        return f"{timezone.localtime(incident.found_at):%d-%m-%Y %H.%M}"
    return str(incident.get_kind_display() if name == "kind" else getattr(incident, name))


@transaction.atomic
def close_incident(incident: Incident, lesson: str, *, actor: Account) -> Incident:
    """Its lesson becomes a finding. Raises NotAllowed, NotNow without a lesson or with a report outstanding."""
    now = held_incident(incident, actor)
    if any(not clock["reported_at"] for clock in now.clocks):
        raise NotNow(_("Masih ada laporan yang belum terkirim. Catat pengirimannya dahulu."))
    if not lesson.strip():
        raise NotNow(_("Tulis pelajarannya: apa yang diperbaiki agar tidak terulang."))
    now.state, now.lesson, now.closed_at = Incident.State.CLOSED, lesson.strip(), timezone.now()
    now.save(update_fields=["state", "lesson", "closed_at"])
    _learn(now)
    record("exposure.incident_closed", actor=actor, subject=now.key)
    return now


@transaction.atomic
def reopen_incident(incident: Incident, why: str, *, actor: Account) -> Incident:
    """It goes on, or was closed by mistake; its lesson stands until the next one. Raises NotAllowed, NotNow."""
    require_keeper(incident.agency, actor)
    now = Incident.objects.select_for_update(of=("self",)).select_related("agency").get(pk=incident.pk)
    if now.state != Incident.State.CLOSED:
        raise NotNow(_("Insiden ini masih ditangani."))
    if not why.strip():
        raise NotNow(_("Tulis alasannya."))
    now.state, now.closed_at = Incident.State.OPEN, None
    now.tell(f"Dibuka lagi: {why.strip()}")
    now.save(update_fields=["state", "closed_at", "chronology"])
    record("exposure.incident_reopened", actor=actor, subject=now.key)
    return now


def _learn(incident: Incident) -> None:
    """The lesson stays open as a finding until somebody tells how it was put into practice. Closed a second time, an
    incident has the one finding still, with its newest lesson."""
    at = timezone.now().isoformat()
    told = Read(LESSON, incident.key, incident.lesson[:300], Severity.MEDIUM, description=incident.lesson)
    known = Finding.objects.select_for_update().filter(agency=incident.agency, mark=told.key).first()
    one = known or Finding(agency=incident.agency, mark=told.key, format=LESSON, first_seen=at)
    if known and not known.is_live:
        one.state, one.reopened, one.gone_since = Finding.State.REOPENED, known.reopened + 1, ""
    one.title, one.severity, one.system = told.title, told.severity.value, incident.system
    one.told, one.last_seen = asdict(told), at
    one.save()


def _wrong(told: dict[str, Any], agency: Agency, system: System | None) -> dict[str, str]:
    needed = {
        "contact": _("Tulis bagian yang menangani dan cara menghubunginya."),
        "description": _("Tulis apa yang terjadi."),
        "chronology": _("Tulis urutan kejadiannya sejauh diketahui."),
        "impact": _("Tulis dampaknya: layanan, data, dan orang yang terkena."),
        "found_at": _("Isi tanggal dan jam insiden ini ditemukan."),
    }
    wrong = {name: sentence for name, sentence in needed.items() if not told[name]}
    wrong |= too_long(Incident, told)
    if told["kind"] not in Incident.Kind.values:
        wrong["kind"] = _("Pilih jenis insidennya.")
    if told["found_at"] and told["found_at"] > timezone.now():
        wrong["found_at"] = _("Waktu ini belum terjadi. Periksa tanggal dan jamnya.")
    if system and system.agency_id != agency.pk:
        wrong["system"] = _("Pilih sistem milik perangkat daerah ini.")
    return wrong
