"""A person decides: what is kept stays, what is drawn over goes, and each finding has its sentence."""

from __future__ import annotations

import io

import openpyxl
import pikepdf
import pytest
from docx.oxml import parse_xml
from pikepdf import Array, String
from PIL import Image

from selaras.engines.redaction import Box, FileKind, Finding, Kind, NotClean, UnknownFinding, inspect, release
from tests.engines.redaction.invented import NIK, OTHER_NIK, PERSON, PHONE, SECRET
from tests.engines.redaction.office_files import document, workbook
from tests.engines.redaction.other_tools import need, pdftotext
from tests.engines.redaction.pdf_files import changed, mark, property_of_file, typeset
from tests.engines.redaction.picture_files import encoded, exif, scene


def _only(kind: Kind, found: tuple[Finding, ...]) -> frozenset[str]:
    return frozenset(one.id for one in found if one.kind is kind)


def test_a_finding_has_the_same_number_each_time() -> None:
    content = workbook(lambda book: book["Data"].append([f"{NIK} dan {PHONE}"]))
    assert inspect("a.xlsx", content) == inspect("a.xlsx", content)


def test_a_finding_says_what_where_and_how_it_is_mended() -> None:
    content = workbook(lambda book: book["Data"].__setitem__("B7", f"NIK {NIK}"))
    (one,) = inspect("a.xlsx", content).findings
    assert (one.place, one.excerpt, one.mending.value) == ('lembar "Data" B7', NIK, "disamarkan")
    assert one.sentence == 'Lembar "Data" B7: ada nomor induk kependudukan (NIK).'


def test_what_was_decided_to_stay_stays_and_the_rest_goes() -> None:
    content = workbook(lambda book: book["Data"].append([f"NIK {NIK}", f"NIK {OTHER_NIK}"]))
    first, second = inspect("a.xlsx", content).findings
    copy = release("a.xlsx", content, keep={second.id})
    sheet = openpyxl.load_workbook(io.BytesIO(copy.content))["Data"]
    assert [sheet["A4"].value, sheet["B4"].value] == ["NIK [disamarkan]", f"NIK {OTHER_NIK}"]
    said = {one.finding.id: one.sentence for one in copy.done}
    assert said[second.id].endswith("dibiarkan atas keputusan petugas.")
    assert said[first.id].endswith("disamarkan.")


KEPT = [
    ("properti.pdf", changed(typeset("Surat"), property_of_file(Author=PERSON, Keywords=f"NIK {NIK}")), Kind.METADATA),
    ("catatan.pdf", changed(typeset("Surat"), mark("Text", (9, 9, 20, 20), Contents=String(SECRET))), Kind.COMMENT),
    ("foto.jpg", encoded(scene(), "JPEG", exif=exif({0x013B: PERSON}, place=True)), Kind.GPS),
    ("foto.png", encoded(scene(), "PNG", exif=exif({0x013B: PERSON}, place=True)), Kind.METADATA),
    ("penulis.docx", document(lambda one: setattr(one.core_properties, "author", PERSON)), Kind.METADATA),
    ("tersembunyi.xlsx", workbook(lambda book: book["Data"].row_dimensions.__getitem__(2).__setattr__("hidden", True)),
     Kind.HIDDEN_CELLS),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "kind"), KEPT, ids=[one[0] for one in KEPT])
def test_any_kind_of_finding_may_stay(name: str, content: bytes, kind: Kind) -> None:
    found = inspect(name, content).findings
    copy = release(name, content, keep=_only(kind, found))
    left = inspect(name, copy.content).findings
    assert [(one.kind, one.excerpt) for one in left] == [(one.kind, one.excerpt) for one in found if one.kind is kind]


def test_a_finding_that_is_not_of_this_file_cannot_be_kept() -> None:
    with pytest.raises(UnknownFinding, match="tidak ada di berkas ini"):
        release("a.xlsx", workbook(), keep={"0123456789ab"})


def test_the_name_of_the_file_is_looked_at_too() -> None:
    copy = release(f"KTP_{NIK}.xlsx", workbook())
    assert copy.name == "KTP disamarkan.xlsx"
    assert [one.finding.place for one in copy.done] == ["nama berkas"]


def test_only_pages_with_findings_become_pictures() -> None:
    need("pdftotext")
    content = typeset(f"Halaman satu\n#pagebreak()\nPemohon {NIK}\n#pagebreak()\nHalaman tiga")
    copy = release("a.pdf", content)
    assert pdftotext(copy.content).split() == ["Halaman", "satu", "Halaman", "tiga"]
    (done,) = copy.done
    assert done.sentence == "Halaman 2: NIK ditutup; halaman ini menjadi gambar tanpa tulisan yang dapat disalin."


def test_a_masked_number_is_black_on_the_picture_of_its_page() -> None:
    content = typeset(f"Pemohon {NIK}")
    (one,) = inspect("a.pdf", content).findings
    picture = _first_picture(release("a.pdf", content).content)
    (box,) = one.boxes
    middle = (int((box.left + box.right) / 2 * picture.width), int((box.top + box.bottom) / 2 * picture.height))
    assert picture.convert("L").getpixel(middle) == 0


def test_invisible_text_leaves_no_black_bar() -> None:
    picture = _first_picture(release("a.pdf", typeset("#text(fill: white)[Tulisan putih di atas putih]")).content)
    assert picture.convert("L").getextrema()[0] > 250


def test_faint_text_is_painted_over() -> None:
    """A picture of the page would still show it to whoever raises the contrast."""
    picture = _first_picture(release("a.pdf", typeset('#text(fill: rgb("#f0f0f0"))[Tulisan hampir putih]')).content)
    assert picture.convert("L").getextrema()[0] == 0


def test_a_box_that_a_person_draws_on_a_page_takes_away_what_is_under_it() -> None:
    need("pdftotext")
    content = typeset("Halaman satu\n#pagebreak()\nHalaman dua")
    copy = release("a.pdf", content, boxes=[Box(0.0, 0.0, 0.5, 0.5, page=2)])
    assert pdftotext(copy.content).split() == ["Halaman", "satu"]
    assert _first_picture(copy.content, page=1).convert("L").getpixel((20, 20)) == 0


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_box_that_a_person_draws_on_a_picture_is_painted(form: str) -> None:
    content = encoded(scene(), form, exif=exif(place=True, turned=6))
    copy = release("a", content, boxes=[Box(0.1, 0.1, 0.3, 0.2)]).content
    with Image.open(io.BytesIO(copy)) as picture:
        assert picture.size == (160, 240)  # upright now
        assert max(picture.convert("RGB").getpixel((30, 36))) < 8
    assert inspect("a", copy).findings == ()
    assert inspect("a", copy).file is FileKind[form]


def test_boxes_are_for_pages_and_pictures() -> None:
    with pytest.raises(NotClean, match="sebagai PDF"):
        release("a.xlsx", workbook(), boxes=[Box(0, 0, 1, 1)])


def test_a_box_on_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotClean, match="Halaman 2 tidak ada"):
        release("a.pdf", typeset("Satu halaman"), boxes=[Box(0, 0, 1, 1, page=2)])


def test_a_black_shape_over_a_document_is_left_to_the_person() -> None:
    shape = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:pict>'
        '<v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;width:90pt;height:20pt" '
        'fillcolor="black"/></w:pict></w:r></w:p>'
    )
    content = document(lambda one: one.element.body.insert(0, parse_xml(shape)))
    (one,) = inspect("a.docx", content).findings
    assert (one.kind, one.mending.value) == (Kind.UNDER_BOX, "perlu diperbaiki sendiri")
    with pytest.raises(NotClean, match="simpan sebagai PDF"):
        release("a.docx", content)


def test_a_signature_is_said_not_to_hold_on_the_copy() -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=String("ttd"), V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=Array([pdf.make_indirect(field)]))

    seen = inspect("a.pdf", changed(typeset("Surat"), sign))
    assert seen.findings == ()
    assert seen.unread == ("Tanda tangan elektronik berkas ini tidak berlaku lagi pada salinannya.",)


def _first_picture(content: bytes, page: int = 0) -> Image.Image:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return pikepdf.PdfImage(pdf.pages[page].obj.Resources.XObject.Halaman).as_pil_image()
