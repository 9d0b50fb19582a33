"""Turn the material of a scoring into checked columns, in one fixed order whatever order it came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Any

import numpy as np

from selaras.engines.indonesian.wording import number
from selaras.engines.scoring.errors import CriteriaError, MarkError, UnknownError
from selaras.engines.scoring.model import Conflict, Criterion, GateResult, Mark, Multiplier
from selaras.engines.scoring.whole import NANO, IntArray


@dataclass(frozen=True, slots=True)
class Columns:
    """The marks as parallel columns of indexes, ordered by criterion, proposal, assessor; values in nano-points."""

    criterion: IntArray
    proposal: IntArray
    assessor: IntArray
    value: IntArray
    assessors: tuple[str, ...]

    def where(self, keep: Any) -> Columns:
        return Columns(self.criterion[keep], self.proposal[keep], self.assessor[keep], self.value[keep], self.assessors)


_WIDEST_JUDGED, _WIDEST_MEASURED = 1_000, 100_000  # keep sums over 50,000 proposals within 64 bits


def check_criteria(criteria: Sequence[Criterion]) -> None:
    """Raise CriteriaError unless keys differ, scales are sound and some weight is positive."""
    if len({c.key for c in criteria}) != len(criteria):
        raise CriteriaError("Ada kriteria dengan kunci yang sama. Beri setiap kriteria kunci yang berbeda.")
    for criterion in criteria:
        if criterion.low >= criterion.high:
            raise CriteriaError(
                f"Skala kriteria {criterion.label} kosong ({criterion.low}–{criterion.high}). "
                "Nilai terendah harus lebih kecil daripada nilai tertinggi."
            )
        widest = _WIDEST_MEASURED if criterion.objective else _WIDEST_JUDGED
        if max(abs(Fraction(criterion.low)), abs(Fraction(criterion.high))) > widest:
            raise CriteriaError(
                f"Skala kriteria {criterion.label} terlalu lebar ({criterion.low}–{criterion.high}). "
                f"Pakai angka paling besar {number(widest)}, misalnya dengan menghitung dalam ribuan."
            )
    check_weights({c.key: c.weight for c in criteria})


def check_weights(weights: Mapping[str, Fraction | int]) -> None:
    """Raise CriteriaError unless all weights are zero or more and one is more than zero."""
    if any(weight < 0 for weight in weights.values()):
        raise CriteriaError("Bobot tidak boleh kurang dari nol. Periksa kembali bobot setiap kriteria.")
    if not any(weights.values()):
        raise CriteriaError("Belum ada kriteria yang berbobot. Isi bobot paling sedikit satu kriteria.")


def check_multipliers(multipliers: Iterable[Multiplier]) -> None:
    """Raise CriteriaError for a factor that is not above zero."""
    for multiplier in multipliers:
        if multiplier.factor <= 0:
            raise CriteriaError(f"Pengali {multiplier.label} harus lebih besar daripada nol. Periksa angkanya.")


def index_of(proposals: Sequence[str]) -> dict[str, int]:
    """The place of each proposal; UnknownError where an id comes twice."""
    places = {proposal: place for place, proposal in enumerate(proposals)}
    if len(places) != len(proposals):
        seen: set[str] = set()
        twice = next(p for p in proposals if p in seen or seen.add(p))  # type: ignore[func-returns-value]
        raise UnknownError(f"Usulan {twice} tercantum dua kali. Hapus salah satunya.")
    return places


def require_known(named: Iterable[str], places: Mapping[str, int], what: str) -> None:
    """Raise UnknownError for the first proposal that is not part of the scoring."""
    for proposal in named:
        if proposal not in places:
            raise UnknownError(
                f"{what} menyebut usulan {proposal}, tetapi usulan itu tidak ada dalam daftar. "
                "Perbaiki nomornya atau tambahkan usulannya."
            )


def columns_of(marks: Iterable[Mark], places: Mapping[str, int], criteria: Sequence[Criterion]) -> Columns:
    """Check the marks and lay them out as columns. O(m log m); raises UnknownError, MarkError."""
    given = list(marks)
    require_known((m.proposal for m in given), places, "Sebuah nilai")
    at = {criterion.key: place for place, criterion in enumerate(criteria)}
    for mark in given:
        if mark.criterion not in at:
            raise UnknownError(
                f"Penilai {mark.assessor} memberi nilai pada kriteria {mark.criterion}, "
                "tetapi kriteria itu tidak disepakati forum. Periksa nama kriterianya."
            )
    assessors = tuple(sorted({m.assessor for m in given}))
    number = {assessor: place for place, assessor in enumerate(assessors)}
    criterion = np.array([at[m.criterion] for m in given], dtype=np.int64)
    proposal = np.array([places[m.proposal] for m in given], dtype=np.int64)
    assessor = np.array([number[m.assessor] for m in given], dtype=np.int64)
    value = np.array([_float(m.value) for m in given], dtype=np.float64)
    low = np.array([float(c.low) for c in criteria])[criterion]
    high = np.array([float(c.high) for c in criteria])[criterion]
    order = np.lexsort((assessor, proposal, criterion))
    inside = (low <= value) & (value <= high)  # also false for not-a-number
    for place in order[~inside[order]].tolist():
        raise MarkError(_outside(given[place], criteria[criterion[place]]))
    nano = np.rint(value * NANO).astype(np.int64)
    columns = Columns(criterion[order], proposal[order], assessor[order], nano[order], assessors)
    same = np.ones(max(len(order) - 1, 0), dtype=bool)
    for column in (columns.criterion, columns.proposal, columns.assessor):
        same &= column[1:] == column[:-1]
    for place in order[1:][same].tolist():
        raise MarkError(_twice(given[place], criteria[criterion[place]]))
    return columns


def _float(value: int | float | Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return inf  # outside every scale


def _outside(mark: Mark, criterion: Criterion) -> str:
    return (
        f"Nilai {mark.value} dari penilai {mark.assessor} untuk usulan {mark.proposal} pada kriteria "
        f"{criterion.label} di luar skala {criterion.low}–{criterion.high}. Periksa kembali nilai itu."
    )


def _twice(mark: Mark, criterion: Criterion) -> str:
    return (
        f"Penilai {mark.assessor} memberi dua nilai untuk usulan {mark.proposal} pada kriteria "
        f"{criterion.label}. Pilih satu nilai saja."
    )


def set_aside(columns: Columns, conflicts: Iterable[Conflict], places: Mapping[str, int]) -> Any:
    """A mask of the marks whose assessor has an interest in the proposal. O(m + c)."""
    number = {assessor: place for place, assessor in enumerate(columns.assessors)}
    size = max(len(columns.assessors), 1)
    pairs = [places[c.proposal] * size + number[c.assessor] for c in conflicts if c.assessor in number]
    return np.isin(columns.proposal * size + columns.assessor, np.array(pairs, dtype=np.int64))


def ineligible(gates: Iterable[GateResult], places: Mapping[str, int]) -> dict[str, tuple[GateResult, ...]]:
    """Per proposal the gates it did not pass, in the order of their keys."""
    failed: dict[str, list[GateResult]] = {}
    for result in gates:
        require_known((result.proposal,), places, f"Pemeriksaan {result.gate.label}")
        if not result.passed:
            failed.setdefault(result.proposal, []).append(result)
    return {p: tuple(sorted(r, key=lambda g: (g.gate.key, g.reason))) for p, r in failed.items()}
