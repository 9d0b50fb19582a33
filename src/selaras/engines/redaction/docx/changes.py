"""Tracked changes of a document, and how they are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from selaras.engines.redaction.docx.words import text_of, w
from selaras.engines.redaction.findings import Kind, Trace
from selaras.engines.redaction.ooxml.office import remove, unwrap
from selaras.engines.redaction.ooxml.package import Element

_GONE = frozenset({w("del"), w("moveFrom")})
_COME = frozenset({w("ins"), w("moveTo")})
_WORDS = {w("del"): "dihapus", w("moveFrom"): "dipindah", w("ins"): "disisipkan", w("moveTo"): "dipindah"}
_FORMS = frozenset(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tcPr", "trPr", "tblGrid", "tblPrEx", "numbering")
)
_EDGES = frozenset(
    w(f"{kind}Range{end}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_OF_CELLS = frozenset({w("cellIns"), w("cellDel"), w("cellMerge")})


def change_traces(root: Element, place: str) -> Iterator[Trace]:
    """Every change of a part; those of form alone count as one for each of their authors."""
    for element in root.iter(*_GONE, *_COME, *_FORMS, *_EDGES, *_OF_CELLS):
        author = element.get(w("author")) or "tanpa nama"
        said = text_of(element).strip() if element.tag in _GONE | _COME else ""
        told = f"{_WORDS[element.tag]} oleh {author}: {said}" if said else f"perubahan format oleh {author}"
        yield Trace(Kind.TRACKED_CHANGE, place, told, mend=partial(_accept, element))


def _accept(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    holder = etree.QName(parent).localname
    if element.tag in _COME and holder not in ("rPr", "trPr", "numPr"):
        unwrap(element)
    elif element.tag in _GONE and holder == "trPr":
        remove(parent.getparent())
    elif element.tag in _GONE and holder == "rPr" and parent.getparent().tag == w("pPr"):
        parent.remove(element)
        _join_with_next(parent.getparent().getparent())
    elif element.tag == w("cellDel"):
        _empty_cell(parent.getparent())
        parent.remove(element)
    else:
        parent.remove(element)


def _join_with_next(paragraph: Element) -> None:
    """The end of a paragraph was deleted: the next one goes on in it."""
    after = paragraph.getnext()
    if after is None or after.tag != w("p"):
        return
    for child in [child for child in after if child.tag != w("pPr")]:
        paragraph.append(child)
    remove(after)


def _empty_cell(cell: Element) -> None:
    for text in cell.iter(w("t"), w("delText")):
        text.text = ""
