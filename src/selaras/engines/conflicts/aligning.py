"""Bring figures to one code system, one unit a dimension, one form of period, with what their rounding leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from selaras.engines.conflicts.crosswalks import plain_code
from selaras.engines.conflicts.errors import ConflictsError, UnknownCode
from selaras.engines.conflicts.model import Aligned, Alignment, Figure, Terms, Unread
from selaras.engines.conflicts.periods import read_period
from selaras.engines.conflicts.units import Unit, read_unit


def align(figures: Iterable[Figure], terms: Terms) -> Alignment:
    """Every figure in common terms, or unread with the reason. O(figures), exact.

    >>> figure = Figure("BPS", "penduduk", "3305", "kemendagri", "2020", Decimal("1350.4"), "ribu jiwa")
    >>> one = align([figure], Terms("kemendagri")).aligned[0]
    >>> one.region, int(one.value), int(one.half)
    ('33.05', 1350400, 50)
    """
    read, unread = [], []
    for figure in figures:
        try:
            read.append(_aligned(figure, terms))
        except ConflictsError as error:
            unread.append(Unread(figure, str(error)))
    return Alignment(tuple(read), tuple(unread))


def _aligned(figure: Figure, terms: Terms) -> Aligned:
    unit = read_unit(figure.unit)
    if isinstance(figure.value, Decimal) and not figure.value.is_finite():
        raise ConflictsError(f'Nilai "{figure.value}" bukan angka. Kosongkan, atau isi angkanya.')
    return Aligned(
        figure,
        terms.indicators.get(figure.indicator, figure.indicator),
        _region(figure, terms),
        read_period(figure.period),
        unit,
        tuple(sorted(figure.breakdown)),
        Fraction(figure.value) * unit.factor,
        _half_step(figure, unit),
    )


def _region(figure: Figure, terms: Terms) -> str:
    if figure.code_system == terms.system:
        code = plain_code(figure.region)
        if terms.known and code not in terms.known:
            raise UnknownCode(f'"{figure.region}" bukan kode {terms.system}. Periksa kodenya dan sistem kodenya.')
        return code
    if figure.code_system not in terms.crosswalks:
        named = figure.code_system or "tanpa nama"
        raise UnknownCode(
            f"Sistem kode {named} belum dipetakan ke {terms.system}. Sebutkan sistem kodenya, atau buat petanya."
        )
    return terms.crosswalks[figure.code_system].translated(figure.region)


def _half_step(figure: Figure, unit: Unit) -> Fraction:
    """Half of what the number was rounded to. Single things that were counted are exact: there is no half a person."""
    if figure.step is not None:
        return Fraction(figure.step) * unit.factor / 2
    exponent = figure.value.as_tuple().exponent if isinstance(figure.value, Decimal) else 0
    step = Fraction(10) ** int(exponent) * unit.factor
    return Fraction(0) if unit.counts and step <= 1 else step / 2
