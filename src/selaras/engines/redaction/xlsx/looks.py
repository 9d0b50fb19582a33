"""Cells of a workbook whose value the eye does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selaras.engines.redaction.colours import is_colour, is_dark, is_hidden
from selaras.engines.redaction.findings import Kind
from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.xlsx.book import Book, Sheet, s, spans

_BLACK, _WHITE = "000000", "FFFFFF"
_INDEXED = {"0": _BLACK, "1": _WHITE, "8": _BLACK, "9": _WHITE, "64": _BLACK, "65": _WHITE}
_THEME = {"0": _WHITE, "1": _BLACK}  # the others depend on the theme
_NOTHING_SHOWN = re.compile(r'(?:""|;)*;;(?:""|;)*')
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')  # of a number format: what it writes whatever the value is
_OF_VALUE = re.compile(r"[0#?@]|general|[dmyhs]|e[+-]", re.IGNORECASE)
_TINY = 2.0  # points


@dataclass(frozen=True, slots=True)
class _Look:
    writing: str
    ground: str  # white where nothing is filled; nothing where it cannot be told
    size: float
    blank: bool  # the number format shows nothing
    fixed: bool  # it shows the same words for every number
    fixed_text: bool  # and these for every text


class Looks:
    """How each style of cells looks."""

    def __init__(self, book: Book) -> None:
        listed = book.package.linked(book.part, "styles")
        self._looks = list(_looks(book.package.tree(listed[0]))) if listed else []

    def hidden_as(self, cell: Element) -> Kind | None:
        """Why the value of a cell is not seen; none where it is, or where that cannot be told."""
        style = cell.get("s") or "0"
        look = self._looks[int(style)] if style.isdecimal() and int(style) < len(self._looks) else None
        if look is None:
            return None
        if look.blank or look.size <= _TINY or (look.fixed if cell.get("t") in (None, "n") else look.fixed_text):
            return Kind.INVISIBLE
        if is_colour(look.writing) and is_colour(look.ground) and is_hidden(look.writing, look.ground):
            return Kind.UNDER_BOX if is_dark(look.ground) else Kind.INVISIBLE
        return None


def coloured_otherwise(book: Book, sheet: Sheet) -> list[tuple[int, int, int, int]]:
    """Where tables and rules colour the cells, whatever their style says."""
    areas = [element.get("sqref") or "" for element in sheet.root.iter(s("conditionalFormatting"))]
    areas += [book.package.tree(part).get("ref") or "" for part in book.package.linked(sheet.part, "table")]
    return [span for area in areas for span in spans(area)]


def _looks(root: Element) -> Iterator[_Look]:
    fonts, fills = (
        list(root.iterfind(f"{s(group)}/{s(one)}")) for group, one in (("fonts", "font"), ("fills", "fill"))
    )
    formats = {one.get("numFmtId"): one.get("formatCode") or "" for one in root.iter(s("numFmt"))}
    for style in root.iterfind(f"{s('cellXfs')}/{s('xf')}"):
        font, fill = _at(fonts, style.get("fontId")), _at(fills, style.get("fillId"))
        size = font.find(s("sz")) if font is not None else None
        sections = _sections(formats.get(style.get("numFmtId"), ""))
        yield _Look(
            writing=_colour(font.find(s("color")) if font is not None else None, _BLACK),
            ground=_ground(fill),
            size=float(size.get("val", 11)) if size is not None else 11,
            blank=_NOTHING_SHOWN.fullmatch(formats.get(style.get("numFmtId"), "").replace(" ", "")) is not None,
            fixed=len(set(sections[:3])) == 1 and not _tells_value(sections[0]),
            fixed_text=len(sections) > 3 and not _tells_value(sections[3]),
        )


def _sections(code: str) -> list[str]:
    """The parts of a number format: for numbers above, below and at zero, and for texts."""
    held = _LITERAL.sub(lambda found: found[0].replace(";", ","), code)
    return held.split(";") if code else ["General"]


def _tells_value(section: str) -> bool:
    return _OF_VALUE.search(_LITERAL.sub("", section)) is not None


def _at(listed: list[Element], number: str | None) -> Element | None:
    at = int(number) if number is not None and number.isdecimal() else 0
    return listed[at] if at < len(listed) else None


def _ground(fill: Element | None) -> str:
    pattern = fill.find(s("patternFill")) if fill is not None else None
    if pattern is None:
        return "" if fill is not None and len(fill) else _WHITE
    if pattern.get("patternType") in (None, "none"):
        return _WHITE
    return _colour(pattern.find(s("fgColor")), "") if pattern.get("patternType") == "solid" else ""


def _colour(element: Element | None, otherwise: str) -> str:
    if element is None or element.get("auto") is not None:
        return otherwise
    if element.get("tint") not in (None, "0", "0.0"):
        return ""
    if element.get("rgb") is not None:
        return str(element.get("rgb"))[-6:]
    return _INDEXED.get(element.get("indexed"), "") or _THEME.get(element.get("theme"), "")
