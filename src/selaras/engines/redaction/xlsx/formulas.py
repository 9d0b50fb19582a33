"""Which formulas would fail or change when cells they read are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.xlsx.book import Book, Cell, Sheet, column_number, freeze, s

_TEXTS = re.compile(r'"(?:[^"]|"")*"')
_REFERENCE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*(?::[\w.]+)?)!)?"
    r"(?:\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d{1,7})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d{1,7}))?"
    r"|\$?(?P<first>[A-Z]{1,3}):\$?(?P<last>[A-Z]{1,3})|\$?(?P<upper>\d{1,7}):\$?(?P<lower>\d{1,7}))(?![\w(.!])"
)
_UNSURE = re.compile(r"\b(?:INDIRECT|OFFSET|GETPIVOTDATA|CUBE\w+|RTD|DDE)\s*\(|\[|#", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d][\w.]*(?!\s*[\w.(!])")
_NO_NAMES = frozenset({"true", "false"})
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def freeze_dependents(book: Book) -> None:
    """Write as values the formulas that read what was taken out, or may do so."""
    if not (book.removed or book.others_removed or any(sheet.emptied for sheet in book.sheets)):
        return
    for sheet in book.sheets:
        for cell in sheet.root.iter(s("c")):
            formula = cell.find(s("f"))
            if formula is not None and _reads_removed(formula, sheet, book):
                freeze(cell)
    for holder in ("dataValidation", "cfRule", "definedName"):
        for root in [book.root, *(sheet.root for sheet in book.sheets)]:
            for element in list(root.iter(s(holder))):
                if any(_names_sheet(text, book.removed) for text in element.itertext()):
                    element.getparent().remove(element)
    _drop_empty(book)


def _reads_removed(formula: Element, sheet: Sheet, book: Book) -> bool:
    text = _TEXTS.sub("", formula.text or "")
    if formula.get("t") in ("shared", "array", "dataTable") or _UNSURE.search(text) or _names_sheet(text, book.removed):
        return True
    emptied = {one.name.casefold(): one.emptied for one in book.sheets}
    rest = text
    for found in _REFERENCE.finditer(text):
        name = (found["sheet"] or sheet.name).strip("'").replace("''", "'").casefold()
        if name not in emptied or _meets(found, emptied[name]):
            return True
    rest = _REFERENCE.sub(" ", text)
    return any(word.casefold() not in _NO_NAMES for word in _WORD.findall(rest))  # a name that was given to some cells


def _meets(found: re.Match[str], cells: set[Cell]) -> bool:
    top, left, bottom, right = 1, 1, _MOST_ROWS, _MOST_COLUMNS
    if found["left"]:
        top, left = int(found["top"]), column_number(found["left"])
        bottom, right = int(found["bottom"] or top), column_number(found["right"] or found["left"])
    elif found["first"]:
        left, right = column_number(found["first"]), column_number(found["last"])
    else:
        top, bottom = int(found["upper"]), int(found["lower"])
    return any(top <= row <= bottom and left <= column <= right for row, column in cells)


def _names_sheet(text: str, removed: set[str]) -> bool:
    plain = text.casefold().replace("''", "'")
    return any(f"{name.casefold()}!" in plain or f"{name.casefold()}'!" in plain for name in removed)


def _drop_empty(book: Book) -> None:
    """A list of rules without rules is no valid part."""
    for root, element in list(_lists(book)):
        if not len(element):
            root.remove(element)
        elif "count" in element.attrib:
            element.set("count", str(len(element)))


def _lists(book: Book) -> Iterator[tuple[Element, Element]]:
    for root in [book.root, *(sheet.root for sheet in book.sheets)]:
        for name in ("dataValidations", "conditionalFormatting", "definedNames"):
            for element in root.iterchildren(s(name)):
                yield root, element
