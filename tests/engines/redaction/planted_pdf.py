"""PDFs with one leak each."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import (
    ACCOUNT,
    MAIL,
    NIK,
    NIK_DASHED,
    NIK_DOTTED,
    NIK_SPACED,
    PERSON,
    PHONE,
    SECRET,
    SECRET_TOO,
)
from tests.engines.redaction.pdf_files import (
    appended,
    changed,
    drawn,
    form_field,
    mark,
    mark_with_look,
    photograph,
    plain_pdf,
    property_of_file,
    typeset,
    with_picture,
)
from tests.engines.redaction.picture_files import XMP_CREATOR, encoded, exif, scene
from tests.engines.redaction.planting import Planted

_LETTER = "= Surat jawaban\nPermohonan informasi Saudara kami jawab sebagai berikut.\n\n"
_PLAIN = typeset(_LETTER + "Dokumen terlampir.")
_BELOW = typeset(_LETTER + f"#place(top + left, dy: 200pt)[{SECRET}]")  # at x 42, y 330 to 345 of 595
_AREA = (38.0, 338.0, 300.0, 360.0)
_WRITTEN = f"BT /F 12 Tf 42 345 Td ({SECRET}) Tj ET "


def planted_pdfs() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    yield from _numbers()
    yield from _covered()
    yield from _unseen()
    yield from _carried()
    yield from _marked()


def _numbers() -> Iterator[Planted]:
    for name, told in (("nik", NIK), ("nik-spasi", NIK_SPACED), ("nik-titik", NIK_DOTTED), ("nik-strip", NIK_DASHED)):
        yield Planted(f"{name}.pdf", typeset(f"{_LETTER}Pemohon dengan NIK {told} hadir."), {Kind.NIK}, [told])
    yield Planted(
        "nik-dua-baris.pdf", typeset(_LETTER + "33051252#linebreak()04850001 pemohon"), {Kind.NIK}, ["04850001"]
    )
    runs = typeset(_LETTER + 'Nomor 33051252#text(weight: "bold")[0485]0001 terdaftar.')
    yield Planted("nik-tiga-potong.pdf", runs, {Kind.NIK}, [NIK])
    mail = MAIL.replace("@", "\\@")  # a sign of Typst
    told = typeset(f"{_LETTER}Hubungi {PHONE} atau {mail}. Rekening BRI {ACCOUNT} a.n. Siti Aminah.")
    kinds = {Kind.PHONE, Kind.EMAIL, Kind.ACCOUNT, Kind.NAME}
    yield Planted("kontak.pdf", told, kinds, [PHONE, MAIL, ACCOUNT, "Siti Aminah"])


def _covered() -> Iterator[Planted]:
    box = "0 0 0 rg 38 338 262 22 re f"
    yield Planted("kotak-hitam.pdf", changed(_PLAIN, drawn(_WRITTEN + box)), {Kind.UNDER_BOX}, [SECRET])
    box_over = "#place(top + left, dy: 95pt, rect(width: 9cm, height: 20pt, fill: black))"
    over = typeset(f"{_LETTER}#place(top + left, dy: 99pt)[{SECRET}]{box_over}")
    yield Planted("kotak-typst.pdf", over, {Kind.UNDER_BOX}, [SECRET])
    white = "1 1 1 rg 38 338 262 22 re f"
    yield Planted("kotak-putih.pdf", changed(_PLAIN, drawn(_WRITTEN + white)), {Kind.UNDER_BOX}, [SECRET])
    label = f"{box} 1 1 1 rg BT /F 11 Tf 60 345 Td (DITUTUP OLEH PPID KABUPATEN) Tj ET"
    yield Planted("kotak-berlabel.pdf", changed(_PLAIN, drawn(_WRITTEN + label)), {Kind.UNDER_BOX}, [SECRET])
    turned = changed(_PLAIN, drawn(_WRITTEN + box), lambda pdf: pdf.pages[0].rotate(90, relative=True))
    yield Planted("kotak-miring.pdf", turned, {Kind.UNDER_BOX}, [SECRET])
    square = changed(_PLAIN, drawn(_WRITTEN), mark("Square", _AREA, IC=Array([0, 0, 0]), C=Array([0, 0, 0])))
    yield Planted("tanda-kotak.pdf", square, {Kind.UNDER_BOX}, [SECRET])
    looks = mark_with_look("Square", _AREA, "0 g 0 0 262 22 re f")
    yield Planted("tanda-kotak-jadi.pdf", changed(_PLAIN, drawn(_WRITTEN), looks), {Kind.UNDER_BOX}, [SECRET])
    redact = changed(_PLAIN, drawn(_WRITTEN), mark("Redact", _AREA))
    yield Planted("tanda-redaksi.pdf", redact, {Kind.UNDER_BOX}, [SECRET])
    corners = Array([38, 360, 300, 360, 38, 338, 300, 338])
    black = mark_with_look("Highlight", _AREA, "0 g 0 0 262 22 re f", QuadPoints=corners, C=Array([0, 0, 0]))
    yield Planted("stabilo-hitam.pdf", changed(_PLAIN, drawn(_WRITTEN), black), {Kind.UNDER_BOX}, [SECRET])
    yield Planted("pindaian-kotak.pdf", _scan_under_box(), {Kind.UNDER_BOX}, [])
    yield Planted("pindaian-terbaca.pdf", _scan_with_text(), {Kind.UNDER_BOX}, [SECRET])


def _scan_under_box() -> bytes:
    photo = with_picture(photograph(f"Keputusan\n{SECRET}"), 420, 595)
    return changed(typeset(""), photo, drawn("q 420 0 0 595 0 0 cm /Foto Do Q 0 0 0 rg 36 470 300 50 re f"))


def _scan_with_text() -> bytes:
    """The picture was blackened, the recognised text was not."""
    photo = with_picture(photograph(f"Keputusan\n{SECRET}", box=(36, 86, 330, 116)), 420, 595)
    text = f"BT 3 Tr /F 18 Tf 40 520 Td (Keputusan) Tj 0 -30 Td ({SECRET}) Tj ET"
    return changed(typeset(""), photo, drawn(f"q 420 0 0 595 0 0 cm /Foto Do Q {text}"))


def _unseen() -> Iterator[Planted]:
    yield Planted("putih.pdf", typeset(f"{_LETTER}#text(fill: white)[{SECRET}]"), {Kind.INVISIBLE}, [SECRET])
    yield Planted("mungil.pdf", typeset(f"{_LETTER}#text(size: 1pt)[{SECRET}]"), {Kind.INVISIBLE}, [SECRET])
    off = drawn(f"BT /F 12 Tf 42 -400 Td ({SECRET}) Tj ET")
    yield Planted("luar-halaman.pdf", changed(_PLAIN, off), {Kind.INVISIBLE}, [SECRET])
    yield Planted("tanpa-tinta.pdf", changed(_PLAIN, drawn(f"3 Tr {_WRITTEN}")), {Kind.INVISIBLE}, [SECRET])
    photo = with_picture(encoded(scene(), "JPEG"), 240, 160)
    under = drawn(f"{_WRITTEN} q 290 0 0 120 30 290 cm /Foto Do Q")
    yield Planted("bawah-gambar.pdf", changed(_PLAIN, photo, under), {Kind.INVISIBLE}, [SECRET])
    yield Planted("lapisan-mati.pdf", changed(_PLAIN, _hidden_layer), {Kind.INVISIBLE}, [SECRET])


def _hidden_layer(pdf: pikepdf.Pdf) -> None:
    drawn(f"/OC /L0 BDC {_WRITTEN} EMC")(pdf)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Catatan")))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))


def _carried() -> Iterator[Planted]:
    yield Planted("penulis.pdf", changed(_PLAIN, property_of_file(Author=PERSON)), {Kind.METADATA}, [PERSON])
    title = property_of_file(Title=r"C:\Users\Sulastri\Konsep SK.docx")
    yield Planted("judul-jalur.pdf", changed(_PLAIN, title), {Kind.METADATA}, ["Konsep SK"])
    packet = XMP_CREATOR % PERSON.encode()
    xmp = changed(_PLAIN, lambda pdf: setattr(pdf.Root, "Metadata", pdf.make_stream(packet, Type=Name.Metadata)))
    yield Planted("xmp.pdf", xmp, {Kind.METADATA}, [PERSON])
    attached = changed(
        _PLAIN, lambda pdf: pdf.attachments.__setitem__("daftar-warga.csv", b"nama;nik\n" + SECRET.encode())
    )
    yield Planted("lampiran.pdf", attached, {Kind.ATTACHMENT}, ["daftar-warga.csv"])
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('contoh')"))
    yield Planted(
        "program.pdf",
        changed(_PLAIN, lambda pdf: setattr(pdf.Root, "OpenAction", script)),
        {Kind.SCRIPT},
        ["app.alert"],
    )
    filled = changed(_PLAIN, form_field("catatan", SECRET, (42, 300, 300, 320)))
    yield Planted("formulir.pdf", filled, {Kind.FORM_DATA}, [])
    nik = changed(_PLAIN, form_field("nik", NIK, (42, 300, 300, 320)))
    yield Planted("formulir-nik.pdf", nik, {Kind.FORM_DATA, Kind.NIK}, [NIK])
    old = plain_pdf(changed(_PLAIN, drawn(_WRITTEN)))
    yield Planted("versi-lama.pdf", appended(old, b"BT ET"), {Kind.OLD_REVISION}, [SECRET])
    photo = encoded(scene(), "JPEG", exif=exif({0x013B: PERSON}, place=True))
    placed = changed(_PLAIN, with_picture(photo, 240, 160), drawn("q 240 0 0 160 60 100 cm /Foto Do Q"))
    yield Planted("foto-lokasi.pdf", placed, {Kind.GPS, Kind.METADATA}, [PERSON])
    yield Planted("penanda.pdf", changed(_PLAIN, _bookmark), {Kind.NIK}, [NIK])
    yield Planted("gambar-mini.pdf", changed(_PLAIN, _thumbnail), {Kind.THUMBNAIL}, [])


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Berkas {NIK}", 0))


def _thumbnail(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Thumb = pikepdf.Stream(
        pdf, b"\x80" * 48, Width=4, Height=4, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
    )


def _marked() -> Iterator[Planted]:
    note = mark("Text", (50, 50, 70, 70), Contents=String(SECRET), T=String(PERSON))
    yield Planted("catatan-tempel.pdf", changed(_PLAIN, note), {Kind.COMMENT}, [SECRET, PERSON])
    said = mark_with_look("Highlight", _AREA, "1 1 0 rg 0 0 40 22 re f", Contents=String(SECRET_TOO), T=String(PERSON))
    yield Planted("stabilo-berkomentar.pdf", changed(_PLAIN, said), {Kind.COMMENT}, [SECRET_TOO, PERSON])
    file = Dictionary(Type=Name.Filespec, F=String("daftar-warga.xlsx"), UF=String("daftar-warga.xlsx"))
    yield Planted(
        "tempelan-berkas.pdf",
        changed(_PLAIN, mark("FileAttachment", (50, 50, 70, 70), FS=file)),
        {Kind.ATTACHMENT},
        ["daftar-warga"],
    )
    share = Dictionary(S=Name.URI, URI=String("file://server-arsip/rahasia/nota.pdf"))
    yield Planted(
        "tautan-dalam.pdf",
        changed(_PLAIN, mark("Link", (50, 50, 90, 70), A=share)),
        {Kind.OUTSIDE_LINK},
        ["server-arsip"],
    )
    letter = Dictionary(S=Name.URI, URI=String(f"mailto:{MAIL}"))
    yield Planted("tautan-surel.pdf", changed(_PLAIN, mark("Link", (50, 50, 90, 70), A=letter)), {Kind.EMAIL}, [MAIL])
