"""A catalogue from the rows of a table in either usual shape: all levels in one column, or one row a subactivity.

>>> rows = [
...     {"level": "bidang", "kode": "1.02", "nomenklatur": "Kesehatan"},
...     {"level": "sub kegiatan", "kode": "1.02.02.2.01.0001", "nomenklatur": "Pembangunan Puskesmas"},
... ]
>>> [(entry.code, entry.parents) for entry in entries_of_rows(rows)]
[('1.02.02.2.01.0001', ('Kesehatan',))]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from selaras.engines.matching.catalogue import Entry
from selaras.engines.matching.errors import CatalogueError

_CODE = ("kode_sub", "kode_sub_kegiatan", "kode", "kode_subkegiatan", "kode_nomenklatur", "kode_rekening", "code")
_NAME = ("sub_kegiatan", "subkegiatan", "nama_sub_kegiatan", "nomenklatur", "uraian", "nama", "name")
_COLUMNS = {
    "performance": ("kinerja", "sasaran"),
    "indicator": ("indikator", "indikator_kinerja"),
    "unit": ("satuan", "satuan_output"),
    "definition": ("definisi", "definisi_operasional", "keterangan"),
}
_PARENTS = (("bidang", "bidang_urusan", "urusan"), ("program", "nama_program"), ("kegiatan", "nama_kegiatan"))
_PARTS = (2, 3, 5)
_SUBACTIVITY_PARTS = 6
_SIGNS = re.compile(r"[^a-z]+")


def entries_of_rows(rows: Iterable[Mapping[str, object]]) -> list[Entry]:
    """The subactivities of a table, its columns known by their usual names (`kode`, `nomenklatur`, `kinerja`, …).

    A code of six parts is a subactivity; rows with shorter codes name its field of duty, programme and activity. Rows
    without a code or name are passed over, a code that comes again adds nothing. CatalogueError where no column holds
    codes or names, or no row is a subactivity.
    """
    plain = [{_key(column): _text(value) for column, value in row.items()} for row in rows]
    code, name = _column(plain, _CODE, "kode"), _column(plain, _NAME, "nama sub kegiatan")
    names = {row[code]: row[name] for row in plain if row.get(code) and row.get(name)}
    found: dict[str, Entry] = {}
    for row in plain:
        if row.get(name) and row.get(code, "").count(".") + 1 >= _SUBACTIVITY_PARTS:
            found.setdefault(row[code], _entry(row, code, name, names))
    if not found:
        raise CatalogueError("Katalog tidak berisi sub kegiatan (kode enam bagian, misalnya 1.03.10.2.01.0005).")
    return list(found.values())


def _entry(row: Mapping[str, str], code: str, name: str, names: Mapping[str, str]) -> Entry:
    facts = {field: _first(row, columns) for field, columns in _COLUMNS.items()}
    return Entry(row[code], row[name], **facts, parents=_parents(row, row[code], names))


def _parents(row: Mapping[str, str], code: str, names: Mapping[str, str]) -> tuple[str, ...]:
    given = tuple(_first(row, columns) for columns in _PARENTS)
    if not any(given):
        parts = code.split(".")
        given = tuple(names.get(".".join(parts[:length]), "") for length in _PARTS)
    while given and not given[-1]:
        given = given[:-1]
    return given


def _column(rows: Sequence[Mapping[str, str]], wanted: Sequence[str], said: str) -> str:
    for column in wanted:
        if rows and column in rows[0]:
            return column
    raise CatalogueError(f"Katalog tidak mempunyai kolom {said}. Beri kolom itu nama {wanted[0]!r}, lalu ulangi.")


def _first(row: Mapping[str, str], columns: Sequence[str]) -> str:
    return next((row[column] for column in columns if row.get(column)), "")


def _key(column: str) -> str:
    return _SIGNS.sub("_", str(column).casefold()).strip("_")


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
