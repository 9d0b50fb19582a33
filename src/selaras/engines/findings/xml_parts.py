"""XML read as a stream of its parts: no entity, no network, bounded in depth and in what is held at once.

Every document of the file is read: scans that were appended to one another follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from selaras.engines.findings.errors import Damaged, Refused
from selaras.engines.findings.source import HEAD, Source
from selaras.engines.findings.xml_characters import without_unfit

Element = Any  # lxml ships no types
DEEPEST = 40
"""Levels of elements; the deepest report of an honest tool has about 15."""
MOST_HELD = 300_000
"""Elements of one part, such as one host with all its ports."""
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
LONGEST = 12 * 1024 * 1024
"""Characters without any element that opens or closes."""
_LINE = re.compile(r"^[\s\ufeff]*(?=<[A-Za-z!?_])", re.MULTILINE)


def root_of(head: str) -> str:
    """The local name of the element that opens first, past comments, instructions and a document type; "" if none."""
    found = _ROOT.match(_bare(head).lstrip())
    return found.group(1) if found else ""


def parts(source: Source, wanted: Collection[str], opened: Collection[str] = ()) -> Iterator[Element]:
    """The root and each element of a name in `opened` as it opens (attributes only), each wanted one as it closes.

    Names are local. A wanted element inside another wanted one comes as a part of that. An element that was handed
    over is emptied when the next is asked for.
    """
    rest: Iterator[str] = without_unfit(source.texts())
    while True:
        document = _Document(wanted, opened)
        yield from document.read(_from_root(rest))
        if not document.after:
            return
        rest = _chained(document.after, rest)


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if tag[0] == "{" else tag


def child_text(element: Element, *names: str) -> str:
    """The text of the first child that has one of these local names and any text; "" if none has."""
    for name in names:
        for child in element:
            if local(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return ""


def children(element: Element, *path: str) -> list[Element]:
    """The elements down a path of local names."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one if local(child) == name]
    return found


class _Document:
    def __init__(self, wanted: Collection[str], opened: Collection[str]) -> None:
        self.wanted = wanted
        self.opened = opened
        self.after = ""  # text behind the end of the document, when there is any
        self.parser = etree.XMLPullParser(
            events=("start", "end"), encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
            dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        self.root = ""
        self.seen = 0  # elements that opened or closed
        self.depth = 0
        self.within = 0  # wanted elements that are open
        self.held = 0

    def read(self, texts: Iterator[str]) -> Iterator[Element]:
        before, place, silent = "", (0, 0), 0
        for text in texts:
            seen = self.seen
            try:
                self.parser.feed(text.encode("utf-8", "replace"))
            except etree.XMLSyntaxError as problem:
                yield from self._events()
                if self.root and not self.depth:
                    self.after = _after(before + text, self.root.rpartition("}")[2], place, problem.position)
                if not self.after:
                    raise _broken(problem) from None
                return
            yield from self._events()
            silent = silent + len(text) if seen == self.seen else 0
            if silent > LONGEST:
                raise _too_much()
            place, before = _moved(place, before), text
        try:
            self.parser.close()
        except etree.XMLSyntaxError as problem:
            raise _unended(problem, self.parser.feed_error_log) from None

    def _events(self) -> Iterator[Element]:
        for event, element in self.parser.read_events():
            name = local(element)
            self.seen += 1
            if event == "start":
                self._open()
                self.within += name in self.wanted
                if self.depth == 1:
                    self.root = element.tag
                    _without_entities(element)
                    yield element
                elif name in self.opened:
                    yield element
            else:
                self.depth -= 1
                if name in self.wanted:
                    self.within -= 1
                    if not self.within:
                        yield element
                        self._empty(element)

    def _open(self) -> None:
        self.depth += 1
        self.held += 1
        if self.depth > DEEPEST:
            raise Refused(f"XML ini bersarang lebih dari {DEEPEST} tingkat; laporan pemindai tidak pernah sedalam itu.")
        if self.held > MOST_HELD:
            raise _too_much()

    def _empty(self, element: Element) -> None:
        element.clear(keep_tail=False)
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
        self.held = min(self.held, self.depth + 1)


def _without_entities(root: Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise entities_refused()


def _after(text: str, root: str, place: tuple[int, int], stopped: tuple[int, int]) -> str:
    """What follows the end of a document in a text that begins at `place` (lines, then characters of the line).

    The parser tells the line and column where it `stopped`; of the ends of elements named like the root, that is the
    one before which it did.
    """
    best, nearest, at = len(text), (1 << 60, 1 << 60), 0
    for end in re.finditer(rf"(?:</(?:[\w.-]+:)?{re.escape(root)}\s*>|/>)\s*(?=<)", text):
        place, at = _moved(place, text[at : end.end()]), end.end()
        distance = abs(place[0] + 1 - stopped[0]), abs(place[1] + 1 - stopped[1])
        if distance < nearest:
            best, nearest = at, distance
    return text[best:]


def _moved(place: tuple[int, int], text: str) -> tuple[int, int]:
    lines = text.count("\n")
    return (place[0] + lines, len(text) - text.rfind("\n") - 1) if lines else (place[0], place[1] + len(text))


def _too_much() -> Refused:
    return Refused("Satu bagian XML ini terlalu besar untuk dibaca dengan aman. Pecah laporannya per host.")


def entities_refused() -> Refused:
    return Refused("XML ini menetapkan entitas sendiri, cara yang dipakai untuk menyerang pembaca XML. Tidak dibaca.")


def _from_root(texts: Iterator[str]) -> Iterator[str]:
    """The text from where its XML begins."""
    head = ""
    for text in texts:
        head += text
        if len(head) >= HEAD:
            break
    yield head[beginning(head) :]
    yield from texts


def beginning(head: str) -> int:
    """Where XML begins in a text: at `<?xml` past remarks of others, else at the first line that begins with a mark."""
    declared = head.find("<?xml ")
    if declared >= 0 and not root_of(head[:declared]):
        return declared
    opened = _LINE.search(head)
    return opened.end() if opened else 0


def _bare(head: str) -> str:
    return re.sub(r"<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<!DOCTYPE(?:[^\[>]*\[.*?\]\s*>|[^>]*>)", "", head, flags=re.DOTALL)


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _broken(problem: Any) -> Exception:
    line = (problem.position or (0, 0))[0]
    words = str(problem.msg or "").lower()
    if "loop" in words or "amplification" in words:
        return entities_refused()
    if "depth" in words or "huge" in words:
        return Refused("XML ini lebih dalam atau lebih besar daripada laporan pemindai mana pun. Tidak dibaca.")
    if "premature end" in words or "no element" in words or "end of" in words or "not found" in words:
        return _cut(line)
    return _faulty(line)


def _unended(problem: Any, told: Any) -> Damaged:
    """A file without an end breaks off, unless the parser told late of a mark that nobody escaped or declared."""
    unescaped = next((entry.line for entry in told if "ntity" in entry.message or "Namespace" in entry.message), 0)
    return _faulty(unescaped) if unescaped else _cut((problem.position or (0, 0))[0])


def _cut(line: int) -> Damaged:
    return Damaged(f"Laporan terpotong pada baris {line}. Jalankan ulang pemindaiannya, lalu kirim berkas yang utuh.")


def _faulty(line: int) -> Damaged:
    return Damaged(f"XML rusak pada baris {line}. Buat ulang laporannya dari alat pemindai, lalu kirim lagi.")
