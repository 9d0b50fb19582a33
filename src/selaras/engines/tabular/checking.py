"""A whole file against one kind of list: every row taken, or kept back with its reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import cast

from selaras.engines.tabular.finishing import FINISHERS
from selaras.engines.tabular.kind import Kind
from selaras.engines.tabular.kinds import kind_named
from selaras.engines.tabular.mapping import ColumnMatch, Field, Mapping, override, propose_mapping
from selaras.engines.tabular.marks import Draft, Mark, Outcome
from selaras.engines.tabular.money import scale_of_header
from selaras.engines.tabular.numerals import INDONESIAN, NumberForm, column_number_form
from selaras.engines.tabular.reading import USUAL_LIMITS, read_tables
from selaras.engines.tabular.readings import Value
from selaras.engines.tabular.regions import RegionIndex
from selaras.engines.tabular.table import Cell, Limits, Table, is_blank
from selaras.engines.tabular.values import Reading, read_choice, read_quantity, read_value
from selaras.engines.tabular.vocabulary import is_value, plain_name

_FORM_SAMPLE = 5_000
_SCALE_IN_TITLE = re.compile(r"\bdalam\s+(?:ribu|juta|mil[iy]ar)", re.I)
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One row of data. `values`: field to value for what could be read; `raw`: the cells as they came."""

    sheet: str
    number: int
    outcome: Outcome
    values: dict[str, Value]
    marks: tuple[Mark, ...]
    raw: tuple[Cell, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the row is kept back; empty where it is taken."""
        return tuple(mark.sentence for mark in self.marks if mark.stops)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the sender should confirm or may want to correct."""
        return tuple(mark.sentence for mark in self.marks if not mark.stops)


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """One sheet that was taken as this kind of list."""

    table: Table
    mapping: Mapping
    rows: tuple[CheckedRow, ...]


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet of the workbook that is not this kind of list, with the number of its rows of data."""

    sheet: str
    rows: int
    reason: str


@dataclass(frozen=True)
class CheckResult:
    """A file checked as one kind of list; `read` is always `taken` plus `kept`."""

    kind: str
    name: str
    sheets: tuple[CheckedTable, ...]
    other_sheets: tuple[OtherSheet, ...] = ()

    @cached_property
    def rows(self) -> tuple[CheckedRow, ...]:
        return tuple(row for sheet in self.sheets for row in sheet.rows)

    @property
    def read(self) -> int:
        return sum(len(sheet.table.rows) for sheet in self.sheets)

    @property
    def taken(self) -> int:
        return sum(row.outcome == "taken" for row in self.rows)

    @property
    def kept(self) -> int:
        return sum(row.outcome == "kept" for row in self.rows)

    @property
    def skipped(self) -> dict[str, int]:
        """Rows that are no data, by reason."""
        counts: dict[str, int] = {}
        for sheet in self.sheets:
            for reason, count in sheet.table.skipped_by_reason.items():
                counts[reason] = counts.get(reason, 0) + count
        return counts

    @property
    def columns(self) -> tuple[ColumnMatch, ...]:
        """The mapping of the first sheet that was taken."""
        return self.sheets[0].mapping.columns if self.sheets else ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Required fields that no column holds."""
        return self.sheets[0].mapping.missing if self.sheets else ()


def check(
    content: bytes,
    name: str,
    kind: str | Kind,
    *,
    mapping: Map[str, str] | None = None,
    regions: RegionIndex | None = None,
    limits: Limits = USUAL_LIMITS,
) -> CheckResult:
    """Read a file as one kind of list: one of `KINDS` by its name, or a kind of one's own.

    `mapping` (column name to field) overrides what is proposed; `regions` lets villages and districts be settled, which
    adds their codes to the values. A row is kept back where it cannot become an entry without a person: a required
    field missing, money unreadable, more cells than columns. All else is taken, with notes. Raises a `TabularError`
    with a sentence for the sender; no other exception. Linear in the cells.

    >>> result = check("No;Usulan;Biaya\\n1;Rabat beton;Rp 150 jt\\n2;;5.000.000".encode(), "usulan.csv", "proposals")
    >>> result.read, result.taken, result.kept, result.rows[0].values["cost"]
    (2, 1, 1, 150000000)
    >>> result.rows[0].notes
    ('Baris 2, kolom Biaya: "Rp 150 jt" kami baca sebagai Rp 150.000.000. Betul?',)
    >>> result.rows[1].reasons
    ('Baris 3, kolom Usulan: kosong. Isi usulan.',)
    """
    wanted = kind if isinstance(kind, Kind) else kind_named(kind)
    tables = read_tables(content, name, limits=limits)
    mapped = [(table, _mapping_of(table, wanted, mapping)) for table in tables]
    used, others = _choose(mapped)
    sheets = tuple(CheckedTable(table, found, tuple(_checked(table, found, wanted, regions))) for table, found in used)
    return CheckResult(wanted.name, name, sheets, others)


def _mapping_of(table: Table, kind: Kind, chosen: Map[str, str] | None) -> Mapping:
    proposed = propose_mapping(table, kind.fields)
    return override(proposed, chosen, kind.fields) if chosen else proposed


def _choose(mapped: list[tuple[Table, Mapping]]) -> tuple[list[tuple[Table, Mapping]], tuple[OtherSheet, ...]]:
    """The sheets that hold every required field; where none does, the one that holds most."""
    fitting = [pair for pair in mapped if pair[0].rows and not pair[1].missing]
    fitting = [pair for pair in fitting if not pair[0].facts.hidden] or fitting
    if not fitting:
        best = max(mapped, key=lambda p: (not p[0].facts.hidden, bool(p[0].rows), len(p[1].as_dict()), len(p[0].rows)))
        fitting = [best]
    used = {id(table) for table, _ in fitting}
    others = tuple(
        OtherSheet(
            table.facts.sheet,
            len(table.rows),
            "lembar tersembunyi" if table.facts.hidden else "tidak memuat kolom yang diperlukan",
        )
        for table, _ in mapped
        if id(table) not in used
    )
    return fitting, others


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    name: str
    field: Field
    form: NumberForm
    read: Callable[[Cell], Reading]


def _checked(table: Table, mapping: Mapping, kind: Kind, regions: RegionIndex | None) -> Iterator[CheckedRow]:
    columns = _columns(table, mapping, kind)
    wide = _wide_columns(table, mapping, kind)
    finish = FINISHERS.get(kind.name)
    names = {column.field.name: (column.index, column.name) for column in columns}
    for row in table.rows:
        draft = Draft(row, table, names, regions)
        if not _is_ragged(draft, table):  # else every cell may stand in the wrong column
            _read_cells(draft, columns, wide)
            if finish:
                finish(draft)
            _require(draft, kind)
        marks = tuple(draft.marks)
        outcome: Outcome = "kept" if any(mark.stops for mark in marks) else "taken"
        yield CheckedRow(table.facts.sheet, row.number, outcome, draft.values, marks, row.cells)


def _columns(table: Table, mapping: Mapping, kind: Kind) -> list[_Column]:
    title_scale = next((scale_of_header(title) for title in table.titles if _SCALE_IN_TITLE.search(title)), 1)
    columns = []
    for match in mapping.columns:
        if match.field is None:
            continue
        one = kind.named(match.field)
        form, scale = INDONESIAN, 1
        if one.kind in ("money", "number", "quantity"):
            form = column_number_form(islice(table.column(match.index), _FORM_SAMPLE))
        if one.kind == "money":
            scale = scale_of_header(match.column)
            scale = title_scale if scale == 1 else scale
        columns.append(_Column(match.index, match.column, one, form, _reader(one, form, scale)))
    return columns


def _wide_columns(table: Table, mapping: Mapping, kind: Kind) -> list[tuple[str | int, _Column]]:
    """Columns left over that are one value a year or a criterion."""
    if kind.wide is None or mapping.column_of("value") is not None:
        return []
    found: list[tuple[str | int, _Column]] = []
    for match in mapping.columns:
        key = _wide_key(kind, match, table)
        if key is None:
            continue
        form = column_number_form(islice(table.column(match.index), _FORM_SAMPLE))
        one = Field(kind.wide.field, match.column, "number", blocking=True)
        found.append((key, _Column(match.index, match.column, one, form, _reader(one, form, 1))))
    return found


def _wide_key(kind: Kind, match: ColumnMatch, table: Table) -> str | int | None:
    if kind.wide is not None and kind.wide.by == "year":
        year = _YEAR_IN_NAME.search(match.column)
        is_target = match.field in (None, "target") and "awal" not in plain_name(match.column)
        return int(year[1]) if year and is_target else None
    if match.field is not None:
        return None
    present = [cell for cell in islice(table.column(match.index), 200) if not is_blank(cell)]
    numeric = sum(map(is_value, present))
    return match.column if present and numeric * 2 > len(present) else None


def _is_ragged(draft: Draft, table: Table) -> bool:
    width, cells = len(table.header), draft.row.cells
    if len(cells) <= width or all(map(is_blank, cells[width:])):
        return False
    draft.stop(
        "",
        f"ada {len(cells)} sel, padahal tabel ini {width} kolom. "
        "Mungkin ada pemisah kolom di dalam teks atau angka; beri tanda kutip.",
    )
    return True


def _read_cells(draft: Draft, columns: list[_Column], wide: list[tuple[str | int, _Column]]) -> None:
    for column in columns:
        _read_into(draft, column, draft.row.cells[column.index])
    for key, column in wide:
        _read_wide(draft, key, column, draft.row.cells[column.index])


def _read_into(draft: Draft, column: _Column, cell: Cell) -> None:
    if cell == "":
        return
    if column.field.kind == "quantity":
        reading, unit = read_quantity(cell, column.form)
        draft.put(column.field, reading)
        draft.written_unit = draft.written_unit or unit
    else:
        draft.put(column.field, column.read(cell))


def _reader(one: Field, form: NumberForm, scale: int) -> Callable[[Cell], Reading]:
    if one.kind == "choice":
        return lambda cell: read_choice(cell, one.choices)
    return lambda cell: read_value(one.kind, cell, form, scale)


def _read_wide(draft: Draft, key: str | int, column: _Column, cell: Cell) -> None:
    if is_blank(cell):
        return
    reading = column.read(cell)
    if isinstance(reading.value, Decimal):
        held = cast("dict[str | int, Decimal]", draft.values.setdefault(column.field.name, {}))
        held[key] = reading.value
    if reading.note:
        draft.say(column.name, reading.note, column.index)
    if reading.problem:
        draft.stop(column.name, reading.problem, column.index)


def _require(draft: Draft, kind: Kind) -> None:
    stopped = {mark.field for mark in draft.marks if mark.stops}
    for one in kind.fields:
        if one.required and one.name not in draft.values and one.name not in stopped:
            draft.lack(one)
    for group in kind.any_of:
        if not any(name in draft.values for name in group):
            labels = " atau ".join(one.label for one in kind.fields if one.name in group)
            draft.stop("", f"tidak ada {labels}. Isi dahulu.")
