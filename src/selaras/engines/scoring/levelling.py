"""Level the marks of lenient and severe assessors, one criterion at a time.

Marks are whole nano-points (10⁻⁹ of a point of the scale). Three ways:

* ``none``: the mean of the marks a proposal got.
* ``zscore``: each assessor's marks are brought to the same mean and spread first. An assessor who gives every
  proposal the same mark says nothing and counts as the mean.
* ``bias``: the two-way additive model *mark = worth of the proposal + leniency of the assessor*, fitted by least
  squares (Searle, *Linear Models*, 1971, chapter 7: the two-way crossed classification). Assessor effects are not
  shrunk by default: only the unshrunk estimate takes an assessor's constant out whole, so that marking
  everything one point higher moves nobody. `shrinkage` adds that many imaginary neutral marks to each assessor, for
  panels where some marked very little; then part of the constant stays in.

Assessors who share no proposal with the others, even through third ones, cannot be compared with them. Under
``bias`` each such group's proposals are centred on the mean of all, and the groups are reported.

Why every machine gets the same: sums are sums of whole numbers; the few floats are made by single additions,
multiplications, divisions and square roots in a fixed order, which IEEE 754 rounds alike everywhere (no
BLAS, no sums whose order the hardware picks); a leniency is then rounded to a micro-point, and all that follows is
whole numbers again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from selaras.engines.scoring.model import Normalise
from selaras.engines.scoring.whole import IntArray, divided, summed

_MICRO = 1_000  # nano-points


@dataclass(frozen=True, slots=True)
class Column:
    """The marks on one criterion: parallel columns of proposal index, assessor index, value in nano-points."""

    proposal: IntArray
    assessor: IntArray
    value: IntArray
    proposals: int
    assessors: int

    @property
    def counts(self) -> IntArray:
        return np.bincount(self.proposal, minlength=self.proposals).astype(np.int64)

    def means(self, values: IntArray) -> IntArray:
        """The mean of `values` per proposal, 0 where nobody marked it."""
        return divided(summed(values, self.proposal, self.proposals), self.counts)


@dataclass(frozen=True, slots=True)
class Levelled:
    """Per proposal its worth in nano-points (meaningless where nobody marked it), the groups of assessors."""

    worth: IntArray
    groups: tuple[tuple[int, ...], ...]


def level(column: Column, how: Normalise, shrinkage: int = 0) -> Levelled:
    """Level one criterion. O(m + a³) for m marks and a assessors, the cubic part in numpy.

    >>> column = Column(np.array([0, 0, 1]), np.array([0, 1, 1]), np.array([2, 4, 4]) * 10**9, 2, 2)
    >>> (level(column, "none").worth / 1e9).tolist(), (level(column, "bias").worth / 1e9).tolist()
    ([3.0, 4.0], [3.5, 3.5])
    """
    if how == "none":
        return Levelled(column.means(column.value), ())
    if how == "zscore":
        return Levelled(column.means(_standardised(column)), ())
    return _without_bias(column, shrinkage)


def _anchor(column: Column) -> int:
    """The mean over marked proposals of their plain means: where levelled marks are centred."""
    marked = column.counts > 0
    return _mean(column.means(column.value)[marked])


def _mean(values: IntArray) -> int:
    return (2 * int(values.sum()) + len(values)) // (2 * len(values)) if len(values) else 0


def _standardised(column: Column) -> IntArray:
    """Marks brought to the common mean and the pooled spread."""
    count = np.bincount(column.assessor, minlength=column.assessors)
    total = np.zeros(column.assessors, dtype=object)  # squares of nano-points outgrow machine integers
    square = np.zeros(column.assessors, dtype=object)
    wide = column.value.astype(object)
    np.add.at(total, column.assessor, wide)
    np.add.at(square, column.assessor, wide * wide)
    moment = [int(n) * int(q) - int(t) ** 2 for n, q, t in zip(count, square, total, strict=True)]
    pooled = math.sqrt(sum(m // int(n) for m, n in zip(moment, count, strict=True) if n) / max(len(column.value), 1))
    stretch = np.array([pooled * int(n) / math.sqrt(m) if m else 0.0 for m, n in zip(moment, count, strict=True)])
    centre = np.array([int(t) / int(n) if n else 0.0 for t, n in zip(total, count, strict=True)])
    spread = (column.value - centre[column.assessor]) * stretch[column.assessor]
    levelled: IntArray = np.rint(spread).astype(np.int64) + _anchor(column)
    return levelled


def _without_bias(column: Column, shrinkage: int) -> Levelled:
    group_of_proposal, group_of_assessor = _groups(column)
    leniency = _leniency(column, group_of_assessor, shrinkage)
    worth = column.means(column.value - leniency[column.assessor])
    marking = np.bincount(column.assessor, minlength=column.assessors) > 0
    groups = _members(group_of_assessor, marking)
    if shrinkage:
        return Levelled(worth, groups)
    marked = column.counts > 0
    at = group_of_proposal[marked]
    size = int(group_of_proposal.max(initial=0)) + 1
    centre = divided(summed(worth[marked], at, size), np.bincount(at, minlength=size).astype(np.int64))
    return Levelled(worth - centre[group_of_proposal] + _anchor(column), groups)


def _groups(column: Column) -> tuple[IntArray, IntArray]:
    """The connected parts of the graph of who marked what: per proposal, per assessor."""
    nodes = column.proposals + column.assessors
    edges = (np.ones(len(column.proposal), dtype=np.int8), (column.proposal, column.proposals + column.assessor))
    _, part = connected_components(coo_array(edges, shape=(nodes, nodes)), directed=False)
    part = part.astype(np.int64)
    return part[: column.proposals], part[column.proposals :]


def _members(group_of_assessor: IntArray, marking: NDArray[np.bool_]) -> tuple[tuple[int, ...], ...]:
    members: dict[int, list[int]] = {}
    for assessor in np.flatnonzero(marking).tolist():
        members.setdefault(int(group_of_assessor[assessor]), []).append(assessor)
    return tuple(tuple(group) for group in members.values())


def _leniency(column: Column, group_of_assessor: IntArray, shrinkage: int) -> IntArray:
    """Least-squares assessor effects in nano-points, whole micro-points; the first of each group is the zero."""
    matrix, right = _normal_equations(column)
    free = np.ones(column.assessors, dtype=bool)
    if shrinkage:
        matrix[np.diag_indices_from(matrix)] += shrinkage
    else:
        free[np.unique(group_of_assessor, return_index=True)[1]] = False
    effect = np.zeros(column.assessors, dtype=np.int64)
    exact_to_nano = np.rint(_solve(matrix[np.ix_(free, free)], right[free])).astype(np.int64)
    effect[free] = (exact_to_nano + _MICRO // 2) // _MICRO * _MICRO  # via nano: noise cannot tip a half micro
    return effect


def _normal_equations(column: Column) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The equations of the assessor effects after the proposal effects are eliminated.

    Proposals are taken by how many marks they got, so that all sums are of whole numbers, each divided once.
    """
    size = column.assessors
    counts = column.counts
    per_mark = counts[column.proposal]
    rest = per_mark * column.value - summed(column.value, column.proposal, column.proposals)[column.proposal]
    matrix = np.diag(np.bincount(column.assessor, minlength=size).astype(np.float64))
    right = np.zeros(size)
    for count in np.unique(per_mark).tolist():
        of = per_mark == count
        ones = np.ones(int(of.sum()), dtype=np.int64)
        who = coo_array((ones, (column.proposal[of], column.assessor[of])), shape=(column.proposals, size)).tocsr()
        matrix -= _together(who) / count
        right += summed(rest[of], column.assessor[of], size) / count
    return matrix, right


def _together(who: Any) -> IntArray:
    """How many proposals each two assessors both marked."""
    shared: IntArray = (who.T @ who).toarray().astype(np.int64)
    return shared


def _solve(matrix: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Elimination without pivoting (a grounded Laplacian needs none) in elementwise steps, alike on every machine."""
    left, found = matrix.copy(), right.copy()
    size = len(found)
    for k in range(size):
        factor = left[k + 1 :, k] / left[k, k]
        left[k + 1 :, k:] -= factor[:, None] * left[k, k:]
        found[k + 1 :] -= factor * found[k]
    for k in range(size - 1, -1, -1):
        found[k] = found[k] / left[k, k]
        found[:k] -= left[:k, k] * found[k]
    return found
