"""A large text in pieces that end with a row, so that it is never whole in memory as cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selaras.engines.tabular.encodings import decode
from selaras.engines.tabular.records import parse
from selaras.engines.tabular.table import Grid, Limits
from selaras.engines.tabular.text_files import read_grid

PIECE = 4_000_000
_TRIES = 2_000


def pieces(content: bytes, name: str, limits: Limits) -> Iterator[Grid]:
    """The grids of a text in one byte a sign or in UTF-8, each row numbered as in the file. Linear in its length.

    All are read with the delimiter of the first. The encoding told by the last grid holds for the whole.
    """
    lines, delimiter, encodings, warnings = 0, "", [], 0
    for start, end in _cuts(content):
        part = content[start:end]
        if not start:
            grid = read_grid(part, name, limits)
            delimiter = grid.delimiter
        else:
            text, encoding = decode(part)
            rows, said = parse(text, delimiter or ",", limits)
            grid = Grid(name, "csv", [(number + lines, cells) for number, cells in rows], (), encoding, delimiter)
            warnings += bool(said)
        encodings.append((grid.encoding, part.isascii()))
        lines += part.count(b"\n") or part.count(b"\r")
        told = (f"Tanda kutip dibuka dan tidak ditutup di {warnings} bagian berkas.",) if warnings else grid.warnings
        yield replace(grid, encoding=_joined(encodings), warnings=told)


def _cuts(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each piece begins and ends: after a line end with, before it, every quote of the piece closed."""
    end_mark = b"\n" if b"\n" in content[:PIECE] else b"\r"
    start = 0
    while start < len(content):
        end = len(content)
        if end - start > PIECE:
            end = _cut(content, start, end_mark)
        yield start, end
        start = end


def _cut(content: bytes, start: int, end_mark: bytes) -> int:
    last = end = content.rfind(end_mark, start, start + PIECE) + 1
    if not last:
        found = content.find(end_mark, start + PIECE)
        return found + 1 if found >= 0 else len(content)
    quotes = content.count(b'"', start, end)
    for _ in range(_TRIES):
        if not quotes % 2:
            return end
        before = content.rfind(end_mark, start, end - 1) + 1
        if not before:
            break
        quotes -= content.count(b'"', before, end)
        end = before
    return last  # a quote that never closes; the reader sees to it


def _joined(encodings: list[tuple[str, bool]]) -> str:
    """One name for what the pieces are in; a piece of plain ASCII says nothing, one in two encodings says it all."""
    telling = {name for name, plain in encodings if not plain}
    first = encodings[0][0]
    if len(telling) < 2 or telling == {"utf-8", first}:
        return first if first == "utf-8-sig" or not telling else next(iter(telling))
    return "utf-8+windows-1252"
