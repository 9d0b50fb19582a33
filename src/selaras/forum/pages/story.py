"""What the page of one proposal tells beside its outcome: the way it went, what would change it, the row as sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number, rupiah
from selaras.forum.models import Outcome, Proposal
from selaras.forum.pages.words import LEVEL_WORDS, SOURCE_WORDS, STATUS_WORDS

# Columns of a sent row that name a private person: the cell is not shown at all.
PERSONAL = ("pengusul", "pemohon", "nik", "ktp", "hp", "telepon", "telp", "kontak")


@dataclass(frozen=True)
class Step:
    """One step of the way from proposal to decision; `done` where it has happened."""

    title: str | Promise
    text: str
    done: bool
    on: date | None = None


def story(proposal: Proposal, outcome: Outcome | None) -> dict[str, Any]:
    """Everything the page needs that is not a plain column."""
    match = getattr(proposal, "match", None)
    detail = outcome.detail if outcome else {}
    return {
        "source": SOURCE_WORDS[proposal.source],
        "steps": _steps(proposal, outcome),
        "ways": ways(detail.get("flip")),
        "gates": detail.get("gates") or [],
        "parts": _parts(detail.get("parts") or []),
        "matches": match.best if match else [],
        "match": match,
        "levels": [(LEVEL_WORDS[one.level], one) for one in proposal.recommendations.all()],
        "group": _group(proposal),
        "sent": sent_cells(proposal.row.raw if proposal.row else {}, proposal.proposer),
    }


def _steps(proposal: Proposal, outcome: Outcome | None) -> list[Step]:
    asked = rupiah(proposal.cost) if proposal.cost is not None else _("tanpa biaya")
    aligned = (
        _("Sesuai dengan %(code)s dalam daftar program.") % {"code": proposal.code}
        if proposal.code
        else _("Belum ada program yang sesuai.")
    )
    weighed = _("Belum dinilai.")
    if outcome and outcome.rank:
        weighed = _("Urutan %(rank)s menurut nilainya.") % {"rank": number(outcome.rank)}
    decided = STATUS_WORDS[outcome.status] if outcome else _("Menunggu keputusan.")
    return [
        Step(_("Diusulkan"), f"{SOURCE_WORDS[proposal.source]}, {asked}.", True),
        Step(_("Diselaraskan"), aligned, bool(proposal.code)),
        Step(_("Dinilai"), weighed, bool(outcome and outcome.rank)),
        Step(_("Diputuskan"), str(decided), outcome is not None, proposal.forum.held_on if outcome else None),
    ]


def ways(flip: Mapping[str, Any] | list[Mapping[str, Any]] | None) -> list[str]:
    """Each smallest change that would have funded the proposal, as a sentence. One change may stand without a list."""
    if not flip:
        return []
    return [_way(one) for one in (flip if isinstance(flip, list) else [flip])]


def _way(way: Mapping[str, Any]) -> str:
    if way["kind"] == "ceiling":
        return _("%(label)s bertambah %(amount)s.") % {"label": way["label"], "amount": rupiah(way["amount"])}
    if way["kind"] == "score":
        score = way.get("score", way.get("amount"))
        return _("Nilainya naik menjadi %(score)s.") % {"score": number(Decimal(str(score)))}
    if way.get("volume"):
        volume = f"{number(Decimal(way['volume']))} {way.get('unit') or ''}".strip()
        return _("Volumenya menjadi %(volume)s (%(amount)s).") % {"volume": volume, "amount": rupiah(way["amount"])}
    return _("Biayanya menjadi %(amount)s.") % {"amount": rupiah(way["amount"])}


def _parts(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The score by criterion, with the largest value for the width of the bars."""
    given = [part["value"] for part in parts if part.get("value") is not None]
    return [{**part, "largest": max(given)} for part in parts] if given else []


def _group(proposal: Proposal) -> dict[str, Any] | None:
    membership = getattr(proposal, "membership", None)
    if membership is None:
        return None
    others = [member for member in membership.group.members.all() if member.proposal_id != proposal.pk]
    return {"reason": membership.group.reason, "leads": membership.leads, "others": others} if others else None


def sent_cells(raw: Any, proposer: str = "") -> list[tuple[str, str]]:
    """The row as it was sent: heading and cell, without empty cells and without those that name who proposed."""
    pairs = raw.items() if isinstance(raw, dict) else ((at, cell) for at, cell in enumerate(raw or [], 1))
    cells = [(str(heading), str(cell)) for heading, cell in pairs if cell not in (None, "")]
    return [(heading, cell) for heading, cell in cells if not _personal(heading, cell, proposer)]


def _personal(heading: str, cell: str, proposer: str) -> bool:
    words = re.findall(r"[a-z]+", heading.lower())
    return any(word in PERSONAL for word in words) or bool(proposer and proposer.lower() in cell.lower())
