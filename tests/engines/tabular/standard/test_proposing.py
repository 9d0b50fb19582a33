"""What a sample shows of each column is proposed with its reason; what it does not prove is not proposed."""

from __future__ import annotations

import pytest

from selaras.engines.tabular import read_table
from selaras.engines.tabular.standard import ColumnProposal, draft_standard, propose_columns, propose_sums

TABLE = """kode desa;desa;luas (km2);laki;perempuan;jumlah;status;mulai
33.05.01.2001;Ayah;1,5;10;12;22;tetap;2019-01-02
33.05.01.2002;Srati;2,25;7;8;15;;2020-02-03
33.05.01.2003;Argosari;1,5;5;6;11;tetap;2020-02-03
"""


def columns() -> dict[str, ColumnProposal]:
    _, found = propose_columns(read_table(TABLE.encode()), "contoh")
    return {one.field.name: one for one in found}


@pytest.mark.parametrize(
    ("name", "unit", "is_code", "is_unique", "limits"),
    [
        ("kode desa", "", True, True, ("", "")),
        ("desa", "", False, True, ("", "")),
        ("luas (km2)", "km2", False, False, ("1.5", "2.25")),
        ("jumlah", "", False, True, ("11", "22")),
        ("status", "", False, False, ("", "")),
        ("mulai", "", False, False, ("2019-01-02", "2020-02-03")),
    ],
)
def test_what_a_column_shows(name: str, unit: str, is_code: bool, is_unique: bool, limits: tuple[str, str]) -> None:
    one = columns()[name]
    found = (one.field.unit, one.is_code, one.is_unique, (one.smallest, one.largest))
    assert found == (unit, is_code, is_unique, limits)


def test_each_proposal_says_why() -> None:
    code, status, luas = (columns()[name] for name in ("kode desa", "status", "luas (km2)"))
    assert (code.why_code, code.names) == ("Nama kolomnya menyebut kode.", "desa")
    assert status.why_filled == "Terisi di 2 dari 3 baris."
    assert (luas.why_type, luas.examples) == ("Semua 3 isiannya bilangan.", ("1,5", "2,25"))


def sums(*rows: str) -> list[str]:
    table = read_table(("a;b;c\n" + "\n".join(rows) + "\n").encode())
    return [rule.expression for rule in propose_sums(table, draft_standard(table, "x"))]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("1;2;3", "2;2;4", "3;7;10"), ["[a] + [b] = [c]"]),
        (("3;2;1", "4;2;2", "10;7;3"), ["[b] + [c] = [a]"]),
        (("1;2;3", "2;2;4", ";7;10", "3;7;10"), ["[a] + [b] = [c]"]),  # a row with a gap says nothing
        (("0,1;0,2;0,3", "1,5;2,5;4", "3;7;10"), ["[a] + [b] = [c]"]),
        (("1;2;3", "2;2;4", "3;7;11"), []),
        (("1;2;3", "2;2;4"), []),
        (("0;2;2", "0;3;3", "0;5;5"), []),  # nought proves nothing
    ],
)
def test_a_sum_is_proposed_where_it_holds_in_every_row(rows: tuple[str, ...], told: list[str]) -> None:
    assert sums(*rows) == told


def test_an_empty_sample_proposes_texts() -> None:
    draft, found = propose_columns(read_table(b"desa;jumlah\n"), "x")
    assert [one.type for one in draft.fields] == ["string", "string"]
    assert found[0].why_type == "Kolom ini kosong."
