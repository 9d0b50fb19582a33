"""The newest tables of all agencies read as figures, each with the cell it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import polars as pl
from django.db.models import OuterRef, Subquery

from selaras.engines.conflicts import Figure
from selaras.sectoral.conflicts.terms import Common, plain
from selaras.sectoral.models import Measure, Version


@dataclass(frozen=True)
class Cell:
    """Where a figure stands: `row` of the typed table, from 1."""

    version: Version
    measure: Measure
    row: int


@dataclass
class Read:
    """`cells`: by the identity of the figure, since two cells may hold equal figures. `unread`: reason and place."""

    figures: list[Figure] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)
    unread: list[tuple[str, str]] = field(default_factory=list)


def versions_compared() -> list[Version]:
    """Of each dataset with measures the newest version that keeps its standard, released or not; none withdrawn."""
    newest = Version.objects.filter(dataset=OuterRef("dataset"), check_in_force__isnull=False)
    newest = newest.exclude(check_in_force__table="").exclude(state=Version.State.WITHDRAWN).order_by("-number")
    found = Version.objects.filter(pk=Subquery(newest.values("pk")[:1]), dataset__measures__isnull=False).distinct()
    return list(found.select_related("dataset__agency", "check_in_force").order_by("dataset_id"))


def read_figures(versions: Iterable[Version], common: Common) -> Read:
    """Memory holds one table at a time and every figure; linear in the cells of the columns that are measured."""
    read = Read()
    measures: dict[int, list[Measure]] = defaultdict(list)
    for one in Measure.objects.order_by("pk"):
        measures[one.dataset_id].append(one)
    for version in versions:
        place = f"{version.dataset.title}, versi {version.number}"
        try:
            table = _table(version, measures[version.dataset_id])
        except FileNotFoundError:
            read.unread.append(("Tabelnya tidak ada di penyimpanan. Periksa versi ini sekali lagi.", place))
            continue
        for measure in measures[version.dataset_id]:
            _read_measure(read, version, measure, table, common)
    return read


def _table(version: Version, measures: Iterable[Measure]) -> pl.DataFrame:
    check = version.check_in_force
    assert check is not None  # noqa: S101 - `versions_compared` chose it by its table
    wanted = {name for one in measures for name in columns_of(one)}
    with check.table.open("rb") as file:
        table = pl.read_parquet(file)
    return table.select(name for name in table.columns if name in wanted)


def columns_of(measure: Measure) -> list[str]:
    names = (measure.value_column, measure.region_column, measure.period_column, measure.class_column)
    return [name for name in names if name]


def _read_measure(read: Read, version: Version, measure: Measure, table: pl.DataFrame, common: Common) -> None:
    place = f"{version.dataset.title}, versi {version.number}, kolom {measure.value_column}"
    lacking = [name for name in columns_of(measure) if name not in table.columns]
    if lacking:
        told = f"Kolom {', '.join(lacking)} tidak ada lagi. Ubah ukurannya."
        read.unread.append((told, place))
        return
    if not (table[measure.value_column].dtype.is_numeric()):
        read.unread.append(("Kolom ini bukan bilangan. Ubah jenisnya dalam standar.", place))
        return
    source, unit = version.dataset.agency.name, common.unit(measure.unit)
    indicator = common.terms.indicators.get(plain(measure.indicator), measure.indicator)
    for row, region, period, part, value in _rows(measure, table):
        if not region or not period:
            told = "Kode wilayah atau periodenya kosong. Isi keduanya."
            read.unread.append((told, f"{place}, baris {row}"))
            continue
        figure = Figure(
            source, indicator, region, measure.code_system, period, value, unit, _breakdown(measure, part), measure.step
        )
        read.figures.append(figure)
        read.cells[id(figure)] = Cell(version, measure, row)


def _rows(measure: Measure, table: pl.DataFrame) -> Iterator[tuple[int, str, str, str, Decimal | int]]:
    count = table.height
    periods = _texts(table, measure.period_column) if measure.period_column else [measure.period] * count
    parts = _texts(table, measure.class_column) if measure.class_column else [""] * count
    values = _values(table[measure.value_column])
    columns = (_texts(table, measure.region_column), periods, parts, values)
    for row, (region, period, part, value) in enumerate(zip(*columns, strict=True), 1):
        if value is not None:
            yield row, region, period, part, value


def _texts(table: pl.DataFrame, column: str) -> list[str]:
    return [str(value).strip() if value is not None else "" for value in table[column].to_list()]


def _values(column: pl.Series) -> list[Any]:
    """Whole numbers as they are; others with as many decimals as the most exact of their column shows, since a typed
    table has forgotten the zeros at their ends.
    """
    values = column.to_list()
    if column.dtype.is_integer():
        return values
    exact = [None if value is None else Decimal(repr(value)).normalize() for value in values]
    decimals = max((-int(one.as_tuple().exponent) for one in exact if one is not None), default=0)
    step = Decimal(1).scaleb(-max(decimals, 0))
    return [None if one is None else one.quantize(step) for one in exact]


def _breakdown(measure: Measure, part: str) -> tuple[tuple[str, str], ...]:
    member = measure.member
    if measure.class_column:
        member = "" if plain(part) == plain(measure.whole_word) else part
    return ((measure.dimension, member),) if member else ()
