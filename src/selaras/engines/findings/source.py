"""The bytes of a file as text that can be read in parts: unpacked, decoded, bounded."""

from __future__ import annotations

import codecs
import io
import re
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from typing import BinaryIO

from selaras.engines.findings.errors import Damaged, Refused

MOST_BYTES = 256 * 1024 * 1024
"""No file, and no file unpacked from one, is read further than this."""
BOMB, FREE = 100, 16 * 1024 * 1024
"""Times that a gzip above FREE bytes unpacked may have grown; reports grow 10 to 50 times."""
CHUNK = 256 * 1024
HEAD = 64 * 1024
LONGEST_LINE = 2 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARCHIVES = (
    (b"PK\x03\x04", "arsip ZIP atau dokumen Office"),
    (b"PK\x05\x06", "arsip ZIP kosong"),
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"Rar!", "arsip RAR"),
    (b"BZh", "arsip bzip2"),
    (b"\xfd7zXZ", "arsip xz"),
    (b"\x28\xb5\x2f\xfd", "arsip zstd"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"SQLite format 3", "basis data SQLite"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")


class Source:
    """A seekable stream of one report. `head` is the beginning of its text; reading always starts anew.

    Raises Refused for other kinds of files and for more than MOST_BYTES, Damaged for a broken gzip.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = stream.seek(0, io.SEEK_END)
        if self.size > MOST_BYTES:
            raise _too_large(self.size)
        stream.seek(0)
        self.packed = stream.read(2) == _GZIP
        if self.packed:
            for _ in self._bytes(MOST_BYTES):  # a bomb and a cut file are met here, before anything is parsed
                pass
        beginning = b"".join(self._bytes(HEAD))
        for mark, what in _ARCHIVES:
            if beginning.startswith(mark):
                raise Refused(
                    f"Berkas ini {what}, bukan laporan pemindai. Kirim laporan aslinya (XML, JSON, atau CSV)."
                )
        self.encoding = _encoding(beginning)
        self.head = codecs.getincrementaldecoder(self.encoding)("replace").decode(beginning)
        self.whole_in_head = len(beginning) < HEAD

    def texts(self) -> Iterator[str]:
        """The text in parts; a byte that is none in its encoding becomes U+FFFD."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        for chunk in self._bytes(MOST_BYTES):
            yield decoder.decode(chunk)
        if rest := decoder.decode(b"", True):
            yield rest

    def lines(self) -> Iterator[str]:
        """The lines with their ends; Refused for one longer than LONGEST_LINE."""
        left = ""
        for text in self.texts():
            *whole, left = (left + text).split("\n")
            yield from (line + "\n" for line in whole)
            if len(left) > LONGEST_LINE:
                raise Refused(
                    "Ada baris yang terlalu panjang untuk sebuah laporan. Buat ulang laporannya dari alatnya."
                )
        if left:
            yield left

    def text(self, most: int) -> str:
        """The whole text of a kind of file that is never long; Refused above `most` characters."""
        parts, length = [], 0
        for part in self.texts():
            parts.append(part)
            length += len(part)
            if length > most:
                raise Refused(f"Model ini lebih dari {most // 1_048_576} MB. Pecah modelnya per kelompok sistem.")
        return "".join(parts)

    def _bytes(self, most: int) -> Iterator[bytes]:
        self._stream.seek(0)
        opened: BinaryIO = GzipFile(fileobj=self._stream) if self.packed else self._stream  # type: ignore[assignment]
        read = 0
        try:
            while read < most and (chunk := opened.read(min(CHUNK, most - read))):
                read += len(chunk)
                self._bounded(read)
                yield chunk
            if most == MOST_BYTES and read == most and opened.read(1):
                raise _too_large(read)
        except (EOFError, zlib.error, BadGzipFile):
            raise Damaged("Berkas gzip ini rusak atau terpotong. Kirim ulang berkas yang utuh.") from None

    def _bounded(self, unpacked: int) -> None:
        if self.packed and unpacked > max(FREE, BOMB * self.size):
            raise Refused(
                f"Berkas gzip ini mengembang lebih dari {BOMB} kali, seperti bom zip. Bila memang laporan, buka dahulu "
                "kemasannya, lalu kirim berkas aslinya."
            )


def _encoding(beginning: bytes) -> str:
    for mark, name in _MARKS:
        if beginning.startswith(mark):
            return name
    if beginning[1:2] == b"\0" and beginning[:1] in (b"<", b"{", b"["):
        return "utf-16-le"
    if beginning[:1] == b"\0" and beginning[1:2] in (b"<", b"{", b"["):
        return "utf-16-be"
    declared = _DECLARED.search(beginning)
    return _known(declared.group(1).decode()) if declared else "utf-8"


def _known(name: str) -> str:
    """A declared encoding that reads one byte a letter or UTF-8; any other would not have let us read its name."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    return found if found.startswith(("iso8859", "cp125")) else "utf-8"


def _too_large(size: int) -> Refused:
    return Refused(
        f"Berkas ini lebih dari {size // 1_048_576} MB, batasnya {MOST_BYTES // 1_048_576} MB. "
        "Pecah laporannya per host atau per sasaran."
    )
