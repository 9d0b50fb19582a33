"""PDFs with a picture that is blackened with something else than a box, or not seen at all."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import SECRET
from tests.engines.redaction.pdf_files import changed, drawn, photograph, typeset, with_picture
from tests.engines.redaction.planting import Planted

_PLAIN, _EMPTY = typeset("= Surat jawaban\nDokumen terlampir."), typeset("")
_SCAN = with_picture(photograph(f"Keputusan\n{SECRET}"), 420, 595)
_WHOLE = "q 420 0 0 595 0 0 cm /Foto Do Q"
_SMALL = "q 200 0 0 200 60 100 cm /Foto Do Q"


def pdfs_with_pictures() -> Iterator[Planted]:
    """Each with what must be found in it; there is no text that could be left."""
    black = changed(_EMPTY, _SCAN, _black_picture, drawn(f"{_WHOLE} q 300 0 0 50 36 470 cm /Hitam Do Q"))
    yield Planted("pindaian-gambar-hitam.pdf", black, {Kind.UNDER_BOX})
    pen = changed(_EMPTY, _SCAN, drawn(f"{_WHOLE} 0 0 0 RG 40 w 36 495 m 336 495 l S"))
    yield Planted("pindaian-spidol.pdf", pen, {Kind.UNDER_BOX})
    blot = "36 470 m 180 468 l 336 470 l 340 495 l 336 520 l 180 522 l 36 520 l 30 495 l f"
    yield Planted("pindaian-tinta.pdf", changed(_EMPTY, _SCAN, drawn(f"{_WHOLE} 0 g {blot}")), {Kind.UNDER_BOX})
    off = changed(_PLAIN, _SCAN, drawn(f"/OC /L0 BDC {_SMALL} EMC"), _layer_off)
    yield Planted("foto-lapisan-mati.pdf", off, {Kind.HIDDEN_DATA})
    outside = drawn("q 200 0 0 200 60 -400 cm /Foto Do Q")
    yield Planted("foto-luar-halaman.pdf", changed(_PLAIN, _SCAN, outside), {Kind.HIDDEN_DATA})
    under = drawn(f"{_SMALL} 1 g 60 100 200 200 re f")
    yield Planted("foto-di-bawah-putih.pdf", changed(_PLAIN, _SCAN, under), {Kind.HIDDEN_DATA})


def _black_picture(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject.Hitam = Stream(
        pdf, bytes(16), Type=Name.XObject, Subtype=Name.Image, Width=4, Height=4, ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )  # fmt: skip


def _layer_off(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Catatan")))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
