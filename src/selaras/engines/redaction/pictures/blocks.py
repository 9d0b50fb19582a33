"""The blocks of a JPEG, PNG or WebP file: what draws the picture, and what only travels with it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from selaras.engines.redaction.errors import DAMAGED, DamagedFile
from selaras.engines.redaction.findings import FileKind

_EXIF, _XMP, _XMP_MORE = b"Exif\x00\x00", b"http://ns.adobe.com/xap/1.0/\x00", b"http://ns.adobe.com/xmp/extension/\x00"
_ICC = b"ICC_PROFILE\x00"
_JPEG_DRAWS = frozenset({*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, 0xEE})  # tables, frames, Adobe's colours
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_DRAWS = frozenset(b"IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split())
_PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PNG_XMP = b"XML:com.adobe.xmp"
_WEBP_DRAWS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_XMP, _HAS_EXIF = 0x04, 0x08
_MOST_TEXT = 1024 * 1024


@dataclass(slots=True)
class Blocks:
    """A picture taken apart. `draws` are the blocks that are needed to see it, each ready to be written."""

    kind: FileKind
    draws: list[tuple[bytes, bytes]] = field(default_factory=list)
    exif: bytes = b""
    xmp: list[bytes] = field(default_factory=list)
    iptc: list[bytes] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    thumbnail: bool = False
    after: int = 0  # bytes behind the end of the picture
    besides: int = 0  # bytes in blocks that no reader knows


def take_apart(content: bytes, kind: FileKind) -> Blocks:
    """The blocks of a picture. Raises DamagedFile where it breaks off."""
    blocks = Blocks(kind)
    reader = {FileKind.JPEG: _read_jpeg, FileKind.PNG: _read_png, FileKind.WEBP: _read_webp}[kind]
    try:
        reader(content, blocks)
    except (IndexError, zlib.error) as error:
        raise DamagedFile(DAMAGED) from error
    return blocks


def put_together(
    blocks: Blocks, exif: bytes = b"", xmp: bool = False, iptc: bool = False, texts: bool = False
) -> bytes:
    """The picture anew, sign for sign as it was drawn, with those of the other blocks that are asked for.

    `exif` is a TIFF structure without its "Exif" mark.
    """
    packets = blocks.xmp if xmp else []
    told = blocks.texts if texts else []
    if blocks.kind is FileKind.JPEG:
        return _jpeg(blocks, exif, packets, blocks.iptc if iptc else [], told)
    if blocks.kind is FileKind.PNG:
        return _png(blocks, exif, packets, told)
    return _webp(blocks, exif, packets)


# JPEG


def _read_jpeg(content: bytes, blocks: Blocks) -> None:
    at = 2
    while True:
        if content[at] != 0xFF:
            raise DamagedFile(DAMAGED)
        while content[at + 1] == 0xFF:
            at += 1
        marker = content[at + 1]
        if marker == 0xD9:
            blocks.draws.append((b"\xff\xd9", b""))
            blocks.after = len(content[at + 2 :].strip(b"\x00"))
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end > len(content) or end < at + 4:
            raise DamagedFile(DAMAGED)
        body = content[at + 4 : end]
        if marker == 0xDA:
            scan = _end_of_scan(content, end)
            blocks.draws.append((b"\xff\xda", content[at + 2 : scan]))
            end = scan
        else:
            _sort_segment(marker, body, blocks)
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise DamagedFile(DAMAGED)
        if content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 2
        elif content[at + 1] == 0xFF:
            at += 1
        else:
            return at


def _sort_segment(marker: int, body: bytes, blocks: Blocks) -> None:
    if marker == 0xE1 and body.startswith(_EXIF):
        blocks.exif = blocks.exif or body[len(_EXIF) :]
    elif marker == 0xE1 and body.startswith((_XMP, _XMP_MORE)):
        blocks.xmp.append(body)
    elif marker == 0xED:
        blocks.iptc.append(body)
    elif marker == 0xFE:
        blocks.texts.append(body.decode("utf-8", errors="replace").strip("\x00 "))
    elif marker == 0xE0 and body.startswith(b"JFIF\x00"):
        blocks.thumbnail |= any(body[12:14])
        blocks.draws.append(_segment(marker, body[:12] + b"\x00\x00"))
    elif marker == 0xE0 and body.startswith(b"JFXX\x00"):
        blocks.thumbnail = True
    elif marker in _JPEG_DRAWS or (marker == 0xE2 and body.startswith(_ICC)):
        blocks.draws.append(_segment(marker, body))
    elif not 0xE0 <= marker <= 0xEF:
        blocks.besides += len(body)


def _segment(marker: int, body: bytes) -> tuple[bytes, bytes]:
    return bytes((0xFF, marker)), (len(body) + 2).to_bytes(2, "big") + body


def _jpeg(blocks: Blocks, exif: bytes, xmp: list[bytes], iptc: list[bytes], texts: list[str]) -> bytes:
    out = [b"\xff\xd8"]
    more = [_segment(0xE1, _EXIF + exif)] if exif else []
    more += [_segment(0xE1, body) for body in xmp]
    more += [_segment(0xED, body) for body in iptc]
    more += [_segment(0xFE, text.encode()) for text in texts]
    first = 1 if blocks.draws and blocks.draws[0][0] == b"\xff\xe0" else 0  # JFIF wants to be the first
    for head, body in [*blocks.draws[:first], *more, *blocks.draws[first:]]:
        out += [head, body]
    return b"".join(out)


# PNG


def _read_png(content: bytes, blocks: Blocks) -> None:
    at = len(_PNG_START)
    while True:
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(content):
            raise DamagedFile(DAMAGED)
        body = content[at + 8 : end - 4]
        if name in _PNG_DRAWS:
            blocks.draws.append((name, body))
        elif name == b"eXIf":
            blocks.exif = body
        elif name == b"iTXt" and body.startswith(_PNG_XMP):
            blocks.xmp.append(_png_text(name, body)[1].encode())
        elif name in _PNG_TEXTS:
            blocks.texts.append(": ".join(_png_text(name, body)))
        if name == b"IEND":
            blocks.after = len(content[end:].strip(b"\x00"))
            return
        at = end


def _png_text(name: bytes, body: bytes) -> tuple[str, str]:
    key, _, rest = body.partition(b"\x00")
    if name == b"tEXt":
        return key.decode("latin-1"), rest.decode("latin-1")
    packed = name == b"zTXt"
    if name == b"iTXt":
        packed = rest[0] == 1
        rest = rest[2:].split(b"\x00", 2)[2]
    else:
        rest = rest[1:]
    if packed:
        rest = zlib.decompressobj().decompress(rest, _MOST_TEXT)
    return key.decode("latin-1"), rest.decode("utf-8", errors="replace")


def _png(blocks: Blocks, exif: bytes, xmp: list[bytes], texts: list[str]) -> bytes:
    more = [(b"eXIf", exif)] if exif else []
    more += [(b"iTXt", _PNG_XMP + b"\x00\x00\x00\x00\x00" + packet) for packet in xmp]
    for text in texts:
        key, _, told = text.partition(": ")
        more.append((b"iTXt", key.encode("latin-1") + b"\x00\x00\x00\x00\x00" + told.encode()))
    out = [_PNG_START]
    for name, body in [blocks.draws[0], *more, *blocks.draws[1:]]:
        out += [len(body).to_bytes(4, "big"), name, body, zlib.crc32(name + body).to_bytes(4, "big")]
    return b"".join(out)


# WebP


def _webp_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise DamagedFile(DAMAGED)
    while at + 8 <= end:
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > len(content):
            raise DamagedFile(DAMAGED)
        yield content[at : at + 4], content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _read_webp(content: bytes, blocks: Blocks) -> None:
    for name, body in _webp_chunks(content):
        if name in _WEBP_DRAWS:
            blocks.draws.append((name, body))
        elif name == b"EXIF":
            blocks.exif = body.removeprefix(_EXIF)
        elif name == b"XMP ":
            blocks.xmp.append(body)
    if not blocks.draws:
        raise DamagedFile(DAMAGED)
    blocks.after = len(content[8 + int.from_bytes(content[4:8], "little") :].strip(b"\x00"))


def _webp(blocks: Blocks, exif: bytes, xmp: list[bytes]) -> bytes:
    chunks = list(blocks.draws)
    if chunks[0][0] == b"VP8X":
        flags = chunks[0][1][0] & ~(_HAS_XMP | _HAS_EXIF)
        flags |= (_HAS_XMP if xmp else 0) | (_HAS_EXIF if exif else 0)
        chunks[0] = (b"VP8X", bytes([flags]) + chunks[0][1][1:])
        chunks += [(b"EXIF", exif)] if exif else []
        chunks += [(b"XMP ", packet) for packet in xmp[:1]]
    body = b"".join(name + len(told).to_bytes(4, "little") + told + b"\x00" * (len(told) % 2) for name, told in chunks)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body
