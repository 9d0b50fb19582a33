"""Older states of a PDF that later ones were only appended to."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator

import pikepdf

from selaras.engines.redaction.findings import Kind, Limits, Trace
from selaras.engines.redaction.pdf.pages import document

_END = re.compile(rb"%%EOF[\r\n ]*")
_MOST_REVISIONS = 20
_LAST, _BLANK = b"%%EOF", b"\x00\t\n\r\x1a \xef\xbb\xbf"  # what old programs fill a file up with


def revision_traces(content: bytes, pdf: pikepdf.Pdf, limits: Limits) -> Iterator[Trace]:
    """What an older state shows and the last one does not. A signature that was appended is none of it."""
    ends = [found.end() for found in _END.finditer(content)][:-1][-_MOST_REVISIONS:]
    if not ends:
        return
    now, words_now = _shown(pdf), _words(content)
    for number, end in enumerate(ends, start=1):
        older = _opened(content[:end])
        if older is None or len(older.pages) > limits.pages:
            continue
        if gone := _shown(older) - now:
            lost = [word for word in _words(content[:end]) if word not in words_now]
            told = " ".join(dict.fromkeys(lost)) or f"{len(gone)} bagian halaman"
            yield Trace(Kind.OLD_REVISION, f"versi {number}", told)


def around_traces(content: bytes) -> Iterator[Trace]:
    """Bytes before the file and behind its end, which no reader shows and which a copy made anew has not."""
    last = content.rfind(_LAST)
    behind = len(content[last + len(_LAST) :].strip(_BLANK)) if last >= 0 else 0
    before = len(content[: max(content.find(b"%PDF-"), 0)].strip(_BLANK))
    for count, place in ((before, "sebelum awal"), (behind, "setelah akhir")):
        if count:
            yield Trace(Kind.HIDDEN_DATA, "berkas", f"{count} bita {place} PDF")


def _opened(content: bytes) -> pikepdf.Pdf | None:
    """An older state; the first half of a file made for the web is none."""
    try:
        return pikepdf.open(io.BytesIO(content), attempt_recovery=False)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return None


def _shown(pdf: pikepdf.Pdf) -> set[bytes]:
    """Digests of everything the pages draw."""
    found = set()
    for page in pdf.pages:
        drawn = page.obj.get("/Contents")
        for part in drawn.as_list() if isinstance(drawn, pikepdf.Array) else [drawn]:
            if isinstance(part, pikepdf.Stream):
                found.add(hashlib.sha256(part.read_raw_bytes()).digest())
        found |= {hashlib.sha256(one.read_raw_bytes()).digest() for one in _placed(page)}
    return found


def _placed(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    """The pictures and forms that a page may draw."""
    listed = page.resources.get("/XObject")
    if isinstance(listed, pikepdf.Dictionary):
        for name in sorted(listed.keys()):
            one = listed[name]
            if isinstance(one, pikepdf.Stream):
                yield one


def _words(content: bytes) -> dict[str, None]:
    words: dict[str, None] = {}
    with document(content) as opened:
        for number in range(len(opened)):
            page = opened[number]
            textpage = page.get_textpage()
            words |= dict.fromkeys(textpage.get_text_range().split())
            textpage.close()
            page.close()
    return words
