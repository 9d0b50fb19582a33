"""Workbooks with one leak each."""

from __future__ import annotations

import io
from collections.abc import Iterator

from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Placed
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import MAIL, NIK, NIK_DOTTED, NIK_SPACED, PERSON, PHONE, SECRET, SECRET_TOO
from tests.engines.redaction.office_files import OFFICE, linked, repacked, replaced, typed, workbook
from tests.engines.redaction.picture_files import encoded, exif, scene
from tests.engines.redaction.planting import Planted

_SHEET, _BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_MICROSOFT = "http://schemas.microsoft.com/office/2017/10/relationships"
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_THREADED = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'


def planted_workbooks() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    yield from _hidden()
    yield from _personal()
    yield from _unseen()
    yield from _carried()


def _hidden() -> Iterator[Planted]:
    for state in ("hidden", "veryHidden"):
        content = workbook(_another_sheet(state))
        yield Planted(f"lembar-{state}.xlsx", content, {Kind.HIDDEN_SHEET}, [SECRET])
    yield Planted("baris.xlsx", workbook(_hidden_row), {Kind.HIDDEN_CELLS}, [SECRET])
    yield Planted("kolom.xlsx", workbook(_hidden_column), {Kind.HIDDEN_CELLS}, [SECRET])


def _another_sheet(state: str):  # type: ignore[no-untyped-def]
    def change(book: Workbook) -> None:
        sheet = book.create_sheet("Penghitungan")
        sheet["A1"], sheet["B1"] = SECRET, 125
        sheet.sheet_state = state
        book["Data"]["D2"] = "=Penghitungan!B1*2"

    return change


def _hidden_row(book: Workbook) -> None:
    book["Data"]["B3"] = SECRET
    book["Data"].row_dimensions[3].hidden = True


def _hidden_column(book: Workbook) -> None:
    book["Data"]["E2"] = SECRET
    book["Data"].column_dimensions["E"].hidden = True


def _cell(place: str, value: object):  # type: ignore[no-untyped-def]
    return lambda book: book["Data"].__setitem__(place, value)


def _personal() -> Iterator[Planted]:
    for at, told in enumerate((NIK, NIK_SPACED, NIK_DOTTED)):
        yield Planted(f"nik-{at}.xlsx", workbook(_cell("B4", f"Warga {told}")), {Kind.NIK}, [told])
    yield Planted("nik-dua-baris.xlsx", workbook(_cell("B4", "330512\n5204850001")), {Kind.NIK}, ["5204850001"])
    yield Planted("nik-angka.xlsx", workbook(_cell("B4", int(NIK))), {Kind.NIK}, [NIK])
    halves = workbook(_cell("B4", "33051252"), _cell("C4", "04850001"))
    yield Planted("nik-dua-sel.xlsx", halves, {Kind.NIK}, ["33051252", "04850001"])
    digits = workbook(lambda book: book["Data"].append([*NIK]))
    yield Planted("nik-enam-belas-sel.xlsx", digits, {Kind.NIK}, [])
    called = workbook(_cell("D1", "No. HP"), _cell("D2", 81234567890))
    yield Planted("hp-angka.xlsx", called, {Kind.PHONE}, ["81234567890"])
    taker = workbook(_cell("D1", "Nama Penerima"), _cell("D2", "Suparno"), _cell("E2", f"hub. {PHONE}"))
    yield Planted("penerima.xlsx", taker, {Kind.NAME, Kind.PHONE}, ["Suparno", PHONE])
    formula = repacked(
        workbook(_cell("B4", "=1")),
        {_SHEET: replaced("<f>1</f><v></v>", f'<f>IF(A2=1,"{MAIL}","")</f><v>0</v>')},
    )
    yield Planted("rumus.xlsx", formula, {Kind.EMAIL}, [MAIL])

    def header(book: Workbook) -> None:
        book["Data"].oddHeader.left.text = f"NIK {NIK}"

    yield Planted("kepala.xlsx", workbook(header), {Kind.NIK}, [NIK])


def _unseen() -> Iterator[Planted]:
    def white(book: Workbook) -> None:
        book["Data"]["B5"] = SECRET
        book["Data"]["B5"].font = Font(color="FFFFFFFF")

    def black(book: Workbook) -> None:
        book["Data"]["B5"] = SECRET
        book["Data"]["B5"].fill = PatternFill("solid", fgColor="FF000000")

    def blank(book: Workbook) -> None:
        book["Data"]["B5"] = SECRET
        book["Data"]["B5"].number_format = ";;;"

    yield Planted("putih.xlsx", workbook(white), {Kind.INVISIBLE}, [SECRET])
    yield Planted("hitam.xlsx", workbook(black), {Kind.UNDER_BOX}, [SECRET])
    yield Planted("format-kosong.xlsx", workbook(blank), {Kind.INVISIBLE}, [SECRET])
    yield Planted("bentuk-hitam.xlsx", _under_shape(), {Kind.UNDER_BOX}, [SECRET])


def _under_shape() -> bytes:
    shape = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col>'
        "<xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col>"
        "<xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
        "<xdr:sp><xdr:nvSpPr><xdr:cNvPr "
        'id="2" name="Persegi"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></xdr:spPr></xdr:sp>'
        "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    return repacked(
        workbook(_cell("B5", SECRET)),
        {
            "xl/drawings/drawing9.xml": shape.encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": linked(f"{OFFICE}/drawing", "/xl/drawings/drawing9.xml"),
            _SHEET: replaced("</worksheet>", f'<drawing xmlns:r="{OFFICE}" r:id="rLebih"/></worksheet>'),
            "[Content_Types].xml": typed(
                "xl/drawings/drawing9.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"
            ),
        },
    )


def _carried() -> Iterator[Planted]:
    noted = workbook(lambda book: setattr(book["Data"]["B2"], "comment", Comment(SECRET, PERSON)))
    yield Planted("komentar.xlsx", noted, {Kind.COMMENT}, [SECRET, PERSON])
    yield Planted("utas.xlsx", _threaded(), {Kind.COMMENT}, [SECRET, SECRET_TOO])
    yield Planted("penulis.xlsx", workbook(creator=PERSON), {Kind.METADATA}, [PERSON])
    named = workbook(lambda book: book.defined_names.add(DefinedName("catatan", attr_text=f'"{SECRET}"', hidden=True)))
    yield Planted("nama.xlsx", named, {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("buku-lain.xlsx", _other_book(), {Kind.OUTSIDE_LINK}, [SECRET, "anggaran-rahasia"])
    yield Planted("pivot.xlsx", _pivot(), {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("objek.xlsx", _embedded(), {Kind.ATTACHMENT}, [SECRET])
    stray = repacked(workbook(), {"catatan.txt": SECRET.encode()})
    yield Planted("titipan.xlsx", stray, {Kind.ATTACHMENT}, [SECRET])
    path = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" '
        'url="C:\\Users\\Sulastri\\"/></mc:Choice></mc:AlternateContent><sheets>'
    )
    yield Planted(
        "jalur.xlsx", repacked(workbook(), {_BOOK: replaced("<sheets>", path)}), {Kind.METADATA}, ["Sulastri"]
    )

    def photographed(book: Workbook) -> None:
        book["Data"].add_image(Placed(io.BytesIO(encoded(scene(), "JPEG", exif=exif(place=True)))), "F2")

    yield Planted("foto.xlsx", workbook(photographed), {Kind.GPS}, [])


def _threaded() -> bytes:
    noted = workbook(lambda book: setattr(book["Data"]["B2"], "comment", Comment("[Threaded comment]", "tc=1")))
    thread = (
        f"<ThreadedComments {_THREADED}>"
        f'<threadedComment ref="B2" dT="2026-01-05T08:00:00.00" personId="{{1}}" id="{{2}}">'
        f"<text>{SECRET}</text></threadedComment>"
        f'<threadedComment ref="B2" dT="2026-01-05T09:00:00.00" personId="{{1}}" '
        f'id="{{3}}" parentId="{{2}}"><text>{SECRET_TOO}</text></threadedComment></ThreadedComments>'
    )
    return repacked(
        noted,
        {
            "xl/threadedComments/threadedComment1.xml": thread.encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": linked(
                f"{_MICROSOFT}/threadedComment", "/xl/threadedComments/threadedComment1.xml"
            ),
        },
    )


def _other_book() -> bytes:
    cached = (
        f'<externalLink {_S} xmlns:r="{OFFICE}"><externalBook r:id="rId1">'
        '<sheetNames><sheetName val="Pagu"/></sheetNames>'
        f'<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>{SECRET}</v></cell></row></sheetData>'
        "</sheetDataSet></externalBook></externalLink>"
    )
    return repacked(
        workbook(_cell("D2", "=1")),
        {
            "xl/externalLinks/externalLink1.xml": cached.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": linked(
                f"{OFFICE}/externalLinkPath", "file:///D:/anggaran-rahasia.xlsx", outside=True, id="rId1"
            ),
            "xl/_rels/workbook.xml.rels": linked(f"{OFFICE}/externalLink", "externalLinks/externalLink1.xml"),
            _BOOK: replaced(
                "</sheets>",
                "</sheets><externalReferences>"
                f'<externalReference xmlns:r="{OFFICE}" r:id="rLebih"/></externalReferences>',
            ),
            _SHEET: replaced("<f>1</f><v></v>", "<f>[1]Pagu!A1</f><v>77</v>"),
        },
    )


def _pivot() -> bytes:
    cache = (
        f'<pivotCacheDefinition {_S} xmlns:r="{OFFICE}" refreshedBy="{PERSON}"><cacheSource type="worksheet"/>'
        f'<cacheFields count="1"><cacheField name="Uraian"><sharedItems><s v="{SECRET}"/></sharedItems></cacheField>'
        "</cacheFields></pivotCacheDefinition>"
    )
    return repacked(
        workbook(),
        {
            "xl/pivotCache/pivotCacheDefinition1.xml": cache.encode(),
            "xl/_rels/workbook.xml.rels": linked(
                f"{OFFICE}/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"
            ),
            _BOOK: replaced(
                "</sheets>",
                f'</sheets><pivotCaches><pivotCache xmlns:r="{OFFICE}" cacheId="1" r:id="rLebih"/></pivotCaches>',
            ),
        },
    )


def _embedded() -> bytes:
    return repacked(
        workbook(),
        {
            "xl/embeddings/oleObject1.bin": SECRET.encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": linked(f"{OFFICE}/oleObject", "/xl/embeddings/oleObject1.bin"),
            _SHEET: replaced(
                "</worksheet>",
                f'<oleObjects><oleObject xmlns:r="{OFFICE}" progId="Packager" shapeId="1" r:id="rLebih"/>'
                "</oleObjects></worksheet>",
            ),
        },
    )
