"""Whether the line taken for the header is one: what a person should look at before trusting it."""

from __future__ import annotations

import re
from itertools import islice

from selaras.engines.tabular.contrast import contrasting
from selaras.engines.tabular.description import Doubt
from selaras.engines.tabular.table import Cell, Table, is_blank, text_of
from selaras.engines.tabular.vocabulary import is_header_name, is_value, is_year, plain_name

_IDENTIFIER = re.compile(r"[a-z]+(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]*)+|[a-zA-Z]{1,9}[ _]?\d{1,3}")
_ENGLISH_WORDS = """
age area amount average birth category city class country density department description district email file
gender identifier index label last location month name number percent period place population price province
quantity rate record region sample score sex source state status subject time timestamp total value village week
year quarter
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_SAMPLE = 50


def header_doubts(table: Table) -> list[Doubt]:
    """A doubt where the table has no header, or one that neither its words nor its contrast to the rows confirm."""
    lines = table.facts.header_rows
    if not lines:
        return [Doubt("header", "Tabel ini tidak mempunyai baris nama kolom. Beri nama kolom di baris pertama.")]
    if not table.rows:
        return [
            Doubt(
                "header",
                f"Di bawah baris {lines[-1]} tidak ada data, jadi baris itu bisa nama kolom, bisa juga data.",
                row=lines[-1],
            )
        ]
    if numbers := [row.number for row in table.skipped if row.reason == "title" and _holds_data(row.cells)]:
        said = f"Di atas nama kolom, mulai baris {numbers[0]}, ada isian seperti data. Apakah itu tabel lain?"
        return [Doubt("header", said, row=numbers[0])]
    confirmed = len(lines) > 1 or _has_known_name(table.header) or _stands_out(table)
    if confirmed and not _comes_again(table):
        return []
    return [
        Doubt(
            "header",
            f"Baris {lines[0]} kami baca sebagai nama kolom, tetapi tidak ada yang memastikannya. Apakah itu data?",
            row=lines[0],
        )
    ]


def _has_known_name(header: tuple[str, ...]) -> bool:
    return any(
        is_header_name(name) or _IDENTIFIER.fullmatch(name) or _ENGLISH & set(plain_name(name).split())
        for name in header
        if not name.startswith("Kolom ")
    )


def _holds_data(cells: tuple[Cell, ...]) -> bool:
    present = [cell for cell in cells if not is_blank(cell)]
    return len(present) > 1 and any(is_value(cell) and not is_year(cell) for cell in present)


def _comes_again(table: Table) -> bool:
    """Whether a name stands in its own column again, or alone above the header."""
    first = table.header[0]
    rows = islice(table.rows, _SAMPLE)
    return first in table.titles or any(
        text_of(cell) == name for row in rows for cell, name in zip(row.cells, table.header, strict=False)
    )


def _stands_out(table: Table) -> bool:
    """Whether some column holds, in two rows or more, only values of another kind than its name."""
    below = [row.cells for row in islice(table.rows, _SAMPLE)]
    return len(below) > 1 and contrasting(table.header, below, typed=table.facts.kind != "csv") > 0
