"""The chart of a version as the page draws it, and the sentence that it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from selaras.engines.tabular.standard import Standard
from selaras.sectoral.charting import Bars, Line, NoChart, Plot, chart_of, plot_of
from selaras.sectoral.models import Version
from selaras.sectoral.pages.catalogue.cells import NOTHING, with_unit, words_of
from selaras.sectoral.serving import ServedTable


@dataclass(frozen=True)
class Figure:
    """`answer`: what the chart says first. `until`: the newest time in it. `rows`: its table, the names in front."""

    answer: str
    title: str
    head: str
    rows: list[tuple[str, list[str]]]
    names: list[str] = field(default_factory=list)
    bars: list[tuple[str, str, str, str]] = field(default_factory=list)  # name, figure, start and width in per cent
    plot: Plot | None = None
    ticks: list[tuple[str, str]] = field(default_factory=list)
    until: str = ""
    first: str = ""
    rest: int = 0


def figure_of(table: ServedTable, standard: Standard, version: Version) -> Figure | NoChart:
    """Raises TooLong."""
    chart = chart_of(table, standard)
    if isinstance(chart, Line):
        return _lines(chart, version)
    return _bars(chart, version) if isinstance(chart, Bars) else chart


def _lines(line: Line, version: Version) -> Figure:
    plot = plot_of(line)
    times = sorted({point.at for _name, points in line.series for point in points})
    by = line.time.label
    if line.group:
        by = _("%(time)s dan %(group)s") % {"time": by, "group": line.group.label}
    told = {"measure": capfirst(line.measure.label), "time": by}
    return Figure(
        answer=_newest(line, version, times[-1]),
        title=_("%(measure)s menurut %(time)s") % told,
        head=line.time.label,
        names=[name or line.measure.label for name, _points in line.series],
        rows=[(words_of(at, line.time), list(_values_at(line, at))) for at in reversed(times)],
        plot=plot,
        ticks=[(height, words_of(value, line.measure)) for height, value in plot.ticks],
        first=words_of(times[0], line.time),
        until=words_of(times[-1], line.time),
    )


def _values_at(line: Line, at: Any) -> Iterator[str]:
    for _name, points in line.series:
        found = next((point.value for point in points if point.at == at), None)
        yield NOTHING if found is None else words_of(found, line.measure)


def _newest(line: Line, version: Version, at: Any) -> str:
    """Of one series its newest figure and where it comes from; of several the largest at the newest time."""
    if len(line.series) > 1:
        there = [(name, one.value) for name, points in line.series for one in points if one.at == at]
        name, value = max(there, key=lambda each: each[1] if each[1] is not None else float("-inf"))
        told = {"time": words_of(at, line.time), "name": name, "value": with_unit(value, line.measure, version)}
        return _("Tertinggi pada %(time)s: %(name)s, %(value)s.") % told
    points = line.series[0][1]
    told = {
        "time": words_of(points[-1].at, line.time),
        "value": with_unit(points[-1].value, line.measure, version),
        "since": words_of(points[0].at, line.time),
        "before": with_unit(points[0].value, line.measure, version),
    }
    return _("%(time)s: %(value)s. Pada %(since)s: %(before)s.") % told


def _bars(chart: Bars, version: Version) -> Figure:
    low, high = min(0, chart.bars[-1].value), max(0, chart.bars[0].value)
    whole = (high - low) or 1
    bars = [
        (
            one.name,
            words_of(one.value, chart.measure),
            f"{(min(one.value, 0) - low) / whole * 100:.1f}%",
            f"{abs(one.value) / whole * 100:.1f}%",
        )
        for one in chart.bars
    ]
    first, last = chart.bars[0], chart.bars[-1]
    told = {"name": first.name, "value": with_unit(first.value, chart.measure, version)}
    answer = _("Tertinggi: %(name)s, %(value)s.") % told
    if chart.of == len(chart.bars):
        told = {"name": last.name, "value": with_unit(last.value, chart.measure, version)}
        answer += " " + _("Terendah: %(name)s, %(value)s.") % told
    until = words_of(chart.at, chart.time) if chart.time else ""
    title = _("%(measure)s menurut %(time)s") % {"measure": capfirst(chart.measure.label), "time": chart.group.label}
    return Figure(
        answer=answer,
        title=f"{title}, {until}" if until else title,
        head=chart.group.label,
        names=[chart.measure.label],
        rows=[],
        bars=bars,
        until=until,
        rest=chart.of - len(chart.bars),
    )
