"""What a picture holds and does not show: later frames, colours under what is transparent."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

_LEAST_SHARE = 0.005  # of the picture that is transparent
_LEAST_INK = 60  # of 255


def frames_of(content: bytes) -> int:
    """How many pictures the file shows one after the other."""
    with Image.open(io.BytesIO(content)) as opened:
        return int(getattr(opened, "n_frames", 1))


def still(content: bytes) -> bytes:
    """The first of the frames alone."""
    with Image.open(io.BytesIO(content)) as opened:
        form = opened.format or "PNG"
        opened.seek(0)
        first = opened.convert("RGBA" if opened.mode in ("RGBA", "P", "LA") else "RGB")
        return _encoded(first, form)


def hides_colours(content: bytes) -> bool:
    """Whether something can be told apart where the picture is wholly transparent."""
    with Image.open(io.BytesIO(content)) as opened:
        if opened.mode not in ("RGBA", "LA"):
            return False
        pixels = np.asarray(opened.convert("RGBA"))
    clear = pixels[..., 3] == 0
    if float(clear.mean()) < _LEAST_SHARE:
        return False
    under = pixels[..., :3][clear]
    return int(np.ptp(under, axis=0).max()) > _LEAST_INK


def without_hidden_colours(content: bytes) -> bytes:
    """The picture with black under everything that is wholly transparent; it looks the same."""
    with Image.open(io.BytesIO(content)) as opened:
        form = opened.format or "PNG"
        pixels = np.array(opened.convert("RGBA"))
    pixels[pixels[..., 3] == 0] = 0
    return _encoded(Image.fromarray(pixels, "RGBA"), form)


def _encoded(picture: Image.Image, form: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **({"lossless": True, "exact": True} if form == "WEBP" else {}))
    return out.getvalue()
