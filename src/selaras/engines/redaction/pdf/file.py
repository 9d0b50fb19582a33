"""A PDF that is being checked, and its copy for release."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence

import pikepdf

from selaras.engines.redaction.errors import NotClean
from selaras.engines.redaction.findings import Box, Limits, Trace, merged
from selaras.engines.redaction.pdf.bookmarks import bookmark_traces
from selaras.engines.redaction.pdf.contents import (
    attachment_traces,
    dropped_pages,
    form_traces,
    is_signed,
    label_traces,
    leftover_traces,
    picture_traces,
    property_traces,
    script_traces,
    strip_photographs,
)
from selaras.engines.redaction.pdf.hidden import page_traces, seen_words
from selaras.engines.redaction.pdf.marks import flatten, mark_traces, marks
from selaras.engines.redaction.pdf.opening import opened
from selaras.engines.redaction.pdf.pages import pages
from selaras.engines.redaction.pdf.revisions import around_traces, revision_traces
from selaras.engines.redaction.pdf.writing import pictures_of, replace_page

_OF_FILE = frozenset({
    "/Type", "/Pages", "/Lang", "/Outlines", "/PageLabels", "/StructTreeRoot", "/MarkInfo", "/OCProperties",
    "/ViewerPreferences", "/PageMode", "/PageLayout", "/Dests", "/OutputIntents", "/Version",
})  # fmt: skip
_OF_PAGE = frozenset({
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Resources",
    "/Contents", "/Group", "/UserUnit", "/Annots", "/Tabs", "/StructParents",
})  # fmt: skip
_OF_NO_PART = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/OPI", "/Alternates")
_MARKS_OVER = frozenset({"/Square", "/Circle", "/Polygon", "/Ink", "/Highlight", "/Redact"})


class PdfFile:
    """Findings stay until their trace is mended; all else that no page needs is dropped when it is written."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = content
        self._limits = limits
        self._pdf = opened(content, limits)
        self._stays: set[Hashable] = set()
        self._found: set[Hashable] = set()
        self._boxes: dict[int, list[Box]] = {}
        self._unread: list[str] = []

    def traces(self) -> list[Trace]:
        """Everything found, the file first and then page by page."""
        found = [self._staying(key, trace) for key, trace in property_traces(self._pdf)]
        found += [self._staying(key, trace) for key, trace in attachment_traces(self._pdf)]
        found += [self._staying(key, trace) for key, trace in script_traces(self._pdf)]
        found += [self._staying("forms", trace) for trace in form_traces(self._pdf)]
        found += [self._staying(key, trace) for key, trace in mark_traces(self._pdf)]
        found += bookmark_traces(self._pdf)
        found += label_traces(self._pdf)
        found += around_traces(self._content)
        found += leftover_traces(self._pdf)
        found += picture_traces(self._pdf, self._limits)
        found += revision_traces(self._content, self._pdf, self._limits)
        found += self._on_pages()
        return merged(found)

    def unread(self) -> list[str]:
        """Pages that are pictures, and a signature that no copy keeps."""
        if is_signed(self._pdf):
            self._unread.append("Tanda tangan elektronik berkas ini tidak berlaku lagi pada salinannya.")
        return self._unread

    def written(self, boxes: Sequence[Box]) -> bytes:
        """The copy: a new file with the pages, and those pages as pictures that hold what must go."""
        for box in boxes:
            if not 1 <= box.page <= len(self._pdf.pages):
                raise NotClean(f"Halaman {box.page} tidak ada di berkas ini. Gambar kotaknya di halaman yang ada.")
            self._mask(box.page, [box])
        self._draw_marks_over()
        seen = self._flat() if self._boxes else b""
        before = [mark for _, _, mark in marks(self._pdf)]
        flatten(self._pdf, self._stays, self._found - self._stays, "forms" in self._stays)
        self._empty_marks(before)
        if self._boxes:
            for number, picture, width, height in pictures_of(seen, self._boxes):
                replace_page(self._pdf, number, picture, width, height)
        self._drop_the_rest(bool(self._boxes))
        out = io.BytesIO()
        self._pdf.remove_unreferenced_resources()
        self._pdf.save(
            out, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
        return out.getvalue()

    def _on_pages(self) -> Iterator[Trace]:
        read = list(pages(self._flat()))
        seen = seen_words(read)
        for page in read:
            if page.only_pictures:
                self._unread.append(f"Halaman {page.number} hanya gambar; tulisannya tidak dapat dibaca program.")
            yield from page_traces(page, seen, self._mask)

    def _flat(self) -> bytes:
        """The file with marks and forms drawn into its pages: what a person sees."""
        if "/AcroForm" not in self._pdf.Root and not any(True for _ in marks(self._pdf)):
            return self._content
        copy = opened(self._content, self._limits)
        flatten(copy)
        out = io.BytesIO()
        copy.save(out, fix_metadata_version=False)
        return out.getvalue()

    def _draw_marks_over(self) -> None:
        """A box without a look of its own is drawn by each viewer as it likes: its page becomes a picture."""
        for number, key, mark in marks(self._pdf):
            if str(mark.get("/Subtype")) in _MARKS_OVER and "/AP" not in mark and key not in self._stays:
                self._boxes.setdefault(number, [])

    def _empty_marks(self, before: list[pikepdf.Object]) -> None:
        """The tags of a page may still lead to a mark that was taken off it."""
        left = {mark.objgen for _, _, mark in marks(self._pdf)}
        for mark in before:
            if mark.objgen != (0, 0) and mark.objgen not in left:
                _keep_only(mark, ())

    def _mask(self, number: int, boxes: list[Box]) -> None:
        self._boxes.setdefault(number, []).extend(boxes)

    def _staying(self, key: Hashable, trace: Trace) -> Trace:
        self._stays.add(key)
        self._found.add(key)
        trace.mend = self._forgetting(key)
        return trace

    def _forgetting(self, key: Hashable) -> Callable[[], None]:
        return lambda: self._stays.discard(key)

    def _drop_the_rest(self, with_pictures: bool) -> None:
        pdf, root = self._pdf, self._pdf.Root
        for name in [name for name in pdf.attachments if ("attachment", name) not in self._stays]:
            del pdf.attachments[name]
        kept = set(_OF_FILE)
        kept |= {"/Metadata"} if "xmp" in self._stays else set()
        kept |= {"/AcroForm"} if "forms" in self._stays else set()
        kept |= {"/OpenAction", "/AA"} if "scripts" in self._stays else set()
        kept -= {"/StructTreeRoot", "/MarkInfo"} if with_pictures else set()
        kept |= {"/Names"}
        _keep_only(root, kept)
        names = {"/Dests"} | ({"/JavaScript"} if "scripts" in self._stays else set())
        names |= {"/EmbeddedFiles"} if len(pdf.attachments) else set()
        if "/Names" in root:
            _keep_only(root.Names, names)
        for gone in dropped_pages(pdf):
            _keep_only(gone, ())
        for page in pdf.pages:
            _keep_only(page.obj, _OF_PAGE | ({"/AA"} if "scripts" in self._stays else set()))
        self._drop_properties()
        strip_photographs(pdf, self._limits)

    def _drop_properties(self) -> None:
        """A title stays, unless it told something; of the rest only what the person decided to leave."""
        told = self._pdf.trailer.get("/Info")
        if isinstance(told, pikepdf.Dictionary):
            kept = {key for key in sorted(told.keys()) if f"info{key}" in self._stays}
            _keep_only(told, kept | ({"/Title"} if "info/Title" not in self._found else set()))
        packet = self._pdf.Root.get("/Metadata")
        for part in self._pdf.objects:
            if isinstance(part, pikepdf.Stream) and not (packet is not None and part.objgen == packet.objgen):
                for key in _OF_NO_PART:
                    if key in part:
                        del part[key]


def _keep_only(holder: pikepdf.Object, kept: Collection[str]) -> None:
    for key in list(holder.keys()):
        if key not in kept:
            del holder[key]
