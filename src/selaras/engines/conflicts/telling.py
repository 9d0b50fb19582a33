"""Conflicts in words for the two agencies that settle them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from selaras.engines.conflicts.breaks import Break
from selaras.engines.conflicts.causes import Cause
from selaras.engines.conflicts.disagreements import Disagreement
from selaras.engines.conflicts.model import Aligned
from selaras.engines.conflicts.sums import BrokenSum
from selaras.engines.tabular.readings import shown

_CAUSES = {
    "unit": "Besarnya tepat {} kali: periksa satuannya.",
    "swapped_digits": "Dua angka bersebelahan tertukar mulai angka ke-{}: periksa ketikannya.",
    "one_digit": "Hanya angka ke-{} yang berbeda: periksa ketikannya.",
    "code_system": "Angka ini sama dengan angka wilayah {}: periksa sistem kodenya.",
    "swapped_columns": "Angka ini tertukar dengan “{}”: periksa kolomnya.",
}


def told_disagreement(one: Disagreement) -> str:
    """Who says what, by how much they differ, and what may lie behind it.

    >>> from selaras.engines.conflicts.aligning import align
    >>> from selaras.engines.conflicts.disagreements import disagreements
    >>> from selaras.engines.conflicts.model import Figure, Terms
    >>> said = [Figure("Dinas A", "luas sawah", "33.05", "k", "2020", 39748, "ha"),
    ...         Figure("Dinas B", "luas sawah", "33.05", "k", "2020", 39748, "km2")]
    >>> print(told_disagreement(disagreements(align(said, Terms("k")).aligned).found[0]))
    luas sawah, 33.05, 2020: Dinas A menyatakan 39.748 ha; Dinas B menyatakan 39.748 km2. Selisihnya 39.350.520.000 m2 \
(99,0 %). Besarnya tepat 100 kali: periksa satuannya.
    """
    sides = "; ".join(f"{side.figure.source} menyatakan {_stated(side)}" for side in one.sides)
    gap = f"Selisihnya {_number(one.gap)} {one.sides[0].unit.dimension}".rstrip()
    causes = "".join(f" {told_cause(cause)}" for cause in one.causes)
    return f"{_place(one.sides[0])}: {sides}. {gap} ({_percent(one.relative)}).{causes}"


def told_cause(cause: Cause) -> str:
    """What to check first.

    >>> told_cause(Cause("unit", "1000"))
    'Besarnya tepat 1.000 kali: periksa satuannya.'
    """
    detail = shown(int(cause.detail)) if cause.kind == "unit" else cause.detail
    return _CAUSES[cause.kind].format(detail)


def told_sum(one: BrokenSum) -> str:
    """The stated whole, what its parts add up to, and what rounding could explain."""
    unit = one.whole.unit.dimension
    less = "lebih" if one.gap > 0 else "kurang"
    leeway = f"; pembulatan hanya menjelaskan {_number(one.tolerance)}" if one.tolerance else ""
    return (
        f"{_place(one.whole)}: {one.whole.figure.source} menyatakan {_stated(one.whole)}, tetapi {len(one.parts)} "
        f"bagiannya berjumlah {_number(one.added)} {unit}".rstrip()
        + f", {less} {_number(abs(one.gap))}{leeway}. Periksa jumlah dan bagiannya."
    )


def told_break(one: Break) -> str:
    """What jumped, how far from what is usual, and what to check."""
    what = "melonjak lalu kembali" if one.kind == "spike" else "pindah tingkat"
    return (
        f"{_place(one.at)}: angka {one.at.figure.source} {what}, dari {_stated(one.before)} ke {_stated(one.at)}. "
        f"Perubahannya {_percent(Fraction(one.growth))} per periode, biasanya {_percent(Fraction(one.usual))}. "
        "Periksa angkanya, atau jelaskan perubahan definisi atau caranya."
    )


def _place(one: Aligned) -> str:
    part = "".join(f", {dimension} {member}" for dimension, member in one.breakdown)
    return f"{one.indicator}, {one.region}, {one.figure.period}{part}"


def _stated(one: Aligned) -> str:
    return f"{shown(one.figure.value)} {one.figure.unit}".rstrip()


def _number(value: Fraction) -> str:
    """Whole where it is whole, else to four decimals at most."""
    rounded = Decimal(value.numerator) / Decimal(value.denominator)
    return shown(rounded.quantize(Decimal("0.0001")).normalize() if value.denominator > 1 else value.numerator)


def _percent(share: Fraction) -> str:
    return f"{shown(round(Decimal(share.numerator) / Decimal(share.denominator) * 100, 1))} %"
