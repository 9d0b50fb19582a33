"""Exact arithmetic on columns of whole numbers."""

from __future__ import annotations

from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]

NANO = 1_000_000_000  # one point of a scale, and the whole of a scale, in the units of the inner columns
_SAFE = 2**62


def kind_for(bound: int) -> Any:
    """The column type that holds whole numbers up to `bound`: machine integers, or Python's where those overflow."""
    return np.int64 if bound < _SAFE else np.object_


def largest(values: NDArray[Any]) -> int:
    """The largest absolute value, 0 for an empty column."""
    return int(np.abs(values).max()) if values.size else 0


def scaled(values: IntArray, numerator: int, denominator: int) -> IntArray:
    """`values` times numerator / denominator (both > 0), each rounded to the nearest whole, halves up. O(n).

    >>> scaled(np.array([1, 2, 3, -1]), 1, 2).tolist()
    [1, 1, 2, 0]
    """
    common = gcd(numerator, denominator)
    numerator, denominator = numerator // common, denominator // common
    wide = values.astype(kind_for(2 * numerator * largest(values) + denominator))
    result: IntArray = ((2 * numerator * wide + denominator) // (2 * denominator)).astype(np.int64)
    return result


def divided(sums: IntArray, counts: IntArray) -> IntArray:
    """`sums` / `counts` rounded to the nearest whole, halves up; 0 where the count is 0. O(n)."""
    by = np.maximum(counts, 1)
    result: IntArray = (2 * sums + by) // (2 * by)
    return result


def summed(values: IntArray, into: IntArray, size: int) -> IntArray:
    """The sum of `values` per slot of `into` (0 … size - 1), exact. O(n)."""
    total = np.zeros(size, dtype=np.int64)
    np.add.at(total, into, values)
    return total
