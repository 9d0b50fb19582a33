"""A plain CSV, read block by block: polars where a block is regular, the csv module where quotes are not.

polars gives up a whole file over one stray quote and says nothing of a row with too few cells. So every block is
counted: as many rows as lines, no row too long, as many delimiters as all rows together need. Where the count does not
hold, the lines that break it are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Literal

import polars as pl

from selaras.engines.tabular.encodings import decode
from selaras.engines.tabular.records import parse
from selaras.engines.tabular.standard.blocks import (
    BEYOND,
    Block,
    CellStyle,
    column_name,
    column_names,
    is_ragged,
    rows_block,
)
from selaras.engines.tabular.table import Limits

BLOCK_BYTES = 16 * 1024 * 1024
_PATIENCE = 1_000  # lines that a quoted cell may hold before its quote counts as stray


class CsvSource:
    """`stream` is read from its start each time; the top `header_lines` lines are no data; lines end in LF or CRLF."""

    def __init__(
        self,
        stream: BinaryIO,
        header: Sequence[str],
        *,
        delimiter: str = ",",
        header_lines: int = 1,
        samples: Sequence[Sequence[str]] = (),
        block_bytes: int = BLOCK_BYTES,
    ) -> None:
        self.stream, self.header, self.delimiter = stream, tuple(header), delimiter
        self.header_lines, self.samples, self.block_bytes = header_lines, samples, block_bytes

    def sample(self, column: int) -> list[str]:
        """The first and last cells of a column."""
        return list(self.samples[column]) if self.samples else []

    def blocks(self, _: Sequence[CellStyle], /) -> Iterator[Block]:
        """All rows in their order; memory holds one block."""
        self.stream.seek(0)
        for _line in range(self.header_lines):
            self.stream.readline()
        line = self.header_lines + 1
        while content := self._piece():
            lines = content.count(b"\n") + (not content.endswith(b"\n"))
            yield self._block(content, line, lines)
            line += lines

    def _piece(self) -> bytes:
        """The next whole lines, up to one that ends outside quotes where such a line comes soon."""
        content = self.stream.read(self.block_bytes)
        content += self.stream.readline()
        if content.count(b'"') % 2 == 0:
            return content
        mark = self.stream.tell()
        more: list[bytes] = []
        quotes = 1
        while len(more) < _PATIENCE and (line := self.stream.readline()):
            more.append(line)
            quotes += line.count(b'"')
            if quotes % 2 == 0:
                return content + b"".join(more)
        self.stream.seek(mark)
        return content + self.stream.readline()  # a quote that never closes is told by the line it swallows

    def _block(self, content: bytes, line: int, lines: int) -> Block:
        width = len(self.header)
        quoted = b'"' in content
        try:
            frame = self._polars(content, column_names(width), quoted, "raise")
            if not quoted and frame.height == lines and content.count(self.delimiter.encode()) == lines * (width - 1):
                return _without_blank(frame, line)  # none too long, and as many delimiters as all together need
        except pl.exceptions.PolarsError:
            pass
        try:
            frame = self._polars(content, [*column_names(width), BEYOND], quoted, "ignore")
        except pl.exceptions.ComputeError:  # stray quotes, or bytes that are not UTF-8
            return self._by_rows(content, line)
        return self._counted(frame, content, line, quoted) if frame.height == lines else self._by_rows(content, line)

    def _polars(
        self, content: bytes, names: Sequence[str], quoted: bool, extra: Literal["ignore", "raise"]
    ) -> pl.DataFrame:
        return pl.read_csv(
            content,
            has_header=False,
            separator=self.delimiter,
            quote_char='"' if quoted else None,
            schema=dict.fromkeys(names, pl.String),
            extra_columns=extra,
            missing_columns="insert",
        )

    def _counted(self, frame: pl.DataFrame, content: bytes, line: int, quoted: bool) -> Block:
        ragged = self._ragged(frame, content, quoted)
        block = _without_blank(frame.drop(BEYOND), line)
        lines = pl.Series(list(ragged), dtype=pl.UInt32) + line
        kept = ~block.numbers.is_in(lines.implode())
        odd = {number: ragged[number - line] for number in block.numbers.filter(~kept)}
        return Block(block.cells.filter(kept), block.numbers.filter(kept), odd, block.blank)

    def _ragged(self, frame: pl.DataFrame, content: bytes, quoted: bool) -> dict[int, int]:
        """The places of the lines with too few or too many cells, blank ones among them, and how many they have."""
        width = len(self.header)
        odd = pl.read_lines(content).to_series()
        counts = odd.str.count_matches(self.delimiter, literal=True) != width - 1
        if quoted:  # delimiters inside quotes can make up for cells that lack
            short_or_long = frame[BEYOND].is_not_null() | frame[column_name(width - 1)].is_null()
            counts |= odd.str.contains('"', literal=True) & short_or_long
        cells = {place: self._cells(odd[place]) for place in counts.arg_true()}
        return {place: len(found) for place, found in cells.items() if is_ragged(found, width)}

    def _cells(self, text: str) -> tuple[str, ...]:
        rows, _ = parse(text, self.delimiter, Limits())
        return tuple(map(str, rows[0][1])) if rows else ()

    def _by_rows(self, content: bytes, line: int) -> Block:
        rows, _ = parse(decode(content)[0], self.delimiter, Limits(rows=len(content)))
        return rows_block([(line + number - 1, tuple(map(str, cells))) for number, cells in rows], len(self.header))


def _without_blank(cells: pl.DataFrame, line: int) -> Block:
    """A block whose first row stands on `line`, without the rows that hold nothing at all."""
    numbers = pl.int_range(line, line + cells.height, dtype=pl.UInt32, eager=True)
    maybe = (cells[column_name(0)].str.strip_chars().fill_null("") == "").arg_true()
    if not len(maybe):
        return Block(cells, numbers, {})
    empty = cells[maybe].select(pl.all_horizontal(pl.all().str.strip_chars().fill_null("") == "")).to_series()
    kept = pl.repeat(True, cells.height, eager=True).scatter(maybe.filter(empty), False)
    return Block(cells.filter(kept), numbers.filter(kept), {}, int(empty.sum()))
