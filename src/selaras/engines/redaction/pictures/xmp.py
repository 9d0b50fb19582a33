"""What an XMP packet tells of persons and places."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from selaras.engines.redaction.errors import DamagedFile
from selaras.engines.redaction.ooxml.package import parsed
from selaras.engines.redaction.personal import personal

_TELLING = (
    "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/photoshop/1.0/}",
    "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}", "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}",
    "{http://ns.adobe.com/exif/1.0/}", "{http://ns.adobe.com/exif/1.0/aux/}", "{http://ns.adobe.com/tiff/1.0/}",
    "{http://ns.adobe.com/xap/1.0/mm/}", "{http://ns.adobe.com/xap/1.0/rights/}", "{http://ns.adobe.com/pdfx/1.3/}",
)  # fmt: skip
# What only says how the file was made or what it shows by its kind.
_PLAIN = frozenset({
    "format", "language", "title", "DocumentID", "InstanceID", "OriginalDocumentID", "RenditionClass", "VersionID",
    "ColorMode", "ICCProfile", "Orientation", "XResolution", "YResolution", "ResolutionUnit", "ColorSpace",
    "PixelXDimension", "PixelYDimension", "ExifVersion", "FlashpixVersion", "ImageWidth", "ImageLength",
    "BitsPerSample", "PhotometricInterpretation", "SamplesPerPixel", "YCbCrPositioning", "YCbCrSubSampling",
    "Compression", "PlanarConfiguration", "LegacyIPTCDigest", "ComponentsConfiguration", "Producer", "Marked", "date",
})  # fmt: skip


def told(packet: bytes) -> list[tuple[str, str]]:
    """Properties with their values, but those that every program writes; in any, what tells who somebody is.

    What cannot be read tells itself.
    """
    start, end = packet.find(b"<"), packet.rfind(b">")
    try:
        root = parsed(packet[start : end + 1]) if 0 <= start < end else None
    except DamagedFile:
        return [("XMP", packet.decode("utf-8", errors="replace")[:80])]
    return [] if root is None else list(_properties(root))


def _properties(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if value.strip() and (_tells(name) or personal(value)):
                yield etree.QName(name).localname, value
        own = (element.text or "").strip()
        if _tells(element.tag) or (own and personal(own)):
            value = " ".join(part.strip() for part in element.itertext() if part.strip())
            if value:
                yield etree.QName(element).localname, value


def _tells(name: str) -> bool:
    return name.startswith(_TELLING) and etree.QName(name).localname not in _PLAIN
