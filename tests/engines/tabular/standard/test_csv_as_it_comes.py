"""A CSV streams in blocks: odd quotes, line ends, encodings and ragged rows neither stop it nor shift a number."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.tabular.standard import CsvSource, TableSource, check_table, open_source, read_standard
from tests.engines.tabular.standard.tables import checked, faults

SCHEMA: dict[str, Any] = {"fields": [{"name": "nama"}, {"name": "jiwa", "type": "integer"}, {"name": "catatan"}]}
ROWS = "nama,jiwa,catatan\nSrati,1,baik\nAyah,x,cukup\n"
EXPECTED = [(3, "jiwa", "type")]
FORMS = {
    "plain": ROWS.encode(),
    "with a byte order mark": b"\xef\xbb\xbf" + ROWS.encode(),
    "lines end in CRLF": ROWS.replace("\n", "\r\n").encode(),
    "lines end in CR": ROWS.replace("\n", "\r").encode(),
    "Windows-1252": ROWS.replace("baik", "baïk – ya").encode("cp1252"),
    "UTF-16": ROWS.encode("utf-16"),
    "no end of line at the end": ROWS.rstrip("\n").encode(),
    "semicolons": ROWS.replace(",", ";").encode(),
    "quotes around every cell": ROWS.replace(",", '","').replace("\n", '"\n"').rstrip('"').join(('"', "")).encode(),
    "a title above": b"DAFTAR DESA,,\n".join((b"", ROWS.encode())),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_the_file_changes_no_finding(form: str) -> None:
    shift = 1 if form == "a title above" else 0
    assert faults(checked(SCHEMA, FORMS[form])) == [(row + shift, column, rule) for row, column, rule in EXPECTED]


BODIES = [
    ('Ayah,x,"dua\nbaris"\nSrati,y,z\n', [(2, "jiwa", "type"), (4, "jiwa", "type")]),
    ('pipa 5" besar,x,a\nSrati,y,z\n', [(2, "jiwa", "type"), (3, "jiwa", "type")]),
    ('5",6",a\nSrati,y,z\n', [(2, "jiwa", "type"), (3, "jiwa", "type")]),
    ('pipa 5" a,1,a\npipa 6" b,y,z\n', [(3, "jiwa", "type")]),
    ('"Srati"s,1,a\nAyah,y,z\n', [(3, "jiwa", "type")]),
    ('"tak ditutup,1,a\nAyah,y,z\nSrati,1,a\n', [(3, "jiwa", "type")]),
    ('"a,b",1\nAyah,2,"c,d"\n', [(2, "", "ragged")]),
    ("Ayah,2,a,,9\nAyah,2,a,, \nSrati,2,b\n", [(2, "", "ragged")]),
    ("Ayah,2\nAyah,2,a,\nSrati,x,b\n", [(2, "", "ragged"), (4, "jiwa", "type")]),
    ("\nAyah,x,a\n,,\n   \nSrati,y,b\n", [(3, "jiwa", "type"), (6, "jiwa", "type")]),
    ("Ayah,x,a\n  ,\t,\nSrati,y,b\n", [(2, "jiwa", "type"), (4, "jiwa", "type")]),
]


@pytest.mark.parametrize("block_bytes", [1, 40, 1_000_000])
@pytest.mark.parametrize(("body", "expected"), BODIES, ids=range(len(BODIES)))
def test_every_fault_keeps_its_line(body: str, expected: list[tuple[int, str, str]], block_bytes: int) -> None:
    source = CsvSource(
        io.BytesIO(f"nama,jiwa,catatan\n{body}".encode()), ["nama", "jiwa", "catatan"], block_bytes=block_bytes
    )
    assert faults(check_table(read_standard(SCHEMA), source)) == expected


def test_rows_and_blank_rows_are_counted() -> None:
    report = checked(SCHEMA, "nama,jiwa,catatan\nAyah,1,a\n\nSrati,2\n,,\nArgosari,3,b\nKalipoh,4,c\n")
    assert (report.rows, report.blank) == (4, 2)


def test_a_plain_file_streams_and_another_is_read_whole() -> None:
    assert isinstance(open_source(io.BytesIO(ROWS.encode())), CsvSource)
    assert isinstance(open_source(io.BytesIO(b"DAFTAR DESA,,\n" + ROWS.encode())), TableSource)
    assert isinstance(open_source(io.BytesIO(ROWS.encode() + b"Jumlah,1,\n")), TableSource)
    assert isinstance(open_source(io.BytesIO(b'nama,"jiwa\n(orang)",catatan\nAyah,1,a\n')), TableSource)


CELL = st.text(alphabet='ab1 ",\n;é', max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=8), st.sampled_from([1, 30, 10_000]))
def test_rows_are_those_of_the_csv_module_wherever_the_blocks_are_cut(rows: list[list[str]], block_bytes: int) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["nama", "jiwa", "catatan"], *rows])
    reader = csv.reader(io.StringIO(out.getvalue(), newline=""))
    expected, start = [], 1
    for cells in reader:
        expected.append((start, cells))
        start = reader.line_num + 1
    wanted = [
        (line, [cell or None for cell in cells[:3]])
        for line, cells in expected[1:]
        if any(cell.strip() for cell in cells) and len(cells) >= 3 and not any(cell.strip() for cell in cells[3:])
    ]
    source = CsvSource(io.BytesIO(out.getvalue().encode()), ["nama", "jiwa", "catatan"], block_bytes=block_bytes)
    found = [
        (number, list(cells))
        for block in source.blocks([])
        for number, cells in zip(block.numbers, block.cells.iter_rows(), strict=True)
    ]
    assert found == wanted
