"""Several allocations of one problem side by side: who gains, who loses, place by place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from selaras.engines.allocation.allocation import Allocation
from selaras.engines.allocation.errors import UnknownItem
from selaras.engines.allocation.problem import Item, Problem


@dataclass(frozen=True, slots=True)
class Share:
    """What one rule funds in one place: how many items, for how many rupiah."""

    count: int = 0
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One key of a tag dimension: what is asked for there, and what each rule (in the order given) funds of it."""

    key: str
    asked: Share
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Total:
    rule: str
    count: int
    cost: int
    score: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rules: ids that both fund, that only one funds (in the order of the problem).

    `overlap`: of all that either funds, the share that both fund; 1 where neither funds anything.
    """

    first: str
    second: str
    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    overlap: Fraction


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rules` in the order given, `places`: per tag dimension a row per key in order of key, `pairs`: every two rules.

    `funded_by`: per item that some rule funds, the rules that do.
    """

    rules: tuple[str, ...]
    totals: tuple[Total, ...]
    places: Mapping[str, tuple[Row, ...]]
    pairs: tuple[Pair, ...]
    funded_by: Mapping[str, tuple[str, ...]]


def compare(problem: Problem, allocations: Mapping[str, Allocation]) -> Comparison:
    """Lay allocations (by the name of each) side by side.

    Complexity: O(items · (allocations + tags) + allocations² · items).
    Raises UnknownItem where an allocation funds what the problem does not have.

    >>> from selaras.engines.allocation.problem import Ceiling
    >>> from selaras.engines.allocation.ranked import ranked
    >>> items = (Item("a", 60, 9, {"district": "Ayah"}), Item("b", 50, 8, {"district": "Sadang"}))
    >>> first, second = (ranked(Problem(items, (Ceiling("all", amount),))) for amount in (60, 110))
    >>> side = compare(Problem(items, ()), {"now": first, "more": second})
    >>> side.pairs[0].only_second, side.pairs[0].overlap
    (('b',), Fraction(1, 2))
    """
    chosen = {name: frozenset(allocation.selected) for name, allocation in allocations.items()}
    known = {item.id for item in problem.items}
    for name, ids in chosen.items():
        if stray := min(ids - known, default=None):
            raise UnknownItem(f"Hasil {name} memuat usulan {stray} yang tidak ada dalam daftar usulan.")
    funded_by = {
        item.id: by for item in problem.items if (by := tuple(name for name, ids in chosen.items() if item.id in ids))
    }
    dimensions = sorted({dimension for item in problem.items for dimension in item.tags})
    return Comparison(
        tuple(chosen),
        tuple(_total(name, problem.items, ids) for name, ids in chosen.items()),
        {dimension: _rows(dimension, problem.items, list(chosen.values())) for dimension in dimensions},
        tuple(_pair(first, second, chosen, list(funded_by)) for first, second in combinations(chosen, 2)),
        funded_by,
    )


def _total(name: str, items: Sequence[Item], ids: frozenset[str]) -> Total:
    funded = [item for item in items if item.id in ids]
    return Total(name, len(funded), sum(item.cost for item in funded), sum(item.score for item in funded))


def _rows(dimension: str, items: Sequence[Item], chosen: Sequence[frozenset[str]]) -> tuple[Row, ...]:
    by_key: dict[str, list[Item]] = {}
    for item in items:
        if dimension in item.tags:
            by_key.setdefault(item.tags[dimension], []).append(item)
    return tuple(
        Row(key, _share(members), tuple(_share([item for item in members if item.id in ids]) for ids in chosen))
        for key, members in sorted(by_key.items())
    )


def _share(items: Sequence[Item]) -> Share:
    return Share(len(items), sum(item.cost for item in items))


def _pair(first: str, second: str, chosen: Mapping[str, frozenset[str]], order: Sequence[str]) -> Pair:
    one, other = chosen[first], chosen[second]
    either = len(one | other)
    overlap = Fraction(len(one & other), either) if either else Fraction(1)
    return Pair(first, second, _in(order, one & other), _in(order, one - other), _in(order, other - one), overlap)


def _in(order: Sequence[str], ids: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in order if each in ids)
