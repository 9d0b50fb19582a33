"""A page of a PDF as a picture, with what must not be seen painted over."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from selaras.engines.redaction.findings import Box
from selaras.engines.redaction.pdf.pages import document
from selaras.engines.redaction.pdf.pixels import drawn
from selaras.engines.redaction.pictures.picture import paint

_DOTS_PER_INCH = 170
_QUALITY = 85
_KEPT = frozenset({"/Type", "/Parent", "/UserUnit"})


def pictures_of(content: bytes, boxes: Mapping[int, Sequence[Box]]) -> Iterator[tuple[int, Image.Image, float, float]]:
    """The pages named, as seen, painted over, one after the other; each with its width and height in points."""
    with document(content) as opened:
        for number in sorted(boxes):
            page = opened[number - 1]
            picture = drawn(page, _DOTS_PER_INCH).to_pil().convert("RGB")
            paint(picture, boxes[number])
            yield number, picture, page.get_width(), page.get_height()
            page.close()


def replace_page(pdf: pikepdf.Pdf, number: int, picture: Image.Image, width: float, height: float) -> None:
    """Let a page show the picture and nothing else."""
    page = pdf.pages[number - 1].obj
    for key in list(page.keys()):
        if key not in _KEPT:
            del page[key]
    page.MediaBox = Array([0, 0, round(width, 2), round(height, 2)])
    page.Rotate = 0
    page.Resources = Dictionary(XObject=Dictionary(Halaman=_stream(pdf, picture)))
    page.Contents = pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Halaman Do Q".encode())


def _stream(pdf: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Stream:
    """As grey where nothing is coloured; deflated or as JPEG, whichever is smaller."""
    if _is_grey(picture):
        picture = picture.convert("L")
    plain = zlib.compress(picture.tobytes(), 6)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    jpeg = len(out.getvalue()) < len(plain)
    return pikepdf.Stream(
        pdf,
        out.getvalue() if jpeg else plain,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode if jpeg else Name.FlateDecode,
    )


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None
