"""Workbooks that hide something where nobody looks: scenarios, filters, formats, thin rows, alternative texts."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import NIK, PERSON, SECRET
from tests.engines.redaction.office_files import OFFICE, linked, repacked, replaced, typed, workbook
from tests.engines.redaction.planting import Planted

_SHEET = "xl/worksheets/sheet1.xml"
_END = "</sheetData>"
_DRAWING = "xl/drawings/drawing9.xml"
_SHAPE = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>5</xdr:col>'
    '<xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="900000" '
    'cy="300000"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Persegi" {told}/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r>'
    "</a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
)


def workbooks_with_something_behind() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    yield from _in_the_sheet()
    yield from _unreadable()
    yield from _drawn()


def _with(part: str) -> bytes:
    return repacked(workbook(), {_SHEET: replaced(_END, _END + part)})


def _in_the_sheet() -> Iterator[Planted]:
    named = DefinedName("pagu", attr_text="Data!$C$2", comment=SECRET)
    yield Planted(
        "nama-berketerangan.xlsx", workbook(lambda one: one.defined_names.add(named)), {Kind.COMMENT}, [SECRET]
    )
    what_if = (
        f'<scenarios><scenario name="Tawaran" count="1" user="{PERSON}" comment="{SECRET}">'
        '<inputCells r="C2" val="99"/></scenario></scenarios>'
    )
    yield Planted("skenario.xlsx", _with(what_if), {Kind.HIDDEN_DATA}, [SECRET, PERSON])
    colours = (
        '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" priority="1">'
        f'<formula>A1="{NIK}"</formula></cfRule></conditionalFormatting>'
    )
    yield Planted("aturan-warna.xlsx", _with(colours), {Kind.NIK}, [NIK])
    sought = f'<filterColumn colId="1"><filters><filter val="{NIK}"/></filters></filterColumn>'
    yield Planted("saringan.xlsx", _with(f'<autoFilter ref="A1:C3">{sought}</autoFilter>'), {Kind.NIK}, [NIK])
    kept = {
        "xl/customProperty1.bin": SECRET.encode(),
        "xl/worksheets/_rels/sheet1.xml.rels": linked(f"{OFFICE}/customProperty", "/xl/customProperty1.bin"),
        _SHEET: replaced(
            "</worksheet>",
            f'<customProperties><customPr xmlns:r="{OFFICE}" name="a" r:id="rLebih"/></customProperties></worksheet>',
        ),
    }
    yield Planted("data-program.xlsx", repacked(workbook(), kept), {Kind.HIDDEN_DATA}, [SECRET])


def _unreadable() -> Iterator[Planted]:
    def number(book: Workbook) -> None:
        book["Data"]["B5"], book["Data"]["B5"].number_format = 98765, '"ditutup"'

    def text(book: Workbook) -> None:
        book["Data"]["B5"], book["Data"]["B5"].number_format = SECRET, '0;0;0;"***"'

    def column(book: Workbook) -> None:
        book["Data"]["E2"], book["Data"].column_dimensions["E"].width = SECRET, 0.1

    def row(book: Workbook) -> None:
        book["Data"]["B3"], book["Data"].row_dimensions[3].height = SECRET, 0.3

    yield Planted("format-tetap.xlsx", workbook(number), {Kind.INVISIBLE}, ["98765"])
    yield Planted("format-bintang.xlsx", workbook(text), {Kind.INVISIBLE}, [SECRET])
    yield Planted("kolom-tipis.xlsx", workbook(column), {Kind.HIDDEN_CELLS}, [SECRET])
    yield Planted("baris-tipis.xlsx", workbook(row), {Kind.HIDDEN_CELLS}, [SECRET])


def _drawn() -> Iterator[Planted]:
    yield Planted("bentuk-tersembunyi.xlsx", _shape('hidden="1"', SECRET), {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("teks-alternatif.xlsx", _shape(f'descr="KTP {NIK}"', "Bagan"), {Kind.NIK}, [NIK])
    path = _shape(r'descr="C:\Users\Sulastri\ktp.jpg"', "Bagan")
    yield Planted("teks-alternatif-jalur.xlsx", path, {Kind.METADATA}, ["Sulastri"])


def _shape(told: str, text: str) -> bytes:
    return repacked(
        workbook(),
        {
            _DRAWING: _SHAPE.format(told=told, text=text).encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": linked(f"{OFFICE}/drawing", f"/{_DRAWING}"),
            _SHEET: replaced("</worksheet>", f'<drawing xmlns:r="{OFFICE}" r:id="rLebih"/></worksheet>'),
            "[Content_Types].xml": typed(_DRAWING, "application/vnd.openxmlformats-officedocument.drawing+xml"),
        },
    )
