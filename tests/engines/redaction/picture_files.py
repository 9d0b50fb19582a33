"""Pictures for the tests, with and without what cameras and programs write into them."""

from __future__ import annotations

import io

from PIL import ExifTags, Image, ImageDraw, PngImagePlugin

XMP_CREATOR = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>'
    b"</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
XMP_PLAIN = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Canva"/></rdf:RDF></x:xmpmeta>'
)


def scene(size: tuple[int, int] = (240, 160)) -> Image.Image:
    """A picture of nothing in particular."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((40, 30, 120, 110), fill=(180, 60, 40))
    return picture


def rubbed_out() -> Image.Image:
    """A picture whose middle was made transparent; its colours are still there."""
    picture = scene()
    clear = Image.new("L", picture.size, 255)
    clear.paste(0, (30, 20, 140, 120))
    picture.putalpha(clear)
    return picture


def encoded(picture: Image.Image, form: str, **more: object) -> bytes:
    """The bytes of a picture in a form."""
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def exif(tags: dict[int, object] | None = None, place: bool = False, thumbnail: bool = False, turned: int = 1) -> bytes:
    """A block of Exif."""
    told = Image.Exif()
    for tag, value in (tags or {}).items():
        told[tag] = value
    if turned != 1:
        told[0x0112] = turned
    if place:
        told[ExifTags.IFD.GPSInfo] = {1: "S", 2: (7.0, 40.0, 12.0), 3: "E", 4: (109.0, 39.0, 7.0)}
    block = told.tobytes()
    return with_thumbnail(block) if thumbnail else block


def with_thumbnail(block: bytes) -> bytes:
    """The block with a second directory that holds a small JPEG."""
    small = encoded(scene((32, 24)), "JPEG")
    start = len(b"Exif\x00\x00")
    tiff = bytearray(block[start:])
    order = "little" if tiff[:2] == b"II" else "big"
    first = int.from_bytes(tiff[4:8], order)
    count = int.from_bytes(tiff[first : first + 2], order)
    link = first + 2 + 12 * count
    second = len(tiff)
    tiff[link : link + 4] = second.to_bytes(4, order)
    entries = [(0x0103, 3, 6), (0x0201, 4, second + 2 + 3 * 12 + 4), (0x0202, 4, len(small))]
    tiff += len(entries).to_bytes(2, order)
    for tag, kind, value in entries:
        tiff += tag.to_bytes(2, order) + kind.to_bytes(2, order) + (1).to_bytes(4, order)
        tiff += (
            value.to_bytes(2, order) + b"\x00\x00"
            if kind == 3 and order == "little"
            else (b"" if kind == 3 else value.to_bytes(4, order))
        )
        if kind == 3 and order == "big":
            tiff += value.to_bytes(2, order) + b"\x00\x00"
    tiff += (0).to_bytes(4, order) + small
    return block[:start] + bytes(tiff)


def png_with_texts(**texts: str) -> bytes:
    """A PNG with blocks of text."""
    told = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        told.add_text(key, value)
    return encoded(scene(), "PNG", pnginfo=told)


def iptc(author: str) -> bytes:
    """A segment of IPTC with the name of an author."""
    record = b"\x1c\x02\x50" + len(author).to_bytes(2, "big") + author.encode()
    body = (
        b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(record).to_bytes(4, "big") + record + b"\x00" * (len(record) % 2)
    )
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body
