"""One of each thing of the room of exposure that an address may name: at the agency of the first proposal. Invented."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

from django.utils import timezone

from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.actions.handling_incidents import Happened, open_incident
from selaras.exposure.actions.importing import take_inventory
from selaras.exposure.actions.registering import change_system, register_system
from selaras.exposure.models import Assessment, Connection, Finding, Fix, Incident, Report, System
from selaras.forum.models import Forum
from selaras.government.actions import seed_parameters
from selaras.intake.models import Batch
from selaras.people.models import Account, Role
from tests.exposure.room import SAID
from tests.exposure.scans import SITE, alert, sent, zap
from tests.people.persons import person


def _keeper() -> Account:
    return Account.objects.filter(username="keamanan-contoh").first() or person(
        "keamanan-contoh", Role.Kind.SECURITY_OFFICER
    )


def a_secret_system(forum: Forum) -> System:
    """A core system that an intruder reaches, so that every part of the pages is there."""
    if found := System.objects.filter(worth__gt=0).first():
        return found
    first = forum.proposals.earliest("pk")
    agency = first.handler or first.agency
    assert agency
    site = register_system(agency, replace(SAID, internet="open"), actor=_keeper())
    core = register_system(agency, replace(SAID, name="SIMPEG (contoh)", worth=5), actor=_keeper())
    connect(site, core, Joined("credentials"), actor=_keeper())
    return core


def a_connection(forum: Forum) -> Connection:
    a_secret_system(forum)
    return Connection.objects.filter(removed_at=None).earliest("pk")


def a_fix(forum: Forum) -> Fix:
    found = Fix.objects.filter(state=Fix.State.CANDIDATE).first()
    said = Measured(Fix.Kind.SEGMENT, "Pakai brankas sandi (contoh)", 20_000_000)
    return found or suggest_fix(a_connection(forum), said, actor=_keeper())


def a_systems_file(forum: Forum) -> Batch:
    """One with a row that was kept back."""
    content = b"Nama aplikasi;Fungsi;Perangkat daerah\nArsip (contoh);Surat;Dinas yang tidak ada\n"
    a_secret_system(forum)
    return take_inventory("sistem.csv", content, actor=_keeper())


def an_incident(forum: Forum) -> Incident:
    """One with a clock that runs."""
    if found := Incident.objects.first():
        return found
    seed_parameters(actor=_keeper())
    system, now = a_secret_system(forum), timezone.now()
    said = Happened("access", "Bidang Aplikasi (contoh)", "Akses asing.", "Log.", "Data.", now, personal_data=True)
    return open_incident(system.agency, system, said, actor=_keeper())


def a_scan(forum: Forum) -> Report:
    """One that names a finding of the core system and a host that nobody registered."""
    if found := Report.objects.exclude(format="mulval").first():
        return found
    core = a_secret_system(forum)
    change_system(core, replace(SAID, name=core.name, worth=5, address=SITE), actor=_keeper())
    sent(zap(alert("Kepala X (contoh)"), site="lupa.contoh.go.id"), by=_keeper())
    return sent(zap(alert("Suntikan SQL (contoh)")), by=_keeper())


def a_scanned_finding(forum: Forum) -> Finding:
    a_scan(forum)
    return Finding.objects.exclude(system=None).earliest("pk")


def a_model(forum: Forum) -> Report:
    """One that waits to be confirmed."""
    a_scan(forum)
    told = b"attackerLocated(luar).\nhacl(luar, situs, tcp, 80).\nvulExists(situs, v, httpd).\n"
    return sent(told, by=_keeper(), name="model.P")


def an_assessment(forum: Forum) -> Assessment:
    if found := Assessment.objects.first():
        return found
    said = Assessed("Lembaga Uji (contoh)", timezone.localdate(), Decimal(80))
    return record_assessment(a_secret_system(forum), said, "audit.pdf", io.BytesIO(b"%PDF-1.7"), actor=_keeper())
