"""The sheets and cells of a workbook as its parts hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from selaras.engines.redaction.errors import DAMAGED, DamagedFile, TooLarge
from selaras.engines.redaction.findings import Limits
from selaras.engines.redaction.ooxml.package import ROOT_SOURCE, Element, Link, Package

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

Cell = tuple[int, int]  # row and column, both from 1


def s(name: str) -> str:
    """The full name of an element."""
    return _S + name


@dataclass(slots=True)
class Sheet:
    """A sheet, and what was taken out of it."""

    name: str
    part: str
    entry: Element  # its line in the workbook
    root: Element
    emptied: set[Cell] = field(default_factory=set)

    @property
    def hidden(self) -> bool:
        """Whether the tab is not shown."""
        return (self.entry.get("state") or "visible") != "visible"

    @property
    def place(self) -> str:
        """How an officer calls it."""
        return f'lembar "{self.name}"'

    def rows(self) -> Iterator[tuple[int, Element]]:
        """Each row with its number."""
        number = 0
        for row in self.root.iter(s("row")):
            number = _number(row.get("r"), number + 1)
            yield number, row

    def cells(self, row: Element) -> Iterator[tuple[int, Element]]:
        """Each cell of a row with the number of its column."""
        column = 0
        for cell in row.iterchildren(s("c")):
            found = _PLACE.fullmatch(cell.get("r") or "")
            column = column_number(found[1]) if found else column + 1
            yield column, cell


class Book:
    """The workbook: sheets, shared strings, what was removed."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self.package = package
        main = package.linked(ROOT_SOURCE, "officeDocument")
        if not main:
            raise DamagedFile(DAMAGED)
        self.part = main[0]
        self.root = package.tree(self.part)
        if self.root.tag.startswith(f"{{{_STRICT}"):
            raise DamagedFile("Buku kerja ini bentuk Strict. Simpan sebagai .xlsx biasa, lalu kirim lagi.")
        listed = package.linked(self.part, "sharedStrings")
        self.strings: list[Element] = list(package.tree(listed[0]).iterchildren(s("si"))) if listed else []
        self.removed: set[str] = set()
        self.others_removed = False  # links to other workbooks
        self.sheets = self._sheets()
        cells = sum(1 for sheet in self.sheets for _ in sheet.root.iter(s("c")))
        if cells > limits.cells:
            raise TooLarge(f"Buku kerja ini berisi lebih dari {limits.cells} sel. Pecah menjadi beberapa berkas.")

    def _sheets(self) -> list[Sheet]:
        links = {link.id: link for link in self.package.links(self.part)}
        found = []
        for entry in self.root.iter(s("sheet")):
            link = links.get(entry.get(RELATION) or "")
            if link is not None and link.target in self.package:
                found.append(Sheet(entry.get("name") or "", link.target, entry, self.package.tree(link.target)))
        return found

    def text(self, cell: Element) -> str:
        """What a cell says; a number as the file writes it."""
        kind, value = cell.get("t"), cell.findtext(s("v")) or ""
        if kind == "s":
            at = int(value) if value.isdecimal() else -1
            return string_text(self.strings[at]) if 0 <= at < len(self.strings) else ""
        if kind == "inlineStr":
            return "".join(string_text(one) for one in cell.iterchildren(s("is")))
        return value

    def remove_sheet(self, sheet: Sheet) -> None:
        """Take out a sheet, and names that are its own."""
        at = list(self.root.iter(s("sheet"))).index(sheet.entry)
        sheet.entry.getparent().remove(sheet.entry)
        self.sheets.remove(sheet)
        self.removed.add(sheet.name)
        for name in list(self.root.iter(s("definedName"))):
            own = name.get("localSheetId")
            if own is not None and own.isdecimal():
                if int(own) == at:
                    name.getparent().remove(name)
                elif int(own) > at:
                    name.set("localSheetId", str(int(own) - 1))
        for view in self.root.iter(s("workbookView")):
            for key in ("activeTab", "firstSheet"):
                view.attrib.pop(key, None)
        for link in self.links("worksheet", "chartsheet"):
            if link.target == sheet.part:
                self.package.unlink(link)

    def links(self, *kinds: str) -> list[Link]:
        """The links of the workbook of these kinds."""
        return [link for link in self.package.links(self.part) if link.type.rsplit("/", 1)[-1] in kinds]


def set_text(cell: Element, text: str) -> None:
    """Let a cell say this, and compute nothing."""
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    for key in ("cm", "vm"):
        cell.attrib.pop(key, None)
    told = cell.makeelement(s("is"))
    words = told.makeelement(s("t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    told.append(words)
    cell.append(told)


def freeze(cell: Element) -> None:
    """Let a cell keep its last result and forget how it was computed."""
    for formula in list(cell.iterchildren(s("f"))):
        cell.remove(formula)
    if cell.get("t") == "str":
        set_text(cell, cell.findtext(s("v")) or "")


def string_text(item: Element) -> str:
    """The words of a string, without the reading aids of East Asian scripts."""
    return "".join(one.text or "" for one in item.iter(s("t")) if one.getparent().tag != s("rPh"))


def digits_of(value: str) -> str:
    """A whole number as its digits, also where the file writes 3.3E+15; nothing for any other value."""
    try:
        number = Decimal(value)
        return str(int(number)) if number == number.to_integral_value() and 0 <= number < 10**20 else ""
    except (InvalidOperation, ValueError, OverflowError):
        return ""


def column_number(letters: str) -> int:
    """A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 is A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def spans(area: str) -> Iterator[tuple[int, int, int, int]]:
    """The rectangles of "A1:B3 D4" as first row, first column, last row, last column."""
    for one in area.split():
        corners = [_PLACE.fullmatch(corner) for corner in one.split(":")]
        if all(corners):
            found = [(int(corner[2]), column_number(corner[1])) for corner in corners if corner]
            yield *found[0], *found[-1]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() else otherwise
