"""Where sources state different numbers for the same indicator, region, period and part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from selaras.engines.conflicts.causes import Cause, Places, causes_of, key_of
from selaras.engines.conflicts.crosswalks import Crosswalk
from selaras.engines.conflicts.model import Aligned, Breakdown
from selaras.engines.conflicts.periods import Period

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What each side says, in order of value; `gap` is the largest less the smallest, in the dimension's own unit.

    `relative`: the gap as a share of the larger of the two in size. `causes` are questions to the two, never a verdict.
    """

    indicator: str
    region: str
    period: Period
    breakdown: Breakdown
    sides: tuple[Aligned, ...]
    gap: Fraction
    relative: Fraction
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Incomparable:
    """The same thing told in units that cannot be turned into one another."""

    indicator: str
    region: str
    period: Period
    breakdown: Breakdown
    sides: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """`compared`: how many places at least two figures were compared at."""

    found: tuple[Disagreement, ...]
    incomparable: tuple[Incomparable, ...]
    compared: int


def disagreements(
    aligned: Iterable[Aligned], crosswalks: Iterable[Crosswalk] = (), *, leeway: Fraction = _NONE
) -> Disagreements:
    """Every place where two figures differ by more than their rounding explains. O(n log n), exact.

    Figures agree where some true number could have been rounded to each of them: where max(value - half) is not above
    min(value + half). A source that contradicts itself is found as well. `crosswalks` help to tell a cause: a code that
    was written in the other system. `leeway`: a gap up to this share of the larger number is left alone.

    >>> from decimal import Decimal
    >>> from selaras.engines.conflicts.aligning import align
    >>> from selaras.engines.conflicts.model import Figure, Terms
    >>> said = [Figure("Dukcapil", "penduduk", "33.05", "kemendagri", "2020", 1350873, "jiwa"),
    ...         Figure("BPS", "penduduk", "3305", "kemendagri", "2020", Decimal("1350.9"), "ribu jiwa"),
    ...         Figure("Dinkes", "penduduk", "33.05", "kemendagri", "2020", 1530873, "jiwa")]
    >>> one = disagreements(align(said, Terms("kemendagri")).aligned).found[0]
    >>> int(one.gap), [side.figure.source for side in one.sides], one.causes[0].kind
    (180000, ['Dukcapil', 'BPS', 'Dinkes'], 'swapped_digits')
    """
    figures = sorted(aligned, key=lambda one: (key_of(one), one.value, one.figure.source))
    together: dict[tuple[object, ...], list[Aligned]] = defaultdict(list)
    for one in figures:
        together[key_of(one)].append(one)
    places = Places(figures, crosswalks)
    found, incomparable, compared = [], [], 0
    for sides in together.values():
        by_dimension: dict[str, list[Aligned]] = defaultdict(list)
        for one in sides:
            by_dimension[one.unit.dimension].append(one)
        if len(by_dimension) > 1:
            first = sides[0]
            incomparable.append(
                Incomparable(first.indicator, first.region, first.period, first.breakdown, tuple(sides))
            )
        for alike in by_dimension.values():
            compared += len(alike) > 1
            found += _apart(alike, places, leeway)
    return Disagreements(tuple(found), tuple(incomparable), compared)


def _apart(sides: list[Aligned], places: Places, leeway: Fraction) -> list[Disagreement]:
    if max(one.value - one.half for one in sides) <= min(one.value + one.half for one in sides):
        return []
    low, high = sides[0], sides[-1]
    gap = high.value - low.value
    relative = gap / max(abs(low.value), abs(high.value))
    if relative <= leeway:
        return []
    causes = causes_of(low, high, places)
    place = (low.indicator, low.region, low.period, low.breakdown)
    return [Disagreement(*place, tuple(sides), gap, relative, causes)]
