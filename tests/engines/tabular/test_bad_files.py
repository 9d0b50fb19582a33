"""What is no table gets a sentence that says what it is and what to do; what would burst is refused unread."""

from __future__ import annotations

import io
import zipfile

import pytest

from selaras.engines.tabular import (
    DamagedFile,
    DisguisedFile,
    EmptyFile,
    NotATable,
    ProtectedFile,
    TabularError,
    TooLarge,
    describe,
    read_tables,
)
from selaras.engines.tabular.recognition import OLE
from selaras.engines.tabular.table import Limits
from tests.torture.files import workbook


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def far_cell(place: str) -> bytes:
    """A workbook whose one sheet claims a cell far away: two cells that span a huge rectangle."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(out, "w") as bad:
        for entry in good.infolist():
            content = good.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(
                    b"</sheetData>", f'<row><c r="{place}"><v>1</v></c></row></sheetData>'.encode()
                )
            bad.writestr(entry.filename, content)
    return out.getvalue()


GOOD = workbook(lambda sheet: [sheet.append(["No", "Usulan"]), sheet.append([1, "Talud"])])
CASES: list[tuple[str, bytes, type[TabularError], str]] = [
    ("empty", b"", EmptyFile, "kosong"),
    ("blank", b"\xef\xbb\xbf \r\n\r\n", EmptyFile, "kosong"),
    ("empty workbook", workbook(lambda _: None), EmptyFile, "tidak berisi tabel"),
    ("pdf", b"%PDF-1.7\n...", NotATable, "PDF"),
    ("png", b"\x89PNG\r\n\x1a\n" + bytes(40), NotATable, "gambar"),
    ("photo", b"\xff\xd8\xff\xe0" + bytes(40), NotATable, "foto"),
    ("doc", OLE + bytes(600) + "WordDocument".encode("utf-16-le"), NotATable, "Word lama"),
    ("docx", zipped(word__document_xml=b"<w/>"), NotATable, "Word"),
    ("zip", zipped(isi=b"a,b"), NotATable, "ZIP"),
    ("html as xls", b"<html><table><tr><td>No</td></tr></table>", DisguisedFile, "halaman web"),
    ("xml", b"<?xml version='1.0'?><Workbook/>", NotATable, "XML"),
    ("protected", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), ProtectedFile, "kata sandi"),
    ("cut workbook", GOOD[: len(GOOD) // 2], DamagedFile, "rusak"),
    ("broken xls", OLE + "Workbook".encode("utf-16-le") + bytes(2000), DamagedFile, "rusak"),
    ("noise", bytes(range(1, 32)) * 40, NotATable, "bukan tabel"),
    ("far row and column", far_cell("XFD1048576"), TooLarge, "terlalu besar"),
    ("far column", far_cell("ZZZ9"), TooLarge, "terlalu besar"),
]


@pytest.mark.parametrize(("content", "error", "word"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_it_is_refused_with_a_sentence_that_says_what_to_do(
    content: bytes, error: type[TabularError], word: str
) -> None:
    with pytest.raises(error, match=word) as refused:
        read_tables(content, "usulan.xlsx")
    with pytest.raises(error, match=word):
        describe(content, "usulan.xlsx")
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert any(verb in sentence for verb in ("Kirim", "kirim", "Periksa", "Buka", "Simpan", "Hapus", "Pecah"))


def test_a_workbook_is_known_by_its_bytes_whatever_its_name() -> None:
    assert read_tables(GOOD, "usulan.csv")[0].facts.kind == "xlsx"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(xl__workbook_xml=b"<w/>", xl__worksheets__sheet1_xml=b"0" * 30_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge):
        read_tables(bomb, "x.xlsx", limits=Limits(bytes=10_000_000))


@pytest.mark.parametrize("limits", [Limits(rows=3), Limits(columns=2), Limits(bytes=20)])
def test_the_limits_hold_for_text_too(limits: Limits) -> None:
    with pytest.raises(TooLarge):
        read_tables(b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "x.csv", limits=limits)


def test_a_formula_is_its_last_value_and_never_run() -> None:
    content = workbook(lambda sheet: [sheet.append(["No", "Usulan"]), sheet.append([1, "=HYPERLINK(1)"])])
    assert read_tables(content, "x.xlsx")[0].rows[0].cells == (1, "")
