"""A file with a list of codes, row by row: which rows are codes, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from selaras.engines.tabular import Cell, Field, Row, Table, propose_mapping, text_of
from selaras.sectoral.errors import Incomplete

LONGEST_CODE, LONGEST_NAME = 60, 200
_CODE = Field("code", "Kode", "code", ("kode wilayah", "kode bps", "kode kemendagri", "id", "code"), required=True)
_NAME = Field("name", "Nama", "text", ("uraian", "nama wilayah", "keterangan", "deskripsi", "name", "label"))


@dataclass(frozen=True)
class CodeRow:
    line: int
    code: str
    name: str
    problem: str = ""


def code_rows(table: Table) -> Iterator[CodeRow]:
    """Every row of data. Raises Incomplete where no column holds codes.

    A code that the workbook typed as a fraction is no code: 33.10 would have become 33.1.
    """
    mapping = propose_mapping(table, (_CODE, _NAME))
    code, name = mapping.column_of("code"), mapping.column_of("name")
    if code is None:
        raise Incomplete({"file": _("Berkas ini tidak memuat kolom kode. Beri nama kolomnya kode dan nama.")})
    lines: dict[str, int] = {}
    for row in table.rows:
        made = _row(row, row.cells[code], text_of(row.cells[name]) if name is not None else "", lines)
        if not made.problem:
            lines[made.code] = made.line
        yield made


def _row(row: Row, cell: Cell, name: str, lines: dict[str, int]) -> CodeRow:
    code = text_of(cell)
    problem = ""
    if not code:
        problem = _("Kodenya kosong. Isi kodenya, atau hapus barisnya.")
    elif isinstance(cell, float) and not cell.is_integer():
        problem = _("Kode ini tersimpan sebagai angka, jadi nol di belakangnya hilang. Ubah kolomnya menjadi teks.")
    elif len(code) > LONGEST_CODE or len(name) > LONGEST_NAME:
        problem = _("Kode paling banyak 60 huruf dan nama 200. Pendekkan.")
    elif code in lines:
        problem = _("Kode ini sudah ada di baris %(line)s. Hapus salah satu.") % {"line": lines[code]}
    return CodeRow(row.number, code[:LONGEST_CODE], name[:LONGEST_NAME], problem)
