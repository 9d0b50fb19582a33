"""The engine finds exactly what a plain row-by-row checker finds, whatever stands in the cells."""

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

WHOLE = st.sampled_from(
    ["0", "1", "7", "10", "1.250", "5000", "5001", "-1", "+3", "12.50", "1,5", "x", "1e3", "007", "9" * 19, "1.2.3"]
)
DECIMAL = st.sampled_from(
    ["0,5", "0,25", "1.999,5", "2.000", "2000", "1.5", "1,5", ",5", "inf", "nan", "1e3", "1.234.567,89", "abc", "-0,1"]
)
PLAIN = st.sampled_from(
    ["1", "1.5", ".5", "5.", "1e5", "1E999", "inf", "NaN", "-99", "-99.0", "1,5", "0x1", "+2", "- 2"]
)
DAY = st.sampled_from(
    ["2020-01-01", "2019-12-31", "2020-02-29", "2021-02-29", "2020-1-5", "+2020-1-05", "2020- 1-05", "31/12/2020",
     "2020-04-31", "2020-12-31", "2020-01-015", "0001-01-01"]
)  # fmt: skip
TEXT = st.sampled_from(
    ["", "-", "n/a", "...", "a", "ab", "abcde", "abcdef", "éé", "éééééé", "A1", "n/a ", "a\u00a0", '5"', "x;y"]
)
CELLS = {
    "id": st.integers(1, 12).map(str) | WHOLE,
    "desa": st.sampled_from([*sorted(code for (code,) in VILLAGES), "33.05.01.9999", ""]),
    "laki": WHOLE,
    "perempuan": WHOLE,
    "jumlah": WHOLE,
    "luas": DECIMAL,
    "nilai": PLAIN,
    "mulai": DAY,
    "selesai": DAY,
    "lahir": DAY,
    "status": st.sampled_from(["tetap", "pindah", "Tetap", "hilang"]),
    "catatan": TEXT,
    "bulan": st.sampled_from(["2020-01", "2020-13", "2020-1", "202001"]),
    "tahun": st.sampled_from(["2019", "2020", "1999", "20", "2020.0", "+2020"]),
    "aktif": st.sampled_from(["true", "TRUE", "0", "1", "ya", "false"]),
    "induk": st.sampled_from(["a", "b", "c", ""]),
    "nomor": st.sampled_from(["1", "2", "3", ""]),
}


def _around(cell: str, before: str, after: str) -> str:
    return before + cell + after


CELL = {
    name: st.one_of(
        cells,
        cells,
        cells,
        TEXT,
        st.builds(_around, cells, st.sampled_from(["", " ", "\t", "\u00a0"]), st.sampled_from(["", " ", "\u2003"])),
    )
    for name, cells in CELLS.items()
}
ROW = st.tuples(*CELL.values()).map(list)
RAGGED = st.one_of(
    st.tuples(ROW, st.integers(1, 16)).map(lambda made: made[0][: made[1]]),
    st.tuples(ROW, st.lists(st.sampled_from(["", " ", "9"]), min_size=1, max_size=3)).map(
        lambda made: made[0] + made[1]
    ),
    st.just([""] * 17),
    st.just([" "]),
)
ROWS = st.lists(st.one_of(ROW, ROW, ROW, ROW, RAGGED), max_size=12)


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
