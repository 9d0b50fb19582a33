"""Where the marks of a line chart stand, in per cent of its width and height: no text is ever scaled."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from selaras.sectoral.charting.choosing import Line, Number, Point

_TOP, _BOTTOM, _LEFT, _RIGHT = 9.0, 95.0, 1.0, 99.0
_MOST_TICKS = 5
_FINEST = 1e-100  # what differs by less is drawn alike: a logarithm of next to nothing does not exist


@dataclass(frozen=True)
class Plot:
    """`ticks`: height and figure. `series`: name, segments (x1, y1, x2, y2) and dots (x, y); heights from the top."""

    ticks: tuple[tuple[str, Number], ...]
    series: tuple[tuple[str, tuple[tuple[str, str, str, str], ...], tuple[tuple[str, str], ...]], ...]
    from_zero: bool


def plot_of(line: Line) -> Plot:
    """From zero where the figures come near it, so that no small change looks large; linear in the points."""
    values = [point.value for _name, points in line.series for point in points if point.value is not None]
    low, high, step = _scale(values or [0])
    times = [_moment(point.at) for _name, points in line.series for point in points]
    first, last = min(times), max(times)

    def place(point: Point) -> tuple[str, str]:
        x = _LEFT + (_RIGHT - _LEFT) * (_moment(point.at) - first) / ((last - first) or 1)
        return f"{x:.1f}%", _height((point.value or 0), low, high)

    series = []
    for name, points in line.series:
        spots = [place(point) if point.value is not None else None for point in points]
        segments = tuple((*one, *two) for one, two in pairwise(spots) if one and two)
        series.append((name, segments, tuple(spot for spot in spots if spot)))
    count = round((high - low) / step)
    ticks = tuple((_height(low + at * step, low, high), _tidy(low + at * step, step)) for at in range(count + 1))
    return Plot(ticks, tuple(series), low == 0)


def _height(value: float, low: float, high: float) -> str:
    return f"{_BOTTOM - (_BOTTOM - _TOP) * (value - low) / (high - low):.1f}%"


def _scale(values: list[Number]) -> tuple[float, float, float]:
    """The lowest and the highest line of the grid, and the step between two: 1, 2 or 5 times a power of ten."""
    low, high = min(values), max(values)
    if low == high or (low > 0 and (high - low) > 0.25 * high):
        low, high = min(low, 0), max(high, 0)
    rough = max(high - low or 1, _FINEST) / (_MOST_TICKS - 1)
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    return math.floor(low / step) * step, max(math.ceil(high / step), math.floor(low / step) + 1) * step, step


def _tidy(value: float, step: float) -> Number:
    return round(value) if step >= 1 else round(value, -math.floor(math.log10(step)))


def _moment(at: Any) -> float:
    if isinstance(at, datetime):
        return at.timestamp()
    if isinstance(at, date):
        return float(at.toordinal())
    if isinstance(at, str):  # a month, as 2020-02
        year, _sign, month = at.partition("-")
        return int(year) * 12 + int(month or 1)
    return float(at)
