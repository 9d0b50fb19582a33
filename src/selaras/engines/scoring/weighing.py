"""Weigh the shares of every criterion into whole score units, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

import numpy as np
from numpy.typing import NDArray

from selaras.engines.scoring.whole import NANO, IntArray, kind_for

WHOLE = 1_000_000  # score units of a proposal that got the highest mark everywhere


@dataclass(frozen=True, slots=True)
class Weighed:
    """Per proposal its units, their split over the criteria, and whether there was anything to weigh."""

    units: IntArray
    parts: IntArray
    scored: NDArray[np.bool_]


def whole_weights(weights: Sequence[Fraction]) -> list[int]:
    """The smallest whole numbers in the same proportions.

    >>> whole_weights([Fraction(1, 2), Fraction(1, 3), Fraction(0)])
    [3, 2, 0]
    """
    common = lcm(*(weight.denominator for weight in weights))
    whole = [int(weight * common) for weight in weights]
    shared = gcd(*whole) or 1
    return [weight // shared for weight in whole]


def weigh(
    share: IntArray, counted: NDArray[np.bool_], weights: Sequence[Fraction], factor: IntArray, factor_of: int
) -> Weighed:
    """Units = 1,000,000 · Σ weight · share / Σ weight · factor / factor_of, rounded to the nearest, halves up.

    `share` (P×C, billionths) enters where `counted` (P×C). The parts are rounded so that they sum to the units
    (largest remainder, earlier criterion first). O(P·C), in machine integers where they suffice, else in Python's.
    """
    whole = np.array(whole_weights(weights), dtype=np.object_)
    top = int(factor.max(initial=0))
    bound = 2 * int(whole.sum()) * max(NANO * top, NANO // WHOLE * factor_of) + 1
    kind = kind_for(bound)
    weight, many = whole.astype(kind), factor.astype(kind)
    divisor = (counted * weight).sum(axis=1) * (NANO // WHOLE * factor_of)
    scored = divisor > 0
    divisor = np.where(scored, divisor, 1)
    summand = np.where(counted, share.astype(kind) * weight, 0) * many[:, None]
    units = (2 * summand.sum(axis=1) + divisor) // (2 * divisor)
    parts = summand // divisor[:, None]
    left = units - parts.sum(axis=1)
    rank = np.argsort(np.argsort(-(summand - parts * divisor[:, None]), axis=1, kind="stable"), axis=1, kind="stable")
    parts = parts + (rank < left[:, None])
    return Weighed(units.astype(np.int64), parts.astype(np.int64), scored.astype(bool))
