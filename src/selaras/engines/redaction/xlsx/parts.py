"""What a workbook carries besides its cells: comments, names, sources of pivot tables, links to other workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from selaras.engines.redaction.findings import Kind, Trace
from selaras.engines.redaction.ooxml.office import remove, text_traces
from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.outside import names_a_path
from selaras.engines.redaction.xlsx.book import RELATION, Book, Sheet, column_number, s
from selaras.engines.redaction.xlsx.shapes import drop_slicers

_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_VML, _EXCEL = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OF_PIVOTS = (
    "pivotCacheDefinition", "pivotCacheRecords", "pivotTable", "slicer", "slicerCache", "timeline", "timelineCache",
)  # fmt: skip
_OF_CONNECTIONS = ("connections", "queryTable")
_OF_MODEL = ("powerPivotData", "customData")
_OF_REVISIONS = ("revisionHeaders", "revisionLog", "usernames")
_OF_NAMES = ("comment", "description", "help", "statusBar", "customMenu")
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_MOST_TOLD = 12


def comment_traces(book: Book, sheet: Sheet) -> Iterator[Trace]:
    """Comments and threads, cell by cell; a thread counts, the note that stands in for it does not."""
    package = book.package
    threads = [one for part in package.linked(sheet.part, "threadedComment") for one in _threads(package.tree(part))]
    notes = [one for part in package.linked(sheet.part, "comments") for one in package.tree(part).iter(s("comment"))]
    threaded = {one.get("ref") for one in threads}
    for note in notes:
        place = f"{sheet.place} {note.get('ref')}"
        mend = partial(_remove_note, book, sheet, note)
        replies = [one for one in threads if one.get("ref") == note.get("ref")]
        if note.get("ref") not in threaded:
            told = "".join(one.text or "" for one in note.iter(s("t")))
            yield Trace(Kind.COMMENT, place, told, mend=mend)
            yield from text_traces(list(note.iter(s("t"))), f"{place} (komentar)")
        for reply in replies:
            yield Trace(
                Kind.COMMENT, place, reply.findtext(f"{_THREADED}text") or "", mend=partial(_remove_both, reply, mend)
            )
            yield from text_traces(list(reply.iter(f"{_THREADED}text")), f"{place} (komentar)")


def drop_empty_comments(book: Book, sheet: Sheet) -> None:
    """Where no comment is left, nothing that drew one is either."""
    package = book.package
    left = [one for part in package.linked(sheet.part, "comments") for one in package.tree(part).iter(s("comment"))]
    if left:
        return
    for link in package.links(sheet.part):
        if link.type.rsplit("/", 1)[-1] in ("comments", "threadedComment", "vmlDrawing"):
            package.unlink(link)
            for element in list(sheet.root.iterchildren(s("legacyDrawing"))):
                if element.get(RELATION) == link.id:
                    remove(element)
    if not any(package.linked(one.part, "threadedComment") for one in book.sheets):
        package.unlink_kinds("person")


def book_traces(book: Book) -> Iterator[Trace]:
    """Findings of the workbook itself."""
    yield from _name_traces(book)
    yield from _other_workbooks(book)
    yield from _kept_sources(book)
    for element in book.root.iter(_COMPATIBLE):
        for one in element.iter(etree.Element):
            if names_a_path(address := one.get("url") or ""):
                yield Trace(Kind.METADATA, "buku kerja", address, mend=partial(remove, element))
    for element in book.root.iter(s("fileSharing")):
        if author := element.get("userName"):
            yield Trace(Kind.METADATA, "buku kerja", author, mend=partial(element.attrib.pop, "userName", None))
    for element in book.root.iter(s("customWorkbookView")):
        told = element.get("name") or "tampilan tersimpan"
        yield Trace(Kind.METADATA, "buku kerja", told, mend=partial(_remove_views, book))


def _threads(root: Element) -> list[Element]:
    return list(root.iter(f"{_THREADED}threadedComment"))


def _remove_both(reply: Element, mend: partial[None]) -> None:
    remove(reply)
    mend()


def _remove_note(book: Book, sheet: Sheet, note: Element) -> None:
    remove(note)
    found = _CELL.fullmatch(note.get("ref") or "")
    if found is None:
        return
    at = (str(int(found[2]) - 1), str(column_number(found[1]) - 1))
    for part in book.package.linked(sheet.part, "vmlDrawing"):
        for shape in list(book.package.tree(part).iter(f"{_VML}shape")):
            told = shape.find(f"{_EXCEL}ClientData")
            if told is not None and (told.findtext(f"{_EXCEL}Row"), told.findtext(f"{_EXCEL}Column")) == at:
                remove(shape)


def _name_traces(book: Book) -> Iterator[Trace]:
    for element in book.root.iter(s("definedName")):
        name, text = element.get("name") or "", element.text or ""
        for key in _OF_NAMES:
            if told := element.get(key):
                yield Trace(Kind.COMMENT, f"nama {name}", told, mend=partial(element.attrib.pop, key, None))
        if name.startswith("_xlnm."):
            continue
        hidden = element.get("hidden") in ("1", "true") and "#REF!" not in text
        if hidden or text.startswith('"') or '"' in text or "{" in text:
            yield Trace(Kind.HIDDEN_DATA, f"nama {name}", text, mend=partial(remove, element))


def _other_workbooks(book: Book) -> Iterator[Trace]:
    for link in book.links("externalLink"):
        targets = [one.target for one in book.package.links(link.target) if one.outside]
        yield Trace(
            Kind.OUTSIDE_LINK, "buku kerja", "; ".join(targets) or link.target, mend=partial(_forget_others, book)
        )


def _forget_others(book: Book) -> None:
    """All of them: formulas know them by their number."""
    book.others_removed = True
    book.package.unlink_kinds("externalLink")
    for element in list(book.root.iter(s("externalReferences"))):
        remove(element)


def _kept_sources(book: Book) -> Iterator[Trace]:
    package = book.package
    for part in package.linked(book.part, "pivotCacheDefinition"):
        root = package.tree(part)
        values = dict.fromkeys(one.get("v") or "" for one in root.iter(s("s"), s("n"), s("d")))
        told = ", ".join([one.get("name") or "" for one in root.iter(s("cacheField"))] + list(values)[:_MOST_TOLD])
        yield Trace(Kind.HIDDEN_DATA, "sumber tabel pivot", told, mend=partial(_forget_pivots, book))
    for part in package.linked(book.part, "connections"):
        for one in package.tree(part).iter(s("connection")):
            told = one.get("name") or "sambungan data"
            yield Trace(Kind.OUTSIDE_LINK, "sambungan data", told, mend=partial(package.unlink_kinds, *_OF_CONNECTIONS))
    for link in book.links(*_OF_MODEL):
        yield Trace(Kind.HIDDEN_DATA, "model data", link.target, mend=partial(_forget_model, book))
    for link in book.links("revisionHeaders"):
        mend = partial(package.unlink_kinds, *_OF_REVISIONS)
        yield Trace(Kind.TRACKED_CHANGE, "buku kerja", "catatan perubahan", mend=mend)
        yield from (Trace(Kind.TRACKED_CHANGE, "buku kerja", told) for told in _editors(book, link.target))


def _editors(book: Book, part: str) -> Iterator[str]:
    if part in book.package:
        yield from dict.fromkeys(one.get("userName") for one in book.package.tree(part) if one.get("userName"))


def _forget_pivots(book: Book) -> None:
    book.package.unlink_kinds(*_OF_PIVOTS)
    for element in list(book.root.iter(s("pivotCaches"), s("extLst"))):
        remove(element)
    for sheet in book.sheets:
        drop_slicers(book, sheet)
        for element in list(sheet.root.iter(s("ext"))):
            if any("slicer" in str(one.tag).lower() or "timeline" in str(one.tag).lower() for one in element.iter()):
                remove(element)


def _forget_model(book: Book) -> None:
    book.package.unlink_kinds(*_OF_MODEL, *_OF_CONNECTIONS)
    for element in list(book.root.iterchildren(s("extLst"))):
        remove(element)


def _remove_views(book: Book) -> None:
    for root, word in [(book.root, "customWorkbookViews"), *((one.root, "customSheetViews") for one in book.sheets)]:
        for element in list(root.iterchildren(s(word))):
            root.remove(element)
