"""The twins of a table: within each village, then between a district's own texts and its villages'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.matching.duplicates_groups import grouped
from selaras.engines.matching.duplicates_judgement import Rows, confidence, names_agree
from selaras.engines.matching.duplicates_pairs import Features, candidates, totals
from selaras.engines.matching.duplicates_reading import among, distinct
from selaras.engines.matching.duplicates_rows import Table, first_of_equals, spelt, spelt_in_district

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

SUREST = 0.99  # nothing read from words alone is certain


@dataclass(frozen=True)
class Pairs:
    """Pairs of rows (`left < right`), sorted, with the confidence of each."""

    left: Ints
    right: Ints
    sure: Floats


@dataclass(frozen=True)
class Twins:
    """Groups of rows, each sorted; `equal[row]` is the first row that says all the same as it."""

    groups: list[list[int]]
    equal: Ints
    pairs: Pairs
    features: Features
    respelt: Flags  # rows in which the spelling of a name was taken from other rows
    rows: int

    def sure(self, left: Ints, right: Ints) -> Floats:
        """The confidence of pairs of grouped rows."""
        one, other = self.equal[left], self.equal[right]
        low, high = np.minimum(one, other), np.maximum(one, other)
        if not len(self.pairs.left):
            return np.full(len(left), SUREST)
        place = np.searchsorted(self.pairs.left * self.rows + self.pairs.right, low * self.rows + high)
        return np.where(low == high, SUREST, self.pairs.sure[np.minimum(place, len(self.pairs.sure) - 1)])


def find(table: Table, at_least: float) -> Twins:
    """Every group of rows whose pairs all reach `at_least`."""
    features = spelt(table)
    equal = first_of_equals(table, features)
    single = equal == np.arange(len(table))
    found = [_pairs(table, features, table.block, single, None, at_least)]
    outside = ~table.in_village
    if outside.any() and table.in_village.any():
        asked = single & among(table.district, distinct(table.district[outside]))
        found.append(_pairs(table, spelt_in_district(table, features), table.district, asked, outside, at_least))
    pairs = _sorted(found, len(table))
    told_once = grouped(pairs.left, pairs.right, pairs.sure, len(table))
    return Twins(_with_equals(told_once, equal), equal, pairs, features, _respelt(table, features), len(table))


def _respelt(table: Table, features: Features) -> Flags:
    """Rows that hold a name which nobody wrote in them."""
    width = len(table.reading.word) + 1
    said, right = (every.row * width + every.feature for every in (table.said, features))
    changed = np.zeros(len(table), dtype=np.bool_)
    changed[right[~among(right, said)] // width] = True
    return changed


def _pairs(
    table: Table, features: Features, block: Ints, chosen: Flags, asking: Flags | None, at_least: float
) -> Pairs:
    rows = np.flatnonzero(chosen)
    number = np.cumsum(chosen) - 1
    kept = chosen[features.row]
    some = Features(number[features.row[kept]], features.feature[kept], features.kind[kept])
    known = Rows(totals(some, len(rows)), table.volume[rows], table.source[rows], table.in_village[rows])
    parts = list(_sure_pairs(some, known, block[rows], None if asking is None else asking[rows], at_least))
    left, right, sure = (np.concatenate(part) for part in zip(*parts, strict=True)) if parts else _NONE
    return Pairs(rows[left], rows[right], sure)


_NONE = (np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty(0))


def _sure_pairs(
    features: Features, known: Rows, block: Ints, asking: Flags | None, at_least: float
) -> Iterator[tuple[Ints, Ints, Floats]]:
    for pairs in candidates(features, block, asking):
        likely = pairs.where(names_agree(pairs, known))
        sure = np.minimum(confidence(likely, known), SUREST)
        keep = sure >= at_least
        yield likely.left[keep], likely.right[keep], sure[keep]


def _sorted(found: list[Pairs], rows: int) -> Pairs:
    left = np.concatenate([np.minimum(pairs.left, pairs.right) for pairs in found])
    right = np.concatenate([np.maximum(pairs.left, pairs.right) for pairs in found])
    order = np.argsort(left * rows + right)
    return Pairs(left[order], right[order], np.concatenate([pairs.sure for pairs in found])[order])


def _with_equals(groups: list[list[int]], equal: Ints) -> list[list[int]]:
    """The groups with every row that says all the same as a member, and groups of such rows alone."""
    later = np.flatnonzero(equal != np.arange(len(equal)))
    members: dict[int, list[int]] = {}
    for row, first in zip(later.tolist(), equal[later].tolist(), strict=True):
        members.setdefault(first, [first]).append(row)
    full = [sorted(row for first in group for row in members.pop(first, (first,))) for group in groups]
    return sorted([*full, *members.values()])
