"""Invented incidents, evidence and an assessment for the invented district, so that no page of it is empty."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.handling_incidents import Happened, close_incident, open_incident
from selaras.exposure.actions.judging import judge
from selaras.exposure.actions.reporting_incidents import Sent, note_report
from selaras.exposure.checklist import checklist_on
from selaras.exposure.models import Evidence, Incident, System
from selaras.people.models import Account

_CONTACT = "Bidang Persandian, telepon 1234 (contoh)"
_JUDGED = 4
_LEVELS = (Evidence.Level.MET, Evidence.Level.MET, Evidence.Level.PARTLY, Evidence.Level.UNMET)


def seed_practice(*, actor: Account) -> int:
    """One incident whose clock runs, one that was closed with its lesson, and what was judged of the core systems.

    Call after `seed_district`. Made once: with an incident in the register, nothing is added. Returns how many.
    """
    if Incident.objects.exists():
        return 0
    cores = list(System.objects.filter(worth__gt=0).select_related("agency").order_by("-worth", "pk")[:_JUDGED])
    if not cores:
        return 0
    for at, system in enumerate(cores):
        _judge(system, at, actor)
    _assess(cores[0], actor)
    _incidents(cores, actor)
    return Incident.objects.count()


def _judge(system: System, at: int, actor: Account) -> None:
    """The first in full, each further one in a smaller part."""
    checklist = checklist_on()
    codes = list(checklist.criteria)
    for number, code in enumerate(codes[: len(codes) - 3 * at]):
        level = _LEVELS[(number + at) % len(_LEVELS)]
        judge(system, checklist, code, level, "Dilihat pada pengaturan sistem (contoh)", actor=actor)


def _assess(system: System, actor: Account) -> None:
    day = timezone.localdate() - timedelta(days=60)
    said = Assessed("Lembaga penguji karangan (contoh)", day, Decimal("71.5"), "Karangan untuk peragaan.")
    content = io.BytesIO(b"Laporan penilaian karangan untuk peragaan.\n")
    record_assessment(system, said, "penilaian-contoh.txt", content, actor=actor)


def _incidents(cores: list[System], actor: Account) -> None:
    now = timezone.now().replace(second=0, microsecond=0)
    first, last = cores[0], cores[-1]
    old = Happened(
        Incident.Kind.DEFACEMENT, _CONTACT, "Halaman depan diganti orang tak dikenal (contoh).",
        "08.10 petugas layanan melihat halaman yang berubah (contoh).", "Layanan daring berhenti tiga jam (contoh).",
        now - timedelta(days=40), high_risk=True,
    )  # fmt: skip
    closed = open_incident(last.agency, last, old, actor=actor)
    for clock in closed.clocks:
        note_report(closed, clock["key"], Sent(now - timedelta(days=40, hours=-5), "B/40 (contoh)"), actor=actor)
    close_incident(closed, "Cabut hak ubah dari akun bersama (contoh).", actor=actor)
    new = Happened(
        Incident.Kind.ACCESS, _CONTACT, "Akun tak dikenal masuk pada malam hari (contoh).",
        "06.30 catatan masuk menunjukkan akun asing (contoh).", "Belum diketahui data apa yang terbaca (contoh).",
        now - timedelta(hours=6), personal_data=True,
    )  # fmt: skip
    open_incident(first.agency, first, new, actor=actor)
