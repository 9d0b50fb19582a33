"""An incident is opened with its statutory clocks, reported, written on, and closed with its lesson."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.findings import Finding as Read
from selaras.engines.findings import Severity
from selaras.exposure.actions.guarding import require_keeper, too_long
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.models import Finding, Incident, System
from selaras.exposure.terms import LESSON
from selaras.government.models import Agency
from selaras.government.queries import in_force
from selaras.people.models import Account

CLOCKS = {"critical": "exposure.clock.critical", "personal_data": "exposure.clock.personal_data"}


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
    personal_data: bool = False


@transaction.atomic
def open_incident(agency: Agency, system: System | None, said: Happened, *, actor: Account) -> Incident:
    """Raises NotAllowed, Incomplete."""
    require_keeper(agency, actor)
    told: dict[str, Any] = dict(asdict(said))
    told |= {name: value.strip() for name, value in told.items() if isinstance(value, str)}
    if wrong := _wrong(told, agency, system):
        raise Incomplete(wrong)
    incident = Incident(agency=agency, system=system, opened_by=actor, opened_at=timezone.now(), **told)
    incident.clocks = _clocks([name for name in CLOCKS if getattr(incident, name)], incident.found_at)
    incident.save()
    detail = {"kind": incident.kind, "clocks": [clock["key"] for clock in incident.clocks]}
    record("exposure.incident_opened", actor=actor, subject=incident.key, detail=detail)
    return incident


@transaction.atomic
def note_report(incident: Incident, key: str, *, actor: Account) -> Incident:
    """The report that the clock `key` asks for was sent just now. Raises NotAllowed, NotNow."""
    now = _held(incident, actor)
    clock = next((clock for clock in now.clocks if clock["key"] == key and not clock["reported_at"]), None)
    if clock is None:
        raise NotNow(_("Laporan ini tidak diminta atau sudah tercatat terkirim."))
    clock["reported_at"] = timezone.now().isoformat()
    now.save(update_fields=["clocks"])
    record("exposure.incident_reported", actor=actor, subject=now.key, detail={"clock": key})
    return now


@transaction.atomic
def widen(incident: Incident, concern: str, *, actor: Account) -> Incident:
    """It turned out just now to be of `concern`, `critical` or `personal_data`: the clock of that starts now. Raises
    NotAllowed, NotNow."""
    now = _held(incident, actor)
    if concern not in CLOCKS or getattr(now, concern):
        raise NotNow(_("Hal itu tidak dikenal atau sudah tercatat. Muat ulang halaman ini."))
    setattr(now, concern, True)
    now.clocks += _clocks([concern], timezone.now())
    now.save(update_fields=[concern, "clocks"])
    record("exposure.incident_widened", actor=actor, subject=now.key, detail={"concern": concern})
    return now


@transaction.atomic
def write_on(incident: Incident, text: str, *, actor: Account) -> Incident:
    """Add to the chronology; what was written before stays. Raises NotAllowed, NotNow."""
    now = _held(incident, actor)
    if not text.strip():
        raise NotNow(_("Tulis apa yang terjadi atau dikerjakan."))
    at = timezone.localtime()
    now.chronology = f"{now.chronology}\n{at:%d-%m-%Y %H.%M} {text.strip()}"
    now.save(update_fields=["chronology"])
    record("exposure.incident_written_on", actor=actor, subject=now.key)
    return now


@transaction.atomic
def close_incident(incident: Incident, lesson: str, *, actor: Account) -> Incident:
    """Its lesson becomes a finding. Raises NotAllowed, NotNow without a lesson or with a report outstanding."""
    now = _held(incident, actor)
    if any(not clock["reported_at"] for clock in now.clocks):
        raise NotNow(_("Masih ada laporan yang belum terkirim. Catat pengirimannya dahulu."))
    if not lesson.strip():
        raise NotNow(_("Tulis pelajarannya: apa yang diperbaiki agar tidak terulang."))
    now.state, now.lesson, now.closed_at = Incident.State.CLOSED, lesson.strip(), timezone.now()
    now.save(update_fields=["state", "lesson", "closed_at"])
    _learn(now)
    record("exposure.incident_closed", actor=actor, subject=now.key)
    return now


def _learn(incident: Incident) -> None:
    """The lesson stays open as a finding until somebody tells how it was put into practice."""
    at = timezone.now().isoformat()
    told = Read(LESSON, incident.key, incident.lesson[:300], Severity.MEDIUM, description=incident.lesson)
    Finding.objects.create(
        agency=incident.agency,
        mark=told.key,
        format=LESSON,
        title=told.title,
        severity=told.severity.value,
        system=incident.system,
        told=asdict(told),
        first_seen=at,
        last_seen=at,
    )


def _held(incident: Incident, actor: Account) -> Incident:
    require_keeper(incident.agency, actor)
    now = Incident.objects.select_for_update(of=("self",)).select_related("agency").get(pk=incident.pk)
    if now.state == Incident.State.CLOSED:
        raise NotNow(_("Insiden ini sudah selesai."))
    return now


def _clocks(concerns: Iterable[str], known: datetime) -> list[dict[str, Any]]:
    """By the rules in force on the day it became known; hours run through nights and holidays."""
    day = timezone.localtime(known).date()
    found = []
    for key in map(CLOCKS.__getitem__, concerns):
        rule = in_force(key, day).first()
        if rule:
            due = known + timedelta(hours=rule.value["hours"])
            found.append(
                {
                    "key": key,
                    "term": rule.value["term"],
                    "to": rule.value["to"],
                    "hours": rule.value["hours"],
                    "legal_basis": rule.legal_basis,
                    "confidence": rule.confidence,
                    "from": known.isoformat(),
                    "due": due.isoformat(),
                    "reported_at": None,
                }
            )
    return found


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
