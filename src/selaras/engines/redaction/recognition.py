"""Which kind of file is this, by its bytes and never by its name."""

from __future__ import annotations

import io
import zipfile

from selaras.engines.redaction.errors import (
    DAMAGED,
    MACROS,
    PROTECTED,
    DamagedFile,
    EmptyFile,
    OtherFile,
    ProtectedFile,
    TooLarge,
    WithMacros,
)
from selaras.engines.redaction.findings import FileKind, Limits
from selaras.engines.redaction.pictures.picture import kind_of_picture
from selaras.engines.tabular.errors import BROKEN_ARCHIVE
from selaras.engines.tabular.recognition import OLE

_START_OF_PDF = 1024  # a PDF may begin this far into the file
_ASK = "Simpan sebagai PDF, lalu kirim lagi."
_OTHERS = (
    (b"GIF8", "Gambar GIF tidak dapat diperiksa. Simpan sebagai PNG, lalu kirim lagi."),
    (b"BM", "Gambar BMP tidak dapat diperiksa. Simpan sebagai PNG, lalu kirim lagi."),
    (b"II*\x00", "Gambar pindaian TIFF tidak dapat diperiksa. Simpan sebagai PDF atau JPEG, lalu kirim lagi."),
    (b"MM\x00*", "Gambar pindaian TIFF tidak dapat diperiksa. Simpan sebagai PDF atau JPEG, lalu kirim lagi."),
    (b"{\\rtf", f"Dokumen RTF tidak dapat diperiksa. {_ASK}"),
    (b"Rar!", "Arsip RAR tidak dapat diperiksa. Buka arsipnya, lalu kirim berkasnya satu per satu."),
    (b"7z\xbc\xaf", "Arsip 7-Zip tidak dapat diperiksa. Buka arsipnya, lalu kirim berkasnya satu per satu."),
)
_OTHER_PACKAGES = (
    ("ppt/", f"Presentasi tidak dapat diperiksa. {_ASK}"),
    ("xl/workbook.bin", "Buku kerja biner (.xlsb) tidak dapat diperiksa. Simpan sebagai .xlsx, lalu kirim lagi."),
    ("content.xml", f"Berkas OpenDocument tidak dapat diperiksa. {_ASK}"),
)
_MACROS_IN_OLE = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED_IN_OLE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_IN_OLE = "Workbook".encode("utf-16-le")


def recognise(content: bytes, limits: Limits) -> FileKind:
    """The kind of a file; raises the error that fits one that is not checked here."""
    if not content.strip(b"\x00 \t\r\n"):
        raise EmptyFile("Berkas ini kosong. Periksa berkasnya, lalu kirim lagi.")
    if len(content) > limits.bytes:
        raise TooLarge(f"Berkas ini melebihi {limits.bytes // (1024 * 1024)} MB. Pecah menjadi beberapa berkas.")
    if content.startswith(OLE):
        raise _of_ole(content)
    if content.startswith(b"PK"):
        return _of_package(content)
    if (picture := kind_of_picture(content)) is not None:
        return picture
    if b"%PDF-" in content[:_START_OF_PDF]:
        return FileKind.PDF
    for mark, sentence in _OTHERS:
        if content.startswith(mark):
            raise OtherFile(sentence)
    raise OtherFile("Jenis berkas ini tidak dapat diperiksa. Kirim PDF, XLSX, DOCX, JPEG, PNG, atau WebP.")


def _of_ole(content: bytes) -> Exception:
    if _ENCRYPTED_IN_OLE in content:
        return ProtectedFile(PROTECTED)
    if _MACROS_IN_OLE in content:
        return WithMacros(MACROS)
    if _WORKBOOK_IN_OLE in content:
        return OtherFile("Berkas Excel lama (.xls) tidak dapat diperiksa. Simpan sebagai .xlsx, lalu kirim lagi.")
    return OtherFile("Berkas Office lama (.doc) tidak dapat diperiksa. Simpan sebagai .docx atau PDF, lalu kirim lagi.")


def _of_package(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (*BROKEN_ARCHIVE, ValueError) as error:
        raise DamagedFile(DAMAGED) from error
    lowered = {name.lower().lstrip("/") for name in names}
    for start, sentence in _OTHER_PACKAGES:
        if any(name.startswith(start) for name in lowered):
            raise OtherFile(sentence)
    if any(name.startswith("xl/") for name in lowered):
        return FileKind.XLSX
    if any(name.startswith("word/") for name in lowered):
        return FileKind.DOCX
    raise OtherFile("Arsip ZIP tidak dapat diperiksa. Buka arsipnya, lalu kirim berkasnya satu per satu.")
