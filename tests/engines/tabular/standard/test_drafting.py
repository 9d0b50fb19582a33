"""A draft from a table that is in order: the same table keeps it, and what only a person knows is left open."""

from __future__ import annotations

import pytest

from selaras.engines.tabular import read_table
from selaras.engines.tabular.standard import TableSource, as_package, check_table, draft_standard, read_standard

ROWS = "".join(
    f"33.05.01.{2001 + n};0{n}1;{n * 700};{n},5;{2 + n % 9:02}/02/2020;2020-02-11;202{n % 10};"
    f"{'tetap' if n % 2 else '-'};D{n}\n"
    for n in range(1, 15)
)
TABLE = "kode;urut;jiwa;luas;mulai;selesai;tahun;status;desa\n" + ROWS
KINDS = [
    ("kode", "string", "default", True, None),
    ("urut", "string", "default", True, None),
    ("jiwa", "integer", "default", True, None),
    ("luas", "number", "default", True, ","),
    ("mulai", "date", "any", True, None),
    ("selesai", "date", "default", True, None),
    ("tahun", "year", "default", True, None),
    ("status", "string", "default", False, None),
    ("desa", "string", "default", True, None),
]


@pytest.mark.parametrize(("name", "type_", "form", "required", "decimal"), KINDS)
def test_what_a_column_shows(name: str, type_: str, form: str, required: bool, decimal: str | None) -> None:
    one = draft_standard(read_table(TABLE.encode()), "contoh").named(name)
    found = (one.type, one.format, one.constraints.required, one.decimal if name == "luas" else decimal)
    assert found == (type_, form, required, decimal)


def test_choices_that_recur() -> None:
    assert draft_standard(read_table(TABLE.encode()), "contoh").named("status").constraints.enum == ("tetap",)


def test_the_table_keeps_its_own_draft_also_after_a_file() -> None:
    table = read_table(TABLE.encode())
    draft = draft_standard(table, "contoh")
    assert read_standard(as_package(draft)) == draft
    assert check_table(draft, TableSource(table)).valid
