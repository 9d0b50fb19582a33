"""Text with delimiters, whatever its delimiter, quotes and line ends: bytes to bare cells."""

from __future__ import annotations

import csv
import io
from collections import Counter

from selaras.engines.tabular.encodings import decode, line_end
from selaras.engines.tabular.errors import EmptyFile, NotATable
from selaras.engines.tabular.records import parse
from selaras.engines.tabular.table import Grid, Limits

DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_LINES = 200
_SAMPLE_CHARS = 200_000


def read_grid(content: bytes, name: str, limits: Limits) -> Grid:
    """The bare cells of a delimited text. Linear in its length."""
    text, encoding = decode(content)
    text = text.removesuffix("\x1a")  # with which DOS programmes end a file
    _refuse_binary(text)
    delimiter, directive = _declared_delimiter(text)
    if not delimiter:
        delimiter = find_delimiter(text[:_SAMPLE_CHARS])
    rows, warnings = parse(text, delimiter or ",", limits)
    if directive and rows:
        rows[0] = (rows[0][0], (f"sep={delimiter}",))
    return Grid(
        sheet=name,
        kind="csv",
        rows=rows,
        encoding=encoding,
        delimiter=delimiter,
        warnings=tuple(warnings),
        line_end=line_end(text),
    )


def _refuse_binary(text: str) -> None:
    sample = text[:20_000]
    if not sample.strip("\x00\ufeff \t\r\n"):
        raise EmptyFile("Berkas ini kosong. Periksa berkasnya, lalu kirim yang berisi tabel.")
    odd = sum(1 for sign in sample if sign < " " and sign not in "\t\r\n\x0b\x0c\x1a") + sample.count("\ufffd")
    if odd > 0.02 * len(sample) + 1:
        raise NotATable(
            "Berkas ini bukan tabel yang dapat kami baca. Kirim tabelnya sebagai berkas Excel (.xlsx) atau CSV."
        )


def _declared_delimiter(text: str) -> tuple[str, bool]:
    """Excel writes ``sep=;`` on the first line to say which delimiter follows."""
    if text[:4].lower() == "sep=" and len(text) > 5 and text[5] in "\r\n":
        return text[4], True
    return "", False


def find_delimiter(sample: str) -> str:
    """The delimiter that splits the lines most evenly; ``""`` where none splits any.

    >>> find_delimiter("No;Biaya\\n1;1,5\\n2;2,5\\n")
    ';'
    """
    quoted = {delimiter: _quoted(sample, delimiter) for delimiter in DELIMITERS if delimiter in sample}
    most = max(quoted.values(), default=0) or 1
    best, best_score = "", 0.0
    for delimiter, count in quoted.items():
        if (score := _evenness(sample, delimiter, count / most)) > best_score:
            best, best_score = delimiter, score
    return best


def _quoted(sample: str, delimiter: str) -> int:
    """How often a quote stands at a delimiter: a sign inside cells seldom does."""
    return sample.count(f'"{delimiter}"') + sample.count(f'{delimiter}"') + sample.count(f'"{delimiter}')


def _evenness(sample: str, delimiter: str, quoted: float) -> float:
    """How many rows share the commonest width, and how many columns that is; quotes at it count in favour."""
    try:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        widths = [len(row) for row, _ in zip(reader, range(_SAMPLE_LINES), strict=False) if row]
    except csv.Error:
        return 0.0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    width, count = Counter(wide).most_common(1)[0]
    share = count / len(widths)
    return share * share + 0.05 * min(width, 20) * share + 0.5 * quoted + 0.5 * _closes_quotes(sample, delimiter)


def _closes_quotes(sample: str, delimiter: str) -> bool:
    """Whether each quoted cell ends at this delimiter or the line: after a wrong one other signs follow the quote."""
    if '"' not in sample:
        return False
    try:
        for _ in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as wrong:
        return "expected after" not in str(wrong)  # a sample cut off inside a cell is no sign
    return True
