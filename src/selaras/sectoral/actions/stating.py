"""The steward states at which level of maturity an indicator stands, and with what that is shown."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.queries import parameter_value
from selaras.people.models import Account
from selaras.sectoral import rules
from selaras.sectoral.errors import Incomplete, NotAllowed, NotNow, Overtaken
from selaras.sectoral.files import Kept, keep
from selaras.sectoral.maturity import Line, sheet_of_year
from selaras.sectoral.models import Statement

_LINK = URLValidator(schemes=["http", "https"])
_LONGEST_NOTE, _LONGEST_LINK, _MILLION = 2000, 500, 1_000_000


@dataclass(frozen=True)
class Claim:
    """What is stated: the level, why, and where that is seen."""

    level: int
    note: str
    link: str = ""


@dataclass(frozen=True)
class Proof:
    """A document as it was sent."""

    name: str
    content: bytes


def open_years() -> tuple[int, int]:
    """For which a level may be stated: this year, and the last for who is late."""
    year = timezone.localdate().year
    return year, year - 1


def state_level(
    year: int, indicator: str, claim: Claim, proof: Proof | None = None, *, over: int | None = None, actor: Account
) -> Statement:
    """State the level of an indicator. The same again is the statement that holds; without a proof the last one stays.

    `over` is the edition that was before the writer's eyes (0: none); None asks nothing. Raises NotAllowed, NotNow,
    Incomplete, Overtaken.
    """
    if not rules.states_levels(actor):
        raise NotAllowed(_("Tingkat kematangan dinyatakan oleh walidata."))
    if year not in open_years():
        raise NotNow(_("Tahun itu tidak dapat diisi lagi. Pilih tahun ini."))
    line = sheet_of_year(year, timezone.localdate()).line(indicator)
    if line is None:
        raise NotNow(_("Indikator ini tidak ada dalam daftar. Buka kembali daftarnya."))
    told = _whole(line, claim, proof)
    kept = keep(io.BytesIO(proof.content)) if proof else None
    return _stated(year, line, told, kept, proof, over, actor)


@transaction.atomic
def _stated(
    year: int, line: Line, claim: Claim, kept: Kept | None, proof: Proof | None, over: int | None, actor: Account
) -> Statement:
    last = Statement.objects.select_for_update().filter(year=year, indicator=line.code).order_by("-edition").first()
    file, name = (last.file.name, last.file_name) if last else ("", "")
    if kept and proof:
        file, name = kept.name, PurePath(proof.name).name[-200:]
    said = {"level": claim.level, "note": claim.note, "link": claim.link, "file": file, "file_name": name}
    if last and all(getattr(last, key) == value for key, value in said.items()):
        return last
    newest = last.edition if last else 0
    if over not in (None, newest):
        raise _overtaken(newest)
    told = {**said, "proposed": line.proposed, "stated_by": actor, "stated_at": timezone.now()}
    made, fresh = Statement.objects.get_or_create(year=year, indicator=line.code, edition=newest + 1, defaults=told)
    if not fresh:  # another was faster between the look and the write
        raise _overtaken(made.edition)
    detail = {"year": year, "edition": made.edition, "level": claim.level, "proposed": line.proposed, "file": name}
    record("sectoral.level_stated", actor=actor, subject=line.code, detail=detail)
    return made


def _overtaken(newest: int) -> Overtaken:
    told = _("Pernyataan ini sudah punya edisi %(n)s yang belum Anda lihat. Bandingkan, lalu simpan lagi.")
    return Overtaken(told % {"n": newest}, newest)


def _whole(line: Line, claim: Claim, proof: Proof | None) -> Claim:
    """Without stray spaces. Raises Incomplete."""
    note, link = claim.note.strip(), claim.link.strip()
    wrong = {}
    if not line.lowest <= claim.level <= line.highest:
        told = {"low": line.lowest, "high": line.highest}
        wrong["level"] = _("Pilih tingkat %(low)s sampai %(high)s.") % told
    if not note:
        wrong["note"] = _("Tulis apa yang menunjukkan tingkat itu.")
    elif len(note) > _LONGEST_NOTE:
        wrong["note"] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": _LONGEST_NOTE}
    if link and _is_no_link(link):
        wrong["link"] = _("Tautan ini tidak lengkap. Mulailah dengan https://")
    if proof and (sentence := _why_not(proof)):
        wrong["file"] = sentence
    if wrong:
        raise Incomplete(wrong)
    return Claim(claim.level, note, link)


def _is_no_link(text: str) -> bool:
    try:
        _LINK(text)
    except ValidationError:
        return True
    return len(text) > _LONGEST_LINK


def _why_not(proof: Proof) -> str:
    most = parameter_value("sectoral.maturity.proof", timezone.localdate())
    if not proof.content:
        return _("Berkas ini kosong. Pilih berkas lain.")
    if len(proof.content) > most * _MILLION:
        return _("Berkas ini lebih besar dari %(most)s MB. Perkecil, atau beri tautannya.") % {"most": most}
    return ""
