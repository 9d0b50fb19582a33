"""Pictures on a page of a PDF that are not seen, or not whole: under boxes and ink, outside, in layers that are off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from selaras.engines.redaction.pdf.covers import Cover, ink
from selaras.engines.redaction.pdf.pixels import DARK, FINE, LEAST_INK, Box, Pixels, brightest, drawn, slices

_WHOLLY, _IN_PART = 0.95, 0.25  # of its bounds, which are wide for a stroke
_FEWEST = 16  # pixels
Place = Callable[[Box], Box]


def pictures_under(page: Any, over: list[Cover], place: Place, full: Pixels) -> list[Box]:
    """Dark boxes, pictures and strokes over a picture that shows something without them. Takes them off the page."""
    boxes = [one for one in over if _on_picture(one, over)]
    strokes = [one for one in ink(page) if _on_picture(one, over)]
    if not boxes and not strokes:
        return []
    for one in (*boxes, *strokes):
        if one.drawer is not None:
            page.remove_obj(one.drawer)
    bare: Pixels = drawn(page, FINE, annotations=False).to_numpy()
    found = [box for one in boxes if _hides(box := place(one.box), full, bare)]
    return found + [box for one in strokes if _hides(box := place(one.box), full, bare, _IN_PART)]


def unseen_pictures(page: Any, place: Place, shown: Pixels) -> list[Box]:
    """Pictures without which the page looks the same, though they show something. `shown` is the page without text."""
    pictures = [one for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1) if _shows_something(one)]
    if not pictures:
        return []
    for one in pictures:
        raw.FPDFPageObj_SetIsActive(one, False)
    bare: Pixels = drawn(page, FINE).to_numpy()
    for one in pictures:
        raw.FPDFPageObj_SetIsActive(one, True)
    boxes = [place(one.get_bounds()) for one in pictures]
    return [box for box in boxes if not _differs(box, shown, bare)]


def _shows_something(picture: Any) -> bool:
    """A picture of one colour, such as a blank or a shadow, hides nothing."""
    pixels = picture.get_bitmap(scale_to_original=False).to_numpy()
    return pixels.size > 0 and int(np.ptp(pixels)) > LEAST_INK


def _differs(box: Box, shown: Pixels, bare: Pixels) -> bool:
    rows, columns = slices(box, shown.shape, 1)
    return bool((shown[rows, columns] != bare[rows, columns]).any())


def _on_picture(one: Cover, over: list[Cover]) -> bool:
    left, bottom, right, top = one.box
    return any(
        other.picture
        and other.depth < one.depth
        and min(right, other.box[2]) > max(left, other.box[0])
        and min(top, other.box[3]) > max(bottom, other.box[1])
        for other in over
    )


def _hides(box: Box, full: Pixels, bare: Pixels, share: float = _WHOLLY) -> bool:
    rows, columns = slices(box, full.shape, -1)
    shown, under = brightest(full[rows, columns]), brightest(bare[rows, columns])
    if shown.size < _FEWEST:
        return False
    dark = shown < DARK
    return float(dark.mean()) > share and int(np.ptp(under[dark])) > LEAST_INK
