"""What may lie behind a difference: a slip of the unit, of digits, of the code system, of the column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from selaras.engines.conflicts.crosswalks import Crosswalk, plain_code
from selaras.engines.conflicts.model import Aligned

CauseKind = Literal["unit", "swapped_digits", "one_digit", "code_system", "swapped_columns"]
# Thousands and their powers, ha in km2, and are in ha or percent in shares.
_SLIPS = (100, 10**3, 10**4, 10**6, 10**9)
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """`detail`: by how much (unit), or which code or indicator the number seems to belong to."""

    kind: CauseKind
    detail: str


def key_of(one: Aligned) -> tuple[str, str, object, object]:
    """What a figure is about, whoever states it."""
    return (one.indicator, one.region, one.period, one.breakdown)


class Places:
    """Where figures stand, to look a number up at another place."""

    def __init__(self, figures: Iterable[Aligned], crosswalks: Iterable[Crosswalk]) -> None:
        self._crosswalks = tuple(crosswalks)
        self._at: dict[_Key, list[Aligned]] = defaultdict(list)
        self._beside: dict[_Key, list[Aligned]] = defaultdict(list)
        for one in figures:
            self._at[key_of(one)].append(one)
            self._beside[one.figure.source, one.region, one.period].append(one)

    def at(self, like: Aligned, region: str) -> list[Aligned]:
        """What others say on the same thing in another region."""
        found = self._at.get((like.indicator, region, like.period, like.breakdown), [])
        return [one for one in found if one.figure.source != like.figure.source]

    def other_readings(self, one: Aligned) -> list[str]:
        """The other regions that its code, as it was written, means in one code system or the other."""
        written = plain_code(one.figure.region)
        meant = {walk.pairs.get(written, written) for walk in self._crosswalks} | {written}
        return sorted(meant - {one.region})

    def beside(self, source: str, like: Aligned) -> list[Aligned]:
        """The other columns of a source: other indicators and other parts in the same region and period."""
        found = self._beside.get((source, like.region, like.period), [])
        return [one for one in found if _column(one) != _column(like)]


def agree(one: Aligned, other: Aligned) -> bool:
    """Whether rounding explains the difference of two figures; never where their dimensions differ."""
    return one.unit.dimension == other.unit.dimension and abs(one.value - other.value) <= one.half + other.half


def causes_of(low: Aligned, high: Aligned, places: Places) -> tuple[Cause, ...]:
    """The causes that would explain the whole difference, the surest first. O(figures at the place)."""
    found = (
        _unit(low, high),
        _digits(low, high),
        _other_system(low, places) or _other_system(high, places),
        _columns(low, high, places),
    )
    return tuple(cause for cause in found if cause)


def _unit(low: Aligned, high: Aligned) -> Cause | None:
    small, large = sorted((low, high), key=lambda one: abs(one.value))
    for factor in _SLIPS:
        if small.value and abs(small.value * factor - large.value) <= small.half * factor + large.half:
            return Cause("unit", str(factor))
    return None


def _digits(low: Aligned, high: Aligned) -> Cause | None:
    if low.value.denominator != 1 or high.value.denominator != 1:
        return None
    one, other = str(low.value), str(high.value)
    if len(one) != len(other) or len(one.lstrip("-")) < 2:
        return None
    apart = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1:
        return Cause("one_digit", str(apart[0] + 1))
    first, last = apart[0], apart[-1]
    crossed = len(apart) == 2 and one[first] == other[last] and one[last] == other[first]
    return Cause("swapped_digits", str(first + 1)) if crossed and last == first + 1 else None


def _other_system(one: Aligned, places: Places) -> Cause | None:
    """A number whose written code, read in the other system, leads to a place where others state just this number."""
    readings = places.other_readings(one)
    return next((Cause("code_system", region) for region in readings if _stated(one, region, places)), None)


def _stated(one: Aligned, region: str, places: Places) -> bool:
    return one.value != 0 and any(agree(one, other) for other in places.at(one, region))


def _columns(low: Aligned, high: Aligned, places: Places) -> Cause | None:
    """Two columns of one source that are each the other's number in the other source."""
    theirs = {_column(other): other for other in places.beside(high.figure.source, high)}
    for ours in places.beside(low.figure.source, low):
        other = theirs.get(_column(ours))
        if other and (_crossed((low, ours), (high, other)) or _crossed((high, other), (low, ours))):
            return Cause("swapped_columns", " ".join((ours.indicator, *(member for _, member in ours.breakdown))))
    return None


def _crossed(wrong: tuple[Aligned, Aligned], right: tuple[Aligned, Aligned]) -> bool:
    return _belongs(wrong[0], wrong[1], right[1]) and _belongs(wrong[1], wrong[0], right[0])


def _belongs(one: Aligned, column: Aligned, stated: Aligned) -> bool:
    """Whether the bare number of a figure, in the unit of another column, is what is stated there."""
    bent = column.unit.factor / one.unit.factor
    return abs(one.value * bent - stated.value) <= one.half * bent + stated.half


def _column(one: Aligned) -> tuple[object, ...]:
    return (one.indicator, one.breakdown)
