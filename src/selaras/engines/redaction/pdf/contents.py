"""What a PDF carries besides its pages: properties, attached files, programs, forms, bookmarks, pictures' metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pikepdf
from pikepdf import Name

from selaras.engines.redaction.errors import DamagedFile
from selaras.engines.redaction.findings import COVER, FileKind, Kind, Limits, Mending, Trace
from selaras.engines.redaction.pdf.bookmarks import BOOKMARK
from selaras.engines.redaction.pdf.marks import action_trace, actions, text_of
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.pictures import xmp
from selaras.engines.redaction.pictures.picture import Picture
from selaras.engines.redaction.telling import tells_someone, title_tells

_TITLES = frozenset({"/Title", "/Subject", "/Keywords"})
_OF_PROGRAMS = frozenset(
    {"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/PTEX.Fullbanner", "/GTS_PDFXVersion"}
)
_DEEPEST = 50
_FILE = "berkas"


def property_traces(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Trace]]:
    """Properties of the file and its XMP packet, each with the key under which it stays."""
    told = pdf.trailer.get("/Info")
    if isinstance(told, pikepdf.Dictionary):
        for key in sorted(told.keys()):
            value = text_of(told[key])
            tells = title_tells(value) if key in _TITLES else key not in _OF_PROGRAMS and tells_someone(value)
            if tells:
                yield f"info{key}", Trace(Kind.METADATA, _FILE, f"{key[1:]}: {value}")
    packet = pdf.Root.get("/Metadata")
    if isinstance(packet, pikepdf.Stream):
        values = [f"{name}: {value}" for name, value in xmp.told(packet.read_bytes()) if tells_someone(value)]
        if values:
            yield "xmp", Trace(Kind.METADATA, _FILE, "; ".join(values))


def attachment_traces(pdf: pikepdf.Pdf) -> Iterator[tuple[tuple[str, str], Trace]]:
    """Files that are attached."""
    for name in pdf.attachments:
        yield ("attachment", name), Trace(Kind.ATTACHMENT, _FILE, name)


def script_traces(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Trace]]:
    """Programs and actions of the file, its pages and its form."""
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        yield "scripts", Trace(Kind.SCRIPT, _FILE, "JavaScript")
    form = pdf.Root.get("/AcroForm")
    fields = [field for field, _ in _fields(form)] if isinstance(form, pikepdf.Dictionary) else []
    holders = [(_FILE, pdf.Root), *((f"halaman {at}", page.obj) for at, page in enumerate(pdf.pages, start=1))]
    for place, holder in [*holders, *(("formulir", field) for field in fields)]:
        for action in actions(holder):
            trace = action_trace(action, place)
            if trace is not None:
                yield "scripts", trace


def form_traces(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """What was filled into a form; a signature is no data."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    if "/XFA" in form:
        yield Trace(Kind.FORM_DATA, "formulir", "XFA", Mending.FLATTENED)
    for field, name in _fields(form):
        value = field.get("/V")
        if isinstance(value, pikepdf.Array):
            told = ", ".join(text_of(one) for one in value.as_list())
        elif isinstance(value, pikepdf.Name):
            told = "" if value == Name.Off else str(value).strip("/")
        else:
            told = text_of(value)
        if told.strip():
            yield Trace(Kind.FORM_DATA, f"kolom formulir {name}".strip(), told, Mending.FLATTENED)


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether the file carries an electronic signature, which no changed copy keeps."""
    form = pdf.Root.get("/AcroForm")
    return isinstance(form, pikepdf.Dictionary) and any(
        field.get("/FT") == Name.Sig and "/V" in field for field, _ in _fields(form)
    )


def label_traces(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """Bookmarks, texts for screen readers, names of layers and pages that tell of persons."""
    yield from _labels(pdf.Root.get("/Outlines"), ("/First", "/Next"), ("/Title",), BOOKMARK)
    yield from _labels(pdf.Root.get("/StructTreeRoot"), ("/K",), ("/Alt", "/ActualText", "/E", "/T"), "teks pengganti")
    yield from _labels(pdf.Root.get("/OCProperties"), ("/OCGs",), ("/Name",), "nama lapisan")
    yield from _labels(pdf.Root.get("/PageLabels"), ("/Kids", "/Nums"), ("/P",), "label halaman")


def picture_traces(pdf: pikepdf.Pdf, limits: Limits) -> Iterator[Trace]:
    """What photographs on the pages carry along."""
    for part, photo in _photographs(pdf, limits):
        for trace in photo.traces("foto"):
            trace.mend = partial(_mend_photo, part, photo, trace.mend)
            yield trace


def strip_photographs(pdf: pikepdf.Pdf, limits: Limits) -> None:
    """Write photographs anew of which nothing was told, or nothing is left."""
    for part, photo in _photographs(pdf, limits):
        if not photo.traces("foto"):
            _write_photo(part, photo)


def leftover_traces(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """Small copies of pages, pages taken out that something still leads to, what programs keep for themselves."""
    for gone in dropped_pages(pdf):
        yield Trace(Kind.HIDDEN_DATA, _FILE, f"halaman yang sudah dibuang ({gone.objgen[0]})")
    if any(isinstance(part, pikepdf.Stream) and "/Alternates" in part for part in pdf.objects):
        yield Trace(Kind.HIDDEN_DATA, _FILE, "gambar pengganti (Alternates)")
    if "/PieceInfo" in pdf.Root:
        yield Trace(Kind.HIDDEN_DATA, _FILE, "data aplikasi (PieceInfo)")
    for number, page in enumerate(pdf.pages, start=1):
        if "/Thumb" in page.obj:
            yield Trace(Kind.THUMBNAIL, f"halaman {number}", "gambar mini")
        if "/PieceInfo" in page.obj:
            yield Trace(Kind.HIDDEN_DATA, f"halaman {number}", "data aplikasi (PieceInfo)")


def dropped_pages(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Pages that no reader shows, and that a bookmark or a link may keep in the file."""
    shown = {page.obj.objgen for page in pdf.pages}
    return [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == Name.Page and one.objgen not in shown
    ]


def _photographs(pdf: pikepdf.Pdf, limits: Limits) -> Iterator[tuple[pikepdf.Stream, Picture]]:
    photographs = (Name.DCTDecode, pikepdf.Array([Name.DCTDecode]))
    for part in pdf.objects:
        if isinstance(part, pikepdf.Stream) and part.get("/Filter") in photographs:
            try:
                yield part, Picture(part.read_raw_bytes(), FileKind.JPEG, limits)
            except DamagedFile:
                continue  # viewers draw it somehow; what is broken off cannot be read by others either


def _mend_photo(part: pikepdf.Stream, photo: Picture, forget: Callable[[], None]) -> None:
    forget()
    _write_photo(part, photo)


def _write_photo(part: pikepdf.Stream, photo: Picture) -> None:
    told = part.get("/DecodeParms")
    how = told if isinstance(told, pikepdf.Dictionary | pikepdf.Array) else None
    part.write(photo.written(), filter=Name.DCTDecode, decode_parms=how)


def _fields(form: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, str]]:
    """Every field of a form with its full name."""
    listed = form.get("/Fields")
    waiting = [(one, "", 0) for one in listed.as_list()] if isinstance(listed, pikepdf.Array) else []
    while waiting:
        field, before, depth = waiting.pop(0)
        if not isinstance(field, pikepdf.Dictionary) or depth > _DEEPEST:
            continue
        name = ".".join(part for part in (before, text_of(field.get("/T"))) if part)
        yield field, name
        kids = field.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            waiting += [(kid, name, depth + 1) for kid in kids.as_list()]


def _labels(root: object, ways: tuple[str, ...], keys: tuple[str, ...], place: str) -> Iterator[Trace]:
    waiting, known = [root], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += one.as_list()
            continue
        if not isinstance(one, pikepdf.Dictionary) or (one.objgen != (0, 0) and one.objgen in known):
            continue
        known.add(one.objgen)
        for key in keys:
            text = text_of(one.get(key))
            for found in personal(text):
                mend = partial(_cover, one, key, found.text)
                yield Trace(found.kind, place, found.text, Mending.MASKED, mend)
        waiting += [one.get(way) for way in ways]


def _cover(holder: pikepdf.Object, key: str, told: str) -> None:
    holder[key] = pikepdf.String(text_of(holder.get(key)).replace(told, COVER))
