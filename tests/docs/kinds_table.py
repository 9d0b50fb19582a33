"""The tables of `docs/id/berkas.md`, written from the kinds of lists that the reader knows.

`python -m tests.docs.kinds_table` brings the page up to date.
"""

from __future__ import annotations

import re
import sys

from selaras.engines.tabular import KINDS, Field, Kind
from tests.docs.pages import ROOT

PAGE = ROOT / "docs/id/berkas.md"
MARKER = re.compile(r"^<!-- kolom: (\w+) -->$", re.M)
_END = "<!-- akhir -->"
_SECTION = re.compile(rf"^<!-- kolom: (\w+) -->\n(.*?)^{_END}$", re.M | re.S)
_CONTENT = {
    "text": "teks",
    "name": "nama",
    "code": "kode",
    "money": "rupiah",
    "number": "angka",
    "quantity": "angka, boleh dengan satuan",
    "year": "tahun",
    "date": "tanggal",
    "choice": "pilihan",
    "list": "daftar, dipisah titik koma",
    "boolean": "ya atau tidak",
    "latitude": "derajat",
    "longitude": "derajat",
    "rt": "angka",
    "rw": "angka",
}


def content_of(field: Field) -> str:
    if field.kind == "choice":
        return "dikenali dari kata: " + ", ".join(sorted(field.choices))
    return _CONTENT[field.kind]


def duty_of(field: Field, kind: Kind) -> str:
    if field.required:
        return "**wajib**"
    group = next((group for group in kind.any_of if field.name in group), None)
    if group is None:
        return ""
    others = [one.label for one in kind.fields if one.name in group and one.name != field.name]
    wide = ["kolom per tahun" if kind.wide and kind.wide.by == "year" else "kolom per kriteria"]
    return "wajib, atau: " + ", ".join(others or wide)


def table_of(kind: Kind) -> str:
    rows = ["| kolom | perlu | isi | nama lain yang dikenal |", "| --- | --- | --- | --- |"]
    rows += [
        f"| {field.label} | {duty_of(field, kind)} | {content_of(field)} | {', '.join(field.synonyms)} |"
        for field in kind.fields
    ]
    return "\n".join(rows) + "\n"


def sections(text: str, *, fresh: bool = False) -> dict[str, str]:
    """Kind to its table: as the page has it, or as the kinds say now."""
    return {name: table_of(KINDS[name]) if fresh else table for name, table in _SECTION.findall(text)}


def rewritten(text: str) -> str:
    return _SECTION.sub(lambda found: f"<!-- kolom: {found[1]} -->\n{table_of(KINDS[found[1]])}{_END}", text)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} ditulis ulang.\n")
