"""What stays of a workbook when sheets, rows and columns are taken out of it."""

from __future__ import annotations

import io

import openpyxl
import pytest
import xlsxwriter

from selaras.engines.redaction import Kind, inspect, release
from tests.engines.redaction.invented import NIK, OTHER_NIK, SECRET
from tests.engines.redaction.office_files import unpacked

FORMULAS = [
    # formula in D2 of a workbook whose row 9, column H and sheet "Hitung" are hidden; whether it becomes a value
    ("=SUM(C2:C3)", False),
    ("=C2*2", False),
    ("=Lain!B2", False),
    ('=IF(C2>1,"Hitung!A1","H9")', False),
    ("=Hitung!B1", True),
    ("='Hitung'!B1+1", True),
    ("=SUM(C2:C9)", True),
    ("=SUM(C:C)", True),
    ("=H2", True),
    ("=SUM(F2:J2)", True),
    ("=SUM(F1:J1)", False),
    ("=$H$2+1", True),
    ("=SUM(8:10)", True),
    ("=rahasia+1", True),
    ('=INDIRECT("C2")', True),
    ("=OFFSET(C2,1,0)", True),
    ("=SUM(Lain!H1:H9)", False),
]


def _book(formula: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet, other, hidden = (book.add_worksheet(name) for name in ("Data", "Lain", "Hitung"))
    sheet.write_column("C2", [10, 20])
    sheet.write_formula("D2", formula, value=77)
    sheet.write("C9", SECRET)
    sheet.write("H2", SECRET)
    sheet.set_row(8, None, None, {"hidden": True})
    sheet.set_column("H:H", None, None, {"hidden": True})
    other.write("B2", "terbuka")
    hidden.write_row("A1", [SECRET, 125])
    hidden.hide()
    book.define_name("rahasia", "=Hitung!$B$1")
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(("formula", "frozen"), FORMULAS)
def test_a_formula_that_loses_what_it_reads_becomes_its_value(formula: str, frozen: bool) -> None:
    copy = release("a.xlsx", _book(formula)).content
    cell = openpyxl.load_workbook(io.BytesIO(copy))["Data"]["D2"]
    assert cell.value == (77 if frozen else formula)


def test_what_was_hidden_is_in_no_part_of_the_copy() -> None:
    """Strings are shared: a cell that is emptied leaves its words in the list of all strings."""
    parts = unpacked(release("a.xlsx", _book("=C2")).content)
    assert [name for name, part in parts.items() if SECRET.encode() in part] == []
    book = openpyxl.load_workbook(io.BytesIO(release("a.xlsx", _book("=C2")).content))
    assert book.sheetnames == ["Data", "Lain"]
    assert "rahasia" not in book.defined_names
    assert book["Lain"]["B2"].value == "terbuka"


def test_names_of_later_sheets_stay_with_their_sheets() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for name in ("Satu", "Sembunyi", "Tiga"):
        book.add_worksheet(name).write("A1", name)
    book.get_worksheet_by_name("Sembunyi").hide()
    book.define_name("Tiga!milik", "=Tiga!$A$1")
    book.close()
    copy = openpyxl.load_workbook(io.BytesIO(release("a.xlsx", out.getvalue()).content))
    assert copy.sheetnames == ["Satu", "Tiga"]
    assert list(copy["Tiga"].defined_names) == ["milik"]


def test_one_of_two_hidden_things_may_stay() -> None:
    content = _book("=Hitung!B1")
    found = inspect("a.xlsx", content).findings
    keep = {one.id for one in found if one.kind is Kind.HIDDEN_SHEET}
    copy = openpyxl.load_workbook(io.BytesIO(release("a.xlsx", content, keep=keep).content))
    assert copy["Hitung"].sheet_state == "hidden"
    assert copy["Data"]["D2"].value == "=Hitung!B1"
    assert copy["Data"]["H2"].value is None


def test_two_numbers_in_one_cell_are_both_covered() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Data").write("A1", f"{NIK} lalu {OTHER_NIK} lalu {NIK}")
    book.close()
    copy = openpyxl.load_workbook(io.BytesIO(release("a.xlsx", out.getvalue()).content))
    assert copy["Data"]["A1"].value == "[disamarkan] lalu [disamarkan] lalu [disamarkan]"


def test_a_number_below_the_word_that_explains_it_is_found_a_sum_of_money_is_not() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Data")
    sheet.write_column("A1", ["No. HP", 81234567890])
    sheet.write_column("B1", ["Pagu", 81234567890])
    sheet.write_column("C1", ["Kode", 3305125204850001])
    book.close()
    found = {(one.kind, one.place) for one in inspect("a.xlsx", out.getvalue()).findings}
    assert found == {(Kind.PHONE, 'lembar "Data" A2'), (Kind.NIK, 'lembar "Data" C2')}
