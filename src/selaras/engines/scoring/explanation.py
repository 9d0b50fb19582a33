"""Say in plain Indonesian how a proposal's score came about."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from selaras.engines.indonesian.wording import number
from selaras.engines.scoring.sheet import Line, Part, ScoreSheet
from selaras.engines.scoring.weighing import WHOLE


def explain(sheet: ScoreSheet, proposal: str) -> tuple[str, ...]:
    """Sentences for the page of one proposal; the first is the answer. O(C).

    KeyError where the proposal is not on the sheet.
    """
    line = sheet.line(proposal)
    if line.ineligible:
        return tuple(_failed(result.gate.label, result.reason) for result in line.ineligible)
    if line.units is None:
        return ("Usulan ini belum dinilai. Mintalah penilai mengisi nilainya.",)
    total = sum((Fraction(c.weight) for c in sheet.criteria), Fraction(0))
    return (
        _answer(line, line.units),
        *(_part(part, total) for part in line.parts),
        *(f"Nilai dikalikan {_number(m.factor)} karena {m.label.lower()}." for m in line.multipliers),
        *(f"Nilai dari {c.assessor} tidak dihitung: {_clause(c.reason)}." for c in line.set_aside),
        *_gaps(sheet, line),
        *_levelled(sheet, line),
    )


def _answer(line: Line, units: int) -> str:
    if not any(part.assessors for part in line.parts):
        return f"Usulan ini belum dinilai siapa pun; sementara dipakai nilai tengah {_points(units)} dari 100."
    by = f", dari {len(line.assessors)} penilai" if line.assessors else ""
    return f"Nilai usulan ini {_points(units)} dari 100{by}."


def _failed(gate: str, reason: str) -> str:
    why = f": {_clause(reason)}" if reason else ""
    return f"Usulan ini belum dapat dinilai karena belum memenuhi syarat {gate}{why}."


def _clause(reason: str) -> str:
    return reason.strip().rstrip(".")


def _part(part: Part, total: Fraction) -> str:
    criterion = part.criterion
    if part.mark is None:
        return f"{criterion.label}: belum dinilai, sehingga tidak dihitung."
    share = _number(100 * Fraction(criterion.weight) / total)
    return (
        f"{criterion.label}: {_number(part.mark)} pada skala {_number(criterion.low)}–{_number(criterion.high)}"
        f", bobot {share} persen, menyumbang {_points(part.units)}."
    )


def _gaps(sheet: ScoreSheet, line: Line) -> tuple[str, ...]:
    label = {criterion.key: criterion.label for criterion in sheet.criteria}
    said = []
    for gap in line.gaps:
        if gap.assessor:
            said.append(f"{gap.assessor} belum menilai {label[gap.criterion]}; dipakai rata-rata penilai lain.")
        elif sheet.missing == "neutral":
            said.append(f"{label[gap.criterion]} belum dinilai siapa pun; dipakai rata-rata semua usulan.")
    return tuple(said)


def _levelled(sheet: ScoreSheet, line: Line) -> tuple[str, ...]:
    if sheet.normalise == "none" or not line.assessors:
        return ()
    said = ("Nilai sudah disetarakan, agar penilai yang longgar atau ketat tidak menguntungkan siapa pun.",)
    if sheet.squeeze == 1:
        return said
    return (
        *said,
        f"Semua nilai lalu dirapatkan ke tengah (dikalikan {_number(sheet.squeeze)}) agar tetap antara 0 dan 100; "
        "urutannya tidak berubah.",
    )


def _points(units: int) -> str:
    return _number(Fraction(100 * units, WHOLE))


def _number(value: Fraction | int) -> str:
    """At most two decimals, as Indonesian writes them."""
    exact = Fraction(value)
    return number((Decimal(exact.numerator) / exact.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP))
