"""Dark shapes that are drawn over the cells of a sheet, and the words in drawings."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.redaction.colours import is_colour, is_dark
from selaras.engines.redaction.findings import Trace
from selaras.engines.redaction.ooxml.drawings import described_traces
from selaras.engines.redaction.ooxml.office import remove, text_traces
from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.xlsx.book import Book, Sheet

_D = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SLICERS = "schemas.microsoft.com/office/drawing/2010/slicer"
_EMU_OF_ROW, _EMU_OF_COLUMN = 190_500, 609_600  # as most sheets have them
_DARK_SCHEMES = frozenset({"tx1", "dk1", "tx2", "dk2"})


def dark_shapes(book: Book, sheet: Sheet) -> Iterator[tuple[int, int, int, int]]:
    """Where dark shapes without words lie: first row, first column, last row, last column."""
    for part in book.package.linked(sheet.part, "drawing"):
        for anchor in book.package.tree(part):
            shape = anchor.find(f"{_D}sp")
            if (
                shape is not None
                and _is_dark(shape)
                and not "".join(one.text or "" for one in shape.iter(f"{_A}t")).strip()
            ):
                yield from _span(anchor)


def drawing_traces(book: Book, sheet: Sheet) -> Iterator[Trace]:
    """What shapes and charts of a sheet tell of persons."""
    for part in book.package.linked(sheet.part, "drawing"):
        yield from described_traces([(sheet.place, book.package.tree(part))])
        for paragraph in book.package.tree(part).iter(f"{_A}p"):
            yield from text_traces(list(paragraph.iter(f"{_A}t")), f"{sheet.place} bentuk")
        for diagram in book.package.linked(part, "diagramData") + book.package.linked(part, "diagramDrawing"):
            for paragraph in book.package.tree(diagram).iter(f"{_A}p"):
                yield from text_traces(list(paragraph.iter(f"{_A}t")), f"{sheet.place} diagram")
        for chart in book.package.linked(part, "chart"):
            root = book.package.tree(chart)
            for paragraph in root.iter(f"{_A}p"):
                yield from text_traces(list(paragraph.iter(f"{_A}t")), f"{sheet.place} grafik")
            for value in root.iter(f"{_C}v"):
                yield from text_traces([value], f"{sheet.place} grafik")


def drop_slicers(book: Book, sheet: Sheet) -> None:
    """Buttons that filter a pivot table have nothing to filter without it."""
    for part in book.package.linked(sheet.part, "drawing"):
        for anchor in list(book.package.tree(part)):
            if any(_SLICERS in str(one.tag) or _SLICERS in (one.get("uri") or "") for one in anchor.iter()):
                remove(anchor)


def _span(anchor: Element) -> Iterator[tuple[int, int, int, int]]:
    start, end = anchor.find(f"{_D}from"), anchor.find(f"{_D}to")
    if start is None:
        return
    top, left = int(start.findtext(f"{_D}row") or 0), int(start.findtext(f"{_D}col") or 0)
    if end is not None:
        bottom, right = int(end.findtext(f"{_D}row") or 0), int(end.findtext(f"{_D}col") or 0)
        bottom -= end.findtext(f"{_D}rowOff") in ("0", None)
        right -= end.findtext(f"{_D}colOff") in ("0", None)
    else:
        size = anchor.find(f"{_D}ext")
        bottom = top + (int(size.get("cy", 0)) - 1) // _EMU_OF_ROW if size is not None else top
        right = left + (int(size.get("cx", 0)) - 1) // _EMU_OF_COLUMN if size is not None else left
    yield top + 1, left + 1, max(bottom, top) + 1, max(right, left) + 1


def _is_dark(shape: Element) -> bool:
    fill = shape.find(f"{_D}spPr/{_A}solidFill")
    if fill is None:
        return False
    plain, scheme = fill.find(f"{_A}srgbClr"), fill.find(f"{_A}schemeClr")
    if plain is not None and is_colour(plain.get("val")):
        return plain.find(f"{_A}alpha") is None and is_dark(plain.get("val"))
    return scheme is not None and scheme.get("val") in _DARK_SCHEMES and not len(scheme)
