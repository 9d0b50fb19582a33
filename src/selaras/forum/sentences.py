"""An outcome in words that a villager says aloud: first what, then why, then what would change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from selaras.engines.indonesian.wording import number, rupiah

# The shape that every function here reads is one entry of `result.outcomes` in decision.json; see forum/deciding.py.
Fate = Mapping[str, Any]


def sentence(fate: Fate) -> str:
    """The whole explanation of one outcome."""
    return " ".join(part for part in _PARTS[fate["reason"]](fate) if part)


def _funded(fate: Fate) -> list[str]:
    opening = "Didanai."
    if fate["status"] == "changed":
        opening = "Didanai dengan perubahan."
    return [opening, f"Usulan ini mendapat {rupiah(fate['cost'])}{_placed(fate)}.", _margin(fate)]


def _must_fund(fate: Fate) -> list[str]:
    return ["Didanai.", f"Belanja wajib sebesar {rupiah(fate['cost'])} didahulukan sebelum usulan lain dinilai."]


def _forum_funded(fate: Fate) -> list[str]:
    changed = " dengan perubahan" if fate["status"] == "changed" else ""
    opening = f"Didanai{changed} atas putusan forum."
    return [opening, f"Usulan ini mendapat {rupiah(fate['cost'])}.", _forum_reason(fate)]


def _forum_refused(fate: Fate) -> list[str]:
    return ["Belum didanai atas putusan forum.", _forum_reason(fate)]


def _forum_reason(fate: Fate) -> str:
    reason = fate["override"]["reason"].strip()
    return f"Alasannya: {reason}" + ("" if reason.endswith((".", "!", "?")) else ".")


def _placed(fate: Fate) -> str:
    return f" pada urutan {number(fate['rank'])}" if fate.get("rank") else ""


def _margin(fate: Fate) -> str:
    return "" if fate.get("stable") is not False else "Hasil ini dapat berubah bila bobot kriteria digeser 10 persen."


def _ceiling(fate: Fate) -> list[str]:
    tight = fate["binding"][0]
    opening = (
        f"{tight['label']} tinggal {rupiah(tight['left'])}, sedangkan usulan ini perlu {rupiah(tight['needed'])}."
        if tight["left"] > 0
        else f"{tight['label']} sudah habis, sedangkan usulan ini perlu {rupiah(tight['needed'])}."
    )
    return ["Belum didanai.", opening, _others(fate["binding"][1:]), _flip(fate)]


def _others(binding: Sequence[Mapping[str, Any]]) -> str:
    if not binding:
        return ""
    named = " dan ".join(f"{ceiling['label']} (kurang {rupiah(ceiling['short'])})" for ceiling in binding[:2])
    return f"Juga tidak cukup: {named}."


def _flip(fate: Fate) -> str:
    flip = fate.get("flip")
    if not flip:
        return ""
    ways = [_WAYS[way["kind"]](way) for way in flip]
    return f"Usulan ini akan didanai bila {', atau bila '.join(ways)}."


def _way_ceiling(way: Mapping[str, Any]) -> str:
    return f"{_lower_first(way['label'])} bertambah {rupiah(way['amount'])}"


def _way_cost(way: Mapping[str, Any]) -> str:
    if way.get("volume"):
        return f"volumenya menjadi {number(Decimal(way['volume']))} {way['unit']} ({rupiah(way['amount'])})"
    return f"biayanya menjadi {rupiah(way['amount'])}"


def _way_score(way: Mapping[str, Any]) -> str:
    return f"nilainya naik menjadi {number(Decimal(way['score']))}"


def _lower_first(label: str) -> str:
    return label[:1].lower() + label[1:]


_WAYS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "ceiling": _way_ceiling,
    "cost": _way_cost,
    "score": _way_score,
}


def _group_taken(fate: Fate) -> list[str]:
    leader = fate["group"]["leader"]
    return [
        "Digabung.",
        f"Usulan ini sama dengan usulan {leader}, jadi keduanya diputuskan bersama sebagai satu usulan.",
        f"Alasannya: {fate['group']['reason'].rstrip('.')}." if fate["group"].get("reason") else "",
    ]


def _requirement_missing(_: Fate) -> list[str]:
    return ["Belum didanai.", "Usulan lain yang harus ada lebih dulu belum didanai."]


def _not_elected(_: Fate) -> list[str]:
    return [
        "Belum didanai.",
        "Menurut aturan bagian setara, sisa bagian anggaran para pendukung usulan ini tidak cukup untuk membiayainya.",
    ]


def _not_chosen(fate: Fate) -> list[str]:
    return [
        "Belum didanai.",
        "Dengan pagu yang sama, usulan-usulan lain bersama-sama memberi nilai yang lebih tinggi.",
        _flip(fate),
    ]


def _ineligible(fate: Fate) -> list[str]:
    reasons = " ".join(gate["reason"] for gate in fate["gates"])
    return ["Belum dapat dinilai.", reasons]


_PARTS: Mapping[str, Callable[[Fate], list[str]]] = {
    "funded": _funded,
    "must_fund": _must_fund,
    "ceiling": _ceiling,
    "group_taken": _group_taken,
    "requirement_missing": _requirement_missing,
    "not_elected": _not_elected,
    "not_chosen": _not_chosen,
    "ineligible": _ineligible,
    "forum_funded": _forum_funded,
    "forum_refused": _forum_refused,
}
