"""Where a stated whole is not the sum of its stated parts: regions of a region, sexes, age groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from selaras.engines.conflicts.model import Aligned
from selaras.engines.conflicts.periods import Period

_Key = tuple[str, str, Period, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class RegionParts:
    """The parts of a region are its children, by the code of the parent in the shared system."""

    children: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ClassParts:
    """The parts of a whole are the classes of one dimension, such as ``jenis kelamin``: ``L`` and ``P``."""

    dimension: str
    members: tuple[str, ...]


SumRule = RegionParts | ClassParts


@dataclass(frozen=True, slots=True)
class BrokenSum:
    """`gap` is the sum less the stated whole; `tolerance` the largest gap that rounding alone can make."""

    rule: SumRule
    whole: Aligned
    parts: tuple[Aligned, ...]
    added: Fraction
    gap: Fraction
    tolerance: Fraction


@dataclass(frozen=True, slots=True)
class OpenSum:
    """A whole some of whose parts are not stated, or stated in another dimension: nothing was judged."""

    rule: SumRule
    whole: Aligned
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """`checked`: how many sums were complete and compared."""

    broken: tuple[BrokenSum, ...]
    open: tuple[OpenSum, ...]
    checked: int


def check_sums(aligned: Iterable[Aligned], rules: Iterable[SumRule]) -> Sums:
    """Add up every whole that a source states, by each rule, from the same source's parts. O(figures · parts), exact.

    Shares, indices and what is told per something do not add up and are left out, as is a whole without any part.
    Tolerance = half of the whole's rounding step and of each part's: more than that, rounding cannot explain.

    >>> from selaras.engines.conflicts.aligning import align
    >>> from selaras.engines.conflicts.model import Figure, Terms
    >>> said = [Figure("BPS", "penduduk", "33.05", "kemendagri", "2020", value, "jiwa", breakdown)
    ...         for value, breakdown in [(1350, ()), (680, (("jk", "L"),)), (660, (("jk", "P"),))]]
    >>> found = check_sums(align(said, Terms("kemendagri")).aligned, [ClassParts("jk", ("L", "P"))])
    >>> [(int(one.added), int(one.gap), int(one.tolerance)) for one in found.broken]
    [(1340, -10, 0)]
    """
    figures = sorted((one for one in aligned if one.unit.adds_up), key=lambda one: (_key(one), one.value))
    at = {_key(one): one for one in reversed(figures)}
    broken: list[BrokenSum] = []
    unjudged: list[OpenSum] = []
    checked = 0
    for rule in rules:
        for whole in at.values():
            wanted = dict(_parts_of(whole, rule))
            parts = [part for key in wanted if (part := at.get(key)) and part.unit.dimension == whole.unit.dimension]
            if len(parts) < len(wanted):
                stated = {_key(part) for part in parts}
                missing = tuple(name for key, name in wanted.items() if key not in stated)
                unjudged += [OpenSum(rule, whole, missing)] if parts else []
            elif wanted:
                checked += 1
                broken += _broken(rule, whole, parts)
    return Sums(tuple(broken), tuple(unjudged), checked)


def _key(one: Aligned) -> _Key:
    return (one.figure.source, one.indicator, one.period, one.region, one.breakdown)


def _parts_of(whole: Aligned, rule: SumRule) -> Iterator[tuple[_Key, str]]:
    source, indicator, period, region, breakdown = _key(whole)
    if isinstance(rule, RegionParts):
        for child in rule.children.get(region, ()):
            yield (source, indicator, period, child, breakdown), child
    elif all(dimension != rule.dimension for dimension, _member in breakdown):
        for member in rule.members:
            yield (source, indicator, period, region, tuple(sorted((*breakdown, (rule.dimension, member))))), member


def _broken(rule: SumRule, whole: Aligned, parts: list[Aligned]) -> list[BrokenSum]:
    added = sum((part.value for part in parts), Fraction(0))
    tolerance = sum((part.half for part in parts), whole.half)
    gap = added - whole.value
    return [BrokenSum(rule, whole, tuple(parts), added, gap, tolerance)] if abs(gap) > tolerance else []
