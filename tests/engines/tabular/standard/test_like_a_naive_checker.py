"""The engine finds exactly what a plain row-by-row checker finds, whatever stands in the cells.

Most rows are in order but for a cell or two: a row with many faults never passes the engine's quick first look.
"""

from __future__ import annotations

import csv
import io
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.tabular.standard import CsvSource, check_table, read_standard
from tests.engines.tabular.standard import naive

VILLAGES = {("33.05.01.2001",), ("33.05.01.2002",), ("33.05.01.2003",)}
PAIRS = {("a", "1"), ("b", "2")}
SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "id", "type": "integer", "decimalChar": ".", "constraints": {"required": True, "unique": True}},
        {"name": "desa", "type": "string", "constraints": {"required": True}},
        {"name": "laki", "type": "integer", "groupChar": ".", "constraints": {"minimum": 0, "maximum": 5000}},
        {"name": "perempuan", "type": "integer", "groupChar": ".", "constraints": {"exclusiveMinimum": -1}},
        {"name": "jumlah", "type": "integer", "groupChar": "."},
        {
            "name": "luas",
            "type": "number",
            "decimalChar": ",",
            "groupChar": ".",
            "constraints": {"minimum": 0.5, "exclusiveMaximum": 2000},
        },
        {"name": "nilai", "type": "number", "decimalChar": ".", "missingValues": ["-99", "n/a"]},
        {"name": "mulai", "type": "date", "constraints": {"minimum": "2020-01-01"}},
        {"name": "selesai", "type": "date"},
        {"name": "lahir", "type": "date"},
        {"name": "status", "type": "string", "constraints": {"enum": ["tetap", "pindah"]}},
        {
            "name": "catatan",
            "type": "string",
            "constraints": {"minLength": 2, "maxLength": 5, "pattern": "[a-zé ]+"},
        },
        {"name": "bulan", "type": "yearmonth"},
        {"name": "tahun", "type": "year", "constraints": {"minimum": 2000}},
        {"name": "aktif", "type": "boolean"},
        {"name": "induk", "type": "string"},
        {"name": "nomor", "type": "string"},
    ],
    "missingValues": ["", "-", "n/a", "..."],
    "uniqueKeys": [["desa", "tahun"], ["nilai", "aktif"]],
    "foreignKeys": [
        {"fields": ["desa"], "reference": {"resource": "wilayah", "fields": ["kode"]}},
        {"fields": ["induk", "nomor"], "reference": {"resource": "pasangan", "fields": ["huruf", "angka"]}},
    ],
}


def _sum_holds(row: dict[str, Any]) -> bool | None:
    parts = (row["laki"], row["perempuan"], row["jumlah"])
    return None if None in parts else parts[0] + parts[1] == parts[2]


def _order_holds(row: dict[str, Any]) -> bool | None:
    return None if None in (row["mulai"], row["selesai"]) else row["mulai"] <= row["selesai"]


def _end_holds(row: dict[str, Any]) -> bool | None:
    if row["selesai"] is not None:
        return True
    return None if row["status"] is None else row["status"] != "pindah"


RULES = [
    {"name": "jumlah", "expression": "laki + perempuan = jumlah", "shown": "laki", "holds": _sum_holds},
    {"name": "urutan", "expression": "mulai <= selesai", "shown": "mulai", "holds": _order_holds},
    {
        "name": "pindah",
        "expression": "jika status = 'pindah' maka isi(selesai)",
        "shown": "status",
        "holds": _end_holds,
    },
]
ENGINE_SCHEMA = {**SCHEMA, "sdi:rules": [{"name": rule["name"], "expression": rule["expression"]} for rule in RULES]}
NAIVE_SCHEMA = {**SCHEMA, "sdi:rules": RULES}
REFERENCES = {
    "wilayah": pl.DataFrame({"kode": sorted(code for (code,) in VILLAGES)}),
    "pasangan": pl.DataFrame({"huruf": ["a", "b"], "angka": ["1", "2"]}),
}

WHOLE = ["0", "1", "7", "10", "1.250", "5000", "5001", "-1", "+3", "12.50", "1,5", "x", "1e3", "007", "9" * 19, "1.2.3"]
DECIMAL = [
    "0,5",
    "0,25",
    "1.999,5",
    "2.000",
    "2000",
    "1.5",
    "1,5",
    ",5",
    "inf",
    "nan",
    "1e3",
    "1.234.567,89",
    "abc",
    "-0,1",
]
PLAIN = ["1", "1.5", ".5", "5.", "1e5", "1E999", "inf", "NaN", "-99", "-99.0", "1,5", "0x1", "+2", "- 2"]
DAY = ["2020-01-01", "2019-12-31", "2020-02-29", "2021-02-29", "2020-1-5", "+2020-1-05", "2020- 1-05", "31/12/2020",
     "2020-04-31", "2020-12-31", "2020-01-015", "0001-01-01"]  # fmt: skip
TEXT = [
    "",
    "-",
    "n/a",
    "...",
    "a",
    "ab",
    "abcde",
    "abcdef",
    "éé",
    "éééééé",
    "A1",
    "n/a ",
    "a\u00a0",
    "  a",
    "a  ",
    "abcde ",
    '5"',
    "x;y",
]
CELLS = {
    "id": [*map(str, range(1, 13)), *WHOLE],
    "desa": [*sorted(code for (code,) in VILLAGES), "33.05.01.9999", ""],
    "laki": WHOLE,
    "perempuan": WHOLE,
    "jumlah": WHOLE,
    "luas": DECIMAL,
    "nilai": PLAIN,
    "mulai": DAY,
    "selesai": DAY,
    "lahir": DAY,
    "status": ["tetap", "pindah", "Tetap", "hilang"],
    "catatan": TEXT,
    "bulan": ["2020-01", "2020-13", "2020-1", "202001"],
    "tahun": ["2019", "2020", "1999", "20", "2020.0", "+2020"],
    "aktif": ["true", "TRUE", "0", "1", "ya", "false"],
    "induk": ["a", "b", "c", ""],
    "nomor": ["1", "2", "3", ""],
}


BEFORE, AFTER = ["", " ", "\t", "\u00a0"], ["", " ", "\u2003"]


def _around(cell: str, before: str, after: str) -> str:
    return before + cell + after


def _cell(cells: list[str]) -> st.SearchStrategy[str]:
    plain = st.sampled_from(cells)
    spaced = st.builds(_around, plain, st.sampled_from(BEFORE), st.sampled_from(AFTER))
    return st.one_of(plain, plain, plain, st.sampled_from(TEXT), spaced)


CELL = {name: _cell(cells) for name, cells in CELLS.items()}
ANY_ROW = st.tuples(*CELL.values()).map(list)
IN_ORDER = {
    "id": "", "desa": "33.05.01.2001", "laki": "1", "perempuan": "2", "jumlah": "3", "luas": "0,5", "nilai": "",
    "mulai": "2020-01-01", "selesai": "2020-12-31", "lahir": "2020-03-30", "status": "tetap", "catatan": "abc",
    "bulan": "2020-01", "tahun": "", "aktif": "", "induk": "a", "nomor": "1",
}  # fmt: skip


def _spoilt(identity: int, cells: dict[str, str]) -> list[str]:
    return list({**IN_ORDER, "id": str(identity), **cells}.values())


ONE_CELL = st.sampled_from(sorted(CELL)).flatmap(lambda name: CELL[name].map(lambda cell: {name: cell}))
TWO_CELLS = st.tuples(ONE_CELL, ONE_CELL).map(lambda both: {**both[0], **both[1]})
ALMOST = st.builds(_spoilt, st.integers(100, 10_000), st.one_of(ONE_CELL, ONE_CELL, TWO_CELLS))
MARKED = st.sampled_from(
    [{"nilai": "-99", "aktif": "1"}, {"nilai": "1", "aktif": "1"}, {"nilai": " -99", "aktif": "1"}]
)
ROW = st.one_of(ANY_ROW, ALMOST, ALMOST, ALMOST, ALMOST, st.builds(_spoilt, st.integers(100, 10_000), MARKED))
RAGGED = st.one_of(
    st.tuples(ANY_ROW, st.integers(1, 16)).map(lambda made: made[0][: made[1]]),
    st.tuples(ANY_ROW, st.lists(st.sampled_from(["", " ", "9"]), min_size=1, max_size=3)).map(
        lambda made: made[0] + made[1]
    ),
    st.just([""] * 17),
    st.just([" "]),
)
ROWS = st.lists(st.one_of(ROW, ROW, ROW, ROW, RAGGED), max_size=15)


def found_by_the_engine(rows: list[list[str]], block_bytes: int, quoting: Any) -> set[tuple[int, str, str]]:
    out = io.StringIO()
    header = [field["name"] for field in SCHEMA["fields"]]
    csv.writer(out, delimiter=";", quoting=quoting, lineterminator="\n").writerows([header, *rows])
    source = CsvSource(io.BytesIO(out.getvalue().encode()), header, delimiter=";", block_bytes=block_bytes)
    report = check_table(read_standard(ENGINE_SCHEMA), source, REFERENCES)
    listed = [(fault.row, fault.column, fault.rule) for fault in report.listed()]
    assert len(listed) == len(set(listed))
    return set(listed)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from([1, 300, 1_000_000]), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_the_same_faults_exactly(rows: list[list[str]], block_bytes: int, quoting: Any) -> None:
    expected = naive.check(NAIVE_SCHEMA, rows, {"wilayah": VILLAGES, "pasangan": PAIRS})
    assert found_by_the_engine(rows, block_bytes, quoting) == expected


def test_each_odd_cell_in_a_row_that_is_in_order_otherwise() -> None:
    spaced = {
        name: [*TEXT, *(_around(cell, before, after) for cell in cells for before in BEFORE for after in AFTER)]
        for name, cells in CELLS.items()
    }
    odd = [{name: cell} for name, cells in spaced.items() if name != "id" for cell in cells]
    rows = [_spoilt(place, cells) for place, cells in enumerate(odd)]
    expected = naive.check(NAIVE_SCHEMA, rows, {"wilayah": VILLAGES, "pasangan": PAIRS})
    assert len(expected) > 500
    assert found_by_the_engine(rows, 1_000_000, csv.QUOTE_MINIMAL) == expected
