"""A workbook that is being checked, and its copy for release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.engines.redaction.findings import Box, Kind, Limits, Trace, merged
from selaras.engines.redaction.ooxml.office import drop_usual_leftovers, office_traces, remove, unread_pictures
from selaras.engines.redaction.ooxml.package import Package
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.xlsx.book import Book, s, string_text
from selaras.engines.redaction.xlsx.cells import sheet_traces
from selaras.engines.redaction.xlsx.formulas import freeze_dependents
from selaras.engines.redaction.xlsx.looks import Looks
from selaras.engines.redaction.xlsx.parts import book_traces, comment_traces, drop_empty_comments
from selaras.engines.redaction.xlsx.shapes import drawing_traces
from selaras.engines.redaction.xlsx.sides import side_traces


class XlsxFile:
    """The opened parts; mending a trace changes them."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._book = Book(Package(content, limits), limits)

    def traces(self) -> list[Trace]:
        """Everything found: the file, the workbook, then sheet by sheet."""
        book = self._book
        looks = Looks(book)
        found = [*office_traces(book.package, self._limits), *book_traces(book), *self._unused_strings()]
        for sheet in book.sheets:
            found += sheet_traces(book, sheet, looks)
            found += side_traces(book, sheet)
            found += comment_traces(book, sheet)
            found += drawing_traces(book, sheet)
        return merged(found)

    def unread(self) -> list[str]:
        """Pictures show what no program here reads."""
        return unread_pictures(self._book.package)

    def written(self, boxes: Sequence[Box]) -> bytes:  # noqa: ARG002 (there are no pages to draw on)
        """The copy: formulas that lost what they read are values, strings that no cell shows are gone."""
        book = self._book
        freeze_dependents(book)
        for sheet in book.sheets:
            drop_empty_comments(book, sheet)
            if sheet.emptied:
                self._drop_tables(sheet.part)
        used = self._used()
        for at, item in enumerate(book.strings):
            if at not in used:
                for child in list(item):
                    item.remove(child)
                item.append(item.makeelement(s("t")))
        book.package.unlink_kinds("calcChain")
        drop_usual_leftovers(book.package, self._limits)
        return book.package.packed()

    def _drop_tables(self, part: str) -> None:
        """A table whose header was emptied is no valid part; its cells stay."""
        package = self._book.package
        for link in package.links(part):
            if link.type.rsplit("/", 1)[-1] == "table":
                package.unlink(link)
        for element in list(package.tree(part).iterchildren(s("tableParts"))):
            remove(element)

    def _used(self) -> set[int]:
        """The numbers of the strings that cells show."""
        return {
            int(value)
            for sheet in self._book.sheets
            for cell in sheet.root.iter(s("c"))
            if cell.get("t") == "s" and (value := cell.findtext(s("v")) or "").isdecimal()
        }

    def _unused_strings(self) -> Iterator[Trace]:
        used = self._used()
        for at, item in enumerate(self._book.strings):
            if at not in used:
                for one in personal(string_text(item)):
                    yield Trace(Kind.HIDDEN_DATA, "daftar tulisan", one.text)  # written empty in any case
