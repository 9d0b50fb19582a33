"""What a picture carries besides what it shows: place, time, camera, person, small copies of an older state."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import partial

from PIL import ExifTags, Image, ImageDraw, ImageOps

from selaras.engines.redaction.errors import DAMAGED, DamagedFile, NotClean, TooLarge
from selaras.engines.redaction.findings import Box, FileKind, Kind, Limits, Trace, merged
from selaras.engines.redaction.pictures import xmp
from selaras.engines.redaction.pictures.blocks import put_together, take_apart
from selaras.engines.redaction.pictures.unseen import frames_of, hides_colours, still, without_hidden_colours

_ORIENTATION, _GPS, _EXIF_IFD = 0x0112, 0x8825, 0x8769
_TELLING = {
    0x010E: "keterangan", 0x010F: "merek kamera", 0x0110: "kamera", 0x013B: "pembuat", 0x013C: "komputer",
    0x8298: "hak cipta", 0x9C9B: "judul", 0x9C9C: "komentar", 0x9C9D: "pembuat", 0x9C9E: "kata kunci",
    0x9C9F: "pokok", 0xC62F: "nomor seri",
}  # fmt: skip
_TELLING_EXIF = {
    0x9003: "waktu", 0x9286: "komentar", 0x927C: "catatan kamera", 0xA420: "nomor gambar", 0xA430: "pemilik",
    0xA431: "nomor seri", 0xA435: "nomor seri lensa",
}  # fmt: skip
_PROGRAM_TEXTS = ("software", "date:", "creation time", "thumb::")
_QUALITY = 92


class Picture:
    """A picture that is being checked. What no finding speaks of and nothing needs is dropped when it is written."""

    def __init__(self, content: bytes, kind: FileKind, limits: Limits) -> None:
        self.content = content
        self.size = _measured(content, limits)
        self._kind = kind
        self._blocks = take_apart(content, kind)
        self._exif = _read_exif(self._blocks.exif)
        self._unseen = _unseen(content, kind)
        self._stays: set[str] = set()
        self._boxes: list[Box] = []

    def traces(self, place: str) -> list[Trace]:
        """What it tells; each stays until its trace is mended."""
        traces = []
        for carrier, kind, excerpt in self._told():
            self._stays.add(carrier)
            traces.append(Trace(kind, place, excerpt, mend=partial(self._stays.discard, carrier)))
        return traces

    def unread(self) -> list[str]:
        """No program here reads what a picture shows."""
        return ["Gambar: tulisan dan wajah di dalamnya tidak dapat dibaca program; periksa dengan mata."]

    def written(self, boxes: Sequence[Box] = ()) -> bytes:
        """The picture anew: sign for sign as drawn, or painted over and encoded once more where there are boxes."""
        if boxes:
            return self._painted(boxes)
        return put_together(
            take_apart(shown, self._kind) if (shown := self._as_shown()) else self._blocks,
            exif=self._exif_left(),
            xmp="xmp" in self._stays,
            iptc="iptc" in self._stays,
            texts="texts" in self._stays,
        )

    def _as_shown(self) -> bytes:
        """The picture encoded once more where it holds what it does not show; else nothing."""
        shown = b""
        if "frames" in self._unseen - self._stays:
            shown = still(self.content)
        if "colours" in self._unseen - self._stays:
            shown = without_hidden_colours(shown or self.content)
        return shown

    def _told(self) -> Iterator[tuple[str, Kind, str]]:
        blocks = self._blocks
        tags = dict(_tags(self._exif))
        if tags:
            yield "tags", Kind.METADATA, "; ".join(f"{name}: {value}" for name, value in tags.items())
        place = _place(self._exif)
        if place:
            yield "gps", Kind.GPS, place
        if blocks.thumbnail or self._exif.get_ifd(ExifTags.IFD.IFD1):
            yield "thumbnail", Kind.THUMBNAIL, "gambar mini"
        properties = [one for packet in blocks.xmp for one in xmp.told(packet)]
        if properties:
            kind = Kind.GPS if any(name.startswith("GPS") for name, _ in properties) else Kind.METADATA
            yield "xmp", kind, "; ".join(f"{name}: {value}" for name, value in properties)
        if blocks.iptc and (caption := _readable(blocks.iptc)):
            yield "iptc", Kind.METADATA, caption
        texts = [text for text in blocks.texts if text and not text.lower().startswith(_PROGRAM_TEXTS)]
        if texts:
            yield "texts", Kind.METADATA, "; ".join(texts)
        yield from self._not_shown()

    def _not_shown(self) -> Iterator[tuple[str, Kind, str]]:
        blocks = self._blocks
        if blocks.after:
            yield "after", Kind.HIDDEN_DATA, f"{blocks.after} bita setelah akhir gambar"
        if blocks.besides:
            yield "besides", Kind.HIDDEN_DATA, f"{blocks.besides} bita yang bukan bagian gambar"
        if "frames" in self._unseen:
            yield "frames", Kind.HIDDEN_DATA, f"gambar bergerak, {frames_of(self.content)} bingkai"
        if "colours" in self._unseen:
            yield "colours", Kind.HIDDEN_DATA, "warna di bawah bagian yang tembus pandang"

    def _exif_left(self) -> bytes:
        """Which way is up, and what the person decided to leave."""
        left = Image.Exif()
        if (turned := self._exif.get(_ORIENTATION, 1)) != 1:
            left[_ORIENTATION] = turned
        if "tags" in self._stays:
            for tag in _TELLING.keys() & self._exif.keys():
                left[tag] = self._exif[tag]
            inner = {t: v for t, v in self._exif.get_ifd(_EXIF_IFD).items() if t in _TELLING_EXIF}
            if inner:
                left[_EXIF_IFD] = inner
        if "gps" in self._stays:
            left[_GPS] = dict(self._exif.get_ifd(_GPS))
        return left.tobytes().removeprefix(b"Exif\x00\x00") if len(left) else b""

    def _painted(self, boxes: Sequence[Box]) -> bytes:
        with Image.open(io.BytesIO(self.content)) as opened:
            if getattr(opened, "n_frames", 1) > 1:
                raise NotClean("Gambar ini bergerak. Simpan satu gambarnya sebagai PNG, lalu kirim lagi.")
            form, profile = opened.format, opened.info.get("icc_profile")
            shown = ImageOps.exif_transpose(opened)
            if shown.mode not in ("RGB", "RGBA", "L"):
                shown = shown.convert("RGBA" if "transparency" in shown.info else "RGB")
        paint(shown, boxes)
        out = io.BytesIO()
        more = (
            {"lossless": True} if form == "WEBP" else {"quality": _QUALITY, "subsampling": 0} if form == "JPEG" else {}
        )
        shown.info = {}
        shown.save(out, form, icc_profile=profile, **more)
        return out.getvalue()


def paint(picture: Image.Image, boxes: Sequence[Box]) -> None:
    """Cover the boxes in black, on the picture itself."""
    draw = ImageDraw.Draw(picture)
    black = "black" if picture.mode != "L" else 0
    for box in boxes:
        left, right = sorted((box.left * picture.width, box.right * picture.width))
        top, bottom = sorted((box.top * picture.height, box.bottom * picture.height))
        draw.rectangle((int(left), int(top), int(right) + 1, int(bottom) + 1), fill=black)


def kind_of_picture(content: bytes) -> FileKind | None:
    """JPEG, PNG or WebP by the first bytes."""
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return FileKind.WEBP
    return None


def _unseen(content: bytes, kind: FileKind) -> set[str]:
    """What the picture holds and does not show."""
    if kind is FileKind.JPEG:
        return set()
    try:
        found = {"frames"} if frames_of(content) > 1 else set()
        return found | ({"colours"} if hides_colours(content) else set())
    except (OSError, ValueError, SyntaxError) as error:
        raise DamagedFile(DAMAGED) from error


def _measured(content: bytes, limits: Limits) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
    except Image.DecompressionBombError as error:
        raise TooLarge(_too_large(limits)) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise DamagedFile(DAMAGED) from error
    if width * height > limits.points:
        raise TooLarge(_too_large(limits))
    return width, height


def _too_large(limits: Limits) -> str:
    return f"Gambar ini melebihi {limits.points // 1_000_000} megapiksel. Perkecil gambarnya, lalu kirim lagi."


def _read_exif(block: bytes) -> Image.Exif:
    exif = Image.Exif()
    try:
        exif.load(b"Exif\x00\x00" + block if block else b"")
        for ifd in (_GPS, _EXIF_IFD, ExifTags.IFD.IFD1):
            exif.get_ifd(ifd)
    except Exception as error:  # Pillow raises what it likes on a block that breaks off
        raise DamagedFile(DAMAGED) from error
    return exif


def _tags(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    for names, values in ((_TELLING, exif), (_TELLING_EXIF, exif.get_ifd(_EXIF_IFD))):
        for tag, name in names.items():
            value = _shown(values.get(tag))
            if value:
                yield name, value


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        coded = value.removeprefix(b"UNICODE\x00").removeprefix(b"ASCII\x00\x00\x00")
        plain = coded.replace(b"\x00", b"").decode("utf-8", errors="replace")
        value = plain if plain.isprintable() else f"{len(value)} bita" if coded.strip(b"\x00 ") else ""
    return "" if value is None else str(value).strip("\x00 ")


def _place(exif: Image.Exif) -> str:
    values = exif.get_ifd(_GPS)
    if not ({1, 2, 3, 4, 7, 29, 31} & values.keys()):
        return ""
    parts = []
    for letters, degrees in ((1, 2), (3, 4)):
        if degrees in values:
            parts.append(f"{values.get(letters, '')} {_degrees(values[degrees])}".strip())
    return ", ".join(parts) or "keterangan lokasi"


def _degrees(value: object) -> str:
    try:
        whole, minutes, seconds = (float(one) for one in value)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return "tidak terbaca"
    return f"{whole + minutes / 60 + seconds / 3600:.5f}"


def _readable(blocks: list[bytes]) -> str:
    """The words in IPTC blocks (record 2 of resource 0x0404)."""
    words = []
    for block in blocks:
        at = 0
        while (at := block.find(b"\x1c\x02", at)) >= 0 and at + 5 <= len(block):
            length = int.from_bytes(block[at + 3 : at + 5], "big")
            if block[at + 2] not in (0, 60, 55) and length < 0x8000:
                words.append(block[at + 5 : at + 5 + length].decode("utf-8", errors="replace"))
            at += 5 + length
    return "; ".join(word for word in words if word.strip())


class PictureFile(Picture):
    """A picture as a file of its own."""

    def traces(self, place: str = "gambar") -> list[Trace]:
        """What it tells, each thing once."""
        return merged(super().traces(place))
