"""CSV as rows by the names of its header; a stream, one row at a time."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator

from selaras.engines.findings.errors import Damaged
from selaras.engines.findings.source import LONGEST_LINE, Source

Row = dict[str, str]
_ESCAPED = re.compile(r'\\"(?!,"|\s*$)')
csv.field_size_limit(LONGEST_LINE)  # the evidence of OpenVAS outgrows the 128 K of the library


def header_of(text: str) -> list[str]:
    """The names in the first line that holds any, in small letters."""
    line = next((line for line in text.lstrip("\ufeff").splitlines()[:20] if line.strip() and line[0] != "#"), "")
    try:
        names = next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in names]


def csv_rows(source: Source) -> Iterator[Row]:
    """Each row under the header as {name in small letters: text}; Damaged where a quotation never ends.

    Lines before the header that begin with `#`, and blank ones, are passed over.
    """
    lines = itertools.dropwhile(lambda line: not line.strip("\ufeff \r\n") or line[0] == "#", source.lines())
    first = next(lines, "")
    names = header_of(first)
    try:
        for cells in csv.reader(lines, delimiter=_delimiter(first), strict=True):
            if any(cells):
                yield dict(zip(names, (cell.strip() for cell in cells), strict=False))
    except csv.Error:
        raise Damaged("CSV ini rusak atau terpotong di dalam tanda kutip. Buat ulang laporannya, lalu kirim.") from None


def bare_rows(source: Source) -> Iterator[list[str]]:
    """Each row as its cells, for files without a header; a quotation mark may be told by `\\"`, as Nikto does."""
    lines = (_ESCAPED.sub('""', line) for line in source.lines())
    try:
        yield from csv.reader(lines, strict=True)
    except csv.Error:
        raise Damaged("CSV ini rusak atau terpotong di dalam tanda kutip. Buat ulang laporannya, lalu kirim.") from None


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)
