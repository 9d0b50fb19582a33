"""A producer sends a messy workbook, tells its columns, mends the copy; the steward releases it; the public sees it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from selaras.background import work_off
from selaras.sectoral.examining import table_of
from selaras.sectoral.models import Dataset, Version
from selaras.sectoral.queries import tables_visible_to
from tests.sectoral.actions.test_drafting import SAMPLE
from tests.sectoral.room import CODE, producer, room, steward
from tests.web.browser import DESKTOP, PHONE, chromium, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROWS: list[list[Any]] = [
    ["PENDUDUK MENURUT DESA DAN JENIS KELAMIN (CONTOH)"],
    ["Keadaan 31 Desember 2019"],
    [],
    ["No", "Nama Desa", "Penduduk (jiwa)", None, "L+P"],
    [None, None, "Laki", "Perempuan", None],
    [1, "Ayah", "1.250", "1.300", "2.550"],
    [2, "Srati", "900", "890", "1.799"],
    [3, "Argosari", "1.001", "seribu", "2.001"],
    [None, "Jumlah", "3.151", "3.190", "6.350"],
]


def messy(place: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    for merged in ("A1:E1", "A4:A5", "B4:B5", "C4:D4", "E4:E5"):
        sheet.merge_cells(merged)
    book.save(place)
    return place


def opened(chromium: Browser, live_server: Any, account: Any, viewport: Any) -> Page:
    context = chromium.new_context(locale="id-ID", viewport=viewport, base_url=live_server.url)
    sign_in(context, account, live_server.url)
    return context.new_page()


def send(page: Page, file: Path) -> None:
    page.goto(f"/meja/data/himpunan/{CODE}/")
    page.get_by_label("Kirim data").set_input_files(file)
    page.get_by_role("button", name="Kirim dan periksa").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("sedang diperiksa")
    work_off("test")
    page.reload()


def mend(copy: Path) -> None:
    """As a person does it: look for the coloured cells, write what the remark asks for, save."""
    book = openpyxl.load_workbook(copy)
    sheet = book.worksheets[0]
    coloured = [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.comment]
    assert coloured == ["C7", "D8"]
    sheet["E7"], sheet["D8"] = "1.790", "1.000"
    book.save(copy)


def reads(page: Page) -> None:
    """Somebody from the public finds the chart, the rows and the file; nothing of the version that was sent first."""
    page.goto("/data/")
    page.get_by_role("link", name="Jumlah penduduk menurut desa (contoh)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jumlah penduduk menurut desa (contoh)")
    expect(page.locator("td.chart-cell svg").first).to_be_visible()
    assert page.locator("td.chart-cell rect").count() == 3
    expect(page.get_by_role("region", name="Baris pertama tabel").get_by_role("cell", name="2.550")).to_be_visible()
    expect(page.get_by_role("heading", name="Versi", exact=True)).to_be_visible()
    expect(page.get_by_text("Versi 1", exact=True)).to_have_count(0)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).first.click()
    assert Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()[1:] == [
        "Ayah,1250,1300,2550",
        "Srati,900,890,1790",
        "Argosari,1001,1000,2001",
    ]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_a_messy_workbook_to_the_release(
    chromium: Browser, live_server: Any, tmp_path: Path, viewport: dict[str, int]
) -> None:
    room()
    sender = opened(chromium, live_server, producer(), viewport)
    send(sender, messy(tmp_path / "rekap.xlsx"))
    sender.get_by_role("link", name="Cocokkan kolom").click()
    expect(sender.get_by_role("heading", level=1)).to_contain_text("kolom berkas ini kami kenali")
    sender.get_by_label("Nama Desa", exact=True).select_option("desa")
    sender.get_by_label("Penduduk (jiwa) / Laki", exact=True).select_option("laki")
    sender.get_by_label("Penduduk (jiwa) / Perempuan", exact=True).select_option("perempuan")
    sender.get_by_label("L+P", exact=True).select_option("jumlah")
    sender.get_by_label("No", exact=True).select_option("")
    sender.get_by_role("button", name="Pakai pencocokan ini dan periksa").click()
    expect(sender.get_by_role("heading", level=1)).to_contain_text("sedang diperiksa")
    work_off("test")
    sender.reload()
    expect(sender.get_by_role("heading", level=1)).to_have_text("Versi 1 belum sesuai standar: 2 temuan")
    with sender.expect_download() as waiting:
        sender.get_by_role("link", name=re.compile("Unduh salinan bercatatan")).click()
    copy = tmp_path / "mended.xlsx"
    waiting.value.save_as(copy)
    mend(copy)
    send(sender, copy)
    expect(sender.get_by_role("heading", level=1)).to_have_text("Versi 2 sesuai standar")
    expect(sender.get_by_text("Kolomnya dicocokkan seperti yang pernah dipilih.")).to_be_visible()
    sender.get_by_role("button", name="Ajukan kepada walidata").click()
    expect(sender.get_by_role("heading", level=1)).to_have_text("Versi 2 menunggu walidata")
    keeper = opened(chromium, live_server, steward(), viewport)
    keeper.goto("/meja/data/")
    keeper.get_by_role("link", name=re.compile("versi 2")).click()
    keeper.get_by_role("button", name="Rilis versi ini").click()
    expect(keeper.get_by_role("heading", level=1)).to_have_text("Versi 2 dirilis")
    version = tables_visible_to(producer()).get(number=2)
    assert (version.state, version.dataset.state) == (Version.State.RELEASED, Dataset.State.RELEASED)
    assert [row[1:] for row in table_of(version).rows()] == [(1250, 1300, 2550), (900, 890, 1790), (1001, 1000, 2001)]
    reader = chromium.new_context(locale="id-ID", viewport=viewport, base_url=live_server.url).new_page()
    reads(reader)


def test_a_standard_by_answering_questions_also_over_a_lost_connection(chromium: Browser, live_server: Any) -> None:
    room()
    sender = opened(chromium, live_server, producer(), PHONE)
    sender.goto(f"/meja/data/himpunan/{CODE}/standar/")
    sample = {"name": "contoh.csv", "mimeType": "text/csv", "buffer": SAMPLE}
    sender.get_by_label("Berkas contoh atau standar").set_input_files(sample)  # type: ignore[arg-type]
    sender.get_by_role("button", name="Baca berkas ini").click()
    expect(sender.get_by_role("heading", level=1)).to_have_text("kode desa")
    expect(sender.get_by_label("Apa isinya?")).to_have_value("code")
    sender.get_by_role("button", name="Simpan dan lanjut").click()
    expect(sender.get_by_role("alert")).to_contain_text("Kode tanpa sistem dan versi")
    sender.get_by_label("Dari daftar mana, versi mana?").fill("kemendagri@2019")
    sender.get_by_role("button", name="Simpan dan lanjut").click()
    expect(sender.get_by_role("heading", level=1)).to_have_text("desa")
    sender.close()
    later = opened(chromium, live_server, producer(), PHONE)
    later.goto(f"/meja/data/himpunan/{CODE}/standar/")
    later.get_by_role("link", name="Lanjutkan").click()
    expect(later.get_by_label("Dari daftar mana, versi mana?")).to_have_value("kemendagri@2019")
    for following in ("desa", "luas (km2)", "laki", "perempuan", "jumlah"):
        later.get_by_role("link", name=following, exact=True).click()
        expect(later.get_by_role("heading", level=1)).to_have_text(following)
        later.get_by_role("button", name="Simpan dan lanjut").click()
        expect(later.get_by_role("heading", level=1)).not_to_have_text(following)
    expect(later.get_by_label(re.compile("laki . perempuan harus sama dengan jumlah"))).to_be_checked()
    later.get_by_role("button", name="Pakai standar ini").click()
    expect(later.get_by_role("heading", level=1)).to_have_text("Standar 2 berlaku")
