"""Pictures with one leak each."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import PERSON, SECRET
from tests.engines.redaction.picture_files import XMP_CREATOR, encoded, exif, iptc, png_with_texts, rubbed_out, scene
from tests.engines.redaction.planting import Planted


def planted_pictures() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    picture = scene()
    yield Planted("lokasi.jpg", encoded(picture, "JPEG", exif=exif(place=True)), {Kind.GPS}, ["109"])
    author = exif({0x013B: PERSON, 0x0110: "Kamera Contoh"}, turned=6)
    yield Planted("pembuat.jpg", encoded(picture, "JPEG", exif=author), {Kind.METADATA}, [PERSON, "Kamera Contoh"])
    small = encoded(picture, "JPEG", exif=exif({0x0131: "contoh"}, thumbnail=True))
    yield Planted("gambar-mini.jpg", small, {Kind.THUMBNAIL}, [])
    plain = encoded(picture, "JPEG")
    yield Planted("iptc.jpg", plain[:2] + iptc(PERSON) + plain[2:], {Kind.METADATA}, [PERSON])
    yield Planted("xmp.jpg", encoded(picture, "JPEG", xmp=XMP_CREATOR % PERSON.encode()), {Kind.METADATA}, [PERSON])
    yield Planted("komentar.jpg", encoded(picture, "JPEG", comment=SECRET), {Kind.METADATA}, [SECRET])
    yield Planted("ekor.jpg", plain + SECRET.encode(), {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("pembuat.png", png_with_texts(Author=PERSON), {Kind.METADATA}, [PERSON])
    yield Planted("lokasi.png", encoded(picture, "PNG", exif=exif(place=True)), {Kind.GPS}, ["109"])
    yield Planted("ekor.png", encoded(picture, "PNG") + SECRET.encode(), {Kind.HIDDEN_DATA}, [SECRET])
    marked = plain[:2] + b"\xff\xf7" + (len(SECRET) + 2).to_bytes(2, "big") + SECRET.encode() + plain[2:]
    yield Planted("segmen.jpg", marked, {Kind.HIDDEN_DATA}, [SECRET])
    more = {"save_all": True, "append_images": [scene().rotate(180)]}
    yield Planted("bingkai.png", encoded(picture, "PNG", **more), {Kind.HIDDEN_DATA}, ["acTL", "fdAT"])
    yield Planted("bingkai.webp", encoded(picture, "WEBP", **more), {Kind.HIDDEN_DATA}, ["ANMF"])
    yield Planted("tembus-pandang.png", encoded(rubbed_out(), "PNG"), {Kind.HIDDEN_DATA})
    webp = encoded(picture, "WEBP", xmp=XMP_CREATOR % PERSON.encode(), exif=exif(place=True))
    yield Planted("keduanya.webp", webp, {Kind.METADATA, Kind.GPS}, [PERSON, "109"])
