"""A whole file described: its form, its sheets, one decision a column, and every doubt."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

from selaras.engines.tabular.column_types import decide
from selaras.engines.tabular.description import Column, Description, Doubt, Sheet
from selaras.engines.tabular.errors import UnknownSheet
from selaras.engines.tabular.header_doubts import header_doubts
from selaras.engines.tabular.profile import Profile, profile_of
from selaras.engines.tabular.reading import USUAL_LIMITS, read_tables_as_they_stand
from selaras.engines.tabular.table import Cell, Grid, Limits, Row, Table


def describe(content: bytes, name: str = "", *, sheet: str = "", limits: Limits = USUAL_LIMITS) -> Description:
    """What a file is: encoding, delimiter, sheets, header, columns with their types, rows, and what is in doubt.

    `sheet` names the one to take for the table; else it is the visible one with the most rows. Linear in the cells.
    Raises a `TabularError` whose text is an Indonesian sentence for the sender, and nothing else.

    >>> told = describe(b"kode;nama;nilai\\n33.05.01;Ayah;1,5\\n33.05.02;Buayan;2,25\\n")
    >>> [(column.letter, column.name, column.type, column.form) for column in told.table.columns]
    [('A', 'kode', 'code', ''), ('B', 'nama', 'text', ''), ('C', 'nilai', 'decimal', '1234,5')]
    >>> told.encoding, told.delimiter, told.table.header_rows, told.table.rows
    ('utf-8', ';', (1,), 2)
    """
    pairs = read_tables_as_they_stand(content, name, limits=limits)
    sheets = [_described(grid, table) for grid, table in pairs]
    chosen, reason, doubts = _choose(sheets, sheet)
    sheets[chosen] = replace(sheets[chosen], doubts=(*doubts, *sheets[chosen].doubts))
    facts = pairs[chosen][1].facts
    return Description(name, facts.kind, facts.encoding, facts.line_end, facts.delimiter, tuple(sheets), chosen, reason)


def _choose(sheets: list[Sheet], wanted: str) -> tuple[int, str, tuple[Doubt, ...]]:
    if wanted:
        names = [sheet.name for sheet in sheets]
        if wanted not in names:
            raise UnknownSheet(f"Lembar “{wanted}” tidak ada atau kosong. Pilih salah satu: {', '.join(names)}.")
        return names.index(wanted), "lembar yang diminta", ()
    visible = [place for place, sheet in enumerate(sheets) if not sheet.hidden] or list(range(len(sheets)))
    chosen = max(visible, key=lambda place: (sheets[place].rows, -place))
    equals = [sheets[place].name for place in visible if sheets[place].rows == sheets[chosen].rows]
    if len(sheets) == 1:
        return chosen, "satu-satunya tabel", ()
    if len(equals) == 1:
        return chosen, "lembar dengan baris data terbanyak", ()
    said = f"Lembar {', '.join(equals)} sama banyak barisnya; kami memakai yang pertama. Sebutkan lembar yang dimaksud."
    return chosen, f"lembar pertama dari {len(equals)} yang sama banyak barisnya", (Doubt("sheet", said),)


def _described(grid: Grid, table: Table) -> Sheet:
    names = (*table.header, *_empty_at_the_end(grid, table))
    profiles = [_profile(table, index) for index in range(len(names))]
    decided = [decide(index, name, profile) for index, (name, profile) in enumerate(zip(names, profiles, strict=True))]
    ragged = _ragged(grid, table) if grid.kind == "csv" else ()
    return sheet_of(table, [column for column, _ in decided], [doubts for _, doubts in decided], ragged)


def _profile(table: Table, index: int) -> Profile:
    return profile_of((row.number, _cell(row, index)) for row in table.rows)


def _cell(row: Row, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else ""


def _empty_at_the_end(grid: Grid, table: Table) -> list[str]:
    """Names for the columns of a text that its header line still opens, though neither it nor any row fills them."""
    lines = {number: cells for number, cells in grid.rows if number in table.facts.header_rows}
    width = max((len(cells) for cells in lines.values()), default=0) if grid.kind == "csv" else 0
    return [f"Kolom {number}" for number in range(len(table.header) + 1, width + 1)]


def _ragged(grid: Grid, table: Table) -> tuple[int, ...]:
    """The rows of a text with more or fewer cells than its header, or without one than most rows."""
    widths = {number: len(cells) for number, cells in grid.rows}
    numbers = [row.number for row in table.rows]
    headers = [widths[number] for number in table.facts.header_rows]
    usual = max(headers) if headers else Counter(widths[number] for number in numbers).most_common(1)[0][0]
    return tuple(number for number in numbers if widths[number] != usual)


def sheet_of(table: Table, columns: list[Column], doubts: list[tuple[Doubt, ...]], ragged: tuple[int, ...]) -> Sheet:
    """A sheet from its table, its decided columns and its ragged rows."""
    skipped: dict[str, tuple[int, ...]] = {}
    for row in table.skipped:
        if row.reason != "header":
            skipped[row.reason] = (*skipped.get(row.reason, ()), row.number)
    said = [*header_doubts(table), *_ragged_doubt(ragged), *(Doubt("quotes", text) for text in table.facts.warnings)]
    return Sheet(
        name=table.facts.sheet,
        hidden=table.facts.hidden,
        header_rows=table.facts.header_rows,
        titles=table.titles,
        columns=tuple(columns),
        rows=len(table.rows),
        first_row=table.rows[0].number if table.rows else 0,
        last_row=table.rows[-1].number if table.rows else 0,
        skipped=skipped,
        ragged=ragged,
        doubts=(*said, *chain.from_iterable(doubts)),
    )


def _ragged_doubt(ragged: tuple[int, ...]) -> list[Doubt]:
    if not ragged:
        return []
    said = f"{len(ragged)} baris lebih panjang atau lebih pendek daripada baris nama kolom; pertama: baris {ragged[0]}."
    return [Doubt("ragged", said, row=ragged[0])]
