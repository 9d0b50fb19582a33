"""What is strange about a text as it was decoded and cut: letters that make no words, a table in a single column."""

from __future__ import annotations

import re
from itertools import islice

from selaras.engines.tabular.description import Doubt
from selaras.engines.tabular.table import Table, text_of

_SAMPLE = 200
_HIGH = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(r"[^\x00-\x7f]{3,}")
_BROKEN = re.compile(r"[\x80-\x9f\ufffd]|[a-z][ŠŒŽŸÀ-ÖØ-Þ](?![A-Z])|[A-Za-z][‚ƒ„…†‡ˆ‰‹¢£¤¥§¨ª«¬®¯±²³µ¶¹º»¼½¾¿×][a-z]")
_OTHER_SIGNS = (re.compile(r"\s{2,}"), re.compile(r":"), re.compile(r"\^"), re.compile(r"~"))


def text_doubts(table: Table) -> list[Doubt]:
    """Doubts about the letters and the delimiter of a text; none for a workbook. Looks at 200 rows."""
    if table.facts.kind != "csv":
        return []
    rows = [[text_of(cell) for cell in row.cells] for row in islice(table.rows, _SAMPLE)]
    return [*_letters(table, rows), *_single_column(table, rows)]


def _letters(table: Table, rows: list[list[str]]) -> list[Doubt]:
    if table.facts.encoding != "windows-1252":
        return []
    text = "\n".join((*table.header, *(cell for row in rows for cell in row)))
    in_runs = sum(map(len, _RUN.findall(text)))
    if in_runs * 2 <= len(_HIGH.findall(text)) and not _BROKEN.search(text):
        return []
    said = "Huruf di berkas ini bukan UTF-8 dan tidak terbaca sebagai kata. Simpan ulang sebagai CSV UTF-8."
    return [Doubt("letters", said)]


def _single_column(table: Table, rows: list[list[str]]) -> list[Doubt]:
    if table.facts.delimiter or len(table.header) != 1 or not table.facts.header_rows or not rows:
        return []
    top = [text_of(cell) for line in table.skipped if line.reason == "header" for cell in line.cells]
    lines = [*top, *(row[0] for row in rows)]
    for sign in _OTHER_SIGNS:
        counts = {len(sign.findall(line)) for line in lines}
        if len(counts) == 1 and counts != {0}:
            said = (
                "Semua isi masuk satu kolom, tetapi tampaknya ada pemisah lain. Simpan ulang dengan pemisah titik koma."
            )
            return [Doubt("delimiter", said)]
    return []
