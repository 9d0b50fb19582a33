"""How far the growth of each step lies from what is usual in its own series.

The growth of a step is the arc growth 2 (x' - x) / (|x'| + |x|) (Davis and Haltiwanger 1992), which a zero does not
upset, divided by the number of steps where periods are missing. What is usual is the median; the spread is the median
absolute deviation times 1.4826, the factor that makes it a standard deviation under normality (Hampel 1974; Leys et al.
2013), and never less than what rounding and, for single things that are counted, chance alone make.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selaras.engines.conflicts.model import Aligned

Floats = NDArray[np.float64]
_NORMAL = 1.4826


@dataclass(frozen=True, slots=True)
class GrowthMethod:
    """A step is outside where its distance is over `times` the spread and over `least` of the level.

    `least` 0.3 leaves every jump below about 35 % alone: dearer fuel or an epidemic makes such a jump in sound data.
    `points`: a shorter series is not judged. `wild`: nor is one whose spread is larger. `calm`: a smaller spread counts
    as this, so that a series that never moved is not blamed for its first small move.
    """

    points: int = 8
    times: float = 6.0
    least: float = 0.3
    wild: float = 0.25
    calm: float = 0.01


@dataclass(frozen=True, slots=True)
class Growths:
    """A place for each step from one point to the next."""

    growth: Floats
    usual: float
    spread: Floats
    outside: NDArray[np.bool_]

    def away(self, step: int) -> float:
        return float(self.growth[step]) - self.usual


def growths_of(points: Sequence[Aligned], method: GrowthMethod) -> Growths | str:
    """The growth of each step of a series in order of time, or why there is no ground to judge it (Indonesian)."""
    if len(points) < method.points:
        return f"Baru {len(points)} periode; lonjakan dinilai mulai {method.points} periode."
    values = np.array([float(one.value) for one in points])
    if values.min() < 0 < values.max():
        return "Angkanya berganti tanda, sehingga pertumbuhannya tidak berarti."
    level = (np.abs(values[1:]) + np.abs(values[:-1])) / 2
    divisor = np.where(level > 0, level, 1.0)
    growth = np.diff(values) / divisor / _steps(points)
    usual = float(np.median(growth))
    usual_spread = _NORMAL * float(np.median(np.abs(growth - usual)))
    if usual_spread > method.wild:
        return "Angkanya selalu naik turun tajam, sehingga satu lonjakan tidak dapat dibedakan dari biasanya."
    spread = np.maximum(np.maximum(usual_spread, method.calm), _chance(points, values, divisor))
    away = np.abs(growth - usual)
    return Growths(growth, usual, spread, (away > method.times * spread) & (away > method.least))


def _steps(points: Sequence[Aligned]) -> Floats:
    """How many periods lie between neighbours: 1 where none is missing."""
    months = points[0].period.months
    ends = np.array([12 * one.period.first.year + one.period.first.month for one in points], dtype=np.float64)
    return np.maximum(np.diff(ends) / months, 1.0)


def _chance(points: Sequence[Aligned], values: Floats, divisor: Floats) -> Floats:
    """The standard deviation that rounding (uniform) and counting (Poisson) alone give a step, in arc growth."""
    halves = np.array([float(one.half) for one in points])
    variance = halves**2 / 3 + (np.abs(values) if points[0].unit.counts else 0.0)
    spread: Floats = np.sqrt(variance[1:] + variance[:-1]) / divisor
    return spread
