"""Why two proposals are taken for one, in words for the person who must decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selaras.engines.indonesian.text import tokens
from selaras.engines.matching.duplicates_rows import Proposal
from selaras.engines.matching.duplicates_words import Kind

_FAMILY_LABELS = {Kind.RT: "RT ", Kind.RW: "RW ", Kind.ORDINAL: "nomor "}
_MOST_WORDS = 8


@dataclass(frozen=True)
class Said:
    """One row: its features, and whether a word of it was corrected."""

    proposal: Proposal
    features: frozenset[int]
    slip: bool


def reason(kept: Said, member: Said, meaning: Callable[[int], tuple[Kind, str]]) -> str:
    """One to five short Indonesian sentences: what agrees, then every way in which the two differ."""
    one, other = kept.proposal, member.proposal
    if one.text.split() == other.text.split():
        parts = ["Tulisannya sama persis"]
    else:
        parts = [f"Sama: {_listed(kept.features & member.features, meaning)}"]
        parts.extend(_differences(kept, member, meaning))
    if one.volume is not None and other.volume is not None and one.volume != other.volume:
        parts.append("Volumenya berbeda, periksa apakah ruasnya sama")
    if one.source != other.source:
        parts.append("Diusulkan lewat dua pintu")
    return ". ".join(parts) + "."


def _differences(kept: Said, member: Said, meaning: Callable[[int], tuple[Kind, str]]) -> list[str]:
    parts = []
    only, only_other = kept.features - member.features, member.features - kept.features
    if kept.slip or member.slip:
        parts.append("Ejaannya berbeda")
    for side, features in (("usulan utama", only), ("usulan ini", only_other)):
        if added := _listed(features, meaning):
            parts.append(f"Hanya {side} yang menyebut: {added}")
    if not only and not only_other and not parts:
        in_order = tokens(kept.proposal.text), tokens(member.proposal.text)
        same_words = sorted(in_order[0]) == sorted(in_order[1])
        parts.append(
            "Urutan katanya berbeda" if same_words and in_order[0] != in_order[1] else "Beda cara menulis saja"
        )
    return parts


def _listed(features: frozenset[int], meaning: Callable[[int], tuple[Kind, str]]) -> str:
    told = sorted(meaning(feature) for feature in features)
    words = [_word(kind, word) for kind, word in told if kind is not Kind.FAMILY]
    more = f", dan {len(words) - _MOST_WORDS} kata lain" if len(words) > _MOST_WORDS else ""
    return ", ".join(words[:_MOST_WORDS]) + more


def _word(kind: Kind, word: str) -> str:
    return word.capitalize() if kind is Kind.NAME else _FAMILY_LABELS.get(kind, "") + word
