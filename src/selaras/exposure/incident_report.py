"""The report of an incident to whom the law names: contact, description, chronology, impact; PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import override

from selaras.documents.blocks import Block, Heading, Paragraph, table
from selaras.engines.indonesian.wording import long_date
from selaras.exposure.models import Incident
from selaras.exposure.printing import printed
from selaras.people.models import Account

TITLE = "Laporan insiden siber"
WARNING = "RAHASIA: hanya untuk tim tanggap insiden siber yang menerima laporan ini dan pemeriksa"


def incident_report(incident: Incident, person: Account) -> bytes:
    """As far as it is known now. Raises NotNow."""
    with override("id"):  # it goes to the government, whoever prints it
        kind = incident.get_kind_display()
        first = f"{incident.agency.name}: {kind}, ditemukan {_moment(incident.found_at)}."
        return printed(TITLE, WARNING, first, _blocks(incident), person)


def _blocks(incident: Incident) -> Iterator[Block]:
    told = (
        ("Kontak pelapor", incident.contact),
        ("Sistem yang terkena", incident.system.name if incident.system else "belum terdaftar"),
        ("Deskripsi", incident.description),
        ("Kronologi", incident.chronology),
        ("Dampak", incident.impact),
        ("Pelajaran", incident.lesson),
    )
    for title, text in told:
        if text:
            yield Heading(title)
            yield from (Paragraph(line) for line in text.splitlines() if line.strip())
    if incident.clocks:
        yield Heading("Laporan yang diminta peraturan")
        yield table(
            ("Laporan", "Kepada", "Dasar", "Batas", "Terkirim"),
            [(one["term"], one["to"], one["legal_basis"], _due(one["due"]), _sent(one)) for one in incident.clocks],
            wordy=True,
        )


def _due(told: str | None) -> str:
    return _moment(datetime.fromisoformat(told)) if told else "tanpa batas jam"


def _sent(clock: dict[str, str]) -> str:
    if not clock["reported_at"]:
        return "belum"
    return ", ".join(filter(None, (_moment(datetime.fromisoformat(clock["reported_at"])), clock.get("receipt", ""))))


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{long_date(local.date())} pukul {local:%H.%M}"
