"""The index of maturity at indicator, aspect, domain and whole, exact, with what is still unknown."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from selaras.engines.maturity.errors import BadLevel
from selaras.engines.maturity.scheme import Node, Scheme


@dataclass(frozen=True, slots=True)
class Branch:
    """The value of one node: an indicator's level, or the weighted mean of its parts.

    `value` is None while anything below is not assessed; `lowest` and `highest` then bound what it can become.
    """

    node: Node
    value: Fraction | None
    lowest: Fraction
    highest: Fraction
    parts: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class MaturityIndex:
    """`band` is None while the value is. `missing`: codes of indicators without a level."""

    value: Fraction | None
    lowest: Fraction
    highest: Fraction
    band: str | None
    domains: tuple[Branch, ...]
    missing: tuple[str, ...]

    @property
    def shown(self) -> Decimal | None:
        """To two decimals, half up."""
        return None if self.value is None else rounded(self.value)


def maturity_index(scheme: Scheme, levels: Mapping[str, int]) -> MaturityIndex:
    """Weigh levels up: indicator to aspect to domain to whole. O(indicators), exact. Raises BadLevel.

    A mean = Σ weight · value / Σ weight over siblings. The band is judged on the index as it is shown, so that a shown
    2,60 is never called less.

    >>> named = lambda code, weight: {"code": code, "name": code, "weight": weight}
    >>> scheme = Scheme.of([named("1", 100)], [named("101", 60), named("102", 40)],
    ...     [named("10101", 100), named("10201", 50), named("10202", 50)],
    ...     [{"name": "Baik", "least": 2.6}, {"name": "Kurang", "least": 1}], range(1, 6))
    >>> found = maturity_index(scheme, {"10101": 3, "10201": 2, "10202": 3})
    >>> found.shown, found.band
    (Decimal('2.80'), 'Baik')
    >>> known = maturity_index(scheme, {"10101": 3})
    >>> known.value, float(known.lowest), float(known.highest), known.missing
    (None, 2.2, 3.8, ('10201', '10202'))
    """
    indicators = [node.code for node in scheme.indicators()]
    for code, level in levels.items():
        if code not in indicators:
            raise BadLevel(f"Indikator {code} tidak ada dalam skema. Periksa kodenya.")
        if not scheme.low <= level <= scheme.high:
            raise BadLevel(f"Tingkat {level} pada indikator {code} di luar {scheme.low} sampai {scheme.high}.")
    domains = tuple(_branch(node, scheme, levels) for node in scheme.domains)
    value = _mean([(branch.node.weight, branch.value) for branch in domains])
    return MaturityIndex(
        value,
        _known([(branch.node.weight, branch.lowest) for branch in domains]),
        _known([(branch.node.weight, branch.highest) for branch in domains]),
        None if value is None else _band(scheme, value),
        domains,
        tuple(code for code in indicators if code not in levels),
    )


def rounded(value: Fraction) -> Decimal:
    """To two decimals as people do it, half up (of a value from 0 on): exact, so that no float decides a band.

    >>> rounded(Fraction(519, 200))
    Decimal('2.60')
    """
    return Decimal(math.floor(value * 100 + Fraction(1, 2))).scaleb(-2)


def shares(scheme: Scheme) -> dict[str, Fraction]:
    """By how much the index rises where an indicator rises by one level; all together 1. O(indicators), exact.

    >>> named = lambda code, weight: {"code": code, "name": code, "weight": weight}
    >>> scheme = Scheme.of([named("1", 100)], [named("101", 60), named("102", 40)],
    ...     [named("10101", 100), named("10201", 50), named("10202", 50)],
    ...     [{"name": "Kurang", "least": 1}], range(1, 6))
    >>> {code: str(share) for code, share in shares(scheme).items()}
    {'10101': '3/5', '10201': '1/5', '10202': '1/5'}
    """
    return dict(_shares(scheme.domains, Fraction(1)))


def _shares(nodes: Sequence[Node], whole: Fraction) -> Iterator[tuple[str, Fraction]]:
    total = sum((node.weight for node in nodes), Fraction(0))
    for node in nodes:
        own = whole * node.weight / total
        if node.parts:
            yield from _shares(node.parts, own)
        else:
            yield node.code, own


def _branch(node: Node, scheme: Scheme, levels: Mapping[str, int]) -> Branch:
    if not node.parts:
        level = levels.get(node.code)
        known = None if level is None else Fraction(level)
        return Branch(node, known, Fraction(level or scheme.low), Fraction(level or scheme.high))
    parts = tuple(_branch(part, scheme, levels) for part in node.parts)
    return Branch(
        node,
        _mean([(part.node.weight, part.value) for part in parts]),
        _known([(part.node.weight, part.lowest) for part in parts]),
        _known([(part.node.weight, part.highest) for part in parts]),
        parts,
    )


def _mean(weighed: list[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    known = [(weight, value) for weight, value in weighed if value is not None]
    return _known(known) if len(known) == len(weighed) else None


def _known(weighed: list[tuple[Fraction, Fraction]]) -> Fraction:
    total = sum((weight for weight, _value in weighed), Fraction(0))
    return sum((weight * value for weight, value in weighed), Fraction(0)) / total


def _band(scheme: Scheme, value: Fraction) -> str:
    return next(band.name for band in scheme.bands if rounded(value) >= band.least)
