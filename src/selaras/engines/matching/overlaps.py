r"""Where two agencies plan the same subject at the same place: a risk of paying twice, or a chance to join.

>>> found = overlaps([
...     PlanItem("D1", "2.16", "Pelatihan pemasaran digital bagi UMKM", ("33.05.12.2001",), cost=40_000_000),
...     PlanItem("D2", "2.17", "Pelatihan pemasaran digital untuk pelaku UMKM", ("33.05.12",), cost=55_000_000),
...     PlanItem("D3", "1.03", "Pembangunan drainase", ("33.05.12",), cost=90_000_000),
... ])
>>> [(one.first, one.second, one.kind, one.amount) for one in found]
[('D1', 'D2', <OverlapKind.PAID_TWICE: 'paid twice'>, 40000000)]
>>> print(found[0].reason.replace(". ", ".\n"))
Sama: pelatihan, kecil, menengah, mikro, pemasaran, usaha, Digital.
Tempatnya bertumpuk: 33.05.12.2001 di dalam 33.05.12.
Tanyakan kepada kedua perangkat daerah siapa yang mengerjakan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from selaras.engines.matching.duplicates import SameIdError
from selaras.engines.matching.duplicates_places import district_of, dotted
from selaras.engines.matching.duplicates_reading import Reading, read
from selaras.engines.matching.duplicates_words import Kind

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

LIKELY = 0.45
_PAID_TWICE = 0.8  # from here on the texts say the same; below they touch one subject
_WEIGHT = {Kind.ACTIVITY: 0.5, Kind.FAMILY: 0.25, Kind.OBJECT: 1.0, Kind.NAME: 0.75}
_SAME_CODE = 0.3
_ROWS_AT_ONCE = 1_000
_DISTRICT_DOTS = 2
_MOST_WORDS = 8


class OverlapKind(Enum):
    """What an overlap is to the two agencies."""

    PAID_TWICE = "paid twice"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One line of an agency's draft plan, or a proposal given to it.

    `regions`: codes of the villages or districts where it happens; empty means the whole regency, which overlaps
    with every place. `code`: its entry in the catalogue, where known. `cost` in rupiah.
    """

    id: str
    agency: str
    text: str
    regions: tuple[str, ...] = ()
    code: str = ""
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two items of two agencies (`first < second`) at one place with one subject.

    `amount`: the smaller of the two costs, what might be paid twice or saved, in rupiah.
    """

    first: str
    second: str
    kind: OverlapKind
    confidence: float
    amount: int
    reason: str


def overlaps(items: Iterable[PlanItem], *, at_least: float = LIKELY) -> tuple[Overlap, ...]:
    """Every overlap between two agencies, the surest first, then the dearest, then by id.

    Subjects are compared by their words, rarer words counting more (Dice's coefficient weighted by kind and inverse
    document frequency); an equal catalogue code adds to it. Places overlap where a code equals or contains another.
    Work: the pairs within a district, and items of the whole regency × all; 5,000 items of villages take under
    a second. Raises `SameIdError`.
    """
    rows = sorted(items, key=lambda one: one.id)
    if len({row.id for row in rows}) < len(rows):
        raise SameIdError(
            "Ada dua kegiatan dengan nomor yang sama. Beri setiap kegiatan nomornya sendiri, lalu ulangi."
        )
    if not rows:
        return ()
    reading = read([row.text for row in rows])
    regions = [tuple(dotted(code) for code in row.regions) for row in rows]
    found = [
        _overlap(rows[one], rows[other], sure, _shared(reading, one, other), meeting)
        for (one, other), sure in _alike(rows, regions, reading, at_least).items()
        if (meeting := _meeting(regions[one], regions[other])) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.confidence, -one.amount, one.first, one.second)))


def _alike(
    rows: Sequence[PlanItem], regions: Sequence[tuple[str, ...]], reading: Reading, at_least: float
) -> dict[tuple[int, int], float]:
    """Pairs of rows of two agencies whose subjects agree and that share a district, with how much they agree."""
    words = _weighted(reading, len(rows))
    whole = np.asarray(words.sum(axis=1))
    plain = csr_array((np.ones(words.nnz), words.indices, words.indptr), shape=words.shape)
    agencies, codes = _numbered([row.agency for row in rows]), _numbered([row.code for row in rows])
    coded = np.array([bool(row.code) for row in rows])
    found: dict[tuple[int, int], float] = {}
    for asking, among in _neighbours(regions):
        shared = (words[asking] @ plain[among].T).tocoo()
        left, right = asking[shared.coords[0]], among[shared.coords[1]]
        keep = agencies[left] != agencies[right]
        left, right, weight = left[keep], right[keep], shared.data[keep]
        dice = 2 * weight / (whole[left] + whole[right])
        dice = np.where((codes[left] == codes[right]) & coded[left], dice + _SAME_CODE * (1 - dice), dice)
        keep = dice >= at_least
        low, high = np.minimum(left, right)[keep].tolist(), np.maximum(left, right)[keep].tolist()
        found.update(zip(zip(low, high, strict=True), dice[keep].tolist(), strict=True))
    return found


def _neighbours(regions: Sequence[tuple[str, ...]]) -> Iterator[tuple[Ints, Ints]]:
    """Rows to compare with rows: those of one district with each other, those of the whole regency with all."""
    districts: dict[str, list[int]] = {}
    wide = []
    for row, codes in enumerate(regions):
        if not codes or any(code.count(".") < _DISTRICT_DOTS for code in codes):
            wide.append(row)
        for district in {district_of(code) for code in codes}:
            districts.setdefault(district, []).append(row)
    every = np.arange(len(regions))
    parts = [np.array(wide[first : first + _ROWS_AT_ONCE]) for first in range(0, len(wide), _ROWS_AT_ONCE)]
    yield from ((part, every) for part in parts)
    for rows in districts.values():
        group = np.array(rows)
        for first in range(0, len(group), _ROWS_AT_ONCE):
            yield group[first : first + _ROWS_AT_ONCE], group


def _weighted(reading: Reading, rows: int) -> csr_array:
    kind = reading.kind[reading.feature]
    subject = np.isin(kind, [int(one) for one in _WEIGHT])
    row, feature, kind = reading.row[subject], reading.feature[subject], kind[subject]
    often = np.bincount(feature, minlength=len(reading.word))
    rarity = 1 + np.log((1 + rows) / (1 + often[feature]))
    weight = rarity * np.array([_WEIGHT.get(one, 0.0) for one in Kind])[kind]
    return csr_array((weight, (row, feature)), shape=(rows, len(reading.word)))


def _numbered(values: Sequence[str]) -> Ints:
    number: dict[str, int] = {}
    return np.array([number.setdefault(value, len(number)) for value in values], dtype=np.int64)


def _meeting(one: Sequence[str], other: Sequence[str]) -> str | None:
    """In words where two lists of places meet, None where they do not."""
    if not one or not other:
        return "Tempatnya bertumpuk: salah satu berlaku untuk seluruh kabupaten"
    if same := sorted(set(one) & set(other)):
        return f"Tempatnya sama: {', '.join(same[:3])}"
    for low, high in ((one, other), (other, one)):
        for code in high:
            if inside := sorted(place for place in low if place.startswith(f"{code}.")):
                return f"Tempatnya bertumpuk: {inside[0]} di dalam {code}"
    return None


def _shared(reading: Reading, one: int, other: int) -> str:
    both = np.intersect1d(reading.of_row(one), reading.of_row(other)).tolist()
    words = sorted((reading.kind[word], reading.word[word]) for word in both if reading.kind[word] != Kind.FAMILY)
    return ", ".join(word.capitalize() if kind == Kind.NAME else word for kind, word in words[:_MOST_WORDS])


def _overlap(one: PlanItem, other: PlanItem, sure: float, shared: str, meeting: str) -> Overlap:
    kind = OverlapKind.PAID_TWICE if sure >= _PAID_TWICE else OverlapKind.JOIN
    todo = {
        OverlapKind.PAID_TWICE: "Tanyakan kepada kedua perangkat daerah siapa yang mengerjakan",
        OverlapKind.JOIN: "Mungkin dapat dikerjakan bersama",
    }[kind]
    code = ["Kodenya sama di nomenklatur"] if one.code and one.code == other.code else []
    reason = ". ".join([f"Sama: {shared}" if shared else "Pokok kegiatannya sama", *code, meeting, todo]) + "."
    return Overlap(one.id, other.id, kind, round(sure, 3), min(one.cost, other.cost), reason)
