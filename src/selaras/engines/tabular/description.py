"""What is told about a file: its form, its sheets, their columns, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Type = Literal[
    "integer", "decimal", "number", "percentage", "money", "year", "date", "time", "boolean", "code", "text", "empty"
]

TYPES: dict[Type, str] = {
    "integer": "bilangan bulat",
    "decimal": "bilangan desimal",
    "number": "angka yang dapat dibaca dua cara",
    "percentage": "persentase",
    "money": "rupiah",
    "year": "tahun",
    "date": "tanggal",
    "time": "jam",
    "boolean": "ya atau tidak",
    "code": "kode",
    "text": "teks",
    "empty": "kosong",
}
"""Every type with its Indonesian name. ``number``: thousands or decimals, the column does not tell which."""

Topic = Literal["header", "sheet", "number", "date", "type", "ragged", "reading", "letters", "delimiter", "total"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was not certain and is therefore said. `column` is a letter, `row` a line; both may be absent."""

    topic: Topic
    sentence: str
    column: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that does not fit the type of its column."""

    cell: str
    value: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column, decided on as a whole.

    `letter` is that of a spreadsheet; with a row's number it is the cell's address, see `cell_address`. `form` writes
    how its values are written: ``1.234,5``, ``1234.5``, ``DD/MM/YYYY``; ``""`` where there is nothing to tell.
    `decimal` and `thousands` are the signs that separate them, ``""`` where none occurs. `missing` counts the marks
    that stand for no value, `odd` names the first cells that do not fit, `odd_count` how many there are.
    """

    letter: str
    name: str
    type: Type
    form: str = ""
    unit: str = ""
    decimal: str = ""
    thousands: str = ""
    filled: int = 0
    empty: int = 0
    ambiguous: int = 0
    missing: dict[str, int] = field(default_factory=dict)
    odd: tuple[Odd, ...] = ()
    odd_count: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or the one table of a text. Rows are numbered as in the file, from 1.

    `skipped`: for each reason of `REASONS` the rows that are no data. `ragged`: rows with more or fewer cells.
    """

    name: str
    hidden: bool
    header_rows: tuple[int, ...]
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: int
    first_row: int
    last_row: int
    skipped: dict[str, tuple[int, ...]]
    ragged: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """A file. `chosen` is the place in `sheets` of the one that is the table, `reason` says why."""

    name: str
    kind: str
    encoding: str
    line_end: str
    delimiter: str
    sheets: tuple[Sheet, ...]
    chosen: int
    reason: str

    @property
    def table(self) -> Sheet:
        return self.sheets[self.chosen]


def letter_of(index: int) -> str:
    """The letters of a spreadsheet's column, counted from 0.

    >>> letter_of(0), letter_of(25), letter_of(26), letter_of(701), letter_of(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, index: int) -> str:
    """Where a value stands in the file: the column's letter and the row's number.

    >>> cell_address(17, 2)
    'C17'
    """
    return f"{letter_of(index)}{row}"
