"""Which units fit which kind of indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selaras.engines.indicators.text import plain

_PERCENT = frozenset({"%", "persen", "persentase", "prosentase", "presentase", "persen (%)", "% (persen)"})
_INDEX = frozenset({"indeks", "index", "nilai", "poin", "point", "skor", "angka", "skala", "level", "kategori"})
_LENGTH = frozenset({"m", "m'", "m1", "meter", "meter lari", "km", "kilometer"})
_AREA = frozenset({"m2", "m²", "meter persegi", "ha", "hektar", "hektare", "km2", "km²", "kilometer persegi"})


@dataclass(frozen=True, slots=True)
class _Measure:
    opening: re.Pattern[str]
    label: str
    units: frozenset[str]
    example: str


_MEASURES = (
    _Measure(re.compile(r"(?:persen|prosen|presen)tase\b|persen\b"), "persentase", _PERCENT, "%"),
    _Measure(re.compile(r"ind(?:eks|ex)\b"), "indeks", _INDEX | _PERCENT, "indeks"),
    _Measure(re.compile(r"panjang\b"), "panjang", _LENGTH, "meter atau km"),
    _Measure(re.compile(r"luas\b"), "luas", _AREA, "m² atau ha"),
)
_COUNT = re.compile(r"(?:jumlah|jml|banyaknya)\b")


def is_percent(unit: str) -> bool:
    return plain(unit) in _PERCENT


def is_countable(unit: str) -> bool:
    """Whether a quantity in this unit can be bought, so that a cost can be divided by it."""
    return bool(unit) and plain(unit) not in _PERCENT | _INDEX


def misfit(indicator: str, unit: str) -> str | None:
    """A sentence on why the unit cannot measure the indicator; None where it can. O(length).

    >>> misfit("Persentase jalan mantap", "Dokumen")
    'Indikator ini persentase, tetapi satuannya "Dokumen". Ganti satuannya menjadi %.'
    """
    opening, given = plain(indicator), plain(unit)
    if not given:
        return None
    for measure in _MEASURES:
        if measure.opening.match(opening) and given not in measure.units:
            return (
                f'Indikator ini {measure.label}, tetapi satuannya "{unit}". Ganti satuannya menjadi {measure.example}.'
            )
    if _COUNT.match(opening) and given in _PERCENT:
        return (
            f'Indikator ini menghitung jumlah, tetapi satuannya "{unit}". '
            "Pakai satuan barang yang dihitung, atau ubah indikatornya menjadi persentase."
        )
    return None
