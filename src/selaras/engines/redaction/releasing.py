"""Check a file before it is given to the public, and make the copy that may be given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

import pikepdf

from selaras.engines.redaction.docx.file import DocxFile
from selaras.engines.redaction.errors import DAMAGED, DamagedFile, NotClean, UnknownFinding
from selaras.engines.redaction.findings import (
    Box,
    FileKind,
    Finding,
    Inspection,
    Kind,
    Limits,
    Mending,
    Trace,
    mend_all,
    merged,
    numbered,
    remainder,
)
from selaras.engines.redaction.pdf.file import PdfFile
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.pictures.picture import PictureFile
from selaras.engines.redaction.recognition import recognise
from selaras.engines.redaction.xlsx.file import XlsxFile

_USUAL = Limits()
_ROUNDS = 4  # taking something out may bring two halves of a number together
NAME = "nama berkas"  # the place of what a name tells


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one finding, as a sentence."""

    finding: Finding
    sentence: str


@dataclass(frozen=True, slots=True)
class Released:
    """The copy for the public under a name that tells nobody, and what was done to each finding."""

    name: str
    content: bytes
    done: tuple[Done, ...]


class _Opened(Protocol):
    def traces(self) -> list[Trace]: ...
    def unread(self) -> list[str]: ...
    def written(self, boxes: Sequence[Box]) -> bytes: ...


def inspect(name: str, content: bytes, limits: Limits = _USUAL) -> Inspection:
    """Everything in a file that should not leave the office unseen. Raises RedactionError.

    Time: about 0.1 s for a page of a PDF, linear in cells and paragraphs.
    """
    with _read_with_distrust():
        kind = recognise(content, limits)
        opened = _open(kind, content, limits)
        findings = numbered([*_of_name(name), *opened.traces()])
        return Inspection(name, kind, tuple(findings), tuple(opened.unread()))


def release(
    name: str,
    content: bytes,
    keep: Collection[str] = frozenset(),
    boxes: Sequence[Box] = (),
    limits: Limits = _USUAL,
) -> Released:
    """The copy that lacks every finding but those to keep, and what lies under the boxes a person drew.

    Boxes are for PDFs and pictures. The copy is inspected again before it is given back. Raises UnknownFinding,
    NotClean where something would remain, and what `inspect` raises.
    """
    with _read_with_distrust():
        return _released(name, content, keep, boxes, limits)


def _released(name: str, content: bytes, keep: Collection[str], boxes: Sequence[Box], limits: Limits) -> Released:
    kind = recognise(content, limits)
    if boxes and kind in (FileKind.XLSX, FileKind.DOCX):
        raise NotClean("Kotak hanya untuk PDF dan gambar. Simpan berkas ini sebagai PDF, lalu kirim lagi.")
    opened = _open(kind, content, limits)
    traces = opened.traces()
    named, held = numbered(_of_name(name)), numbered(traces)
    if unknown := set(keep) - {one.id for one in (*named, *held)}:
        raise UnknownFinding(f"Temuan {', '.join(sorted(unknown))} tidak ada di berkas ini. Muat ulang halamannya.")
    _mend(traces, held, {one.id for one in held} - set(keep))
    copy = _checked(kind, opened.written(boxes), [one for one in held if one.id in keep], limits)
    clean = name if any(one.id in keep for one in named) else clean_name(name)
    return Released(clean, copy, tuple(Done(one, _sentence(one, one.id in keep)) for one in (*named, *held)))


@contextmanager
def _read_with_distrust() -> Iterator[None]:
    """A number that is none, a part that points to nothing: such a file was not written by an honest program."""
    try:
        yield
    except (ValueError, LookupError, ArithmeticError, pikepdf.PdfError) as error:
        raise DamagedFile(DAMAGED) from error


def _checked(kind: FileKind, content: bytes, kept: list[Finding], limits: Limits) -> bytes:
    """Look again, and mend again, until nothing is left but what was kept."""
    for _ in range(_ROUNDS):
        opened = _open(kind, content, limits)
        traces = opened.traces()
        findings = numbered(traces)
        over = remainder(findings, kept)
        if not over:
            return content
        _mend(traces, findings, {one.id for one in over})
        content = opened.written(())
    left = "; ".join(f"{one.place}: {one.kind.value}" for one in over)
    raise NotClean(f"Salinan ini belum bersih ({left}). Simpan berkasnya sebagai PDF, lalu kirim lagi.")


def _mend(traces: list[Trace], findings: list[Finding], which: set[str]) -> None:
    for one in findings:
        if one.id in which and one.mending is Mending.BY_HAND:
            raise NotClean(f"{one.sentence} Perbaiki di aplikasinya, atau simpan sebagai PDF, lalu kirim lagi.")
    mend_all(trace for trace, one in zip(traces, findings, strict=True) if one.id in which)


def _open(kind: FileKind, content: bytes, limits: Limits) -> _Opened:
    if kind is FileKind.PDF:
        return PdfFile(content, limits)
    if kind is FileKind.XLSX:
        return XlsxFile(content, limits)
    if kind is FileKind.DOCX:
        return DocxFile(content, limits)
    return PictureFile(content, kind, limits)


def _of_name(name: str) -> list[Trace]:
    plain = _spoken(name)
    return merged(Trace(one.kind, NAME, one.text, Mending.MASKED) for one in personal(plain))


def _spoken(name: str) -> str:
    return re.sub(r"[_+]", " ", PurePosixPath(name).stem)


def clean_name(name: str) -> str:
    """A file's name without what tells of a person.

    >>> clean_name("KTP_3305125204850001.pdf")
    'KTP disamarkan.pdf'
    """
    plain, end = _spoken(name), PurePosixPath(name).suffix
    found = personal(plain)
    if not found:
        return name
    for one in reversed(found):
        plain = f"{plain[: one.start]}disamarkan{plain[one.end :]}"
    return f"{plain}{end}"


def _sentence(finding: Finding, kept: bool) -> str:
    place = f"{finding.place[:1].upper()}{finding.place[1:]}"
    if kept:
        return f"{place}: {finding.kind.value} dibiarkan atas keputusan petugas."
    if finding.mending is Mending.FLATTENED:
        if finding.kind in (Kind.FORM_DATA, Kind.COMMENT):
            return f"{place}: {finding.kind.value} dilebur ke halaman; datanya dihapus."
        return f"{place}: {finding.kind.value} ditutup; halaman ini menjadi gambar tanpa tulisan yang dapat disalin."
    return f"{place}: {finding.kind.value} {finding.mending.value}."
