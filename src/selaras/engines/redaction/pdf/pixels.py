"""A page of a PDF as pixels."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]  # left, top, right, bottom, in parts of the page as it is shown
FINE = 108  # dots per inch: enough for six-point type
DARK, LEAST_INK = 70, 60  # of 255
_MOST_PIXELS = 8_000_000


def drawn(page: Any, dots_per_inch: float, annotations: bool = True) -> Any:
    """The page as a bitmap, smaller where it would not fit into memory."""
    scale = dots_per_inch / 72
    most = math.sqrt(_MOST_PIXELS / max(page.get_width() * page.get_height(), 1))
    return page.render(scale=min(scale, most), draw_annots=annotations, may_draw_forms=annotations, rev_byteorder=True)


def brightest(pixels: Pixels) -> Pixels:
    """The strongest of the three colours of each pixel."""
    strongest: Pixels = np.maximum(np.maximum(pixels[..., 0], pixels[..., 1]), pixels[..., 2])
    return strongest


def slices(box: Any, shape: tuple[int, ...], pad: int) -> tuple[slice, slice]:
    """The rows and columns of a box, with so many pixels around it."""
    height, width = shape[:2]
    rows = slice(max(int(box[1] * height) - pad, 0), max(math.ceil(box[3] * height) + pad, 0))
    return rows, slice(max(int(box[0] * width) - pad, 0), max(math.ceil(box[2] * width) + pad, 0))
