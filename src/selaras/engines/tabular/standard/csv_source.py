"""A plain CSV, read block by block: polars where a block is regular, the csv module where quotes are not.

polars gives up a whole file over one stray quote and says nothing of a row with too few cells. So every block is
counted: as many rows as lines, as many delimiters as columns ask for. Where the count does not hold, the lines that
break it are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import polars as pl

from selaras.engines.tabular.standard.blocks import Block, CellStyle, column_names, is_ragged, rows_block
from selaras.engines.tabular.table import Limits
from selaras.engines.tabular.text_files import decode, parse_rows

BLOCK_BYTES = 16 * 1024 * 1024
_PATIENCE = 1_000  # lines that a quoted cell may hold before its quote counts as stray


class CsvSource:
    """`stream` is read from its start each time; `header_lines` lines at the top are no data."""

    def __init__(
        self,
        stream: BinaryIO,
        header: Sequence[str],
        *,
        delimiter: str = ",",
        header_lines: int = 1,
        line_end: bytes = b"\n",
        samples: Sequence[Sequence[str]] = (),
        block_bytes: int = BLOCK_BYTES,
    ) -> None:
        self.stream, self.header, self.delimiter = stream, tuple(header), delimiter
        self.header_lines, self.line_end, self.samples = header_lines, line_end, samples
        self.block_bytes = block_bytes

    def sample(self, column: int) -> list[str]:
        """The first and last cells of a column."""
        return list(self.samples[column]) if self.samples else []

    def blocks(self, _: Sequence[CellStyle], /) -> Iterator[Block]:
        """All rows in their order; memory holds one block."""
        self.stream.seek(0)
        line = 1
        for content in self._pieces():
            if line == 1:
                content, line = self._below_header(content), line + self.header_lines
            if content:
                lines = content.count(self.line_end) + (not content.endswith(self.line_end))
                yield self._block(content, line, lines)
                line += lines

    def _below_header(self, content: bytes) -> bytes:
        for _ in range(self.header_lines):
            content = content.partition(self.line_end)[2]
        return content

    def _pieces(self) -> Iterator[bytes]:
        """The bytes cut at ends of lines outside quotes."""
        held = b""
        while more := self.stream.read(self.block_bytes):
            held += more
            cut = self._cut(held)
            if cut:
                yield held[:cut]
                held = held[cut:]
        if held:
            yield held

    def _cut(self, held: bytes) -> int:
        """Past the last end of line before which quotes are even; past the last one where none is within reach."""
        last = end = held.rfind(self.line_end)
        quotes = held.count(b'"', 0, end + 1)
        for _ in range(_PATIENCE):
            if end < 0 or quotes % 2 == 0:
                break
            earlier = held.rfind(self.line_end, 0, end)
            quotes -= held.count(b'"', earlier + 1, end + 1)
            end = earlier
        return (end if end >= 0 and quotes % 2 == 0 else last) + 1

    def _block(self, content: bytes, line: int, lines: int) -> Block:
        quoted = b'"' in content
        try:
            frame = self._polars(content, quoted)
        except pl.exceptions.ComputeError:  # stray quotes, or bytes that are not UTF-8
            return self._by_rows(content, line)
        if frame.height != lines:
            return self._by_rows(content, line)
        return self._counted(frame, content, line, quoted)

    def _polars(self, content: bytes, quoted: bool) -> pl.DataFrame:
        names = [*column_names(len(self.header)), "beyond"]
        return pl.read_csv(
            content,
            has_header=False,
            separator=self.delimiter,
            quote_char='"' if quoted else None,
            eol_char=self.line_end.decode(),
            schema=dict.fromkeys(names, pl.String),
            extra_columns="ignore",
            missing_columns="insert",
        )

    def _counted(self, frame: pl.DataFrame, content: bytes, line: int, quoted: bool) -> Block:
        cells, numbers = frame.drop("beyond"), pl.int_range(line, line + frame.height, dtype=pl.UInt32, eager=True)
        blank = _blank(cells)
        places, widths = self._ragged(frame, content, quoted, blank)
        ragged = dict(zip(numbers.gather(places), widths, strict=True))
        if out := [*blank, *places]:
            kept = pl.repeat(True, frame.height, eager=True).scatter(out, False)
            cells, numbers = cells.filter(kept), numbers.filter(kept)
        return Block(cells, numbers, ragged, len(blank))

    def _ragged(
        self, frame: pl.DataFrame, content: bytes, quoted: bool, blank: Sequence[int]
    ) -> tuple[list[int], list[int]]:
        """The places of the lines with too few or too many cells, and how many they have."""
        width = len(self.header)
        beyond, last = frame["beyond"], frame[str(width - 1)]
        full = beyond.null_count() == frame.height and last.null_count() == 0
        if full and not quoted and content.count(self.delimiter.encode()) == frame.height * (width - 1):
            return [], []
        texts = pl.read_lines(content.replace(b"\r", b"\n") if self.line_end == b"\r" else content).to_series()
        odd = texts.str.count_matches(self.delimiter, literal=True) != width - 1
        if quoted:  # delimiters inside quotes can make up for cells that lack
            odd |= texts.str.contains('"', literal=True) & (beyond.is_not_null() | last.is_null())
        left_out = set(blank)
        found = [(place, self._cells(texts[place])) for place in odd.arg_true() if place not in left_out]
        found = [(place, cells) for place, cells in found if is_ragged(cells, width)]
        return [place for place, _ in found], [len(cells) for _, cells in found]

    def _cells(self, text: str) -> tuple[str, ...]:
        return tuple(map(str, parse_rows(text, self.delimiter, Limits())[0][0][1]))

    def _by_rows(self, content: bytes, line: int) -> Block:
        rows, _ = parse_rows(decode(content)[0], self.delimiter, Limits(rows=len(content)))
        return rows_block([(line + number - 1, tuple(map(str, cells))) for number, cells in rows], len(self.header))


def _blank(cells: pl.DataFrame) -> list[int]:
    """The places of rows that hold nothing at all."""
    maybe = (cells["0"].str.strip_chars().fill_null("") == "").arg_true()
    if not len(maybe):
        return []
    empty = cells[maybe].select(pl.all_horizontal(pl.all().str.strip_chars().fill_null("") == "")).to_series()
    return maybe.filter(empty).to_list()
