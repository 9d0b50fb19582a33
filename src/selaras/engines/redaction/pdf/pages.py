"""The pages of a PDF as they look: every sign with its place, and whether it can be seen."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from selaras.engines.redaction.errors import DAMAGED, DamagedFile
from selaras.engines.redaction.pdf.covers import Cover, covers
from selaras.engines.redaction.pdf.pixels import DARK, FINE, LEAST_INK, Box, Floats, Pixels, brightest, drawn, slices
from selaras.engines.redaction.pdf.unseen import pictures_under, unseen_pictures

_ONE_AT_A_TIME = threading.RLock()  # PDFium knows no threads
_INVISIBLE_MODE = 3
_LEAST_CONTRAST = 24  # of 255
_SCAN = 0.6  # of the page that a picture covers
_ALIKE = 16  # of 255
_MOSTLY, _PARTLY = 0.9, 0.35
_TINY = 1.1 / 842  # of a page's height: letters of about two points on A4


@dataclass(slots=True)
class PageText:
    """The signs of a page: `boxes` in parts of the page as it is shown (left, top, right, bottom), one row a sign."""

    number: int
    text: str
    boxes: Floats
    hidden: npt.NDArray[np.bool_]
    covered: npt.NDArray[np.bool_]  # hidden by something drawn over it
    faint: npt.NDArray[np.bool_]  # hidden, and yet a picture of the page would show a trace of it
    pictures_under: list[Box] = field(default_factory=list)
    unseen_pictures: list[Box] = field(default_factory=list)
    only_pictures: bool = False


@contextmanager
def document(content: bytes) -> Iterator[pdfium.PdfDocument]:
    """A PDF that can be drawn, while nobody else draws."""
    with _ONE_AT_A_TIME:
        try:
            opened = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            raise DamagedFile(DAMAGED) from error
        try:
            if opened.get_formtype() != raw.FORMTYPE_NONE:
                opened.init_forms()
            yield opened
        except pdfium.PdfiumError as error:
            raise DamagedFile(DAMAGED) from error
        finally:
            opened.close()


def pages(content: bytes) -> Iterator[PageText]:
    """Page after page. About 40 ms of processor for a page of text."""
    with document(content) as opened:
        for number in range(1, len(opened) + 1):
            page = opened[number - 1]
            try:
                yield _read(page, number)
            finally:
                page.close()


def _read(page: Any, number: int) -> PageText:
    objects = [one for one in page.get_objects() if one.type in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)]
    texts = [one for one in objects if one.type == raw.FPDF_PAGEOBJ_TEXT]
    bitmap = drawn(page, FINE)
    place = _Placing(page, bitmap)
    over = covers(page)
    pictures = any(one.picture for one in over)
    if not texts and not pictures:
        none = np.empty(0, bool)
        return PageText(number, "", np.empty((0, 4)), none, none, none)
    full: Pixels = bitmap.to_numpy().copy()
    signs = _Signs(page, place)
    for one in texts:
        raw.FPDFTextObj_SetTextRenderMode(one, _INVISIBLE_MODE)
    bare: Pixels = drawn(page, FINE).to_numpy()
    read = signs.judged(number, full, bare, [one.placed(place.of_box) for one in over])
    if pictures:
        read.unseen_pictures = unseen_pictures(page, place.of_box, bare)
        read.pictures_under = pictures_under(page, over, place.of_box, full)
    read.only_pictures = not read.text.strip() and pictures
    return read


class _Placing:
    """From points of the page to parts of the picture of it."""

    def __init__(self, page: Any, bitmap: Any) -> None:
        turn = bitmap.get_posconv(page)
        corner, right, down = (turn.to_page(*at) for at in ((0, 0), (bitmap.width, 0), (0, bitmap.height)))
        across = np.array([[right[0] - corner[0], down[0] - corner[0]], [right[1] - corner[1], down[1] - corner[1]]])
        self._turn = np.linalg.inv(across)
        self._corner = np.array(corner)

    def of_boxes(self, boxes: Floats) -> Floats:
        """Rows of left, bottom, right, top in points, as rows of left, top, right, bottom in parts."""
        first = (boxes[:, :2] - self._corner) @ self._turn.T
        second = (boxes[:, 2:] - self._corner) @ self._turn.T
        return np.hstack([np.minimum(first, second), np.maximum(first, second)])

    def of_box(self, box: Box) -> Box:
        """The same for one."""
        left, top, right, bottom = self.of_boxes(np.array([box], float))[0]
        return float(left), float(top), float(right), float(bottom)


class _Signs:
    """The signs of a page, read before anything on it is changed."""

    def __init__(self, page: Any, place: _Placing) -> None:
        textpage = page.get_textpage()
        count = textpage.count_chars()
        codes = [raw.FPDFText_GetUnicode(textpage, at) for at in range(count)]
        self.text = "".join(map(_sign, codes))
        edges = [ctypes.c_double() for _ in range(4)]
        left, right, bottom, top = edges
        boxes = np.zeros((count, 4))
        self.depths = np.zeros(count, int)
        self.unseen = np.zeros(count, bool)
        depth_of = _depths(page)
        for at in range(count):
            raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top)
            boxes[at] = left.value, bottom.value, right.value, top.value
            drawer = raw.FPDFText_GetTextObject(textpage, at)
            if drawer:
                self.depths[at] = depth_of.get(_address(drawer), 0)
                self.unseen[at] = raw.FPDFTextObj_GetTextRenderMode(drawer) == _INVISIBLE_MODE
        textpage.close()
        self.boxes = place.of_boxes(boxes)
        self.letters = np.array([sign.isalnum() for sign in self.text], bool)

    def judged(self, number: int, full: Pixels, bare: Pixels, over: list[Cover]) -> PageText:
        """Which signs can be seen: the page looks different without them."""
        changed = brightest(np.maximum(full, bare) - np.minimum(full, bare))
        seen = _sums(changed > _LEAST_CONTRAST, self.boxes) > 0
        if self.unseen.any() and any(one.picture and one.area > _SCAN for one in over):
            seen |= self.unseen & self._on_ink(full)
        tall = self.boxes[:, 3] - self.boxes[:, 1]
        covered, shut = self._covered(over, full)
        hidden = (~seen | shut | (tall < _TINY)) & self.letters
        if hidden.any():
            covered |= _share(brightest(full) < DARK, self.boxes) > _MOSTLY
        faint = hidden & (_sums(changed > 0, self.boxes) > 0)
        return PageText(number, self.text, self.boxes, hidden, covered & hidden, faint)

    def _covered(self, over: list[Cover], full: Pixels) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Which signs lie under something, and which surely do, whatever is written on top of it."""
        middle = (self.boxes[:, :2] + self.boxes[:, 2:]) / 2
        order = np.argsort(middle[:, 1], kind="stable")
        heights = middle[order, 1]
        covered = np.zeros(len(middle), bool)
        shut = np.zeros(len(middle), bool)
        for one in over:
            left, top, right, bottom = one.box
            near = order[np.searchsorted(heights, top, "right") : np.searchsorted(heights, bottom, "left")]
            across = middle[near, 0]
            under = near[(across > left) & (across < right) & (self.depths[near] < one.depth)]
            if one.picture or not len(under):
                continue
            covered[under] = True
            if one.shuts:
                shut[under if one.colour is None else [at for at in under if self._shows(at, one.colour, full)]] = True
        return covered, shut

    def _shows(self, at: int, colour: tuple[int, int, int], full: Pixels) -> bool:
        """Whether a sign stands on the colour of what was drawn over it."""
        part = full[slices(self.boxes[at], full.shape, 0)].astype(np.int16)
        return part.size > 0 and float((np.abs(part - colour).max(axis=2) < _ALIKE).mean()) > _PARTLY

    def _on_ink(self, full: Pixels) -> npt.NDArray[np.bool_]:
        """Where the scan under recognised text shows writing."""
        light = brightest(full)
        found = np.zeros(len(self.boxes), bool)
        for at in np.flatnonzero(self.unseen):
            rows, columns = slices(self.boxes[at], light.shape, 3)
            part = light[rows, columns]
            found[at] = part.size > 0 and int(part.max()) - int(part.min()) > LEAST_INK
        return found


def _depths(page: Any) -> dict[int, int]:
    depth, known = 0, {}
    for one in page.get_objects():
        if one.level == 0:
            depth += 1
        known[_address(one.raw)] = depth
    return known


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _sign(code: int) -> str:
    if code == 0x0D:
        return " "
    if code in (0x02, 0xFFFE):  # how PDFium tells a hyphen at the end of a line
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else " "


def _sums(changed: npt.NDArray[np.bool_], boxes: Floats) -> npt.NDArray[np.int32]:
    """How many changed pixels each box holds, by a table of sums."""
    height, width = changed.shape
    table = np.zeros((height + 1, width + 1), np.int32)
    table[1:, 1:] = changed.cumsum(0, dtype=np.int32).cumsum(1, dtype=np.int32)
    left = np.clip(np.floor(boxes[:, 0] * width), 0, width).astype(int)
    top = np.clip(np.floor(boxes[:, 1] * height), 0, height).astype(int)
    right = np.clip(np.ceil(boxes[:, 2] * width), 0, width).astype(int)
    bottom = np.clip(np.ceil(boxes[:, 3] * height), 0, height).astype(int)
    sums: npt.NDArray[np.int32] = table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left]
    return sums


def _share(marked: npt.NDArray[np.bool_], boxes: Floats) -> Floats:
    """Which part of each box is marked."""
    height, width = marked.shape
    area = (boxes[:, 2] - boxes[:, 0]) * width * (boxes[:, 3] - boxes[:, 1]) * height
    share: Floats = _sums(marked, boxes) / np.maximum(area, 1)
    return share
