"""A document or workbook as a package of parts: opened with distrust, written with what is reachable only."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from selaras.engines.redaction.errors import DAMAGED, MACROS, DamagedFile, TooLarge, WithMacros
from selaras.engines.redaction.findings import Limits
from selaras.engines.tabular.errors import BROKEN_ARCHIVE

Element = Any  # lxml ships no types

TYPES = "[Content_Types].xml"
ROOT_LINKS = "_rels/.rels"
_PERCENT = re.compile(r"%([0-7][0-9A-Fa-f])")
_STEP = 1024 * 1024
_MOST_PARTS = 20_000
_DAY = (1980, 1, 1, 0, 0, 0)  # of every part: when it was packed is nobody's business
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROGRAMS = ("vbaproject", "vbadata")
_PROGRAM_FOLDERS = frozenset({"activex", "macrosheets", "dialogsheets"})


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship from one part to another, or to something outside."""

    source: str
    id: str
    type: str
    target: str
    outside: bool


class Package:
    """The parts of an OOXML file. Parts nothing leads to any more are not written."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._parts = _unpacked(content, limits)
        self._trees: dict[str, Element] = {}
        self._spelt = {name.lower(): name for name in self._parts}  # the names of parts know no case
        if TYPES not in self._parts or ROOT_LINKS not in self._parts:
            raise DamagedFile(DAMAGED)
        if any(_is_program(name) for name in self._parts):
            raise WithMacros(MACROS)

    @property
    def names(self) -> list[str]:
        """The parts, without the lists of links and types."""
        return [name for name in self._parts if name != TYPES and not name.endswith(".rels")]

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part as they came."""
        return self._parts[name]

    def put(self, name: str, content: bytes) -> None:
        """Replace the bytes of a part."""
        self._parts[name] = content
        self._trees.pop(name, None)

    def tree(self, name: str) -> Element:
        """The XML of a part; what is changed in it is written."""
        if name not in self._trees:
            if name not in self._parts:
                raise DamagedFile(DAMAGED)
            self._trees[name] = parsed(self._parts[name])
        return self._trees[name]

    def links(self, source: str) -> list[Link]:
        """Where a part leads to, in its order."""
        listed = _links_of(source)
        if listed not in self._parts:
            return []
        return [_link(source, one, self._spelt) for one in self.tree(listed).iter(_LINK)]

    def linked(self, source: str, kind: str) -> list[str]:
        """The parts of a kind (the last word of the link's type) that a part leads to and that exist."""
        return [
            link.target
            for link in self.links(source)
            if not link.outside and link.type.rsplit("/", 1)[-1] == kind and link.target in self._parts
        ]

    def unlink(self, link: Link) -> None:
        """Forget a link, and so the part it alone led to."""
        for one in list(self.tree(_links_of(link.source)).iter(_LINK)):
            if one.get("Id") == link.id:
                one.getparent().remove(one)

    def unlink_kinds(self, *kinds: str) -> None:
        """Forget all links of these kinds, wherever they start."""
        for source in [ROOT_SOURCE, *self.names]:
            for link in self.links(source):
                if link.type.rsplit("/", 1)[-1] in kinds:
                    self.unlink(link)

    def reachable(self) -> set[str]:
        """The parts that something leads to."""
        known: set[str] = set()
        waiting = [ROOT_SOURCE]
        while waiting:
            for link in self.links(waiting.pop()):
                if not link.outside and link.target in self._parts and link.target not in known:
                    known.add(link.target)
                    waiting.append(link.target)
        return known

    @cached_property
    def strays(self) -> list[str]:
        """Files in the archive that nothing leads to: no application shows them."""
        reached = self.reachable()
        return [name for name in self.names if name not in reached and not name.endswith("/")]

    def packed(self) -> bytes:
        """The file anew."""
        reached = self.reachable()
        kept = [TYPES, ROOT_LINKS, *sorted(reached)]
        kept[2:2] = sorted(_links_of(name) for name in reached if _links_of(name) in self._parts)
        self._forget_types(reached)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in kept:
                entry = zipfile.ZipInfo(name, _DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._written(name))
        return out.getvalue()

    def _written(self, name: str) -> bytes:
        if name in self._trees:
            written: bytes = etree.tostring(self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
            return written
        return self._parts[name]

    def _forget_types(self, reached: set[str]) -> None:
        for one in list(self.tree(TYPES)):
            place = one.get("PartName")
            if place is not None and place.lstrip("/") not in reached:
                self.tree(TYPES).remove(one)


ROOT_SOURCE = ""


def parsed(content: bytes) -> Element:
    """The root of an XML text; nothing outside it is read, and it may not define anything."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise DamagedFile(DAMAGED)
    return root


def _links_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _link(source: str, element: Element, spelt: dict[str, str]) -> Link:
    target = element.get("Target") or ""
    outside = (element.get("TargetMode") or "").lower() == "external"
    if not outside:
        plain = _PERCENT.sub(lambda found: chr(int(found[1], 16)), target.split("#", 1)[0])
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), plain)).lstrip("/")
        target = spelt.get(target.lower(), target)
    return Link(source, element.get("Id") or "", element.get("Type") or "", target, outside)


def _unpacked(content: bytes, limits: Limits) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS:
                raise TooLarge(_too_large(limits))
            return dict(_parts(archive, entries, limits))
    except (*BROKEN_ARCHIVE, ValueError) as error:
        raise DamagedFile(DAMAGED) from error


def _parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Every part once; what it really unpacks to counts, not what it claims."""
    left = limits.unpacked
    known = set()
    for entry in entries:
        name = entry.filename.lstrip("/")
        if name.lower() in known:
            raise DamagedFile(DAMAGED)  # two parts of one name: what one application shows, another does not
        known.add(name.lower())
        pieces = []
        with archive.open(entry) as packed:
            while piece := packed.read(_STEP):
                left -= len(piece)
                if left < 0:
                    raise TooLarge(_too_large(limits))
                pieces.append(piece)
        yield name, b"".join(pieces)


def _is_program(name: str) -> bool:
    folder, plain = posixpath.split(name.lower())
    return plain.startswith(_PROGRAMS) or not _PROGRAM_FOLDERS.isdisjoint(folder.split("/"))


def _too_large(limits: Limits) -> str:
    return (
        f"Isi berkas ini melebihi {limits.unpacked // (1024 * 1024)} MB setelah dibuka. "
        "Hapus gambar atau bagian lain yang tidak perlu, lalu kirim lagi."
    )
