"""The index of the satisfaction survey, exact, as the regulation works it out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from selaras.engines.survey.answers import Sheet
from selaras.engines.survey.errors import TooFew
from selaras.engines.survey.scheme import Band, Element


@dataclass(frozen=True, slots=True)
class Part:
    """What one element brings: its mean mark over the `answered` forms that give one, and that mean's own band."""

    element: Element
    mean: Fraction
    answered: int
    band: Band


@dataclass(frozen=True, slots=True)
class Index:
    """`exact` is the converted index; `value` the same to two decimals, halves up, from which `band` is read."""

    exact: Fraction
    value: Decimal
    band: Band
    parts: tuple[Part, ...]
    answers: int


def index(filled: Sheet, weights: Sequence[Fraction] | None = None) -> Index:
    """Σ weight · mean mark per element, converted to a part of 100 (PermenPANRB 14/2017, annex).

    A mean is taken over the forms that answer the element. `weights` per answer (see `guard`); none: each counts 1.
    The order of the answers does not matter; a higher mark never lowers the index. O(answers · elements), exact.
    Raises TooFew where an element has no answer.

    >>> from selaras.engines.survey import Answer, Band, Scheme, equal_weights, sheet
    >>> bands = [Band("D", "Tidak baik", Decimal("25")), Band("B", "Baik", Decimal("76.61"))]
    >>> scheme = Scheme(equal_weights([("cost", "Biaya"), ("time", "Waktu")]), bands)
    >>> found = index(sheet(scheme, [Answer({"cost": 4, "time": 3}), Answer({"cost": 3})]))
    >>> found.value, found.band.key, [str(part.mean) for part in found.parts]
    (Decimal('81.25'), 'B', ['7/2', '3'])
    """
    scheme = filled.scheme
    totals, counts = _sums(filled, weights)
    if silent := [e.name for e, count in zip(scheme.elements, counts, strict=True) if not count]:
        raise TooFew(f"Belum ada jawaban untuk unsur {', '.join(silent)}. Kumpulkan jawaban dahulu.")
    means = [total / count for total, count in zip(totals, counts, strict=True)]
    answered = (filled.marks > 0).sum(axis=0)
    parts = tuple(
        Part(element, mean, int(count), scheme.band(rounded(mean * scheme.factor)))
        for element, mean, count in zip(scheme.elements, means, answered, strict=True)
    )
    exact = scheme.factor * sum((part.element.weight * part.mean for part in parts), Fraction(0))
    value = rounded(exact)
    return Index(exact, value, scheme.band(value), parts, len(filled))


def rounded(exact: Fraction) -> Decimal:
    """To two decimals, halves up."""
    return Decimal(math.floor(exact * 100 + Fraction(1, 2))).scaleb(-2)


def _sums(filled: Sheet, weights: Sequence[Fraction] | None) -> tuple[list[Fraction], list[Fraction]]:
    """Per element the weighted sum of marks and of answers: whole numbers within each weight, so nothing is rounded."""
    rows: dict[Fraction, list[int]] = {}
    for row in range(len(filled)):
        rows.setdefault(Fraction(1) if weights is None else weights[row], []).append(row)
    totals = [Fraction(0)] * len(filled.scheme.elements)
    counts = list(totals)
    for weight, alike in rows.items():
        marks = filled.marks[alike]
        for at, (total, count) in enumerate(
            zip(marks.sum(axis=0, dtype=np.int64), (marks > 0).sum(axis=0), strict=True)
        ):
            totals[at] += weight * int(total)
            counts[at] += weight * int(count)
    return totals, counts
