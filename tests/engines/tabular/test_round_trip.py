"""What is written as a table is read back cell for cell; what is no table is refused with a sentence, never a crash."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from selaras.engines.tabular import TabularError, check, read_tables
from selaras.engines.tabular.encodings import decode
from selaras.engines.tabular.table import Limits
from tests.torture.files import workbook

LETTERS = st.text(
    st.characters(codec="cp1252", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=12
)
ANYTHING = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=12)


def tables(cell: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    return st.integers(2, 6).flatmap(
        lambda width: st.lists(st.lists(cell, min_size=width, max_size=width), min_size=2, max_size=8)
    )


def written(rows: list[list[str]], delimiter: str, end: str, encoding: str, quoting: int) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)


def cells_read(content: bytes) -> list[tuple[object, ...]]:
    (table,) = read_tables(content, "x.csv")
    return [row.cells for row in table.in_file_order()]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@given(
    rows=tables(ANYTHING), end=st.sampled_from(["\r\n", "\n", "\r"]), encoding=st.sampled_from(["utf-8-sig", "utf-16"])
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_quoted_cells_come_back_as_they_were(delimiter: str, rows: list[list[str]], end: str, encoding: str) -> None:
    assert cells_read(written(rows, delimiter, end, encoding, csv.QUOTE_ALL)) == [tuple(row) for row in rows]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@given(rows=tables(LETTERS.map(lambda text: text.translate({ord(sign): "-" for sign in ';,|"\t'}))))
@settings(max_examples=60, deadline=None)
def test_bare_cells_in_windows_1252_come_back_as_they_were(delimiter: str, rows: list[list[str]]) -> None:
    marked = [[f"{cell}\u2013" for cell in row] for row in rows]  # a dash that is no UTF-8 alone tells the encoding
    content = written(marked, delimiter, "\r\n", "cp1252", csv.QUOTE_MINIMAL)
    assume(decode(content)[1] == "windows-1252")
    assert cells_read(content) == [tuple(row) for row in marked]


def refusal(read: Callable[[], object]) -> str | None:
    """The sentence with which a file is refused, None where it is read; any other exception passes."""
    try:
        read()
    except TabularError as problem:
        return str(problem)
    return None


@given(content=st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"PK\x03\x04xl/workbook.xml")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
@example(b"\x1f\x8b\x08\x00")
@example(b'a,b\n"' + b"x" * 140_000)
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_a_table_or_a_sentence(content: bytes) -> None:
    said = refusal(lambda: check(content, "x", "proposals"))
    assert said is None or said.endswith(".")


WORKBOOK = workbook(lambda sheet: [sheet.append(["No", "Usulan", "Biaya"]), sheet.append([1, "Talud", 5_000_000])])


@given(place=st.integers(0, len(WORKBOOK) - 1), junk=st.binary(min_size=1, max_size=20), cut=st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_damaged_workbook_is_a_table_or_a_sentence(place: int, junk: bytes, cut: bool) -> None:
    content = WORKBOOK[:place] if cut else WORKBOOK[:place] + junk + WORKBOOK[place + len(junk) :]
    said = refusal(lambda: read_tables(content, "x.xlsx", limits=Limits(cells=100_000)))
    assert said is None or said.endswith(".")


@given(text=st.text(st.sampled_from('No;Usulan,Biaya\t"\n\r 1.5Rp-|()='), max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_near_a_table_is_read_whole(text: str) -> None:
    try:
        result = check(text.encode(), "x.csv", "proposals")
    except TabularError:
        return
    (sheet,) = result.sheets
    assert result.read == result.taken + result.kept
    assert len({row.number for row in sheet.table.in_file_order()}) == sheet.table.row_count
