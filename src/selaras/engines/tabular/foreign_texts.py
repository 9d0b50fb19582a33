"""Texts that hold data but are no table: JSON, SQL, a CSV schema, a page of notes."""

from __future__ import annotations

import re

_LOOK = 65_536
_FOREIGN = (
    (re.compile(rb'\A\s*(?:\{\s*(?:"|\})|\[\s*(?:[\[{]|\]))'), "Berkas ini JSON, bukan tabel."),
    (
        re.compile(rb"^\s*(?:INSERT\s+INTO|CREATE\s+TABLE|DROP\s+TABLE)\b", re.I | re.M),
        "Berkas ini perintah basis data (SQL), bukan tabel.",
    ),
    (re.compile(rb"\Aversion\s+\d\.\d\s*[\r\n]+\s*@\w"), "Berkas ini skema untuk memeriksa CSV, bukan tabel."),
    (
        re.compile(rb"\A#{1,6}\s(?=[\s\S]*^\s*\|?\s*:?-{3,}:?\s*\|)", re.M),
        "Berkas ini halaman catatan (Markdown), bukan tabel.",
    ),
)


def foreign_text(content: bytes) -> str:
    """The Indonesian sentence that says what else a text is, ``""`` where it may be a table.

    >>> foreign_text(b'{"nama": "Ayah"}'), foreign_text(b"nama\\nAyah")
    ('Berkas ini JSON, bukan tabel.', '')
    """
    start = content[:_LOOK].lstrip(b"\xef\xbb\xbf")
    return next((sentence for pattern, sentence in _FOREIGN if pattern.search(start)), "")
