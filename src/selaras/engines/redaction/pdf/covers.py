"""What can hide something on a page of a PDF: filled rectangles, pictures, forms, marks of a reviewer."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

_MOST_SEGMENTS = 6  # of a path that is a rectangle
_TOPMOST = 1_000_000
_BROAD = 6  # points: less hides no writing
_MARKS = frozenset({
    raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_HIGHLIGHT,
    raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_FREETEXT,
})  # fmt: skip

Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cover:
    """Something drawn after the first `depth - 1` objects; `shuts` where nothing under it can shine through.

    A path may be clipped to less than its box; where it has a colour, only what shows that colour lies under it.
    """

    box: Edges  # left, bottom, right, top
    depth: int
    shuts: bool = False
    picture: bool = False
    drawer: Any = None
    colour: tuple[int, int, int] | None = None
    area: float = 0.0  # in parts of the page, once placed

    def placed(self, place: Callable[[Edges], Edges]) -> Cover:
        """The same in parts of the page as shown: left, top, right, bottom."""
        left, top, right, bottom = place(self.box)
        wide, high = min(right, 1) - max(left, 0), min(bottom, 1) - max(top, 0)
        return replace(self, box=(left, top, right, bottom), area=max(wide, 0) * max(high, 0))


def covers(page: Any) -> list[Cover]:
    """Everything on the page that may lie over something else, in the order it is drawn."""
    return [*_drawn_covers(page), *_marks(page)]


def _drawn_covers(page: Any) -> Iterator[Cover]:
    for depth, one in enumerate(page.get_objects(max_depth=1), start=1):
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            yield Cover(one.get_bounds(), depth, picture=True, drawer=one)
        elif one.type == raw.FPDF_PAGEOBJ_FORM:
            yield Cover(one.get_bounds(), depth, drawer=one)
        elif one.type == raw.FPDF_PAGEOBJ_PATH and _is_filled_rectangle(one):
            red, green, blue, alpha = _filling(one)
            if alpha == 255:
                yield Cover(one.get_bounds(), depth, shuts=True, drawer=one, colour=(red, green, blue))


def ink(page: Any) -> Iterator[Cover]:
    """Broad strokes and filled shapes of any form: what a pen or a brush leaves on a picture."""
    for depth, one in enumerate(page.get_objects(max_depth=1), start=1):
        if one.type == raw.FPDF_PAGEOBJ_PATH and not _is_filled_rectangle(one) and _is_broad(one):
            yield Cover(one.get_bounds(), depth, drawer=one)


def _is_broad(path: Any) -> bool:
    mode, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(path, mode, stroke)
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    return mode.value != raw.FPDF_FILLMODE_NONE or width.value >= _BROAD


def _is_filled_rectangle(path: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, mode, stroke)
    if mode.value == raw.FPDF_FILLMODE_NONE or raw.FPDFPageObj_HasTransparency(path):
        return False
    count = raw.FPDFPath_CountSegments(path)
    if not 4 <= count <= _MOST_SEGMENTS:
        return False
    return all(_is_straight(path, at) for at in range(count)) and _is_upright(path, count)


def _filling(path: Any) -> tuple[int, int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return red.value, green.value, blue.value, alpha.value


def _is_straight(path: Any, at: int) -> bool:
    kind = raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, at))
    return bool(kind != raw.FPDF_SEGMENT_BEZIERTO)


def _is_upright(path: Any, count: int) -> bool:
    """Whether every edge runs along an axis, before the page is turned."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(count):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, at), x, y)
        points.append((x.value, y.value))
    return all(
        abs(before[0] - after[0]) < 0.01 or abs(before[1] - after[1]) < 0.01 for before, after in pairwise(points)
    )


def _marks(page: Any) -> Iterator[Cover]:
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        mark = raw.FPDFPage_GetAnnot(page, at)
        if not mark:
            continue
        kind = raw.FPDFAnnot_GetSubtype(mark)
        if kind in _MARKS:
            edges = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(mark, edges)
            box = (edges.left, min(edges.bottom, edges.top), edges.right, max(edges.bottom, edges.top))
            yield Cover(box, _TOPMOST + at, shuts=kind == raw.FPDF_ANNOT_REDACT)
        raw.FPDFPage_CloseAnnot(mark)
