"""Documents that hide something where nobody looks: styles, descriptions, choices, the cut part of a photo."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from selaras.engines.redaction import Kind
from tests.engines.redaction.invented import MAIL, NIK, OTHER_NIK, SECRET
from tests.engines.redaction.office_files import document, linked, repacked, typed
from tests.engines.redaction.pdf_files import photograph
from tests.engines.redaction.picture_files import encoded, scene
from tests.engines.redaction.planting import Planted

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_DIAGRAM = "word/diagrams/drawing1.xml"


def documents_with_something_behind() -> Iterator[Planted]:
    """Each with what must be found in it, and what must not be left."""
    yield from _unseen()
    yield from _described()
    yield from _chosen()
    yield Planted("gambar-dipotong.docx", document(_cut_photo), {Kind.HIDDEN_DATA})


def _paragraph(inner: str, properties: str = "") -> bytes:
    paragraph = f"<w:p {_W} {_W14}>{properties}{inner}</w:p>"
    return document(lambda one: one.element.body.insert(0, parse_xml(paragraph)))


def _run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def _unseen() -> Iterator[Planted]:
    def white(one: Document) -> None:
        one.styles.add_style("Samar", 2).font.color.rgb = RGBColor(255, 255, 255)
        one.add_paragraph("Nilai: ").add_run(SECRET, style="Samar")

    def small(one: Document) -> None:
        one.styles.add_style("Kecil", 2).font.size = Pt(1)
        one.add_paragraph("Nilai: ").add_run(SECRET, style="Kecil")

    yield Planted("gaya-putih.docx", document(white), {Kind.INVISIBLE}, [SECRET])
    yield Planted("gaya-mungil.docx", document(small), {Kind.INVISIBLE}, [SECRET])
    unfilled = "<w:rPr><w14:textFill><w14:noFill/></w14:textFill></w:rPr>"
    yield Planted("tanpa-isi.docx", _paragraph(_run(SECRET, unfilled)), {Kind.INVISIBLE}, [SECRET])
    squeezed = '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
    yield Planted("baris-tipis.docx", _paragraph(_run(SECRET), squeezed), {Kind.INVISIBLE}, [SECRET])


def _picture(**told: str) -> bytes:
    def change(one: Document) -> None:
        one.add_picture(io.BytesIO(encoded(scene(), "PNG")))
        for element in one.element.body.iter(qn("wp:docPr")):
            for key, value in told.items():
                element.set(key, value)

    return document(change)


def _described() -> Iterator[Planted]:
    yield Planted("teks-alternatif.docx", _picture(descr=f"KTP {NIK}"), {Kind.NIK}, [NIK])
    path = _picture(descr=r"C:\Users\Sulastri\Pictures\ktp.jpg")
    yield Planted("teks-alternatif-jalur.docx", path, {Kind.METADATA}, ["Sulastri"])
    yield Planted("gambar-tersembunyi.docx", _picture(hidden="1"), {Kind.HIDDEN_DATA})
    table = parse_xml(f'<w:tblDescription {_W} w:val="NIK {NIK}"/>')
    described = document(lambda one: one.add_table(1, 1)._tbl.tblPr.append(table))
    yield Planted("tabel-berketerangan.docx", described, {Kind.NIK}, [NIK])
    link = f'<w:hyperlink w:anchor="x" w:tooltip="NIK {NIK}">{_run("lihat")}</w:hyperlink>'
    yield Planted("petunjuk-tautan.docx", _paragraph(link), {Kind.NIK}, [NIK])
    diagram = (
        '<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dsp:spTree><dsp:sp><dsp:txBody><a:p><a:r>'
        f"<a:t>NIK {NIK}</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>"
    )
    kind = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
    parts = {
        _DIAGRAM: diagram.encode(),
        "word/_rels/document.xml.rels": linked(kind, "diagrams/drawing1.xml"),
        "[Content_Types].xml": typed(_DIAGRAM, "application/vnd.ms-office.drawingml.diagramDrawing+xml"),
    }
    yield Planted("diagram.docx", repacked(document(), parts), {Kind.NIK}, [NIK])


def _chosen() -> Iterator[Planted]:
    choices = f'<w:dropDownList><w:listItem w:displayText="Warga {NIK}" w:value="1"/></w:dropDownList>'
    held = f"<w:sdt><w:sdtPr>{choices}</w:sdtPr><w:sdtContent>{_run('Pilih')}</w:sdtContent></w:sdt>"
    yield Planted("pilihan.docx", _paragraph(held), {Kind.NIK}, [NIK])
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/>'
        f'<w:helpText w:type="text" w:val="NIK {NIK}"/><w:ddList><w:listEntry w:val="{OTHER_NIK}"/></w:ddList>'
        "</w:ffData></w:fldChar></w:r>"
    )
    yield Planted("isian-lama.docx", _paragraph(field), {Kind.NIK}, [NIK, OTHER_NIK])
    mail = f'<w:fldSimple w:instr=" HYPERLINK &quot;mailto:{MAIL}&quot; ">{_run("hubungi")}</w:fldSimple>'
    yield Planted("bidang-surel.docx", _paragraph(mail), {Kind.EMAIL}, [MAIL])


def _cut_photo(one: Document) -> None:
    one.add_picture(io.BytesIO(photograph(f"Kartu\n{SECRET}")))
    shown = next(one.element.body.iter(qn("pic:blipFill")))
    cut = OxmlElement("a:srcRect")
    cut.set("b", "60000")
    shown.insert(1, cut)
