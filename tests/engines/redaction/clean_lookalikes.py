"""Ordinary files that look much like one of the leaks: formats, thin columns, styles, layers, bookmarks, logos."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.engines.redaction.office_files import document, workbook
from tests.engines.redaction.pdf_files import changed, drawn, mark, photograph, typeset, with_picture
from tests.engines.redaction.picture_files import encoded, scene

_PLAIN = typeset("= Pengumuman\nDaftar informasi publik diterbitkan setiap semester.")
_SITE = Dictionary(S=Name.URI, URI=String("https://ppid.contoh.example/daftar"))
_SHADED = (
    '<w:pPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:pPr>'
)


def lookalikes() -> Iterator[tuple[str, bytes]]:
    """Names with their bytes; nothing may be found in any."""
    yield from _pdfs()
    yield "format-ya-tidak.xlsx", workbook(_formats)
    yield "kolom-pemisah.xlsx", workbook(_spacers)
    yield "aturan-dan-saringan.xlsx", workbook(_rules)
    yield "judul-putih-di-gaya-gelap.docx", document(_white_heading)
    yield "baris-rapat.docx", document(_tight_lines)
    yield "gambar-berketerangan.docx", document(_described)
    yield "logo-tembus-pandang.png", encoded(_logo(), "PNG")


def _pdfs() -> Iterator[tuple[str, bytes]]:
    photo = with_picture(photograph("Keputusan\ntentang daftar informasi"), 420, 595)
    page = "q 420 0 0 595 0 0 cm /Foto Do Q"
    frame = "0 G 1 w 30 440 340 90 re S 30 480 m 370 480 l S"
    yield "pindaian-bergaris.pdf", changed(typeset(""), photo, drawn(f"{page} {frame}"))
    signed = "0 G 2 w 60 60 m 90 100 120 20 150 70 c 170 90 190 50 220 66 c S"
    yield "pindaian-bertanda-tangan.pdf", changed(typeset(""), photo, drawn(f"{page} {signed}"))
    yield (
        "foto-bersebelahan.pdf",
        changed(_PLAIN, photo, drawn("q 120 0 0 160 40 100 cm /Foto Do Q q 120 0 0 160 180 100 cm /Foto Do Q")),
    )
    yield "penanda-situs.pdf", changed(_PLAIN, _bookmark)
    yield "lapisan-tampak.pdf", changed(_PLAIN, _layer)
    yield (
        "label-romawi.pdf",
        changed(_PLAIN, lambda pdf: setattr(pdf.Root, "PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.r)])))),
    )
    told = mark("Link", (50, 50, 90, 70), Contents=String("Ke daftar informasi publik"), A=_SITE)
    yield "tautan-berketerangan.pdf", changed(_PLAIN, told)
    yield "akhir-kosong.pdf", _PLAIN + b"\r\n\x00\x00\x1a"


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Situs PPID", 0))
    del pdf.Root.Outlines.First["/Dest"]
    pdf.Root.Outlines.First.A = _SITE


def _layer(pdf: pikepdf.Pdf) -> None:
    drawn("/OC /L0 BDC BT /F 12 Tf 42 345 Td (Peta jalan) Tj ET EMC")(pdf)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Jalan kabupaten")))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


def _formats(book: Workbook) -> None:
    codes = ('[=1]"Ya";[=0]"Tidak";"-"', '"Rp" #,##0', '0" unit"', "[$-421]d mmmm yyyy", "@", '_("Rp"* #,##0_)')
    for row, code in enumerate(codes, start=10):
        cell = book["Data"].cell(row, 2, 1)
        cell.number_format = code
    book["Data"]["B20"], book["Data"]["B20"].number_format = "Talud", '0;-0;0;"Uraian: "@'


def _spacers(book: Workbook) -> None:
    book["Data"].column_dimensions["E"].width = 0.3  # nothing stands in it
    book["Data"]["F2"] = "a"
    book["Data"].column_dimensions["F"].width = 2
    book["Data"].row_dimensions[3].height = 6


def _rules(book: Workbook) -> None:
    sheet = book["Data"]
    fill = PatternFill("solid", bgColor="FFFFC7CE")
    sheet.conditional_formatting.add("C2:C3", FormulaRule(formula=['$B2="Talud jalan"'], fill=fill))
    sheet.auto_filter.ref = "A1:C3"
    sheet.auto_filter.add_filter_column(1, ["Talud jalan", "Posyandu"])
    book.defined_names.add(DefinedName("pagu", attr_text="Data!$C$2"))


def _white_heading(text: Document) -> None:
    style = text.styles.add_style("Kepala Gelap", 1)
    style.font.color.rgb = RGBColor(255, 255, 255)
    style.element.append(parse_xml(_SHADED))
    text.add_paragraph("Bagian pertama", style="Kepala Gelap")


def _tight_lines(text: Document) -> None:
    text.add_paragraph("Baris setinggi hurufnya.").paragraph_format.line_spacing = Pt(12)


def _described(text: Document) -> None:
    text.add_picture(io.BytesIO(encoded(scene(), "JPEG")))
    for element in text.element.body.iter(qn("wp:docPr")):
        element.set("descr", "Bagan alur permohonan informasi")


def _logo() -> Image.Image:
    logo = Image.new("RGBA", (160, 160), (255, 255, 255, 0))
    ImageDraw.Draw(logo).ellipse((20, 20, 140, 140), fill=(20, 90, 80, 255))
    return logo
