"""Documents with one leak each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import MAIL, NIK, NIK_SPACED, PERSON, PHONE, SECRET, SECRET_TOO
from tests.engines.redaction.office_files import OFFICE, document, linked, repacked, replaced, typed, workbook
from tests.engines.redaction.picture_files import encoded, exif, scene
from tests.engines.redaction.planting import Planted

_TEXT, _SETTINGS = "word/document.xml", "word/settings.xml"
_LINKS = "word/_rels/document.xml.rels"


def planted_documents() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    yield from _personal()
    yield from _unseen()
    yield from _edited()
    yield from _carried()


def _says(text: str) -> Callable[[Document], object]:
    return lambda one: one.add_paragraph(text)


def _personal() -> Iterator[Planted]:
    yield Planted("nik.docx", document(_says(f"Pemohon {NIK_SPACED} hadir.")), {Kind.NIK}, [NIK_SPACED])

    def runs(one: Document) -> None:
        paragraph = one.add_paragraph("NIK 33051")
        paragraph.add_run("252048").bold = True
        paragraph.add_run("50001 terdaftar")

    yield Planted("nik-tiga-potong.docx", document(runs), {Kind.NIK}, ["252048"])

    def cells(one: Document) -> None:
        table = one.add_table(2, 2)
        for at, text in enumerate(("Nama Penerima", "No. HP", "Suparno", "81234567890")):
            table.cell(at // 2, at % 2).text = text

    yield Planted("tabel.docx", document(cells), {Kind.NAME, Kind.PHONE}, ["Suparno", "81234567890"])

    def boxes(one: Document) -> None:
        table = one.add_table(1, 16)
        for at, digit in enumerate(NIK):
            table.cell(0, at).text = digit

    yield Planted("nik-kotak.docx", document(boxes), {Kind.NIK}, [])

    def header(one: Document) -> None:
        one.sections[0].header.paragraphs[0].text = f"Narahubung {PHONE}, {MAIL}"

    yield Planted("kepala.docx", document(header), {Kind.PHONE, Kind.EMAIL}, [PHONE, MAIL])


def _run(change: Callable[[object], object]) -> bytes:
    return document(lambda one: change(one.add_paragraph("Nilai: ").add_run(SECRET)))


def _unseen() -> Iterator[Planted]:
    yield Planted("tersembunyi.docx", _run(lambda run: setattr(run.font, "hidden", True)), {Kind.INVISIBLE}, [SECRET])  # type: ignore[attr-defined]
    white = _run(lambda run: setattr(run.font.color, "rgb", RGBColor(255, 255, 255)))  # type: ignore[attr-defined]
    yield Planted("putih.docx", white, {Kind.INVISIBLE}, [SECRET])
    yield Planted("mungil.docx", _run(lambda run: setattr(run.font, "size", Pt(1))), {Kind.INVISIBLE}, [SECRET])  # type: ignore[attr-defined]
    black = _run(lambda run: setattr(run.font, "highlight_color", WD_COLOR_INDEX.BLACK))  # type: ignore[attr-defined]
    yield Planted("stabilo-hitam.docx", black, {Kind.UNDER_BOX}, [SECRET])

    def style(one: Document) -> None:
        one.styles.add_style("Sembunyi", 2).font.hidden = True
        one.add_paragraph("Nilai: ").add_run(SECRET, style="Sembunyi")

    yield Planted("gaya-tersembunyi.docx", document(style), {Kind.INVISIBLE}, [SECRET])


def _edited() -> Iterator[Planted]:
    def noted(one: Document) -> None:
        one.add_comment(one.paragraphs[0].runs, text=SECRET, author=PERSON, initials="SC")

    yield Planted("komentar.docx", document(noted), {Kind.COMMENT}, [SECRET, PERSON])
    yield Planted("dihapus.docx", document(_change("del", "delText")), {Kind.TRACKED_CHANGE}, [SECRET, PERSON])
    yield Planted("disisipkan.docx", document(_change("ins", "t")), {Kind.TRACKED_CHANGE}, [PERSON])

    def form(one: Document) -> None:
        properties = one.add_paragraph("Tebal").runs[0]._r.get_or_add_rPr()
        properties.append(_element("rPrChange"))

    yield Planted("bentuk-diubah.docx", document(form), {Kind.TRACKED_CHANGE}, [PERSON])


def _element(name: str):  # type: ignore[no-untyped-def]
    made = OxmlElement(f"w:{name}")
    made.set(qn("w:id"), "7")
    made.set(qn("w:author"), PERSON)
    return made


def _change(name: str, text: str) -> Callable[[Document], None]:
    def change(one: Document) -> None:
        holder, run, told = _element(name), OxmlElement("w:r"), OxmlElement(f"w:{text}")
        told.text = SECRET
        run.append(told)
        holder.append(run)
        one.add_paragraph("Diubah: ")._p.append(holder)

    return change


def _carried() -> Iterator[Planted]:
    yield Planted(
        "penulis.docx", document(lambda one: setattr(one.core_properties, "author", PERSON)), {Kind.METADATA}, [PERSON]
    )
    template = repacked(
        document(),
        {
            "word/_rels/settings.xml.rels": linked(
                f"{OFFICE}/attachedTemplate", "file:///C:/Users/Sulastri/Surat.dotx", True
            )
        },
    )
    yield Planted("templat.docx", template, {Kind.OUTSIDE_LINK}, ["Sulastri"])
    embedded = repacked(
        document(),
        {
            "word/embeddings/Buku1.xlsx": workbook(lambda book: book["Data"].__setitem__("A9", SECRET)),
            _LINKS: linked(f"{OFFICE}/package", "embeddings/Buku1.xlsx"),
            "[Content_Types].xml": typed("word/embeddings/Buku1.xlsx", "application/vnd.openxmlformats-package"),
        },
    )
    yield Planted("sisipan.docx", embedded, {Kind.ATTACHMENT}, [SECRET])
    variable = f'<w:docVars><w:docVar w:name="catatan" w:val="{SECRET_TOO}"/></w:docVars></w:settings>'
    kept = repacked(document(), {_SETTINGS: replaced("</w:settings>", variable)})
    yield Planted("variabel.docx", kept, {Kind.HIDDEN_DATA}, [SECRET_TOO])
    data = repacked(
        document(),
        {
            "customXml/item9.xml": f"<data><nilai>{SECRET}</nilai></data>".encode(),
            _LINKS: linked(f"{OFFICE}/customXml", "../customXml/item9.xml"),
        },
    )
    yield Planted("data-xml.docx", data, {Kind.HIDDEN_DATA}, [SECRET])
    photo = encoded(scene(), "JPEG", exif=exif({0x013B: PERSON}, place=True))
    yield Planted(
        "foto.docx", document(lambda one: one.add_picture(io.BytesIO(photo))), {Kind.GPS, Kind.METADATA}, [PERSON]
    )
    field = document(lambda one: one.add_paragraph("Isi: ")._p.append(_field(r'INCLUDETEXT "D:\\arsip\\rahasia.docx"')))
    yield Planted("bidang.docx", field, {Kind.OUTSIDE_LINK}, ["rahasia.docx"])


def _field(code: str):  # type: ignore[no-untyped-def]
    field, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), code)
    text.text = "hasil"
    run.append(text)
    field.append(run)
    return field
