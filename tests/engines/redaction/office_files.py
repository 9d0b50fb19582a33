"""Workbooks and documents for the tests: written by openpyxl and python-docx, and their parts changed by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import openpyxl
from docx.document import Document
from openpyxl.workbook import Workbook

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMPTY_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'


def workbook(*changes: Callable[[Workbook], object], creator: str = "openpyxl") -> bytes:
    """A workbook with a small public table, changed by each of the changes."""
    book = openpyxl.Workbook()
    book.properties.creator = creator
    sheet = book.active
    sheet.title = "Data"
    for row in (("No", "Uraian", "Jumlah"), (1, "Talud jalan", 15_000_000), (2, "Posyandu", 7_500_000)):
        sheet.append(row)
    for change in changes:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(*changes: Callable[[Document], object]) -> bytes:
    """A document with two public paragraphs, changed by each of the changes."""
    text = docx.Document()
    text.core_properties.author = "python-docx"
    text.core_properties.comments = ""
    text.add_paragraph("Laporan pelayanan informasi publik.")
    text.add_paragraph("Semua permohonan dijawab tepat waktu.")
    for change in changes:
        change(text)
    out = io.BytesIO()
    text.save(out)
    return without(out.getvalue(), "docProps/thumbnail.jpeg", "thumbnail")


def repacked(content: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The package with parts put in, or changed."""
    held = unpacked(content)
    for name, part in parts.items():
        held[name] = part if isinstance(part, bytes) else part(held.get(name, _EMPTY_LINKS))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in held.items():
            archive.writestr(name, part)
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def linked(kind: str, target: str, outside: bool = False, id: str = "rLebih") -> Callable[[bytes], bytes]:  # noqa: A002
    """A list of links with one more."""
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>'
    return lambda listed: listed.replace(b"</Relationships>", link.encode() + b"</Relationships>")


def typed(part: str, kind: str) -> Callable[[bytes], bytes]:
    """The list of types with one more part."""
    told = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    return lambda listed: listed.replace(b"</Types>", told.encode() + b"</Types>")


def without(content: bytes, part: str, kind: str) -> bytes:
    """The package without a part that its root leads to."""
    held = unpacked(content)
    held.pop(part, None)
    links = held["_rels/.rels"].decode()
    start = links.find(f'/{kind}"')
    if start >= 0:
        first, last = links.rfind("<Relationship ", 0, start), links.find("/>", start) + 2
        held["_rels/.rels"] = (links[:first] + links[last:]).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, told in held.items():
            archive.writestr(name, told)
    return out.getvalue()


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """A part with a piece of its text changed."""

    def change(part: bytes) -> bytes:
        assert old.encode() in part, old
        return part.replace(old.encode(), new.encode(), 1)

    return change
