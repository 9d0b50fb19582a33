"""Any table is described as it was written; any file near one is described or refused with a sentence."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.tabular import Description, TabularError, describe
from selaras.engines.tabular.large_texts import describe_large_text
from selaras.engines.tabular.table import Limits
from tests.torture.files import all_files, workbook

NAMES = ("Desa", "Kecamatan", "Jumlah penduduk", "Luas", "Tanggal", "Keterangan")
TITLES = ("REKAPITULASI DATA SEKTORAL", "KABUPATEN CONTOH")
WORDS = st.sampled_from(
    ["Ayah", "Srati", "Jatijajar", "Argopeni", "Karangduwur", "Pasir", "Candi – Kulon", "Tlogo, Sari"]
)
WHOLE = st.integers(1_000_000, 9_999_999)
FRACTION = st.decimals(Decimal("0.01"), Decimal("9999.99"), places=2)
DAY = st.tuples(st.integers(13, 28), st.integers(1, 12), st.integers(1990, 2024))


@dataclass(frozen=True)
class Written:
    """A table as it was drawn: how many rows of what, and in which bytes."""

    content: bytes
    delimiter: str
    encoding: str
    line_end: str
    titles: int
    totals: int
    rows: int
    footer: bool


def indonesian(number: int | Decimal) -> str:
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


@st.composite
def tables(draw: st.DrawFn) -> Written:
    encoding = draw(st.sampled_from(["utf-8-sig", "utf-16", "windows-1252", "utf-8"]))
    end = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    delimiter = draw(st.sampled_from(";,\t|"))
    titles = list(TITLES[: draw(st.integers(0, 2))])
    count = draw(st.integers(5, 30))
    rows = [list(NAMES)]
    for _ in range(count):
        day = "{:02}/{:02}/{}".format(*draw(DAY))
        rows.append(
            [
                draw(WORDS),
                draw(WORDS),
                indonesian(draw(WHOLE)),
                indonesian(draw(FRACTION)),
                day,
                "–",
            ]
        )
    total = draw(st.booleans())
    footer = draw(st.booleans())
    tail = ([["", "Jumlah", "9.999.999", "1,00", "", ""]] if total else []) + ([["Sumber: contoh"]] if footer else [])
    out = io.StringIO()
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([[title] + [""] * 5 for title in titles] + rows + [row + [""] * (6 - len(row)) for row in tail])
    name = {"\r\n": "crlf", "\n": "lf", "\r": "cr"}[end]
    content = out.getvalue().encode(encoding)
    return Written(content, delimiter, encoding, name, len(titles), int(total), count, footer)


@given(written=tables())
@settings(max_examples=120, deadline=None)
def test_a_table_is_told_as_it_was_written(written: Written) -> None:
    told = describe(written.content)
    table = told.table
    assert (told.delimiter, told.encoding, told.line_end) == (written.delimiter, written.encoding, written.line_end)
    assert (table.header_rows, table.rows) == ((written.titles + 1,), written.rows)
    skipped = {reason: len(rows) for reason, rows in table.skipped.items()}
    wanted = {"title": written.titles, "total": written.totals, "footer": int(written.footer)}
    assert skipped == {reason: count for reason, count in wanted.items() if count}
    assert tuple(column.name for column in table.columns) == NAMES
    assert [column.type for column in table.columns] == ["text", "text", "integer", "decimal", "date", "empty"]
    assert (table.columns[2].form, table.columns[4].form) == ("1.234", "DD/MM/YYYY")
    assert table.doubts == ()


@given(written=tables(), piece=st.integers(200, 3_000))
@settings(max_examples=60, deadline=None)
def test_a_text_in_pieces_is_told_like_the_whole(written: Written, piece: int) -> None:
    if written.encoding == "utf-16":
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("selaras.engines.tabular.pieces.PIECE", max(piece, 900))
        in_pieces = describe_large_text(written.content, "x", Limits())
    whole = describe(written.content, "x")
    assert in_pieces == whole


def told_or_refused(content: bytes) -> Description | None:
    """The description, None where the file is refused with a sentence; any other exception passes."""
    try:
        return describe(content, limits=Limits(cells=200_000))
    except TabularError as problem:
        refused = problem
    assert str(refused).endswith(".")
    return None


BASES = [*(file.content for file in all_files()), workbook(lambda sheet: [sheet.append(NAMES), sheet.append(NAMES)])]


@given(base=st.sampled_from(BASES), place=st.floats(0, 1), junk=st.binary(min_size=1, max_size=12), cut=st.booleans())
@settings(max_examples=250, deadline=None)
def test_a_damaged_file_is_told_or_refused_with_a_sentence(base: bytes, place: float, junk: bytes, cut: bool) -> None:
    at = int(place * len(base))
    content = base[:at] if cut else base[:at] + junk + base[at + len(junk) :]
    told = told_or_refused(content)
    for sheet in told.sheets if told else ():
        assert all(column.filled + column.empty == sheet.rows for column in sheet.columns)


@given(content=st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_told_or_refused_with_a_sentence(content: bytes) -> None:
    told_or_refused(content)
