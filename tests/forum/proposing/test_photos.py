"""A photo loses all that a camera notes, and is small; what is no photo is refused with what to do."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from selaras.forum.errors import BadPhoto
from selaras.forum.photos import MOST_BYTES, SIDE, picture_of


def photo(size: tuple[int, int] = (2400, 1200), kind: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, kind, **more)  # type: ignore[arg-type]
    return out.getvalue()


def with_exif(orientation: int = 6) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telepon contoh"
    exif.get_ifd(0x8825)[2] = (7.0, 42.0, 36.0)  # degrees south of where it was taken
    return photo(exif=exif)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims a huge picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def test_position_device_and_comments_do_not_travel_on() -> None:
    sent = with_exif()
    assert Image.open(io.BytesIO(sent)).getexif().get_ifd(0x8825)
    kept = Image.open(io.BytesIO(picture_of(sent).content))
    assert not kept.getexif()
    assert b"Telepon contoh" not in picture_of(sent).content
    assert "exif" not in kept.info


def test_it_stands_upright_and_is_at_most_so_long() -> None:
    made = picture_of(with_exif(orientation=6))  # turned by a quarter
    assert (made.width, made.height) == (SIDE // 2, SIDE)
    assert Image.open(io.BytesIO(made.content)).size == (made.width, made.height)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_usual_kinds_are_taken_and_become_jpeg(kind: str) -> None:
    assert Image.open(io.BytesIO(picture_of(photo((40, 30), kind)).content)).format == "JPEG"


def test_what_is_transparent_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out, "PNG")
    assert Image.open(io.BytesIO(picture_of(out.getvalue()).content)).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "SVG"),
        (b'<?xml version="1.0"?><svg/>', "SVG"),
        (b"GIF89a" + b"\0" * 50, "bukan foto"),
        (b"%PDF-1.4", "bukan foto"),
        (b"", "bukan foto"),
        (photo((200, 200))[:900], "rusak"),
        (bomb(60_000, 60_000), "terlalu besar"),
        (bomb(9_000, 9_000), "terlalu besar"),
        (b"\xff" * (MOST_BYTES + 1), "12 MB"),
    ],
    ids=["svg", "xml", "gif", "pdf", "empty", "broken", "bomb", "large", "heavy"],
)
def test_what_is_no_photo_is_refused(content: bytes, word: str) -> None:
    with pytest.raises(BadPhoto, match=word):
        picture_of(content)
