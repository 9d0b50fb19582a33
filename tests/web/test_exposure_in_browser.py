"""Played in a real browser: systems registered and connected, a scan sent, the route read, fixes planned and tried, one
sent to the forum, an incident opened and its clock seen; on a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from selaras.background import work_off
from selaras.exposure.models import System
from selaras.government.actions import seed_parameters
from selaras.people.models import Role
from tests.exposure.scans import SITE, alert, zap
from tests.forum.decided import decided_forum
from tests.people.persons import someone
from tests.web.browser import DESKTOP, PHONE, chromium, fits, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def register(page: Page, site: str, name: str, **told: str) -> None:
    page.goto(f"{site}/meja/keamanan/sistem/baru/")
    page.get_by_label("Nama sistem").fill(name)
    page.get_by_label("Untuk apa dipakai").fill("Contoh.")
    page.get_by_label("Bagian yang dihubungi").fill("Bidang Aplikasi (contoh)")
    page.get_by_label("Bobot bila jatuh").fill(told.get("worth", "0"))
    page.get_by_label("Alamat web").fill(told.get("address", ""))
    page.get_by_label("Terbuka dari internet").select_option(told.get("internet", "closed"))
    page.get_by_role("button", name="Daftarkan sistem").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_the_first_system_to_an_incident(chromium: Browser, live_server: Any, viewport: Any) -> None:
    decided_forum()
    chief = someone(Role.Kind.SECURITY_OFFICER)
    seed_parameters(actor=chief)
    context = chromium.new_context(locale="id-ID", viewport=viewport)
    sign_in(context, chief, live_server.url)
    page = context.new_page()
    register(page, live_server.url, "Situs (contoh)", internet="open", address=f"https://{SITE}")
    register(page, live_server.url, "SIMPEG (contoh)", worth="8")
    connect(page)
    read_route(page, "7")
    send_scan(page)
    read_route(page, "13")
    estimate(page)
    plan_fixes(page)
    send_to_forum(page)
    open_incident(page)
    context.close()


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Meja kerja").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("link", name=name, exact=True).and_(page.locator("[aria-current=page]"))).to_be_attached()
    assert fits(page), name


def connect(page: Page) -> None:
    page.get_by_role("link", name="Catat koneksi").click()
    page.get_by_label("Jenis koneksi").select_option("credentials")
    page.get_by_label("Arah").select_option("target")
    page.get_by_role("button", name="Simpan koneksi").click()
    expect(page.get_by_role("cell", name="sandi tersimpan")).to_be_visible()
    assert fits(page)


def read_route(page: Page, percent: str) -> None:
    go(page, "Rute ke sistem inti")
    told = f"Dari internet ke SIMPEG (contoh) dalam 2 langkah lewat Situs (contoh); peluangnya sekitar {percent} %."
    expect(page.get_by_role("heading", level=1)).to_have_text(told)


def send_scan(page: Page) -> None:
    go(page, "Laporan pemindai")
    report = {"name": "zap.json", "mimeType": "application/json", "buffer": zap(alert("Suntikan SQL (contoh)"))}
    page.get_by_label("Laporan", exact=True).set_input_files(report)  # type: ignore[arg-type]
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 temuan baru")
    assert fits(page)


def estimate(page: Page) -> None:
    page.get_by_role("button", name="Hitung keterpaparan").click()
    expect(page.get_by_text("Sedang dihitung.").first).to_be_visible()
    work_off("test")
    page.reload()
    expect(page.get_by_role("cell", name="sekitar").first).to_be_visible()
    assert fits(page)


def plan_fixes(page: Page) -> None:
    go(page, "Perbaikan")
    page.get_by_role("link", name="Tambah calon perbaikan").click()
    page.get_by_label("Sasaran").select_option(label="Koneksi: Situs (contoh) → SIMPEG (contoh)")
    page.get_by_label("Jenis perbaikan").select_option("segment")
    page.get_by_label("Yang dikerjakan").fill("Brankas sandi (contoh)")
    page.get_by_label("Biaya").fill("20 juta")
    page.get_by_role("button", name="Simpan calon perbaikan").click()
    page.get_by_label("Anggaran (rupiah)").fill("25 juta")
    page.get_by_role("button", name="Susun rencana").click()
    expect(page.get_by_text("Sedang disusun.").first).to_be_visible()
    work_off("test")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 perbaikan senilai Rp 20.000.000")
    page.get_by_label("1. Brankas sandi (contoh)").check()
    page.get_by_role("button", name="Coba yang dicentang").first.click()
    tried = page.get_by_role("table", name="Sebelum dan sesudah")  # a vault leaves a fifth of the chance
    expect(tried.get_by_role("cell", name="peluangnya sekitar 2,7 %")).to_be_visible()
    assert fits(page)


def send_to_forum(page: Page) -> None:
    page.get_by_role("button", name="Usulkan yang dicentang ke forum").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Usulkan perbaikan ke forum")
    assert fits(page)
    page.get_by_role("button", name="Kirim ke forum").click()
    expect(page.get_by_text("masuk ke forum tanpa menyebut sistemnya")).to_be_visible()


def open_incident(page: Page) -> None:
    go(page, "Insiden")
    page.get_by_role("link", name="Laporkan insiden").click()
    page.get_by_label("Sistem yang terkena").select_option(System.objects.get(worth=8).key)
    page.get_by_label("Ditemukan pada").fill("2026-01-02T09:00")
    for label in ("Apa yang terjadi", "Urutan kejadian", "Dampak", "Kontak pelapor"):
        page.get_by_label(label).fill("Contoh.")
    page.get_by_label("Mengenai infrastruktur informasi vital").check()
    assert fits(page)
    page.get_by_role("button", name="Buka insiden").click()
    due = "Laporkan paling lambat Sabtu, 3 Januari 2026 pukul 09.00"
    expect(page.get_by_role("heading", level=1)).to_have_text(due)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert fits(page)


def test_from_a_scan_to_a_finished_patch(chromium: Browser, live_server: Any) -> None:
    decided_forum()
    chief = someone(Role.Kind.SECURITY_OFFICER)
    site = live_server.url
    context = chromium.new_context(locale="id-ID", viewport=DESKTOP)  # type: ignore[arg-type]
    sign_in(context, chief, site)
    page = context.new_page()
    register(page, site, "SIMPEG (contoh)", worth="8", internet="open", address=f"https://{SITE}")
    route = page.get_by_role("heading", level=1)
    page.goto(f"{site}/meja/keamanan/rute/")
    expect(route).to_contain_text("peluangnya sekitar 10 %")

    page.get_by_role("link", name="Laporan pemindai").click()
    report = {"name": "zap.json", "mimeType": "application/json", "buffer": zap(alert("Suntikan SQL (contoh)"))}
    page.get_by_label("Laporan", exact=True).set_input_files(report)  # type: ignore[arg-type]
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 temuan baru")
    page.goto(f"{site}/meja/keamanan/rute/")
    expect(route).to_contain_text("peluangnya sekitar 19 %")

    page.get_by_role("link", name="Temuan", exact=True).click()
    page.get_by_role("link", name="Suntikan SQL (contoh)").click()
    page.get_by_role("link", name="Usulkan perbaikan").click()
    page.get_by_label("Biaya").fill("5 juta")
    page.get_by_label("Sisa peluang").fill("50")
    page.get_by_role("button", name="Simpan calon perbaikan").click()
    page.get_by_role("button", name="Sudah selesai").click()
    expect(page.get_by_text("Perbaikan ini selesai")).to_be_visible()
    page.goto(f"{site}/meja/keamanan/rute/")
    expect(route).to_contain_text("peluangnya sekitar 9")  # half of what it was, until a scan has looked again
    context.close()
