"""A text too large to keep is told in pieces like a small one is whole, whatever lies where a piece ends."""

from __future__ import annotations

import pytest

from selaras.engines.tabular import Description, describe
from selaras.engines.tabular.large_texts import LARGE, describe_large_text
from selaras.engines.tabular.table import Limits

HEAD = "kode;nama;warga;luas;tanggal\n"
ROWS = [
    f"33.05.{n % 26 + 1:02};Desa {n};1.{n % 900 + 100}.515;{n % 70},5;{n % 28 + 1:02}/02/2020\n" for n in range(400)
]


def in_pieces(content: bytes, piece: int, monkeypatch: pytest.MonkeyPatch) -> Description:
    monkeypatch.setattr("selaras.engines.tabular.pieces.PIECE", piece)
    return describe_large_text(content, "x", Limits())


def with_row(row: str, place: int = 200) -> str:
    return HEAD + "".join([*ROWS[:place], row, *ROWS[place:]])


CASES = {
    "nothing special": HEAD + "".join(ROWS),
    "title, total and footer": "REKAP (contoh);;;;\n"
    + HEAD
    + "".join(ROWS)
    + ";Jumlah;5;5;\n;;;;\nSumber: contoh;;;;\n",
    "a header again": with_row(HEAD),
    "a total in the middle": with_row(";Jumlah;1.234.567;5,5;\n"),
    "a section in the middle": with_row("Kecamatan Ayah;;;;\n"),
    "a blank row": with_row(";;;;\n") + "\n",
    "a comment": with_row("# diperbarui;;;;\n"),
    "a short row and a long one": with_row("33.05.01;Ayah\n33.05.01;Ayah;1;2;;x\n"),
    "a text of several lines": with_row('33.05.01;"Desa;\nlama;\n""Ayah""";1;2,5;01/02/2020\n'),
    "a value that does not fit": with_row("33.05.01;Ayah;banyak;2,5;segera\n"),
    "marks for nothing": with_row("33.05.01;Ayah;-;n/a;\n"),
    "no header": "".join(ROWS),
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
@pytest.mark.parametrize("piece", [1_500, 4_000])
def test_it_is_told_like_the_whole(text: str, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_pieces(text.encode(), piece, monkeypatch) == describe(text.encode(), "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("place", [0, 390])
def test_one_strange_letter_tells_the_encoding_of_all(
    encoding: str, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = with_row("33.05.01;Ayah – Kulon;1;2,5;01/02/2020\n", place).encode(encoding)
    assert in_pieces(content, 2_000, monkeypatch) == describe(content, "x")


def test_two_encodings_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_row("33.05.01;Ayah – Kulon;1;2,5;01/02/2020\n", 5).encode()
    content += "33.05.01;Jum’at;1;2,5;01/02/2020\n".encode("cp1252")
    told = in_pieces(content, 2_000, monkeypatch)
    assert told.encoding == "utf-8+windows-1252"
    assert told == describe(content, "x")


def test_a_quote_that_never_closes_is_told_and_costs_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_row('33.05.01;"Ayah;1;2,5;01/02/2020\n').encode()
    told = in_pieces(content, 2_000, monkeypatch)
    assert told.table.rows == len(ROWS) + 1
    assert "reading" in {doubt.topic for doubt in told.table.doubts}


def test_beyond_eight_megabytes_rows_are_counted_and_none_is_too_many() -> None:
    body = "".join(ROWS)
    times = LARGE // len(body) + 1
    told = describe((HEAD + body * times).encode(), "x", limits=Limits(rows=1_000))
    assert (told.table.rows, told.table.last_row) == (len(ROWS) * times, len(ROWS) * times + 1)
    assert [column.type for column in told.table.columns] == ["code", "text", "integer", "decimal", "date"]
    assert told.table.doubts == ()
