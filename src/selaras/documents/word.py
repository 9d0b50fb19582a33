"""Blocks written into a DOCX, which whoever gets it can edit."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import segno
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from selaras.documents.blocks import Block, Bullets, Facts, Heading, Paragraph, Table
from selaras.documents.printable import printable

Page = Any  # of python-docx, which ships no types
INK = RGBColor(0x0F, 0x4C, 0x47)
WARNING = RGBColor(0x8A, 0x3B, 0x12)
_PALE, _LINE = "E9F1EE", "B9C9C4"
_WIDE = 16.6  # centimetres between the margins
_WHOLE = 12  # rows of a table that is not parted
_FACT_WIDTHS = (Cm(4.4), Cm(0.4), Cm(11.8))


def blank() -> Page:
    """An A4 page with the type and the margins of the house."""
    page = Document()
    sheet = page.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = Cm(2.2)
    sheet.top_margin, sheet.bottom_margin = Cm(2), Cm(2)
    style = page.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(10.5)
    style.element.get_or_add_rPr().append(_language())
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(5), 1
    return page


def _language() -> Any:
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), "id-ID")
    return told


def write_blocks(page: Page, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading(text):
                write_line(page, text, size=12, bold=True, colour=INK, keep=True)
            case Paragraph(text):
                page.add_paragraph(printable(text))
            case Bullets(items):
                for item in items:
                    page.add_paragraph(printable(item), style="List Bullet")
            case Facts(rows):
                _write_facts(page, rows)
            case Table():
                _write_table(page, block)


def write_line(
    place: Any, text: str, *, size: float = 10.5, bold: bool = False, colour: RGBColor | None = None, keep: bool = False
) -> Any:
    """One paragraph of one face; `place` is a page or a cell. Kept, it stays with what follows it."""
    line = place.add_paragraph()
    run = line.add_run(printable(text))
    run.bold, run.font.size = bold, Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    line.paragraph_format.keep_with_next = keep
    return line


def _write_facts(page: Page, rows: Iterable[tuple[str, str]]) -> None:
    grid = page.add_table(rows=0, cols=len(_FACT_WIDTHS))
    grid.autofit = False
    for column, width in zip(grid.columns, _FACT_WIDTHS, strict=True):
        column.width = width
    for label, told in rows:
        for cell, width, words in zip(grid.add_row().cells, _FACT_WIDTHS, (label, ":", told), strict=True):
            cell.width = width
            cell.paragraphs[0].text = printable(words)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    page.add_paragraph().paragraph_format.space_after = Pt(0)


def _write_table(page: Page, table: Table) -> None:
    grid = page.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    grid.autofit = False
    widths = _widths(table)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    last = len(table.rows) if table.last else 0
    marked, kept = {0, last}, range(len(table.rows) if len(table.rows) <= _WHOLE else 0)
    for at, words in enumerate((table.columns, *table.rows)):
        cells = grid.rows[at].cells  # asked once a row: each asking builds all of them anew
        for column, word in enumerate(words):
            cells[column].width = widths[column]
            _write_cell(cells[column], word, bold=at in marked, right=column > 0 and not table.wordy)
            cells[column].paragraphs[0].paragraph_format.keep_with_next = at in kept
    _repeat(grid.rows[0])
    page.add_paragraph().paragraph_format.space_after = Pt(0)


def _widths(table: Table) -> list[Cm]:
    """What the first column leaves is shared by the others."""
    others = len(table.columns) - 1
    each = min(2.6, 10.6 / max(others, 1))
    return [Cm(_WIDE - each * others), *[Cm(each)] * others]


def _write_cell(cell: Any, word: str, *, bold: bool, right: bool) -> None:
    line = cell.paragraphs[0]
    run = line.add_run(printable(word))
    run.bold, run.font.size = bold, Pt(9)
    line.paragraph_format.space_after = Pt(1)
    if right:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    look = cell._tc.get_or_add_tcPr()
    edges, edge = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("color", _LINE)):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    look.append(edges)
    if bold:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), _PALE)
        look.append(shade)


def _repeat(row: Any) -> None:
    """On each page that the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def write_rule(page: Page) -> None:
    """A line from margin to margin."""
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("color", "0F4C47")):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    page.add_paragraph()._p.get_or_add_pPr().append(edges)


def code_picture(address: str) -> BytesIO:
    target = BytesIO()
    segno.make(address, error="m").save(target, kind="png", scale=8, border=1, dark="#0f4c47")
    target.seek(0)
    return target


def as_bytes(page: Page) -> bytes:
    target = BytesIO()
    page.save(target)
    return target.getvalue()
