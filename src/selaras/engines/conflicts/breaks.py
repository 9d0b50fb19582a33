"""Where a series of one source breaks: a level that jumps, a single number that leaps out and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from selaras.engines.conflicts.growth import GrowthMethod, Growths, growths_of
from selaras.engines.conflicts.model import Aligned, Breakdown

BreakKind = Literal["shift", "spike"]


@dataclass(frozen=True, slots=True)
class Series:
    """What one source states on one thing over time, in order of time."""

    source: str
    indicator: str
    region: str
    breakdown: Breakdown
    points: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """`spike`: the number `at` leaps out and the next comes back. `shift`: the level changes from `before` to `at`.

    At either end of a series a shift may as well be one wrong number. `growth` and `usual` are arc growths a step,
    `spread` the usual distance between the two, `strength` = |growth - usual| / spread.
    """

    series: Series
    kind: BreakKind
    before: Aligned
    at: Aligned
    growth: float
    usual: float
    spread: float
    strength: float


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A series that gives no ground to judge; `reason` in Indonesian."""

    series: Series
    reason: str


@dataclass(frozen=True, slots=True)
class Breaks:
    found: tuple[Break, ...]
    unjudged: tuple[Unjudged, ...]
    judged: int


def series_of(aligned: Iterable[Aligned]) -> list[Series]:
    """Figures as series: one of each source, indicator, region, part, dimension and length of period. O(n log n).

    Of two figures for one period the smaller counts; that they differ is a disagreement, not a break.
    """
    grouped: dict[tuple[object, ...], list[Aligned]] = defaultdict(list)
    for one in sorted(aligned, key=lambda one: (one.period, one.value)):
        place = (one.figure.source, one.indicator, one.region, one.breakdown)
        points = grouped[*place, one.unit.dimension, one.period.months]
        if not points or points[-1].period != one.period:
            points.append(one)
    made = [
        Series(points[0].figure.source, points[0].indicator, points[0].region, points[0].breakdown, tuple(points))
        for points in grouped.values()
    ]
    return sorted(made, key=lambda one: (one.source, one.indicator, one.region, one.breakdown, one.points[0].period))


def breaks(aligned: Iterable[Aligned], method: GrowthMethod | None = None) -> Breaks:
    """Every break of every series, by robust distance of growth (see `growth`). O(n log n).

    >>> from selaras.engines.conflicts.aligning import align
    >>> from selaras.engines.conflicts.model import Figure, Terms
    >>> values = [1000, 1010, 1021, 1030, 1042, 1530, 1546, 1560, 1575, 1592]
    >>> said = [Figure("BPS", "sawah", "33.05", "kemendagri", str(2010 + year), value, "ha")
    ...         for year, value in enumerate(values)]
    >>> [(one.kind, one.at.figure.period) for one in breaks(align(said, Terms("kemendagri")).aligned).found]
    [('shift', '2015')]
    """
    chosen = method or GrowthMethod()
    found: list[Break] = []
    unjudged: list[Unjudged] = []
    judged = 0
    for series in series_of(aligned):
        growths = growths_of(series.points, chosen)
        if isinstance(growths, str):
            unjudged.append(Unjudged(series, growths))
        else:
            judged += 1
            found += _told(series, growths)
    return Breaks(tuple(found), tuple(unjudged), judged)


def _told(series: Series, growths: Growths) -> list[Break]:
    found: list[Break] = []
    step = 0
    while step < len(growths.growth):
        if not growths.outside[step]:
            step += 1
            continue
        back = step + 1 < len(growths.growth) and growths.outside[step + 1]
        spike = bool(back) and growths.away(step) * growths.away(step + 1) < 0
        found.append(
            Break(
                series,
                "spike" if spike else "shift",
                series.points[step],
                series.points[step + 1],
                float(growths.growth[step]),
                growths.usual,
                float(growths.spread[step]),
                abs(growths.away(step)) / float(growths.spread[step]),
            )
        )
        step += 2 if spike else 1
    return found
