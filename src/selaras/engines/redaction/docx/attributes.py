"""Words of a document that stand in no paragraph: choices of a list, hints, descriptions of tables."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.redaction.docx.words import w
from selaras.engines.redaction.findings import Trace
from selaras.engines.redaction.ooxml.drawings import described
from selaras.engines.redaction.ooxml.package import Element

_VALUE = w("val")
_WORDS = {
    "listItem": ("pilihan isian", (w("displayText"), w("value"))),
    "listEntry": ("pilihan isian", (_VALUE,)),
    "helpText": ("petunjuk isian", (_VALUE,)),
    "statusText": ("petunjuk isian", (_VALUE,)),
    "default": ("isian", (_VALUE,)),
    "alias": ("nama isian", (_VALUE,)),
    "tag": ("nama isian", (_VALUE,)),
    "hyperlink": ("petunjuk tautan", (w("tooltip"),)),
    "tblCaption": ("keterangan tabel", (_VALUE,)),
    "tblDescription": ("keterangan tabel", (_VALUE,)),
    "bookmarkStart": ("penanda", (w("name"),)),
}


def attribute_traces(root: Element, place: str) -> Iterator[Trace]:
    """Persons named where only a click or a screen reader brings them out."""
    for name, (what, keys) in _WORDS.items():
        for element in root.iter(w(name)):
            yield from described(element, keys, f"{place} {what}")
