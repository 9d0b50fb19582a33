"""The sender gets the file back: every row, what became of it, the cells in question coloured, nothing that runs."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from selaras.engines.tabular import annotated_copy, check, neutral
from selaras.engines.tabular.remarks import REMARK, VERDICT
from tests.torture.files import Torture, all_files, text, workbook

FAULTY = text(
    (
        ("DAFTAR USULAN", "", ""),
        ("No", "Usulan", "Biaya"),
        ("1", "Talud", "150 jt"),
        ("2", "", "5.000.000"),
        ("3", "=HYPERLINK(1)", "7.000.000"),
        ("4", "Jalan", "9.000.000"),
    ),
    ";",
)


def opened(content: bytes, name: str = "x.csv") -> Any:
    return openpyxl.load_workbook(io.BytesIO(annotated_copy(content, check(content, name, "proposals"))))


def test_a_csv_comes_back_as_a_workbook_with_two_more_columns() -> None:
    sheet = opened(FAULTY).active
    assert [cell.value for cell in sheet[2]] == ["No", "Usulan", "Biaya", VERDICT, REMARK]
    assert [sheet.cell(row, 4).value for row in (3, 4, 5, 6)] == [
        "Diambil, mohon periksa", "Ditahan", "Diambil", "Diambil",
    ]  # fmt: skip
    assert sheet.cell(1, 4).value == "judul di atas tabel"
    assert "Isi usulan" in sheet.cell(4, 5).value


def test_the_cells_in_question_are_coloured_and_commented() -> None:
    sheet = opened(FAULTY).active
    assert sheet["C3"].fill.fgColor.rgb == "FFFFEB9C"
    assert "150.000.000" in sheet["C3"].comment.text
    assert sheet["B4"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["B6"].comment is None


def test_what_a_spreadsheet_would_run_is_made_harmless() -> None:
    assert opened(FAULTY).active["B5"].value == "'=HYPERLINK(1)"

    def fill(sheet: Any) -> None:
        sheet.append(["Usulan", "Biaya"])
        sheet.append(["Talud", "=1+1"])
        sheet.append(["+Jalan", 5_000_000])

    sheet = opened(workbook(fill), "x.xlsx").active
    assert sheet["B2"].value is None
    assert sheet["A3"].value == "'+Jalan"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("given", "safe"),
    [("=1", "'=1"), ("@SUM(A1)", "'@SUM(A1)"), ("+62", "+62"), ("-7,5", "-7,5"), ("-", "-"), ("- talud", "'- talud"),
     ("\t=1", "'\t=1"), ("Talud", "Talud"), ("", "")],
)  # fmt: skip
def test_only_text_that_would_run_is_touched(given: str, safe: str) -> None:
    assert neutral(given) == safe


def test_a_workbook_keeps_its_layout() -> None:
    content = next(file.content for file in all_files() if file.name == "judul gabungan")
    before, after = openpyxl.load_workbook(io.BytesIO(content)).active, opened(content, "x.xlsx").active
    assert {str(merged) for merged in after.merged_cells.ranges} == {
        str(merged) for merged in before.merged_cells.ranges
    }
    assert after["A1"].font.bold
    assert after.cell(4, 8).value == VERDICT
    assert after.cell(6, 8).value == "Diambil, mohon periksa"


@pytest.mark.parametrize("file", all_files(), ids=lambda file: file.name)
def test_every_row_comes_back(file: Torture) -> None:
    result = check(file.content, file.name, "proposals")
    book = openpyxl.load_workbook(io.BytesIO(annotated_copy(file.content, result)))
    words = ("Diambil", "Diambil, mohon periksa", "Ditahan")
    found = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in words]
    assert len(found) == result.read
    assert found.count("Ditahan") == result.kept
