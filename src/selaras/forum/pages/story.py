"""What the page of one proposal tells beside its outcome: the way it went, what would change it, the row as sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number, rupiah
from selaras.forum.models import Criterion, Outcome, Proposal, Recommendation
from selaras.forum.pages.words import LEVEL_WORDS, SOURCE_WORDS, STATUS_WORDS
from selaras.forum.recommendations import place_in_chain

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
    changes = ways(detail.get("flip") or [])
    return {
        "told": _told(outcome.sentence, changes) if outcome else "",
        "source": SOURCE_WORDS[proposal.source],
        "steps": _steps(proposal, outcome),
        "ways": changes,
        "gates": detail.get("gates") or [],
        "parts": _parts(detail.get("parts") or [], proposal.forum.criteria.all()),
        "matches": match.best if match else [],
        "match": match,
        "levels": _levels(proposal),
        "group": _group(proposal),
        "sent": sent_cells(proposal.row.raw if proposal.row else {}, proposal.proposer),
    }


def _levels(proposal: Proposal) -> list[tuple[Any, Recommendation]]:
    """What each level recommended, in the order in which the proposal passed them."""
    told = sorted(proposal.recommendations.all(), key=lambda one: place_in_chain(one.level))
    return [(LEVEL_WORDS[one.level], one) for one in told]


def _told(sentence: str, changes: Sequence[str]) -> str:
    """The explanation without its last part where the page lists the changes one by one."""
    return sentence.partition(" Usulan ini akan didanai bila ")[0] if changes else sentence


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


def ways(flips: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each smallest change that would have funded the proposal, as a sentence."""
    return [_way(one) for one in flips]


def _way(way: Mapping[str, Any]) -> str:
    if way["kind"] == "ceiling":
        return _("%(label)s bertambah %(amount)s.") % {"label": way["label"], "amount": _amount(way)}
    if way["kind"] == "score":
        return _("Nilainya naik menjadi %(score)s.") % {"score": number(Decimal(way["score"]))}
    if way["volume"]:
        volume = f"{number(Decimal(way['volume']))} {way['unit']}".strip()
        return _("Volumenya menjadi %(volume)s (%(amount)s).") % {"volume": volume, "amount": _amount(way)}
    return _("Biayanya menjadi %(amount)s.") % {"amount": _amount(way)}


def _amount(way: Mapping[str, Any]) -> str:
    return rupiah(way["amount"]).replace(" ", "\N{NO-BREAK SPACE}")


def _parts(parts: list[dict[str, Any]], criteria: Iterable[Criterion]) -> list[dict[str, Any]]:
    """The score by criterion, each with the scale it was given on; nothing where the proposal was not scored."""
    if all(part["value"] is None for part in parts):
        return []
    scales = {criterion.key: criterion for criterion in criteria}
    return [_part(part, scales.get(part["key"])) for part in parts]


def _part(part: dict[str, Any], scale: Criterion | None) -> dict[str, Any]:
    """`value` may lie a little outside its scale, since assessors were levelled; the bar does not."""
    value = None if part["value"] is None else Decimal(part["value"])
    low, high = (scale.low, scale.high) if scale else (0, 0)
    return {**part, "value": value, "high": high or None, "above": (value or low) - low, "range": high - low}


def _group(proposal: Proposal) -> dict[str, Any] | None:
    membership = getattr(proposal, "membership", None)
    if membership is None:
        return None
    others = [member for member in membership.group.members.all() if member.proposal_id != proposal.pk]
    return {"reason": membership.group.reason, "leads": membership.leads, "others": others} if others else None


def sent_cells(raw: Mapping[str, str], proposer: str = "") -> list[tuple[str, str]]:
    """The row as it was sent: heading and cell, without empty cells and without those that name who proposed."""
    return [(heading, cell) for heading, cell in raw.items() if cell and not _personal(heading, cell, proposer)]


def _personal(heading: str, cell: str, proposer: str) -> bool:
    words = re.findall(r"[a-z]+", heading.lower())
    return any(word in PERSONAL for word in words) or bool(proposer and proposer.lower() in cell.lower())
