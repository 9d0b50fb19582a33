"""What the release check finds: kind, place, sentence, and how it is mended."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

_MEGABYTE = 1024 * 1024
_LONGEST_EXCERPT = 120
COVER = "[disamarkan]"  # what stands in the place of a masked text


class FileKind(Enum):
    """The kinds of file that can be checked and released."""

    PDF = "PDF"
    XLSX = "buku kerja Excel"
    DOCX = "dokumen Word"
    JPEG = "gambar JPEG"
    PNG = "gambar PNG"
    WEBP = "gambar WebP"


class Mending(Enum):
    """How the released copy loses what was found."""

    REMOVED = "dihapus"
    MASKED = "disamarkan"
    FLATTENED = "halamannya menjadi gambar"
    BY_HAND = "perlu diperbaiki sendiri"


class Kind(Enum):
    """What was found; the value is its name for the officer."""

    HIDDEN_SHEET = "lembar tersembunyi"
    HIDDEN_CELLS = "baris atau kolom tersembunyi"
    HIDDEN_DATA = "data tersembunyi"
    COMMENT = "komentar"
    TRACKED_CHANGE = "perubahan terlacak"
    METADATA = "metadata"
    UNDER_BOX = "isi di bawah kotak"
    INVISIBLE = "tulisan tak terlihat"
    ATTACHMENT = "lampiran"
    SCRIPT = "program"
    OUTSIDE_LINK = "tautan ke luar"
    FORM_DATA = "isian formulir"
    OLD_REVISION = "versi lama"
    THUMBNAIL = "gambar mini"
    GPS = "lokasi foto"
    NIK = "NIK"
    PHONE = "nomor telepon"
    EMAIL = "alamat surel"
    ACCOUNT = "nomor rekening"
    NAME = "nama orang"


PERSONAL = frozenset({Kind.NIK, Kind.PHONE, Kind.EMAIL, Kind.ACCOUNT, Kind.NAME})
_SENTENCES = {
    Kind.HIDDEN_SHEET: "lembar ini tersembunyi, tetapi siapa pun dapat membukanya.",
    Kind.HIDDEN_CELLS: "isinya tersembunyi, tetapi siapa pun dapat menampilkannya.",
    Kind.HIDDEN_DATA: "ada data yang tidak tampak, tetapi ikut terkirim.",
    Kind.COMMENT: "ada komentar yang ikut terkirim.",
    Kind.TRACKED_CHANGE: "perubahan terlacak masih menyimpan tulisan lama atau nama penyunting.",
    Kind.METADATA: "metadata berkas menyebut orang, tempat, atau keterangan lain.",
    Kind.UNDER_BOX: "isinya ditutup kotak, tetapi masih dapat disalin.",
    Kind.INVISIBLE: "ada tulisan yang tidak terlihat, tetapi dapat disalin.",
    Kind.ATTACHMENT: "ada berkas lain yang disisipkan.",
    Kind.SCRIPT: "ada program yang berjalan saat berkas dibuka.",
    Kind.OUTSIDE_LINK: "ada tautan ke berkas atau alamat di luar.",
    Kind.FORM_DATA: "isian formulir masih tersimpan sebagai data.",
    Kind.OLD_REVISION: "versi lama berkas masih tersimpan di dalamnya.",
    Kind.THUMBNAIL: "gambar mini masih memuat tampilan lama.",
    Kind.GPS: "foto menyimpan lokasi pemotretan.",
    Kind.NIK: "ada nomor induk kependudukan (NIK).",
    Kind.PHONE: "ada nomor telepon.",
    Kind.EMAIL: "ada alamat surel.",
    Kind.ACCOUNT: "ada nomor rekening.",
    Kind.NAME: "ada nama yang tampaknya milik warga.",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. A bound is refused before the memory behind it is spent."""

    bytes: int = 50 * _MEGABYTE
    unpacked: int = 300 * _MEGABYTE
    pages: int = 500
    cells: int = 1_000_000
    points: int = 100_000_000  # of one picture


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (the first is 1) or picture, in parts of its width and height from the upper left."""

    left: float
    top: float
    right: float
    bottom: float
    page: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not leave the office unseen. `id` is the same each time the same file is inspected."""

    id: str
    kind: Kind
    place: str
    sentence: str
    excerpt: str
    mending: Mending
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file holds; `unread` names what a person must look at, because no program here can read it."""

    name: str
    file: FileKind
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()


def _nothing() -> None:
    return


@dataclass(slots=True)
class Trace:
    """A finding while its file is open: `mend` takes it out of the opened file."""

    kind: Kind
    place: str
    excerpt: str
    mending: Mending = Mending.REMOVED
    mend: Callable[[], None] = _nothing
    boxes: tuple[Box, ...] = ()
    more: list[Callable[[], None]] = field(default_factory=list)  # of the same thing at the same place
    turns: list[int] = field(default_factory=list)  # when each of them was found


def merged(traces: Iterable[Trace]) -> list[Trace]:
    """One trace for the same thing at the same place, in order of the first."""
    known: dict[tuple[Kind, str, str], Trace] = {}
    for turn, trace in enumerate(traces):
        trace.excerpt = _short(trace.excerpt)
        first = known.setdefault((trace.kind, trace.place, trace.excerpt), trace)
        first.turns.append(turn)
        if first is not trace:
            first.more.append(trace.mend)
            first.boxes += trace.boxes
    return list(known.values())


def mend_all(traces: Iterable[Trace]) -> None:
    """Take out what merged traces found, the last find first, so that positions before it stay true."""
    mends = [one for trace in traces for one in zip(trace.turns, [trace.mend, *trace.more], strict=True)]
    for _, mend in sorted(mends, key=lambda one: one[0], reverse=True):
        mend()


def numbered(traces: Sequence[Trace]) -> list[Finding]:
    """The findings of merged traces, in their order."""
    return [
        Finding(
            id=_id(trace),
            kind=trace.kind,
            place=trace.place,
            sentence=f"{trace.place[:1].upper()}{trace.place[1:]}: {_SENTENCES[trace.kind]}",
            excerpt=trace.excerpt,
            mending=trace.mending,
            boxes=trace.boxes,
        )
        for trace in traces
    ]


def remainder(found: Iterable[Finding], allowed: Iterable[Finding]) -> list[Finding]:
    """The findings that are not among the allowed ones, wherever those stand by now."""
    left = Counter((one.kind, one.excerpt) for one in allowed)
    over = []
    for one in found:
        if left[one.kind, one.excerpt] > 0:
            left[one.kind, one.excerpt] -= 1
        else:
            over.append(one)
    return over


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_EXCERPT else plain[: _LONGEST_EXCERPT - 1] + "…"


def _id(trace: Trace) -> str:
    told = "\0".join((trace.kind.name, trace.place, trace.excerpt))
    return hashlib.sha256(told.encode()).hexdigest()[:12]
