"""A Word document that is being checked, and its copy for release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from selaras.engines.redaction.docx.attributes import attribute_traces
from selaras.engines.redaction.docx.changes import change_traces
from selaras.engines.redaction.docx.hidden import Styles, black_shape_traces, hidden_traces
from selaras.engines.redaction.docx.words import carriers, text_of, w
from selaras.engines.redaction.errors import DAMAGED, DamagedFile
from selaras.engines.redaction.findings import Box, Kind, Limits, Mending, Trace, merged
from selaras.engines.redaction.ooxml.drawings import described, described_traces
from selaras.engines.redaction.ooxml.office import (
    cover,
    drop_usual_leftovers,
    office_traces,
    pieces,
    remove,
    text_traces,
    unread_pictures,
)
from selaras.engines.redaction.ooxml.package import ROOT_SOURCE, Element, Package
from selaras.engines.redaction.outside import names_a_path
from selaras.engines.redaction.tables import across, header_word, personal_below

_PARTS = {
    "header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki", "endnotes": "catatan akhir",
    "glossaryDocument": "blok bangunan", "diagramData": "diagram",
    "diagramDrawing": "diagram", "chart": "grafik",
}  # fmt: skip
_OF_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_REACHING_OUT = ("LINK", "INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "DATABASE", "IMPORT", "INCLUDE")
_STATIC = ' QUOTE "" '  # a field that asks nobody; its last result stays
_TEXTBOX = w("txbxContent")
_DRAWN_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_SETTINGS_OF_EDITING = ("rsids", "trackRevisions", "attachedSchema")


class DocxFile:
    """The opened parts; mending a trace changes them."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._package = Package(content, limits)
        main = self._package.linked(ROOT_SOURCE, "officeDocument")
        if not main:
            raise DamagedFile(DAMAGED)
        self._main = main[0]

    def traces(self) -> list[Trace]:
        """Everything found: the file, its settings and comments, then part by part."""
        package = self._package
        found = list(office_traces(package, self._limits))
        found += self._of_settings()
        found += self._of_comments()
        styles = self._styles()
        for place, name in self._texts():
            root = package.tree(name)
            found += change_traces(root, place or "dokumen")
            found += black_shape_traces(root, place or "dokumen")
            found += described_traces([(place or "dokumen", root)])
            found += attribute_traces(root, place or "dokumen")
            found += _of_fields(root, place or "dokumen")
            found += _of_paragraphs(root, place, styles)
            found += _of_tables(root, place)
        return merged(found)

    def unread(self) -> list[str]:
        """Pictures show what no program here reads."""
        return unread_pictures(self._package)

    def written(self, boxes: Sequence[Box]) -> bytes:  # noqa: ARG002 (there are no pages to draw on)
        """The copy with what is left, without the traces of editing."""
        package = self._package
        comments = package.linked(self._main, "comments")
        if not any(True for name in comments for _ in package.tree(name).iter(w("comment"))):
            package.unlink_kinds(*_OF_COMMENTS)
            for name in [self._main, *(name for _, name in self._texts())]:
                _forget_comments(package.tree(name), None)
        for name in package.linked(self._main, "settings"):
            for word in _SETTINGS_OF_EDITING:
                for element in list(package.tree(name).iter(w(word))):
                    remove(element)
        drop_usual_leftovers(package, self._limits)
        return package.packed()

    def _texts(self) -> list[tuple[str, str]]:
        """The parts with text; the first is the document itself and needs no name."""
        found = [("", self._main)]
        for kind, place in _PARTS.items():
            found += [(place, name) for name in dict.fromkeys(self._package.linked(self._main, kind))]
        return found

    def _styles(self) -> Styles:
        listed = self._package.linked(self._main, "styles")
        return Styles(self._package.tree(listed[0]) if listed else None)

    def _of_settings(self) -> Iterator[Trace]:
        for name in self._package.linked(self._main, "settings"):
            root = self._package.tree(name)
            for element in root.iter(w("docVar")):
                told = f"{element.get(w('name'))}: {element.get(w('val'))}"
                yield Trace(Kind.HIDDEN_DATA, "setelan dokumen", told, mend=partial(remove, element))
            for element in root.iter(w("mailMerge")):
                told = " ".join(
                    one.get(w("val")) or "" for one in element if one.tag in (w("connectString"), w("query"))
                )
                yield Trace(Kind.OUTSIDE_LINK, "sumber surat massal", told or "data", mend=partial(remove, element))

    def _of_comments(self) -> Iterator[Trace]:
        package = self._package
        for name in package.linked(self._main, "comments"):
            for number, comment in enumerate(package.tree(name).iter(w("comment")), start=1):
                told = f"{comment.get(w('author')) or ''}: {text_of(comment)}"
                mend = partial(self._remove_comment, comment)
                yield Trace(Kind.COMMENT, f"komentar {number}", told, mend=mend)
                for paragraph in comment.iter(w("p")):
                    yield from text_traces(carriers(paragraph), f"komentar {number}")

    def _remove_comment(self, comment: Element) -> None:
        for _, name in self._texts():
            _forget_comments(self._package.tree(name), comment.get(w("id")))
        remove(comment)


def _forget_comments(root: Element, number: str | None) -> None:
    """The marks of one comment in the text, or of all."""
    for element in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
        if number is None or element.get(w("id")) == number:
            remove(element)


def _of_fields(root: Element, place: str) -> Iterator[Trace]:
    for element in root.iter(w("instrText"), w("fldSimple")):
        told = (element.text if element.tag == w("instrText") else element.get(w("instr"))) or ""
        if told.strip().upper().split(" ")[0] in _REACHING_OUT or names_a_path(told):
            yield Trace(Kind.OUTSIDE_LINK, place, told, mend=partial(_make_static, element))
        elif element.tag == w("instrText"):
            yield from text_traces([element], place)
        else:
            yield from described(element, (w("instr"),), place)


def _make_static(element: Element) -> None:
    if element.tag == w("instrText"):
        element.text = _STATIC
    else:
        element.set(w("instr"), _STATIC)


def _of_paragraphs(root: Element, place: str, styles: Styles) -> Iterator[Trace]:
    number = 0
    for paragraph in root.iter(w("p"), _DRAWN_PARAGRAPH):
        if next(paragraph.iterancestors(_TEXTBOX), None) is None:
            number += 1
        told = f"{place} paragraf {number}".strip()
        yield from hidden_traces(paragraph, told, styles)
        yield from text_traces(carriers(paragraph), told)


def _of_tables(root: Element, place: str) -> Iterator[Trace]:
    for number, table in enumerate(root.iter(w("tbl")), start=1):
        words: list[str] = []
        for at, row in enumerate(table.findall(w("tr")), start=1):
            cells = [[one for p in cell.iter(w("p")) for one in carriers(p)] for cell in row.findall(w("tc"))]
            texts = ["".join(one.text or "" for one in cell) for cell in cells]
            told = f"{place} tabel {number} baris {at}".strip()
            yield from _below_headers(words, texts, cells, told)
            for first, last in across(texts):
                elements = [one for cell in cells[first:last] for one in cell]
                whole = "".join(texts[first:last])
                mend = partial(cover, pieces(elements, 0, len(whole)))
                yield Trace(Kind.NIK, told, whole, Mending.MASKED, mend)
            words = [header_word(text) or before for text, before in _paired(texts, words)]


def _below_headers(words: list[str], texts: list[str], cells: list[list[Element]], place: str) -> Iterator[Trace]:
    """What only the word at the top of its column makes known; the rest was found in its paragraph."""
    for word, text, cell in zip(words, texts, cells, strict=False):
        if word and not personal_below("", text):
            for one in personal_below(word, text):
                mend = partial(cover, pieces(cell, one.start, one.end))
                yield Trace(one.kind, place, one.text, Mending.MASKED, mend)


def _paired(texts: list[str], words: list[str]) -> list[tuple[str, str]]:
    return [(text, words[at] if at < len(words) else "") for at, text in enumerate(texts)]
