"""The bytes of a file as a source of rows: a plain CSV streams, anything else goes through the house's reader."""

from __future__ import annotations

import io
from itertools import islice
from typing import BinaryIO

from selaras.engines.tabular.errors import TabularError
from selaras.engines.tabular.reading import ANYWHERE, USUAL_LIMITS, TablePlace, choose_table, read_table, read_tables
from selaras.engines.tabular.remarks import VERDICT
from selaras.engines.tabular.standard.blocks import Source
from selaras.engines.tabular.standard.csv_source import CsvSource
from selaras.engines.tabular.standard.table_source import TableSource
from selaras.engines.tabular.table import Limits, Table, text_of

_HEAD, _TAIL = 400_000, 100_000
_HARMLESS = ("header", "blank")
_STREAMS = ("utf-8", "utf-8-sig", "windows-1252", "utf-8+windows-1252")


def open_source(
    stream: BinaryIO, name: str = "", *, place: TablePlace = ANYWHERE, limits: Limits = USUAL_LIMITS
) -> Source:
    """The table of a file. `stream` must be seekable and stay open while the source is used. `place`: where a person
    said that the table stands.

    A CSV with its header on the first line and nothing but rows below streams in blocks, whatever its size. A file with
    titles, totals or notes, another encoding than UTF-8 or Windows-1252, and every workbook is read whole. Raises
    `TabularError`.
    """
    plain = _plain_csv(stream, name) if place == ANYWHERE else None
    if plain:
        return plain
    stream.seek(0)
    tables = read_tables(stream.read(), name, place=place, limits=limits)
    return TableSource(choose_table(tables, place), tables)


def _plain_csv(stream: BinaryIO, name: str) -> Source | None:
    """A source that streams; None where the beginning or the end of the file holds anything but a header and rows."""
    stream.seek(0)
    head = stream.read(_HEAD)
    size = stream.seek(0, 2)
    if head[:2] in (b"PK", b"\xd0\xcf", b"\x1f\x8b") or not head:
        return None
    if VERDICT.encode() in head:  # a copy with remarks that came back: its last columns are no data
        return None
    if b"\n" not in head and b"\r" in head:  # as old spreadsheets for the Macintosh end their lines
        stream.seek(0)
        return _plain_csv(io.BytesIO(stream.read().replace(b"\r", b"\n")), name)
    tail = b""
    if size > _HEAD:
        head = head[: head.rfind(b"\n") + 1]
        stream.seek(max(size - _TAIL, len(head)))
        tail = stream.read().partition(b"\n")[2]
    try:
        first = read_table(head, name)
        last = read_table(head.partition(b"\n")[0] + b"\n" + tail, name) if tail else first
    except TabularError:
        return None
    if not (_is_plain(first) and _is_plain(last) and first.header == last.header):
        return None
    rows = [*islice(first.rows, 5_000), *(last.rows if tail else ())]
    samples = [[text_of(row.cells[place]) for row in rows] for place in range(len(first.header))]
    return CsvSource(stream, first.header, delimiter=first.facts.delimiter or ",", samples=samples)


def _is_plain(table: Table) -> bool:
    facts = table.facts
    streams = facts.kind == "csv" and facts.encoding in _STREAMS and facts.header_rows == (1,)
    return (
        streams
        and _starts_on_second(table)
        and not facts.warnings
        and all(row.reason in _HARMLESS for row in table.skipped)
    )


def _starts_on_second(table: Table) -> bool:
    """Whether the header fills one line: a cell of it may hold an end of line in quotes."""
    below = [row.number for row in table.in_file_order() if row.number > 1]
    return not below or below[0] == 2
