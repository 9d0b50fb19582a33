"""Which tool wrote this, by what is in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from selaras.engines.findings.draft import Draft
from selaras.engines.findings.errors import Damaged, UnknownFormat
from selaras.engines.findings.formats import nmap, nuclei, zap
from selaras.engines.findings.json_values import opening, values
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import plain
from selaras.engines.findings.xml_parts import Element, parts, root_of


class XmlFormat(NamedTuple):
    wanted: tuple[str, ...]
    read: Callable[[Iterator[Element]], Draft]


class JsonFormat(NamedTuple):
    is_of: Callable[[Any], bool]
    read: Callable[[Iterator[Any]], Draft]


_XML = {
    "nmaprun": XmlFormat(nmap.WANTED, nmap.read_nmap),
    "OWASPZAPReport": XmlFormat(zap.WANTED, zap.read_zap_xml),
}
_JSON = (
    JsonFormat(nuclei.is_nuclei, nuclei.read_nuclei),
    JsonFormat(zap.is_zap, zap.read_zap_json),
)
KNOWN = "Nmap, Masscan, Nuclei, ZAP"


def nothing_said(source: Source) -> Draft | None:
    """A report without a word: 0 bytes, blanks, `null`, `[]`. Tools write such for nothing found, and for failure."""
    said = source.head.strip().strip("\ufeff\0").strip() if source.whole_in_head else "…"
    if said not in ("", "null", "[]", "{}"):
        return None
    draft = Draft("empty", "")
    draft.doubt(
        f"Berkas ini tidak berisi apa pun ({said or '0 huruf'}). Alatnya tidak menemukan apa-apa, atau gagal: "
        "periksa catatan alatnya. Temuan lama tidak ditutup karenanya."
    )
    return draft


def recognise(source: Source) -> Draft:
    """Read with the reader of the format; UnknownFormat tells what the content looks like."""
    head = source.head.lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return _json(source)
    if root := root_of(head):
        if root in _XML:
            wanted, read = _XML[root]
            return read(parts(source, wanted))
    elif opening(source):
        try:
            return _json(source)
        except Damaged:  # a bracket at the start of a line of some other text
            pass
    raise _unknown(f"XML dengan bagian terluar <{plain(root, 60)}>" if root else _glimpse(head))


def _json(source: Source) -> Draft:
    told = values(source)
    first = next(told, None)
    for is_of, read in _JSON:
        if is_of(first):
            return read(itertools.chain([first], told))
    raise _unknown(_named(first))


def _named(value: Any) -> str:
    if isinstance(value, dict):
        return f"JSON dengan bagian {', '.join(plain(name, 30) for name in list(value)[:5]) or '(kosong)'}"
    return "JSON tanpa objek di dalamnya"


def _glimpse(head: str) -> str:
    words = re.sub(r"[^\x20-\x7e]+", "·", head[:60]).strip()
    return f"teks yang diawali “{words}”"


def _unknown(what: str) -> UnknownFormat:
    return UnknownFormat(f"Berkas ini {what}; bentuk itu belum dikenal. Yang dapat dibaca: {KNOWN}.")
