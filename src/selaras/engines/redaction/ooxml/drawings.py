"""Drawn things in documents and workbooks: the texts that describe them, and those that are switched off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from lxml import etree

from selaras.engines.redaction.findings import COVER, Kind, Mending, Trace
from selaras.engines.redaction.ooxml.office import remove
from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.outside import names_a_path
from selaras.engines.redaction.personal import personal

_DESCRIBING = ("descr", "title", "name")
_DRAWN = frozenset({"docPr", "cNvPr"})
_HOLDERS = frozenset({"drawing", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def described_traces(roots: Iterable[tuple[str, Element]]) -> Iterator[Trace]:
    """Alternative texts that tell of persons or of the office's disks, and drawn things that are hidden."""
    for place, root in roots:
        for one in [one for one in root.iter(etree.Element) if etree.QName(one).localname in _DRAWN]:
            yield from described(one, _DESCRIBING, f"{place} teks alternatif")
            if one.get("hidden") in ("1", "true") and (holder := _holder(one)) is not None:
                words = "".join(text.text or "" for text in holder.iter(_TEXT, _WORD_TEXT))
                told = words or one.get("name") or "gambar"
                yield Trace(Kind.HIDDEN_DATA, f"{place} gambar tersembunyi", told, mend=partial(remove, holder))


def described(element: Element, keys: tuple[str, ...], place: str) -> Iterator[Trace]:
    """Attributes that name a person or a place in a file system."""
    for key in keys:
        value = element.get(key) or ""
        if names_a_path(value):
            yield Trace(Kind.METADATA, place, value, mend=partial(element.set, key, ""))
        for one in personal(value):
            yield Trace(one.kind, place, one.text, Mending.MASKED, partial(_cover, element, key, one.text))


def _cover(element: Element, key: str, told: str) -> None:
    element.set(key, (element.get(key) or "").replace(told, COVER))


def _holder(element: Element) -> Element | None:
    return next((one for one in element.iterancestors() if etree.QName(one).localname in _HOLDERS), None)
