"""Which kind of file is this, by its first bytes and never by its name."""

from __future__ import annotations

import re
import zlib

from selaras.engines.tabular.errors import DamagedFile, DisguisedFile, EmptyFile, NotATable, ProtectedFile, TooLarge
from selaras.engines.tabular.foreign_texts import foreign_text
from selaras.engines.tabular.table import Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ASK_TABLE = "Kirim tabelnya sebagai berkas Excel (.xlsx) atau CSV."
_NOT_TABLES = (
    (b"%PDF", "Berkas ini PDF, bukan tabel."),
    (b"\x89PNG", "Berkas ini gambar, bukan tabel."),
    (b"\xff\xd8\xff", "Berkas ini foto, bukan tabel."),
    (b"GIF8", "Berkas ini gambar, bukan tabel."),
    (b"BM", "Berkas ini gambar, bukan tabel."),
    (b"RIFF", "Berkas ini gambar atau rekaman, bukan tabel."),
    (b"II*\x00", "Berkas ini gambar pindaian, bukan tabel."),
    (b"MM\x00*", "Berkas ini gambar pindaian, bukan tabel."),
    (b"{\\rtf", "Berkas ini dokumen teks (RTF), bukan tabel."),
    (b"Rar!", "Berkas ini arsip RAR. Buka dahulu arsipnya."),
    (b"7z\xbc\xaf", "Berkas ini arsip 7-Zip. Buka dahulu arsipnya."),
    (b"SQLite format 3", "Berkas ini basis data, bukan tabel."),
    (b"MZ", "Berkas ini program komputer, bukan tabel."),
    (b"\x7fELF", "Berkas ini program komputer, bukan tabel."),
)
_BINARY_ONLY = {b"BM", b"MZ", b"RIFF"}  # a text may begin with these letters too
_WEB_PAGE = re.compile(rb"^\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta)\b", re.I | re.S)
_XML = re.compile(rb"^\s*<\?xml\b")
_WORD_IN_OLE = "WordDocument".encode("utf-16-le")
_POWERPOINT_IN_OLE = "PowerPoint Document".encode("utf-16-le")
_ENCRYPTED_IN_OLE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_IN_OLE = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ZIP_KINDS = (
    (b"xl/workbook.xml", "xlsx"),
    (b"xl/worksheets/", "xlsx"),
    (b"xl/workbook.bin", "xlsb"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"word/document.xml", "docx"),
    (b"ppt/presentation.xml", "pptx"),
)
_ZIP_REFUSALS = {
    "docx": f"Berkas ini dokumen Word, bukan tabel. {_ASK_TABLE}",
    "odt": f"Berkas ini dokumen teks, bukan tabel. {_ASK_TABLE}",
    "pptx": f"Berkas ini presentasi, bukan tabel. {_ASK_TABLE}",
    "xlsb": "Berkas ini Excel biner (.xlsb). Buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi.",
}


def unpack(content: bytes, limits: Limits) -> bytes:
    """The content itself, or what a gzip holds, within the limits."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(content, limits.bytes + 1)
    except zlib.error as error:
        raise DamagedFile("Arsip gzip ini rusak. Buka dahulu arsipnya, lalu kirim berkas di dalamnya.") from error
    if len(plain) > limits.bytes:
        raise TooLarge(_too_large(limits))
    if not unpacker.eof:
        raise DamagedFile("Arsip gzip ini terpotong. Kirim ulang berkasnya.")
    return plain


def recognise(content: bytes, limits: Limits) -> str:
    """``csv``, ``xlsx``, ``xls`` or ``ods`` by the bytes; raises the error that fits anything else.

    >>> recognise(b"No;Usulan\\n1;Jalan\\n", Limits())
    'csv'
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyFile("Berkas ini kosong. Periksa berkasnya, lalu kirim yang berisi tabel.")
    if len(content) > limits.bytes:
        raise TooLarge(_too_large(limits))
    if content.startswith(OLE):
        return _kind_of_ole(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_zip(content)
    _refuse_other_files(content)
    return "csv"


def _kind_of_ole(content: bytes) -> str:
    if _ENCRYPTED_IN_OLE in content:
        raise ProtectedFile(PROTECTED)
    if any(name in content for name in _WORKBOOK_IN_OLE):
        return "xls"
    if _WORD_IN_OLE in content:
        raise NotATable(f"Berkas ini dokumen Word lama (.doc), bukan tabel. {_ASK_TABLE}")
    if _POWERPOINT_IN_OLE in content:
        raise NotATable(f"Berkas ini presentasi, bukan tabel. {_ASK_TABLE}")
    raise DamagedFile(DAMAGED)


def _kind_of_zip(content: bytes) -> str:
    for mark, kind in _ZIP_KINDS:
        if mark in content:
            if kind in _ZIP_REFUSALS:
                raise NotATable(_ZIP_REFUSALS[kind])
            return kind
    if b"PK\x05\x06" not in content:
        raise DamagedFile(DAMAGED)
    raise NotATable(f"Berkas ini arsip ZIP. Buka dahulu arsipnya. {_ASK_TABLE}")


def _refuse_other_files(content: bytes) -> None:
    for mark, sentence in _NOT_TABLES:
        if content.startswith(mark) and (mark not in _BINARY_ONLY or b"\x00" in content[:64]):
            raise NotATable(f"{sentence} {_ASK_TABLE}")
    start = content[:4096].lstrip(b"\xef\xbb\xbf")
    if _WEB_PAGE.match(start):
        raise DisguisedFile(
            "Berkas ini halaman web yang diberi nama seperti tabel. "
            "Buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi."
        )
    if _XML.match(start):
        raise NotATable("Berkas ini XML, bukan tabel. Buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi.")
    if sentence := foreign_text(content):
        raise NotATable(f"{sentence} {_ASK_TABLE}")


PROTECTED = "Berkas ini terkunci kata sandi. Buka kuncinya di Excel, simpan, lalu kirim lagi."
DAMAGED = "Berkas ini rusak atau terpotong. Buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi."


def _too_large(limits: Limits) -> str:
    return (
        f"Berkas ini terlalu besar: isinya melebihi {limits.bytes // (1024 * 1024)} MB. "
        "Pecah menjadi beberapa berkas, lalu kirim satu per satu."
    )
