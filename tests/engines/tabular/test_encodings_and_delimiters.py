"""The same table in any encoding, with any delimiter, quote and line end, is the same table."""

from __future__ import annotations

import gzip

import pytest

from selaras.engines.tabular import DamagedFile, TooLarge, read_table
from selaras.engines.tabular.encodings import decode
from selaras.engines.tabular.table import Limits
from selaras.engines.tabular.text_files import find_delimiter
from tests.torture.files import HEADER, ROWS, text


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"),
     ("utf-16-be", "utf-16-be"), ("cp1252", "windows-1252")],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_cells_are_the_same(encoding: str, told: str, delimiter: str, end: str) -> None:
    table = read_table(text((HEADER, *ROWS), delimiter, end, encoding))
    assert table.header == HEADER
    assert tuple(row.cells for row in table.rows) == ROWS
    assert [row.number for row in table.rows] == [2, 3, 4, 5]
    assert (table.facts.encoding, table.facts.delimiter) == (told, delimiter)


def test_a_line_of_another_encoding_is_read_by_itself() -> None:
    content = "nama\nPoncowarno – selatan\n".encode() + "Sadang – utara\n".encode("cp1252")
    assert decode(content) == ("nama\nPoncowarno – selatan\nSadang – utara\n", "utf-8+windows-1252")


def test_a_row_knows_the_line_on_which_it_starts() -> None:
    table = read_table(b'no,usulan\n1,"dua\nbaris"\n2,satu\n')
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("1", "dua\nbaris")), (4, ("2", "satu"))]


def test_a_quote_that_never_closes_harms_one_row_only() -> None:
    table = read_table(b'no,usulan,desa\n1,Talud,Srati\n2,"Pipa 2 dim,Srati\n3,Jalan,Srati\n')
    assert [row.cells[0] for row in table.rows] == ["1", "2", "3"]
    assert [row.cells[2] for row in table.rows] == ["Srati"] * 3
    assert "Tanda kutip" in table.facts.warnings[0]


def test_the_delimiter_of_excel_is_believed() -> None:
    table = read_table(b"sep=;\r\nno;biaya\r\n1;1,5\r\n2;2,5\r\n")
    assert table.header == ("no", "biaya")
    assert table.skipped_by_reason == {"directive": 1, "header": 1}


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [("a;b\n1,5;2,5\n3,5;4,5\n", ";"), ("a,b\n1.5,2\n", ","), ("a|b|c\n1|2|3\n", "|"), ("nama\nAyah\n", ""),
     ("usulan;biaya\nTalud, jalan, PJU;1\nPos, ronda;2\n", ";")],
)  # fmt: skip
def test_commas_inside_cells_do_not_mislead(sample: str, delimiter: str) -> None:
    assert find_delimiter(sample) == delimiter


def test_a_gzip_is_read_through() -> None:
    assert read_table(gzip.compress(text((HEADER, *ROWS)))).rows[3].cells == ROWS[3]


def test_a_gzip_bomb_or_stub_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_table(gzip.compress(b"a,b\n" * 1_000_000), limits=Limits(bytes=1_000_000))
    with pytest.raises(DamagedFile):
        read_table(gzip.compress(text((HEADER, *ROWS)))[:-12])


def test_a_delimiter_inside_quoted_cells_is_not_taken_for_the_files_own() -> None:
    table = read_table(b'","|","\r\n""|""\r\n', "usulan.csv")
    assert table.facts.delimiter == "|"
