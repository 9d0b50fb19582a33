"""Opening a PDF with distrust: what it unpacks to, how many pages it has, whether it is locked."""

from __future__ import annotations

import io
import re
import zlib

import pikepdf

from selaras.engines.redaction.errors import DAMAGED, PROTECTED, DamagedFile, ProtectedFile, TooLarge
from selaras.engines.redaction.findings import Limits

_STREAM = re.compile(rb"stream\r?\n")
_STEP = 1024 * 1024
_TWICE_PACKED = 2


def opened(content: bytes, limits: Limits) -> pikepdf.Pdf:
    """The PDF. Raises ProtectedFile, DamagedFile, or TooLarge before the memory is spent."""
    _refuse_bombs(content, limits)
    try:
        pdf = pikepdf.open(io.BytesIO(content))
        pages = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise ProtectedFile(PROTECTED) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise DamagedFile(DAMAGED) from error
    if not pages:
        raise DamagedFile(DAMAGED)
    if pages > limits.pages:
        raise TooLarge(f"Berkas ini lebih dari {limits.pages} halaman. Pecah menjadi beberapa berkas.")
    _refuse_large_parts(pdf, limits)
    return pdf


def _refuse_bombs(content: bytes, limits: Limits) -> None:
    """Unpack every deflated stream once, in steps, without keeping it."""
    left = limits.unpacked
    for found in _STREAM.finditer(content):
        if content[found.end() : found.end() + 1] not in (b"\x78", b"\x68", b"\x48", b"\x58", b"\x08", b"\x18"):
            continue
        unpacker = zlib.decompressobj()
        end = content.find(b"endstream", found.end())
        packed = content[found.end() : end if end >= 0 else len(content)]
        try:
            while packed and not unpacker.eof:
                left -= len(unpacker.decompress(packed, _STEP))
                packed = unpacker.unconsumed_tail
                if left < 0:
                    raise TooLarge(_too_large(limits))
        except zlib.error:
            continue  # not deflated at all, or broken: whoever draws it notices


def _refuse_large_parts(pdf: pikepdf.Pdf, limits: Limits) -> None:
    for part in pdf.objects:
        if not isinstance(part, pikepdf.Stream):
            continue
        filters = part.get("/Filter")
        if (
            isinstance(filters, pikepdf.Array)
            and [str(one) for one in filters.as_list()].count("/FlateDecode") >= _TWICE_PACKED
        ):
            raise TooLarge(_too_large(limits))
        if part.get("/Subtype") == "/Image":
            try:
                points = int(part.get("/Width", 0)) * int(part.get("/Height", 0))
            except (TypeError, ValueError) as error:
                raise DamagedFile(DAMAGED) from error
            if points > limits.points:
                raise TooLarge(_too_large(limits))


def _too_large(limits: Limits) -> str:
    return (
        f"Isi PDF ini terlalu besar setelah dibuka (batasnya {limits.unpacked // (1024 * 1024)} MB). "
        "Pecah menjadi beberapa berkas atau kecilkan gambarnya, lalu kirim lagi."
    )
