"""A dataset's quality by dimension, every figure with its counts and its method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

import polars as pl

from selaras.engines.conflicts.errors import BadQuality

DimensionName = Literal["completeness", "validity", "consistency", "timeliness", "uniqueness"]
METHODS: Mapping[DimensionName, str] = MappingProxyType(
    {
        "completeness": "Sel wajib yang terisi dibagi semua sel wajib",
        "validity": "Sel yang diperiksa tanpa kesalahan menurut standar dibagi semua sel yang diperiksa",
        "consistency": "Perbandingan yang cocok (antarkolom, antarsumber, deret) dibagi semua yang diperbandingkan",
        "timeliness": "Satu dikurangi hari terlambat dibagi hari dalam satu periode; paling rendah nol",
        "uniqueness": "Baris dengan kunci yang berbeda dibagi semua baris",
    }
)
EQUAL_WEIGHTS: Mapping[DimensionName, int] = MappingProxyType(dict.fromkeys(METHODS, 1))


@dataclass(frozen=True, slots=True)
class Measure:
    """`good` of `of` units, what `METHODS` says of each; `of` = 0 where there was nothing to measure."""

    name: DimensionName
    good: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.good <= self.of:
            raise BadQuality(f"{self.name}: {self.good} dari {self.of} tidak mungkin. Periksa hitungannya.")

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.good, self.of) if self.of else None

    @property
    def method(self) -> str:
        return METHODS[self.name]


@dataclass(frozen=True, slots=True)
class Quality:
    """`score` from 0 to 1: the weighted mean of the dimensions that were measured; None where none was.

    `weights` are those that counted, so that score = Σ weight · share / Σ weight can be worked out by hand.
    """

    measures: tuple[Measure, ...]
    weights: Mapping[DimensionName, Fraction]
    score: Fraction | None
    unmeasured: tuple[DimensionName, ...]


def quality(measures: Iterable[Measure], weights: Mapping[DimensionName, int | Fraction] = EQUAL_WEIGHTS) -> Quality:
    """The score of the measures given. Raises BadQuality for a dimension given twice or a weight below zero.

    A dimension that was not measured is named and counts neither for nor against.

    >>> found = quality([Measure("completeness", 90, 100), Measure("uniqueness", 50, 50)])
    >>> found.score, found.unmeasured
    (Fraction(19, 20), ('validity', 'consistency', 'timeliness'))
    """
    chosen = tuple(measures)
    given = {one.name: one for one in chosen}
    if len(given) < len(chosen):
        raise BadQuality("Satu dimensi mutu diberikan dua kali. Gabungkan hitungannya.")
    if any(weight < 0 for weight in weights.values()):
        raise BadQuality("Bobot mutu tidak boleh di bawah nol.")
    shares = {name: one.share for name in METHODS if (one := given.get(name)) and one.share is not None}
    counted = {name: Fraction(weights.get(name, 0)) for name in shares}
    total = sum(counted.values(), Fraction(0))
    reached = sum((counted[name] * share for name, share in shares.items() if share is not None), Fraction(0))
    return Quality(
        tuple(given[name] for name in METHODS if name in given),
        MappingProxyType(counted),
        reached / total if total else None,
        tuple(name for name in METHODS if name not in shares),
    )


def completeness(table: pl.DataFrame, required: Iterable[str]) -> Measure:
    """Of the cells that must be filled, those that are; an empty text is not. O(cells).

    >>> completeness(pl.DataFrame({"desa": ["A", " ", None], "jiwa": [1, 2, None]}), ["desa", "jiwa"])
    Measure(name='completeness', good=3, of=6)
    """
    names = tuple(required)
    filled = sum(_filled(table[name]) for name in names)
    return Measure("completeness", filled, table.height * len(names))


def uniqueness(table: pl.DataFrame, key: Iterable[str]) -> Measure:
    """Of all rows, how many different keys there are: a key that stands three times leaves two rows too many. O(rows).

    >>> uniqueness(pl.DataFrame({"desa": ["A", "A", "B"]}), ["desa"])
    Measure(name='uniqueness', good=2, of=3)
    """
    keys = table.select(tuple(key))
    return Measure("uniqueness", keys.n_unique() if keys.height else 0, keys.height)


def validity(checked: int, faulty: int) -> Measure:
    """Of the cells checked against the standard, those without a fault; a cell with two faults counts once."""
    return Measure("validity", checked - faulty, checked)


def consistency(compared: int, conflicting: int) -> Measure:
    """Of all comparisons made (places, sums, series), those that agreed."""
    return Measure("consistency", compared - conflicting, compared)


def timeliness(due: date, released: date, period_days: int) -> Measure:
    """On time it is whole; each day late costs one part in the days of a period.

    >>> timeliness(date(2021, 3, 31), date(2021, 4, 30), 365)
    Measure(name='timeliness', good=335, of=365)
    """
    late = max((released - due).days, 0)
    return Measure("timeliness", max(period_days - late, 0), period_days)


def _filled(column: pl.Series) -> int:
    if column.dtype == pl.String:
        return int((column.str.strip_chars() != "").sum())
    return column.len() - column.null_count()
