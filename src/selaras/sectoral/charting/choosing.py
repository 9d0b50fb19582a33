"""Line, bars or none: the rule, and the rows that the chart is drawn from. A handful of questions to the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.tabular.standard import Standard, StandardField
from selaras.sectoral.charting.roles import Roles, roles_of
from selaras.sectoral.serving import Ask, Filter, ServedTable, Sort

MOST_LINES, MOST_BARS = 6, 20
_MOST_POINTS = 120  # of all lines together: what one still tells apart on a phone
_FEWEST_TIMES = 3
Number = int | float


@dataclass(frozen=True)
class Point:
    at: Any
    value: Number | None


@dataclass(frozen=True)
class Line:
    """Series over time, each a name ("" where there is but one) with its points in the order of time."""

    time: StandardField
    measure: StandardField
    series: tuple[tuple[str, tuple[Point, ...]], ...]
    group: StandardField | None = None


@dataclass(frozen=True)
class Bar:
    name: str
    value: Number


@dataclass(frozen=True)
class Bars:
    """The largest first. `of`: how many there are in all. `at`: the time they stand for, where the table has any."""

    group: StandardField
    measure: StandardField
    bars: tuple[Bar, ...]
    of: int
    time: StandardField | None = None
    at: Any = None


@dataclass(frozen=True)
class NoChart:
    reason: str


def chart_of(table: ServedTable, standard: Standard) -> Line | Bars | NoChart:
    """Raises TooLong where the table is too large to be asked."""
    roles = roles_of(standard, [one.name for one in table.columns])
    if roles.measure is None:
        return NoChart(_("Tabel ini tidak punya kolom angka yang dapat digambar."))
    if len(roles.groups) > 1:
        told = {"names": ", ".join(one.label for one in (*filter(None, [roles.time]), *roles.groups))}
        return NoChart(_("Setiap angka ditentukan oleh beberapa kolom sekaligus (%(names)s). Saring tabelnya.") % told)
    if roles.time:
        return _over_time(table, roles.time, roles)
    if roles.groups:
        return _bars(table, roles, ())
    return NoChart(_("Tabel ini tidak punya kolom waktu atau nama yang membedakan barisnya."))


def _over_time(table: ServedTable, time: StandardField, roles: Roles) -> Line | Bars | NoChart:
    """Lines where there are enough points in time and few enough series; else bars of the newest time."""
    assert roles.measure  # noqa: S101 - asked before
    group = roles.groups[0] if roles.groups else None
    many = len(table.distinct(group.name, limit=MOST_LINES + 1)) if group else 1
    times = table.rows(Ask(columns=(time.name,), distinct=True, sort=(Sort(time.name, True),), limit=_MOST_POINTS))
    times = [row for row in times if row[0] is not None]
    if many <= MOST_LINES and len(times) >= _FEWEST_TIMES:
        return _lines(table, time, roles.measure, group, times[min(len(times), _MOST_POINTS // max(many, 1)) - 1][0])
    if group and times:
        return _bars(table, roles, (Filter(time.name, "is", times[0][0]),), time, times[0][0])
    return NoChart(_("Baru ada %(n)s titik waktu; grafik garis perlu paling sedikit tiga.") % {"n": len(times)})


def _lines(
    table: ServedTable, time: StandardField, measure: StandardField, group: StandardField | None, since: Any
) -> Line | NoChart:
    names = (time.name, measure.name, *([group.name] if group else []))
    kept, most = (Filter(time.name, "from", since),), _MOST_POINTS + 1
    rows = table.rows(Ask(columns=names, filters=kept, sort=(Sort(time.name),), limit=most))
    if len({(row[0], row[2:]) for row in rows}) < len(rows) or len(rows) == most:
        return _not_one_each(time, group)
    series: dict[str, list[Point]] = {}
    for at, value, *name in rows:
        series.setdefault(str(name[0]) if name else "", []).append(Point(at, value))
    ordered = sorted(series.items(), key=lambda one: -(one[1][-1].value or 0))
    return Line(time, measure, tuple((name, tuple(points)) for name, points in ordered), group)


def _bars(
    table: ServedTable,
    roles: Roles,
    filters: tuple[Filter, ...],
    time: StandardField | None = None,
    at: Any = None,
) -> Bars | NoChart:
    group, measure = roles.groups[0], roles.measure
    assert measure  # noqa: S101 - asked before
    asked = Ask(columns=(group.name, measure.name), filters=filters, sort=(Sort(measure.name, True),), limit=MOST_BARS)
    many = table.count(asked)
    if table.count(Ask(columns=(group.name,), filters=filters, distinct=True)) < many:
        return _not_one_each(time, group)
    bars = tuple(Bar(str(name), value) for name, value in table.rows(asked) if name is not None and value is not None)
    if len(bars) < 2:
        return NoChart(_("Tabel ini terlalu pendek untuk digambar."))
    return Bars(group, measure, bars, many, time, at)


def _not_one_each(*columns: StandardField | None) -> NoChart:
    told = {"names": ", ".join(one.label for one in columns if one)}
    return NoChart(_("Ada beberapa baris untuk satu %(names)s, jadi tidak ada satu angka yang dapat digambar.") % told)
