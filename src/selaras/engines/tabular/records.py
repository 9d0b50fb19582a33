"""Records of a delimited text, with the line each starts on; a quote that never closes harms one row only."""

from __future__ import annotations

import csv
import io
from collections import Counter

from selaras.engines.tabular.errors import DamagedFile, TooLarge
from selaras.engines.tabular.table import Cell, Limits

Record = tuple[int, tuple[Cell, ...]]
_LONGEST_CELL = 131_000  # the csv module refuses longer fields, and its limit is global state
_USUAL_SAMPLE = 2_000
_TELLING_WIDTH = 4


def parse(text: str, delimiter: str, limits: Limits) -> tuple[list[Record], list[str]]:
    """The records and what is to be said about their quotes. Linear in the text."""
    rows: list[Record] = []
    ends: dict[int, int] = {}  # the last line of each record that takes several, by its place
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if reader.line_num > start:
                ends[len(rows)] = reader.line_num
            rows.append((start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error:
        return _line_by_line(text, delimiter, rows, start, limits)
    spans = _lines_of(text, rows, ends)
    swallowed = _swallowed(rows, spans, delimiter)
    last = len(rows) - 1
    if last in spans and last not in swallowed and text.count('"') % 2:  # it may have swallowed its neighbours
        start = rows.pop()[0]
        freed, _ = _set_free(rows, spans, swallowed, delimiter)
        return _line_by_line(text, delimiter, freed, start, limits)
    freed, warnings = _set_free(rows, spans, swallowed, delimiter)
    _respect(freed, limits)
    return freed, warnings


def _lines_of(text: str, rows: list[Record], ends: dict[int, int]) -> dict[int, list[str]]:
    """The lines of each record that takes several, by its place."""
    if not ends:
        return {}
    lines = io.StringIO(text, newline="").readlines()
    return {place: lines[rows[place][0] - 1 : end] for place, end in ends.items()}


def _swallowed(rows: list[Record], spans: dict[int, list[str]], delimiter: str) -> set[int]:
    """The places of records whose several lines are rows by themselves: a quote was opened and never closed.

    Only tables of four columns or more tell: in a narrower one a text of several lines looks like rows by chance.
    """
    if not spans:
        return set()
    single = (len(cells) for place, (_, cells) in enumerate(rows[:_USUAL_SAMPLE]) if place not in spans)
    usual, _ = Counter(single).most_common(1)[0] if len(spans) < len(rows) else (0, 0)
    if usual < _TELLING_WIDTH:
        return set()
    return {place for place, lines in spans.items() if _are_rows(lines, usual, delimiter)}


def _are_rows(lines: list[str], usual: int, delimiter: str) -> bool:
    """Whether lines joined by a quote are rows: most are as wide as usual, and the quotes make no sense.

    Lines alone do not tell: a text of several lines may hold as many delimiters in each.
    """
    whole = sum(line.count(delimiter) == usual - 1 for line in lines)
    return whole * 5 >= len(lines) * 4 and not _quotes_close(lines, delimiter)


def _quotes_close(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _set_free(
    rows: list[Record], spans: dict[int, list[str]], swallowed: set[int], delimiter: str
) -> tuple[list[Record], list[str]]:
    """The records with the swallowed ones read line by line."""
    if not swallowed:
        return rows, []
    freed: list[Record] = []
    for place, (number, cells) in enumerate(rows):
        if place in swallowed:
            freed.extend((number + at, _cells_of_line(line, delimiter)) for at, line in enumerate(spans[place]))
        else:
            freed.append((number, cells))
    first = rows[min(swallowed)][0]
    return freed, [
        f"Pada {len(swallowed)} tempat (pertama baris {first}) tanda kutip dibuka dan tidak ditutup; baris-baris di "
        "situ kami baca per baris."
    ]


def _line_by_line(
    text: str, delimiter: str, rows: list[Record], start: int, limits: Limits
) -> tuple[list[Record], list[str]]:
    """Read on from line `start` with each line a row of its own."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if number < start:
            continue
        if len(line) > _LONGEST_CELL:
            raise DamagedFile(
                f"Baris {number} terlalu panjang untuk sebuah tabel. Simpan ulang sebagai .xlsx, lalu kirim lagi."
            )
        rows.append((number, _cells_of_line(line, delimiter)))
    _respect(rows, limits)
    return rows, [f"Tanda kutip yang dibuka pada baris {start} tidak ditutup; mulai baris itu kami baca per baris."]


def _cells_of_line(line: str, delimiter: str) -> tuple[Cell, ...]:
    plain = line.rstrip("\r\n")
    if line.count('"') % 2:
        return tuple(next(csv.reader([plain], delimiter=delimiter, quoting=csv.QUOTE_NONE), []))
    return tuple(next(csv.reader([plain], delimiter=delimiter), []))


def _respect(rows: list[Record], limits: Limits) -> None:
    widest = max((len(cells) for _, cells in rows), default=0)
    if len(rows) > limits.rows or widest > limits.columns:
        raise TooLarge(
            f"Tabel ini terlalu besar ({len(rows)} baris, {widest} kolom; batasnya {limits.rows} baris dan "
            f"{limits.columns} kolom). Pecah menjadi beberapa berkas, lalu kirim satu per satu."
        )
