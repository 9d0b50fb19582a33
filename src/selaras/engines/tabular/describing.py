"""A whole file described: its form, its sheets, one decision a column, and every doubt."""

from __future__ import annotations

from dataclasses import replace

from selaras.engines.tabular.description import Description, Doubt, Sheet
from selaras.engines.tabular.large_texts import LARGE, describe_large_text
from selaras.engines.tabular.profile import Profile, profile_of
from selaras.engines.tabular.reading import USUAL_LIMITS, place_of_sheet, place_of_table, read_pairs
from selaras.engines.tabular.recognition import recognise, unpack
from selaras.engines.tabular.sheets import Places, names_of, sheet_of, usual_width
from selaras.engines.tabular.table import Grid, Limits, Table


def describe(content: bytes, name: str = "", *, sheet: str = "", limits: Limits = USUAL_LIMITS) -> Description:
    """What a file is: encoding, delimiter, sheets, header, columns with their types, rows, and what is in doubt.

    `sheet` names the one to take for the table; else `place_of_table` tells it. Linear in the cells; of
    a text beyond eight megabytes no row is kept and none is too many. Raises a `TabularError` whose text is an
    Indonesian sentence for the sender, and nothing else.

    >>> told = describe(b"kode;nama;nilai\\n33.05.01;Ayah;1,5\\n33.05.02;Buayan;2,25\\n")
    >>> [(column.letter, column.name, column.type, column.form) for column in told.table.columns]
    [('A', 'kode', 'code', ''), ('B', 'nama', 'text', ''), ('C', 'nilai', 'decimal', '1234,5')]
    >>> told.encoding, told.delimiter, told.table.header_rows, told.table.rows
    ('utf-8', ';', (1,), 2)
    """
    content = unpack(content, limits)
    kind = recognise(content, limits)
    if kind == "csv" and len(content) > LARGE and b"\x00" not in content[:4_000]:
        told = describe_large_text(content, name, limits)
        return told if not sheet else replace(told, reason=_choose(list(told.sheets), sheet)[1])
    pairs = read_pairs(content, kind, name, limits)
    sheets = [_described(grid, table) for grid, table in pairs]
    chosen, reason, doubts = _choose(sheets, sheet)
    sheets[chosen] = replace(sheets[chosen], doubts=(*doubts, *sheets[chosen].doubts))
    facts = pairs[chosen][1].facts
    return Description(name, facts.kind, facts.encoding, facts.line_end, facts.delimiter, tuple(sheets), chosen, reason)


def _choose(sheets: list[Sheet], wanted: str) -> tuple[int, str, tuple[Doubt, ...]]:
    if wanted:
        return place_of_sheet([sheet.name for sheet in sheets], wanted), "lembar yang diminta", ()
    chosen = place_of_table([(sheet.hidden, bool(sheet.header_rows), sheet.rows) for sheet in sheets])
    others = [sheet for place, sheet in enumerate(sheets) if place != chosen and not sheet.hidden]
    rivals = [sheet.name for sheet in others if sheet.rows >= sheets[chosen].rows]
    if not others:
        return chosen, "satu-satunya tabel" if len(sheets) == 1 else "satu-satunya lembar yang tampak", ()
    if not rivals:
        return chosen, "lembar dengan baris data terbanyak", ()
    said = f"Lembar {', '.join(rivals)} tidak lebih pendek; kami memakai {sheets[chosen].name}. Sebutkan bila lain."
    return chosen, "lembar pertama yang mempunyai nama kolom", (Doubt("sheet", said),)


def _described(grid: Grid, table: Table) -> Sheet:
    names = names_of(grid, table)
    places = Places()
    places.take(table.in_file_order())
    if grid.kind == "csv":
        widths, usual = {number: len(cells) for number, cells in grid.rows}, usual_width(grid, table)
        places.ragged = [row.number for row in table.rows if widths[row.number] != usual]
    return sheet_of(table, names, [_profile(table, index) for index in range(len(names))], places)


def _profile(table: Table, index: int) -> Profile:
    return profile_of((row.number, row.cells[index] if index < len(row.cells) else "") for row in table.rows)
