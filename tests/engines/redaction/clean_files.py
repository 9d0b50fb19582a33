"""Files with nothing to find in them, of which many look as if there were."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
import xlsxwriter
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image as Placed
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from pikepdf import Array, Dictionary, Name, String

from tests.engines.redaction.office_files import document, workbook
from tests.engines.redaction.pdf_files import (
    changed,
    drawn,
    mark,
    mark_with_look,
    photograph,
    plain_pdf,
    property_of_file,
    typeset,
    with_picture,
)
from tests.engines.redaction.picture_files import XMP_PLAIN, encoded, exif, png_with_texts, scene

_DARK_HEADER = """
#table(columns: 3, fill: (x, y) => if y == 0 { rgb("#1f3864") },
  text(white)[Kode], text(white)[Uraian], text(white)[Jumlah], [1], [Talud], [15.000.000])
"""
_BLACK_HEADER = _DARK_HEADER.replace("#1f3864", "#000000")
_CHART = """
#for (at, height) in (30, 80, 55).enumerate() {
  box(rect(width: 1.5cm, height: height * 1pt, fill: black)); h(4pt); text(8pt)[triwulan #(at + 1)]
}
"""
_LETTER = "= Pengumuman\nDaftar informasi publik diterbitkan setiap semester.\n\n"
_PLAIN = typeset(_LETTER)


def clean_files() -> Iterator[tuple[str, bytes]]:
    """At least forty names with their bytes."""
    yield from _set_pages()
    yield from _drawn_pages()
    yield from _workbooks()
    yield from _documents()
    yield from _pictures()


def _set_pages() -> Iterator[tuple[str, bytes]]:
    yield "surat.pdf", _PLAIN
    yield "kepala-gelap.pdf", typeset(_LETTER + _DARK_HEADER)
    yield "kepala-hitam.pdf", typeset(_LETTER + _BLACK_HEADER)
    yield "grafik.pdf", typeset(_LETTER + _CHART)
    yield "latar.pdf", typeset(f'#set page(fill: rgb("#e8f0e0"))\n{_LETTER}')
    yield "latar-gelap.pdf", typeset(f'#set page(fill: rgb("#10251c"))\n#set text(fill: white)\n{_LETTER}')
    watermark = '#set page(background: rotate(35deg, text(60pt, fill: rgb("#dddddd"))[SALINAN]))\n'
    yield "tanda-air.pdf", typeset(watermark + _LETTER)
    faint = "#set page(foreground: rotate(35deg, text(60pt, fill: rgb(0, 0, 0, 40))[SALINAN]))\n"
    yield "tanda-air-depan.pdf", typeset(faint + _LETTER)
    codes = "Kode rekening 1234567890123456, 5.1.02.01.01.0024, 2.16.02.2.01.0025; tahun 2021 2022 2023 2024"
    yield "kode.pdf", typeset(f"{_LETTER}{codes}. NIP 19850412 201001 1 001.")
    dates = "Senin, 4 Januari 2021; 04-01-2021 s.d. 2021-03-31; pukul 08.00–15.30. Rp 1.234.567.890,00"
    yield "tanggal.pdf", typeset(_LETTER + dates)
    amounts = "#table(columns: 2, [12.545.678], [33.050.512], [91.234.567], [52.048.500])"
    yield "angka.pdf", typeset(_LETTER + amounts)
    notes = "Catatan#footnote[Sumber: data terbuka.] kaki, a#super[2] dan H#sub[2]O, #text(size: 6pt)[cetakan kecil]."
    yield "cetakan-kecil.pdf", typeset(_LETTER + notes)
    marked = (
        "#highlight[Penting] dan #highlight(fill: yellow)[segera]; #box(fill: luma(220), inset: 4pt)[kotak abu-abu]"
    )
    yield "stabilo.pdf", typeset(_LETTER + marked)
    yield "tautan.pdf", typeset(f'{_LETTER}#link("https://ppid.contoh.go.id/daftar")[daftar informasi]')
    rotated = changed(_PLAIN, lambda pdf: pdf.pages[0].rotate(90, relative=True))
    yield "melintang.pdf", rotated
    places = "Jalan Jenderal Sudirman, Masjid H. Abdul Rahman, SD Kartini, Bapak Camat Sadang, ibu hamil dan balita"
    yield "tempat.pdf", typeset(f"{_LETTER}{places}.")
    yield "banyak-halaman.pdf", typeset("#pagebreak()\n".join([_LETTER] * 4))


def _drawn_pages() -> Iterator[tuple[str, bytes]]:
    logo = with_picture(encoded(scene(), "JPEG"), 240, 160)
    yield "logo.pdf", changed(_PLAIN, logo, drawn("q 60 0 0 40 42 60 cm /Foto Do Q 0 0 0 rg 42 50 60 4 re f"))
    behind = (
        "q 420 0 0 595 0 0 cm /Foto Do Q 1 1 1 rg 60 200 300 80 re f 0 g BT /F 14 Tf 80 240 Td (Di atas panel) Tj ET"
    )
    yield "foto-latar.pdf", changed(typeset(""), logo, drawn(behind))
    scan = with_picture(photograph("Keputusan\nMenetapkan daftar"), 420, 595)
    yield "pindaian.pdf", changed(typeset(""), scan, drawn("q 420 0 0 595 0 0 cm /Foto Do Q"))
    text = "BT 3 Tr /F 18 Tf 40 520 Td (Keputusan) Tj 0 -30 Td (Menetapkan daftar) Tj ET"
    yield "pindaian-terbaca.pdf", changed(typeset(""), scan, drawn(f"q 420 0 0 595 0 0 cm /Foto Do Q {text}"))
    written = "BT /F 12 Tf 42 345 Td (Tulisan yang tampak) Tj ET"
    yellow = mark_with_look(
        "Highlight",
        (38, 338, 200, 360),
        "/G gs 1 1 0 rg 0 0 162 22 re f",
        QuadPoints=Array([38, 360, 200, 360, 38, 338, 200, 338]),
    )
    yield "stabilo-kuning.pdf", changed(_PLAIN, drawn(written), _see_through(yellow))
    yield "stempel.pdf", changed(_PLAIN, mark_with_look("Stamp", (200, 100, 300, 140), "0 0 1 RG 2 w 1 1 98 38 re S"))
    web = Dictionary(S=Name.URI, URI=String("https://contoh.go.id/berkas"))
    yield "tautan-web.pdf", changed(_PLAIN, mark("Link", (50, 50, 90, 70), A=web))
    yield (
        "judul.pdf",
        changed(_PLAIN, property_of_file(Title="Daftar Informasi Publik 2021", Author="Dinas Komunikasi")),
    )
    yield "kotak-kosong.pdf", changed(_PLAIN, drawn("0 0 0 rg 38 100 262 22 re f"))
    over = "0 0 0 rg 38 338 262 22 re f 1 1 1 rg BT /F 12 Tf 42 345 Td (Putih di atas hitam) Tj ET"
    yield "putih-di-hitam.pdf", changed(_PLAIN, drawn(over))
    yield "untuk-web.pdf", _for_the_web()


def _see_through(change: Callable[[pikepdf.Pdf], None]) -> Callable[[pikepdf.Pdf], None]:
    def both(pdf: pikepdf.Pdf) -> None:
        change(pdf)
        look = pdf.pages[0].obj.Annots[-1].AP.N
        look.Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(BM=Name.Multiply)))

    return both


def _for_the_web() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_pdf(typeset("#pagebreak()\n".join([_LETTER] * 3))))) as pdf:
        pdf.save(out, linearize=True)
    return out.getvalue()


def _workbooks() -> Iterator[tuple[str, bytes]]:
    yield "tabel.xlsx", workbook()

    changes = {
        "kepala-gelap": _dark_header, "belang": _striped, "sel-hitam-kosong": _black_cells, "rumus": _formulas,
        "kode": _codes, "aturan": _rules, "grafik": _chart, "logo": _logo,
    }  # fmt: skip
    for name, change in changes.items():
        yield f"{name}.xlsx", workbook(change)
    yield "kantor.xlsx", workbook(creator="Badan Perencanaan Pembangunan Daerah")
    yield "tulisan-bersama.xlsx", _shared_strings()


def _dark_header(book: Workbook) -> None:
    for cell in book["Data"][1]:
        cell.fill, cell.font = PatternFill("solid", fgColor="FF1F3864"), Font(color="FFFFFFFF", bold=True)


def _striped(book: Workbook) -> None:
    for cell in book["Data"][3]:
        cell.fill = PatternFill("solid", fgColor="FFDDEBF7")


def _black_cells(book: Workbook) -> None:
    book["Data"]["F1"].fill = PatternFill("solid", fgColor="FF000000")


def _formulas(book: Workbook) -> None:
    book["Data"]["C4"] = "=SUM(C2:C3)"
    book.defined_names.add(DefinedName("jumlah", attr_text="Data!$C$2:$C$3"))
    book["Data"].auto_filter.ref = "A1:C3"


def _codes(book: Workbook) -> None:
    for row in (("kode", 1234567890123456), ("5.1.02.01.01.0024", 3305129904850001), ("12.545.678", "91.234.567")):
        book["Data"].append(row)
    book["Data"].append((20210105, 20210106, 33051201, 12048500))


def _rules(book: Workbook) -> None:
    book["Data"]["B2"].font = Font(color="FFFFFFFF")
    red = PatternFill("solid", bgColor="FFFF0000")
    book["Data"].conditional_formatting.add("A1:C3", CellIsRule("greaterThan", ["0"], fill=red))
    rule = DataValidation(type="list", formula1='"Ya,Tidak"')
    book["Data"].add_data_validation(rule)
    rule.add("D2")


def _chart(book: Workbook) -> None:
    bars = BarChart()
    bars.add_data(Reference(book["Data"], min_col=3, min_row=1, max_row=3), titles_from_data=True)
    book["Data"].add_chart(bars, "E2")


def _logo(book: Workbook) -> None:
    book["Data"].add_image(Placed(io.BytesIO(encoded(scene(), "PNG"))), "E2")
    book["Data"].row_dimensions[9].hidden = True


def _shared_strings() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Data")
    head = book.add_format({"bg_color": "black", "font_color": "white"})
    sheet.write_row(0, 0, ["Uraian", "Jumlah"], head)
    sheet.write_row(1, 0, ["Talud", 125])
    sheet.add_table(
        4, 0, 6, 1, {"columns": [{"header": "Uraian"}, {"header": "Jumlah"}], "style": "Table Style Dark 1"}
    )
    book.close()
    return out.getvalue()


def _documents() -> Iterator[tuple[str, bytes]]:
    yield "laporan.docx", document()

    changes = {
        "kepala-gelap": _dark_head_row, "tabel-bergaya": _styled_table, "stabilo": _marked, "kepala": _headed,
        "angka": _numbers, "gambar": _pictured, "tempat": _places,
    }  # fmt: skip
    for name, change in changes.items():
        yield f"{name}.docx", document(change)
    named = document(lambda one: setattr(one.core_properties, "author", "Dinas Kesehatan"))
    yield "kantor.docx", named


def _dark_head_row(one: Document) -> None:
    table = one.add_table(2, 2)
    for cell in table.rows[0].cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "1F3864")
        cell._tc.get_or_add_tcPr().append(shade)
        cell.paragraphs[0].add_run("Uraian").font.color.rgb = RGBColor(255, 255, 255)


def _styled_table(one: Document) -> None:
    table = one.add_table(2, 2, style="Medium Shading 1 Accent 1")
    table.cell(0, 0).paragraphs[0].add_run("Kepala").font.color.rgb = RGBColor(255, 255, 255)


def _marked(one: Document) -> None:
    one.add_paragraph().add_run("Penting").font.highlight_color = WD_COLOR_INDEX.YELLOW
    one.add_paragraph().add_run("Merah").font.color.rgb = RGBColor(200, 0, 0)


def _headed(one: Document) -> None:
    one.sections[0].header.paragraphs[0].text = "Dinas Komunikasi dan Informatika"
    one.sections[0].footer.paragraphs[0].text = "Halaman 1 dari 2"


def _numbers(one: Document) -> None:
    one.add_paragraph("Kode 1234567890123456; 5.1.02.01.01.0024; NIP 19850412 201001 1 001; Rp 1.234.567.890")
    table = one.add_table(2, 2)
    for at, text in enumerate(("12.545.678", "91.234.567", "33.051.234", "12.048.500")):
        table.cell(at // 2, at % 2).text = text


def _pictured(one: Document) -> None:
    one.add_picture(io.BytesIO(encoded(scene(), "JPEG")))


def _places(one: Document) -> None:
    one.add_paragraph("Jalan Jenderal Sudirman, rumah sakit, keluarga berencana, Ibu Guru PAUD, Pak RT 03")


def _pictures() -> Iterator[tuple[str, bytes]]:
    yield "gambar.jpg", encoded(scene(), "JPEG")
    yield "miring.jpg", encoded(scene(), "JPEG", exif=exif({0x0131: "Penyunting Contoh"}, turned=6))
    yield "bertahap.jpg", encoded(scene(), "JPEG", progressive=True)
    yield "gambar.png", encoded(scene(), "PNG")
    yield "program.png", png_with_texts(Software="Penyunting Contoh")
    yield "xmp.png", encoded(scene(), "PNG")
    yield "gambar.webp", encoded(scene(), "WEBP")
    yield "xmp.webp", encoded(scene(), "WEBP", xmp=XMP_PLAIN)
