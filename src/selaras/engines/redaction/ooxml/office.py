"""What a document and a workbook have in common: properties, pictures, attached files, links to outside."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from selaras.engines.redaction.errors import DamagedFile, TooLarge
from selaras.engines.redaction.findings import COVER, Kind, Limits, Mending, Trace
from selaras.engines.redaction.ooxml.cropping import cropped_traces
from selaras.engines.redaction.ooxml.package import ROOT_SOURCE, Element, Link, Package
from selaras.engines.redaction.outside import leads_outside, telling_address
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.pictures.picture import Picture, kind_of_picture
from selaras.engines.redaction.telling import tells_someone, title_tells

_CORE, _APP, _CUSTOM, _THUMBNAIL = "core-properties", "extended-properties", "custom-properties", "thumbnail"
_TITLES = frozenset({"title", "subject", "description", "keywords", "category", "contentStatus"})
_PEOPLE = frozenset({"creator", "lastModifiedBy", "Company", "Manager", "Template", "HyperlinkBase"})
_OF_PROGRAMS = frozenset({"AppVersion", "KSOProductBuildVer", "ICV"})  # what WPS and others write into every file
_EMBEDDED = {"oleObject": "objek OLE", "package": "berkas Office", "aFChunk": "dokumen lain", "control": "kendali"}
_PLAIN_LINKS = frozenset({"hyperlink"})
_OTHER_WORKBOOKS = "xl/externalLinks/"
_CUSTOM_XML = frozenset({"customXml"})
# Custom XML that every Word document may carry: sources of citations, the cover page, types of content.
_USUAL_XML = ("bibliography", "coverPageProps", "contentType", "metadata/properties", "2006/metadata/longProperties")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURES = frozenset({"image", "hdphoto"})


def office_traces(package: Package, limits: Limits) -> Iterator[Trace]:
    """Findings in the parts that every OOXML file may have."""
    yield from _property_traces(package)
    yield from _attachment_traces(package)
    yield from _link_traces(package)
    yield from _custom_xml_traces(package)
    yield from cropped_traces(package)  # before the others of a picture: it is mended after them
    yield from _picture_traces(package, limits)
    for name in package.strays:
        yield Trace(Kind.ATTACHMENT, "arsip berkas", name)  # not written again


def unread_pictures(package: Package) -> list[str]:
    """A sentence about the pictures, which no program here reads."""
    pictures = {one for name in package.reachable() for one in package.linked(name, "image")}
    return [f"{len(pictures)} gambar di dalamnya tidak dapat dibaca program; periksa dengan mata."] if pictures else []


def drop_usual_leftovers(package: Package, limits: Limits) -> None:
    """Take out what no reader needs. A property that still tells something was decided to stay."""
    for kind in (_CORE, _APP):
        for name in package.linked(ROOT_SOURCE, kind):
            for element in list(package.tree(name)):
                if etree.QName(element).localname != "title" and not _tells(element):
                    remove(element)
    package.unlink_kinds("printerSettings", "glossaryDocument")
    for name, picture in _pictures(package, limits):
        if picture is not None and not picture.traces(name):
            package.put(name, picture.written())


def forget_links(package: Package, links: list[Link]) -> None:
    """Take out links with the elements that use them; what the elements hold takes their place."""
    for link in links:
        for element in list(package.tree(link.source).iter(etree.Element)) if link.source else []:
            names = [name for name, value in element.attrib.items() if name.startswith(_RELATION) and value == link.id]
            for name in names:
                del element.attrib[name]
            if names and not element.attrib and not len(element) and not element.text:
                remove(element)
        package.unlink(link)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    at = parent.index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    parent.remove(element)


def remove(element: Element) -> None:
    """Take an element out, if it still stands somewhere."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def text_traces(elements: list[Element], place: str) -> Iterator[Trace]:
    """Findings in a text that is spread over elements; masking goes over all of them."""
    text = "".join(element.text or "" for element in elements)
    for one in personal(text):
        yield Trace(one.kind, place, one.text, Mending.MASKED, partial(cover, pieces(elements, one.start, one.end)))


def pieces(elements: list[Element], start: int, end: int) -> list[tuple[Element, int, int]]:
    """Which stretch of which element a stretch of their common text is."""
    found, at = [], 0
    for element in elements:
        length = len(element.text or "")
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            found.append((element, first, last))
        at += length
    return found


def cover(stretches: list[tuple[Element, int, int]]) -> None:
    """Write the cover over the first stretch and nothing over the others."""
    for at, (element, first, last) in reversed(list(enumerate(stretches))):
        text = element.text or ""
        element.text = text[:first] + ("" if at else COVER) + text[last:]


def _property_traces(package: Package) -> Iterator[Trace]:
    for kind in (_CORE, _APP):
        for name in package.linked(ROOT_SOURCE, kind):
            for element in package.tree(name):
                if _tells(element):
                    told = f"{etree.QName(element).localname}: {element.text.strip()}"
                    yield Trace(Kind.METADATA, "berkas", told, mend=partial(remove, element))
    for name in package.linked(ROOT_SOURCE, _CUSTOM):
        for element in package.tree(name):
            value = " ".join("".join(element.itertext()).split())
            if value and element.get("name") not in _OF_PROGRAMS:
                told = f"{element.get('name')}: {value}"
                yield Trace(Kind.METADATA, "berkas", told, mend=partial(remove, element))
    for link in package.links(ROOT_SOURCE):
        if link.type.endswith(f"/{_THUMBNAIL}") and link.target in package:
            yield Trace(Kind.THUMBNAIL, "berkas", posixpath.basename(link.target), mend=partial(package.unlink, link))


def _tells(element: Element) -> bool:
    value, plain = (element.text or "").strip(), etree.QName(element).localname
    return (plain in _TITLES and title_tells(value)) or (plain in _PEOPLE and tells_someone(value))


def _attachment_traces(package: Package) -> Iterator[Trace]:
    for link in _links(package):
        kind = link.type.rsplit("/", 1)[-1]
        if kind in _EMBEDDED and not link.outside and link.target in package:
            told = f"{_EMBEDDED[kind]} {posixpath.basename(link.target)}"
            yield Trace(Kind.ATTACHMENT, "berkas", told, mend=partial(_forget_object, package, link))


def _forget_object(package: Package, link: Link) -> None:
    """The picture of an embedded object stays, the object goes."""
    for element in list(package.tree(link.source).iter(etree.Element)):
        if link.id in (element.get(f"{_RELATION}id"), element.get(f"{_RELATION}embed")) and etree.QName(
            element
        ).localname in ("OLEObject", "oleObject", "externalData", "altChunk", "control", "embed"):
            remove(element)
    package.unlink(link)


def _link_traces(package: Package) -> Iterator[Trace]:
    for link in _links(package):
        if not link.outside:
            continue
        kind = link.type.rsplit("/", 1)[-1]
        if link.source.startswith(_OTHER_WORKBOOKS):
            continue  # told with the data it brought along
        forget = partial(forget_links, package, [link])
        if kind not in _PLAIN_LINKS or leads_outside(link.target):
            yield Trace(Kind.OUTSIDE_LINK, "tautan", link.target, mend=forget)
        elif found := telling_address(link.target):
            address = link.target.split(":", 1)[1].split("?", 1)[0]
            yield Trace(found, "tautan", address, Mending.REMOVED, forget)


def _custom_xml_traces(package: Package) -> Iterator[Trace]:
    for link in _links(package):
        if link.type.rsplit("/", 1)[-1] not in _CUSTOM_XML or link.target not in package:
            continue
        root = package.tree(link.target)
        told = " ".join(" ".join([*root.itertext(), *_values(root)]).split())
        if told and not any(usual in root.tag for usual in _USUAL_XML):
            yield Trace(Kind.HIDDEN_DATA, "data XML", told, mend=partial(package.unlink, link))


def _values(root: Element) -> list[str]:
    return [value for element in root.iter(etree.Element) for value in element.attrib.values()]


def _picture_traces(package: Package, limits: Limits) -> Iterator[Trace]:
    for name, picture in _pictures(package, limits):
        place = f"gambar {posixpath.basename(name)}"
        if picture is None:
            yield Trace(Kind.METADATA, place, "tidak terbaca", Mending.BY_HAND)
            continue
        for trace in picture.traces(place):
            trace.mend = partial(_mend_picture, package, name, picture, trace.mend)
            yield trace


def _pictures(package: Package, limits: Limits) -> Iterator[tuple[str, Picture | None]]:
    """The pictures of the file; none for one that cannot be read."""
    for name in sorted(package.reachable()):
        content = package.read(name)
        kind = kind_of_picture(content)
        if kind is not None:
            try:
                yield name, Picture(content, kind, limits)
            except (DamagedFile, TooLarge):
                yield name, None


def _mend_picture(package: Package, name: str, picture: Picture, forget: Callable[[], None]) -> None:
    forget()
    package.put(name, picture.written())


def _links(package: Package) -> list[Link]:
    return [link for source in [ROOT_SOURCE, *sorted(package.reachable())] for link in package.links(source)]
