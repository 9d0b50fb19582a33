"""PDFs that carry something nobody sees: in bookmarks, tags, layers, pages taken out, bytes around the file."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import NIK, PERSON, SECRET
from tests.engines.redaction.pdf_files import Change, changed, drawn, mark, photograph, typeset, with_picture
from tests.engines.redaction.picture_files import XMP_CREATOR, encoded, scene
from tests.engines.redaction.planting import Planted

_PLAIN = typeset("= Surat jawaban\nPermohonan informasi Saudara kami jawab sebagai berikut.")
_WRITTEN = f"BT /F 12 Tf 42 345 Td ({SECRET}) Tj ET "
_PUBLIC = Dictionary(S=Name.URI, URI=String("https://ppid.contoh.example/"))


def carrying_pdfs() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('contoh')"))
    yield Planted("penanda-program.pdf", changed(_PLAIN, _bookmark_that(script)), {Kind.SCRIPT}, ["app.alert"])
    opens = Dictionary(S=Name.Launch, F=String("//server-arsip/rahasia.xlsx"))
    yield Planted("penanda-berkas.pdf", changed(_PLAIN, _bookmark_that(opens)), {Kind.OUTSIDE_LINK}, ["server-arsip"])
    yield Planted("halaman-dibuang.pdf", changed(_PLAIN, _page_taken_out), {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("catatan-bertanda.pdf", changed(_PLAIN, _tagged_note), {Kind.COMMENT}, [SECRET, PERSON])
    link = mark("Link", (50, 50, 90, 70), Contents=String(f"NIK {NIK}"), A=_PUBLIC)
    yield Planted("tautan-keterangan.pdf", changed(_PLAIN, link), {Kind.NIK}, [NIK])
    yield Planted("lapisan-bernama.pdf", changed(_PLAIN, _layer_named(f"Berkas {NIK}")), {Kind.NIK}, [NIK])
    labels = Dictionary(Nums=Array([0, Dictionary(P=String(f"{NIK}-"))]))
    numbered = changed(_PLAIN, lambda pdf: setattr(pdf.Root, "PageLabels", labels))
    yield Planted("label-halaman.pdf", numbered, {Kind.NIK}, [NIK])
    packet = XMP_CREATOR.replace(b"</rdf:RDF>", b"<k xmlns='urn:contoh'>NIK %s</k></rdf:RDF>") % (
        b"openpyxl",
        NIK.encode(),
    )
    xmp = changed(_PLAIN, lambda pdf: setattr(pdf.Root, "Metadata", pdf.make_stream(packet, Type=Name.Metadata)))
    yield Planted("xmp-lain.pdf", xmp, {Kind.METADATA}, [NIK])
    yield Planted("gambar-pengganti.pdf", changed(_PLAIN, _other_picture), {Kind.HIDDEN_DATA}, ["Alternates"])
    yield Planted("ekor.pdf", _PLAIN + b"\n" + SECRET.encode(), {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("ekor-arsip.pdf", _PLAIN + b"PK\x03\x04" + SECRET.encode() * 100, {Kind.HIDDEN_DATA}, [SECRET])
    yield Planted("awal.pdf", SECRET.encode() + b"\n" + _PLAIN, {Kind.HIDDEN_DATA}, [SECRET])


def _bookmark_that(action: Dictionary) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Bab satu", 0))
        item = pdf.Root.Outlines.First
        if "/Dest" in item:
            del item["/Dest"]
        item.A = action

    return change


def _page_taken_out(pdf: pikepdf.Pdf) -> None:
    """A bookmark still leads to it, so programs keep it in the file."""
    with pikepdf.open(io.BytesIO(changed(_PLAIN, drawn(_WRITTEN)))) as other:
        pdf.pages.append(other.pages[0])
    _bookmark_that(Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit])))(pdf)
    del pdf.pages[1]


def _tagged_note(pdf: pikepdf.Pdf) -> None:
    """The tags of the page lead to the note, also once it was taken off."""
    mark("Text", (50, 50, 70, 70), Contents=String(SECRET), T=String(PERSON), StructParent=9)(pdf)
    root, note = pdf.Root.StructTreeRoot, pdf.pages[0].obj.Annots[0]
    tag = Dictionary(Type=Name.StructElem, S=Name.Annot, P=root, K=Dictionary(Type=Name.OBJR, Obj=note))
    root.K = Array([root.K, pdf.make_indirect(tag)])


def _layer_named(name: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        drawn("/OC /L0 BDC BT /F 12 Tf 42 345 Td (Terlihat semua orang) Tj ET EMC")(pdf)
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))

    return change


def _other_picture(pdf: pikepdf.Pdf) -> None:
    with_picture(encoded(scene(), "JPEG"), 240, 160)(pdf)
    drawn("q 240 0 0 160 60 100 cm /Foto Do Q")(pdf)
    other = Stream(
        pdf, photograph(SECRET), Type=Name.XObject, Subtype=Name.Image, Width=420, Height=595,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip
    pdf.pages[0].obj.Resources.XObject.Foto.Alternates = Array([Dictionary(Image=other)])
