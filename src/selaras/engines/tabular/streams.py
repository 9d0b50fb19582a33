"""Tables out, line by line, so that no file is ever whole in memory: CSV that a spreadsheet cannot run, and JSON.

>>> print("".join(csv_lines(["usulan"], [["=1+1"]])).replace("\\r\\n", "|").lstrip("\\ufeff"))
usulan|'=1+1|
>>> print("".join(json_lines({"tahun": 2021}, "usulan", ["nomor"], [[1], [2]])))
{"tahun": 2021, "usulan": [
{"nomor": 1},
{"nomor": 2}
]}
<BLANKLINE>
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

Cells = Sequence[Any]


class _Echo:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Iterable[str], rows: Iterable[Cells]) -> Iterator[str]:
    """The head, then each row."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(columns)  # the mark tells Excel that the file is UTF-8
    for row in rows:
        yield writer.writerow([_harmless(cell) for cell in row])


def _harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; a number is none, below zero either."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return str(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else text


def json_lines(about: Mapping[str, Any], name: str, columns: Iterable[str], rows: Iterable[Cells]) -> Iterator[str]:
    """One object: what is told about the file, then its rows under `name`, a row a line."""
    names = list(columns)
    head = json.dumps(about, ensure_ascii=False, default=_plain)
    yield f'{head[:-1]}, "{name}": ['
    separator = "\n"
    for row in rows:
        yield separator + json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_plain)
        separator = ",\n"
    yield "\n]}\n"


def _plain(value: object) -> object:
    """Decimals of at most three places survive a float; words that wait for a language become text."""
    return float(value) if isinstance(value, Decimal) else str(value)
