"""Bytes to text: which encoding a file is in, told by its marks, its zeros and its letters, and what ends its lines."""

from __future__ import annotations

import re

from selaras.engines.tabular.alphabets import other_alphabet
from selaras.engines.tabular.errors import DamagedFile

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_QUOTED = re.compile(r'"[^"]*"')
_LINE_END_SAMPLE = 1_000_000


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by byte order mark, then UTF-16, UTF-8, another alphabet, Windows-1252.

    A UTF-8 text with stray Windows-1252 lines is read line by line and named ``utf-8+windows-1252``.

    >>> decode("Jl. Poncowarno – 2 km".encode("cp1252"))
    ('Jl. Poncowarno – 2 km', 'windows-1252')
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(name), name
            except UnicodeDecodeError as error:
                if name != "utf-8-sig":
                    raise DamagedFile(
                        "Teks dalam berkas ini terpotong. Simpan ulang sebagai CSV UTF-8, lalu kirim lagi."
                    ) from error
                content = content[3:]
    if name := _utf16_without_mark(content):
        return content.decode(name, errors="replace"), name
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_lines(content)


def _utf16_without_mark(content: bytes) -> str:
    sample = content[:4000]
    half = len(sample) // 2
    if half < 2:
        return ""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _decode_lines(content: bytes) -> tuple[str, str]:
    if name := other_alphabet(content):
        return content.decode(name, errors="replace"), name
    parts, has_utf8 = [], False
    for line in content.split(b"\n"):
        try:
            part = line.decode("utf-8")
            has_utf8 = has_utf8 or not part.isascii()
        except UnicodeDecodeError:
            part = _windows(line)
        parts.append(part)
    if has_utf8:
        return "\n".join(parts), "utf-8+windows-1252"
    return _windows(content), "windows-1252"


def _windows(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")  # five bytes have no meaning in Windows-1252


def line_end(text: str) -> str:
    """What ends the lines: ``lf``, ``crlf``, ``cr``, ``mixed``, or ``""`` where there is one line. Linear in the text.

    Line ends inside quoted cells do not count; looks at the first million signs.

    >>> line_end('a,b\\r\\n1,"x\\ny"\\r\\n'), line_end("a\\rb"), line_end("a\\r\\nb\\nc")
    ('crlf', 'cr', 'mixed')
    """
    sample = _QUOTED.sub("", text[:_LINE_END_SAMPLE])
    pairs = sample.count("\r\n")
    counts = {"crlf": pairs, "lf": sample.count("\n") - pairs, "cr": sample.count("\r") - pairs}
    found = [name for name, count in counts.items() if count]
    if len(found) > 1:
        return "mixed"
    return found[0] if found else ""
