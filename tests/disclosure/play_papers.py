"""What goes through people's hands in the play of a case: files with a NIK in them, and letters. All invented."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from pathlib import Path

import docx
from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import Download, Locator, Page

from tests.engines.redaction.other_tools import pdftotext
from tests.engines.redaction.pdf_files import changed, drawn, typeset

SHOWN = "Belanja desa Rp 1.250.000.000."
HIDDEN = "3305221708850002"  # NIK, invented
_DPI = "80"


def a_card() -> bytes:
    """A photograph of an identity card, without anything on it."""
    Image.new("RGB", (1000, 640), (200, 220, 230)).save(out := io.BytesIO(), "JPEG")
    return out.getvalue()


def report_under_a_box() -> bytes:
    """A page on which somebody painted a black box over a NIK, which stays readable below it, and a page without."""
    written = f"BT /F 12 Tf 42 345 Td (Penerima: NIK {HIDDEN}) Tj ET 0 0 0 rg 38 338 262 22 re f"
    plain = typeset(f"= Laporan APBDes 2019 (contoh)\nPenerima bantuan.\n#pagebreak()\n{SHOWN}")
    return changed(plain, drawn(written))


def list_with_a_hidden_sheet() -> bytes:
    """Numbers for all, and a sheet with persons that is only out of sight."""
    book, target = Workbook(), io.BytesIO()
    for row in (("Dusun", "Penerima"), ("Krajan", 14), ("Sidareja", 9)):
        book.active.append(row)
    persons = book.create_sheet("Rincian")
    persons.append(("Parto (contoh)", HIDDEN))
    persons.sheet_state = "hidden"
    book.save(target)
    return target.getvalue()


@dataclass
class Drawer:
    """Where the letters are kept, and as pictures where somebody wants to look at them."""

    folder: Path
    pictured: bool

    def take(self, page: Page, link: Locator, name: str) -> bytes:
        """What a link gives to keep."""
        with page.expect_download() as told:
            link.click()
        return self._kept(told.value, name)

    def _kept(self, download: Download, name: str) -> bytes:
        path = self.folder / name
        download.save_as(path)
        if self.pictured:
            _picture(path)
        return path.read_bytes()


def _picture(path: Path) -> None:
    if path.suffix == ".docx":
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", path.parent / "docx", path],
            check=True, capture_output=True,
        )  # fmt: skip
        path = path.parent / "docx" / f"{path.stem}.pdf"
    if path.suffix == ".pdf":
        subprocess.run(["pdftoppm", "-png", "-r", _DPI, path, path.with_suffix("")], check=True)


def words_of(name: str, content: bytes) -> str:
    """What a letter says, as a program that is not ours reads it, in one line."""
    if name.endswith(".pdf"):
        return " ".join(pdftotext(content).split())
    page = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([line.text for line in page.paragraphs] + cells).split())
