"""What an outsider's assessment of a system came to, with its report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure.actions.guarding import require_keeper, too_long
from selaras.exposure.errors import Incomplete
from selaras.exposure.models import Assessment, System
from selaras.intake.files import keep
from selaras.people.models import Account

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Assessed:
    """`score` from 0 to 100; `assessor` is an organisation, no private person."""

    assessor: str
    day: date | None
    score: Decimal | None
    note: str = ""


def record_assessment(system: System, said: Assessed, name: str, content: BinaryIO, *, actor: Account) -> Assessment:
    """The report is kept as it came. Raises NotAllowed, Incomplete."""
    require_keeper(system.agency, actor)
    assessor, note = " ".join(said.assessor.split()), said.note.strip()
    wrong = too_long(Assessment, {"assessor": assessor, "note": note}) | _wrong(said, assessor)
    if not 0 < content.seek(0, 2) <= MOST_BYTES:
        wrong["file"] = _("Pilih laporan penilaiannya: berkas yang berisi, paling besar 20 MB.")
    if wrong or said.day is None or said.score is None:
        raise Incomplete(wrong)
    kept = keep("exposure", content)
    with transaction.atomic():
        made = Assessment.objects.create(
            system=system,
            assessor=assessor,
            day=said.day,
            score=said.score,
            note=note,
            name=PurePath(name).name[-200:],
            file=kept.name,
            recorded_by=actor,
            recorded_at=timezone.now(),
        )
        detail = {"score": str(made.score), "digest": kept.digest}
        record("exposure.assessment_recorded", actor=actor, subject=system.key, detail=detail)
    return made


def _wrong(said: Assessed, assessor: str) -> dict[str, str]:
    checks = (
        ("assessor", not assessor, _("Tulis lembaga yang menilai.")),
        ("day", said.day is None, _("Isi tanggal laporannya.")),
        ("day", bool(said.day and said.day > timezone.localdate()), _("Tanggal ini belum tiba. Periksa lagi.")),
        ("score", said.score is None or not 0 <= said.score <= 100, _("Isi nilai dari 0 sampai 100.")),
    )
    return {field: sentence for field, wrong, sentence in checks if wrong}
