"""What cannot be checked is refused with a sentence that says what to do; nothing hostile is unpacked or fetched."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.redaction import (
    DamagedFile,
    EmptyFile,
    Limits,
    OtherFile,
    ProtectedFile,
    RedactionError,
    TooLarge,
    WithMacros,
    inspect,
    release,
)
from tests.engines.redaction.office_files import document, repacked, workbook
from tests.engines.redaction.pdf_files import changed, typeset
from tests.engines.redaction.picture_files import encoded, scene

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = typeset("Surat")
_ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def _locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_PDF)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="sandi", owner="sandi"))
    return out.getvalue()


def _zipped(*names: str, content: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return out.getvalue()


REFUSED = [
    ("empty", b"", EmptyFile, "kosong"),
    ("blank", b"\x00\x00 \n", EmptyFile, "kosong"),
    ("old workbook", _OLE + "Workbook".encode("utf-16-le"), OtherFile, "sebagai .xlsx"),
    ("old document", _OLE + "WordDocument".encode("utf-16-le"), OtherFile, "sebagai .docx atau PDF"),
    ("old with macros", _OLE + "_VBA_PROJECT Workbook".encode("utf-16-le"), WithMacros, "tanpa makro"),
    ("locked workbook", _OLE + "EncryptedPackage".encode("utf-16-le"), ProtectedFile, "kata sandi"),
    ("locked PDF", _locked(), ProtectedFile, "kata sandi"),
    ("workbook with macros", repacked(workbook(), {"xl/vbaProject.bin": b"x"}), WithMacros, "tanpa makro"),
    ("document with macros", repacked(document(), {"word/vbaProject.bin": b"x"}), WithMacros, "tanpa makro"),
    ("document with controls", repacked(document(), {"word/activeX/activeX1.xml": b"<x/>"}), WithMacros, "tanpa makro"),
    ("presentation", _zipped("ppt/presentation.xml"), OtherFile, "Simpan sebagai PDF"),
    ("OpenDocument", _zipped("content.xml", "mimetype"), OtherFile, "Simpan sebagai PDF"),
    ("archive", _zipped("catatan.txt"), OtherFile, "satu per satu"),
    ("TIFF", b"II*\x00" + bytes(50), OtherFile, "PDF atau JPEG"),
    ("GIF", b"GIF89a" + bytes(50), OtherFile, "sebagai PNG"),
    ("text", b"nama;nik", OtherFile, "Kirim PDF"),
    ("half a PDF", _PDF[: len(_PDF) // 8], DamagedFile, "rusak"),
    ("half a JPEG", encoded(scene(), "JPEG")[:900], DamagedFile, "rusak"),
    ("half a PNG", encoded(scene(), "PNG")[:300], DamagedFile, "rusak"),
    ("half a workbook", workbook()[:900], DamagedFile, "rusak"),
    ("foreign entity", repacked(document(), {"word/document.xml": _ENTITY}), DamagedFile, "rusak"),
    ("laughing entities", repacked(workbook(), {"xl/workbook.xml": _LAUGHS}), DamagedFile, "rusak"),
    ("no workbook", repacked(workbook(), {"_rels/.rels": b"<Relationships/>"}), DamagedFile, "rusak"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "error", "said"), REFUSED, ids=[one[0] for one in REFUSED])
def test_is_refused_with_what_to_do(name: str, content: bytes, error: type[RedactionError], said: str) -> None:
    with pytest.raises(error, match=said):
        inspect("berkas.pdf", content)
    with pytest.raises(error, match=said):
        release("berkas.pdf", content)


def _packed_pdf(times: int) -> bytes:
    packed, filters = bytes(40 * 1024 * 1024), pikepdf.Array()
    for _ in range(times):
        packed = zlib.compress(packed, 9)
        filters.append(pikepdf.Name.FlateDecode)

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Extra = pikepdf.Stream(pdf, packed, Filter=filters)

    return changed(_PDF, change)


def _wide_picture(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Extra = pikepdf.Stream(
        pdf, b"x", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=60_000, Height=60_000
    )


SMALL = Limits(bytes=3_000_000, unpacked=20_000_000, pages=3, cells=20, points=30_000)
TOO_LARGE = [
    ("bytes", _PDF + bytes(3_000_000)),
    ("pages", typeset("#pagebreak()\n".join(["x"] * 4))),
    ("cells", workbook(lambda book: book["Data"].append(list(range(30))))),
    ("points", encoded(scene(), "PNG")),
    ("unpacked package", repacked(workbook(), {"xl/media/besar.bin": bytes(21_000_000)})),
    ("unpacked PDF", _packed_pdf(1)),
    ("twice packed PDF", _packed_pdf(2)),
    ("picture in a PDF", changed(_PDF, _wide_picture)),
]


@pytest.mark.parametrize(("name", "content"), TOO_LARGE, ids=[one[0] for one in TOO_LARGE])
def test_more_than_the_limits_allow_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(TooLarge, match=r"kirim|Pecah|Perkecil"):
        inspect(name, content, SMALL)


def test_two_parts_of_one_name_are_refused() -> None:
    """What one application shows, another does not."""
    out = io.BytesIO(workbook())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<x/>")
    with pytest.raises(DamagedFile):
        inspect("a.xlsx", out.getvalue())


_WHOLE = {"a.pdf": _PDF, "a.xlsx": workbook(), "a.docx": document(), "a.jpg": encoded(scene((40, 30)), "JPEG"),
          "a.png": encoded(scene((40, 30)), "PNG"), "a.webp": encoded(scene((40, 30)), "WEBP")}  # fmt: skip


@given(st.sampled_from(sorted(_WHOLE)), st.integers(0, 10_000), st.binary(min_size=1, max_size=12))
def test_a_broken_file_is_refused_or_read_but_never_an_accident(name: str, at: int, noise: bytes) -> None:
    whole = _WHOLE[name]
    start = at % len(whole)
    broken = whole[:start] + noise + whole[start + len(noise) :]
    with contextlib.suppress(RedactionError):
        assert inspect(name, release(name, broken).content).findings == ()
