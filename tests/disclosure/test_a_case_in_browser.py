"""One case from the first question on a phone to the end of its dispute, every letter of it opened.

An applicant asks the wrong body, is sent on to the village, completes what the village names as missing, gets an
answer in part from which the village took what may not go out, objects, gets the superior's answer, and goes to the
commission. Pictures of every turn and of every letter are kept in the folder that SELARAS_PICTURES names.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, expect
from pytest_django import Settings

from selaras.disclosure.models import Dispute, Officer, PublicBody, Request
from tests.disclosure.mail.smtp_server import smtp_server
from tests.disclosure.network import SITI, agency, at_desk, network, superior_of
from tests.disclosure.play import MAIL, Play, Today, heading, press, says
from tests.disclosure.play_papers import (
    HIDDEN,
    SHOWN,
    Drawer,
    a_card,
    list_with_a_hidden_sheet,
    report_under_a_box,
    words_of,
)
from tests.disclosure.reports.a_long_case import furnished
from tests.engines.redaction.other_tools import all_text, need, pdftotext
from tests.web.browser import chromium
from tests.web.site import own_files
from tests.year.stage import PICTURES, Stage

__all__ = ["chromium", "own_files"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SUBJECT = "Salinan APBDes tahun 2019 beserta laporannya, dan daftar penerima bantuan langsung tunai"


@pytest.fixture
def play(chromium: Browser, live_server: Any, tmp_path: Path, settings: Settings, today: Today) -> Iterator[Play]:
    need("pdftotext")
    settings.SITE = live_server.url
    stage = Stage.at(chromium, live_server.url, tmp_path)
    (letters := stage.pictures / "surat").mkdir(exist_ok=True)
    with smtp_server(settings) as inbox:
        yield Play(stage, inbox, Drawer(letters, PICTURES in os.environ), today)


def test_a_case(play: Play) -> None:
    play.today(date(2020, 3, 2))
    village = furnished(network())
    wrong = agency()
    Officer.objects.create(body=wrong, post="head", name="Ratri (contoh)", position="Sekretaris Dinas")
    the_applicant_asks_the_wrong_body(play, wrong)
    the_wrong_body_sends_it_on(play, wrong, village)
    case = Request.objects.get(body=village)
    the_village_names_what_is_missing(play, case)
    the_applicant_completes_it_by_the_link_in_the_mail(play, case)
    the_village_takes_more_time(play, case)
    the_village_releases_two_files(play, case)
    the_superior_approves_what_is_withheld(play, case)
    the_village_answers_in_part(play, case)
    the_applicant_takes_the_answer_and_objects(play, case)
    the_superior_answers(play, case)
    the_dispute_is_mediated_heard_and_closed(play, case)
    assert play.stage.wide == {}


def the_applicant_asks_the_wrong_body(play: Play, body: PublicBody) -> None:
    """Without a number of identity and without its proof."""
    with play.phone(date(2020, 3, 2)) as page:
        play.stage.picture(page, "beranda")
        page.get_by_label("Desa, kelurahan, kecamatan, atau dinas").fill("komunikasi")
        press(page, "Temukan")
        press(page, body.name)
        heading(page, "Apa yang Anda minta?")
        page.get_by_label("Informasi yang diminta").fill(SUBJECT)
        page.get_by_label("Tujuan penggunaan").fill("Bahan musyawarah dusun")
        play.stage.picture(page, "apa")
        press(page, "Simpan dan lanjut")
        heading(page, "Bagaimana Anda ingin menerimanya?")
        for choice in ("meminta salinan", "berkas digital", "lewat situs"):
            page.get_by_label(choice).check()
        press(page, "Simpan dan lanjut")
        heading(page, "Siapa yang meminta?")
        for label, words in (("Nama lengkap", SITI.name), ("Nomor telepon", SITI.phone), ("Alamat surel", MAIL)):
            page.get_by_label(label).fill(words)
        page.get_by_label("Alamat", exact=True).fill(SITI.address)
        play.stage.picture(page, "siapa")
        press(page, "Simpan dan lanjut")
        heading(page, "Bukti siapa Anda")
        press(page, "Simpan dan lanjut")
        heading(page, "Masih kurang 2 hal.")
        play.stage.picture(page, "periksa")
        press(page, "Kirim permohonan")
        heading(page, "Tanda terima permohonan informasi")
        play.stage.picture(page, "tanda-terima")
        press(page, "Tanda bukti sebagai surat")
        press(page, "Buat: Tanda bukti permohonan informasi")
        link = page.get_by_role("link", name="Tanda bukti permohonan informasi")
        told = words_of(".pdf", play.drawer.take(page, link, "1-tanda-bukti.pdf"))
    number = Request.objects.get().number
    for words in (number, "Senin, 2 Maret 2020", "Kamis, 5 Maret 2020", "10 hari kerja (Pasal 22 ayat (7)"):
        assert words in told


def the_wrong_body_sends_it_on(play: Play, wrong: PublicBody, village: PublicBody) -> None:
    with play.phone(date(2020, 3, 3), at_desk(wrong)) as page:
        press(page, "Salinan APBDes")
        press(page, "Teruskan atau bagi")
        heading(page, "Teruskan atau bagi permohonan")
        label = page.locator(
            "#semua-badan option", has=page.locator(f"xpath=self::*[contains(@value, '{village.name}')]")
        )
        page.get_by_label("Badan publik").fill(label.first.get_attribute("value") or "")
        page.get_by_label("Mengapa diteruskan").fill("APBDes disimpan oleh pemerintah desa.")
        play.stage.picture(page, "teruskan")
        press(page, "Teruskan")
        heading(page, "Permohonan ini diteruskan ke badan lain.")
        press(page, "Surat permohonan ini")
        letter = play.letter(page, "Pemberitahuan penerusan permohonan", "2-penerusan")
    moved = Request.objects.get(body=village)
    says(letter, moved.number, "Selasa, 3 Maret 2020", village.name, "APBDes disimpan oleh pemerintah desa.")
    assert play.link_in_the_mail("diteruskan").endswith("/")


def the_village_names_what_is_missing(play: Play, case: Request) -> None:
    with play.phone(date(2020, 3, 4), at_desk(case.body)) as page:
        play.stage.picture(page, "antrean")
        press(page, "Salinan APBDes")
        heading(page, "Periksa apakah permohonan ini lengkap.")
        play.stage.picture(page, "meja-periksa")
        press(page, "Minta pemohon melengkapi")
        page.get_by_label("Catatan untuk pemohon").fill("Foto kartu boleh diambil dengan telepon.")
        play.stage.picture(page, "meja-minta-lengkapi")
        press(page, "Minta pemohon melengkapi")
        heading(page, "Permohonan ini menunggu dilengkapi pemohon.")
        press(page, "Surat permohonan ini")
        letter = play.letter(page, "Surat keterangan permohonan belum lengkap", "3-belum-lengkap")
    says(letter, case.number, "Rabu, 4 Maret 2020", "Nomor identitas", "Foto kartu identitas")
    says(
        letter,
        "Foto kartu boleh diambil dengan telepon.",
        "paling lambat Senin, 9 Maret 2020",
        "3 hari kerja, Perki 1/2021",
    )


def the_applicant_completes_it_by_the_link_in_the_mail(play: Play, case: Request) -> None:
    with play.phone(date(2020, 3, 6)) as page:
        page.goto(play.link_in_the_mail("belum lengkap"))
        heading(page, "Permohonan Anda belum lengkap.")
        expect(page.get_by_text("Waktu Anda sampai Senin, 9 Maret 2020.")).to_be_visible()
        play.stage.picture(page, "belum-lengkap")
        press(page, "Lengkapi sekarang")
        heading(page, "Tinggal 2 hal yang perlu dilengkapi.")
        page.get_by_label("Nomor identitas").fill(SITI.identity_number)
        card = {"name": "ktp.jpg", "mimeType": "image/jpeg", "buffer": a_card()}
        page.get_by_label("Foto kartu identitas").set_input_files(card)  # type: ignore[arg-type]
        play.stage.picture(page, "melengkapi")
        press(page, "Kirim kelengkapan")
        heading(page, "Permohonan Anda sedang diperiksa kelengkapannya.")
    case.refresh_from_db()
    assert case.state == "checking"


def the_village_takes_more_time(play: Play, case: Request) -> None:
    with play.phone(date(2020, 3, 9), at_desk(case.body)) as page:
        press(page, "Salinan APBDes")
        press(page, "Nyatakan lengkap")
        heading(page, "Permohonan ini harus dijawab.")
        expect(page.get_by_text("Paling lambat Senin, 23 Maret 2020.")).to_be_visible()
    with play.phone(date(2020, 3, 19), at_desk(case.body)) as page:
        press(page, "Salinan APBDes")
        press(page, "Perpanjang waktu jawab")
        page.get_by_label("Alasan perpanjangan").fill("Arsip tahun 2019 masih disimpan di kantor kecamatan.")
        press(page, "Perpanjang waktu jawab")
        expect(page.get_by_text("Paling lambat Kamis, 2 April 2020.")).to_be_visible()  # past Nyepi
        press(page, "Surat permohonan ini")
        letter = play.letter(page, "Pemberitahuan perpanjangan waktu", "4-perpanjangan")
    says(letter, case.number, "Kamis, 19 Maret 2020", "Senin, 23 Maret 2020", "Kamis, 2 April 2020")
    says(letter, "7 hari kerja", "Pasal 22 ayat (8) UU 14/2008", "Hari Suci Nyepi", "Arsip tahun 2019")


def the_village_releases_two_files(play: Play, case: Request) -> None:
    """Both with a NIK out of sight: it is shown to the desk that there is one, never the number itself."""
    files = {"laporan-apbdes-2019.pdf": report_under_a_box(), "penerima-per-dusun.xlsx": list_with_a_hidden_sheet()}
    assert all(HIDDEN in all_text(name, content) for name, content in files.items())
    with play.phone(date(2020, 3, 27), at_desk(case.body)) as page:
        press(page, "Salinan APBDes")
        address = page.url
        for name, content in files.items():
            page.goto(address)
            sent = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
            page.get_by_label("Berkas yang akan diserahkan").set_input_files(sent)  # type: ignore[arg-type]
            press(page, "Tambah dan periksa")
            heading(page, re.compile("temuan dalam berkas ini"))
            assert HIDDEN not in page.content()
            play.stage.picture(page, f"temuan-{name.partition('.')[2]}")
            press(page, "Hapus temuan dan lepas salinannya")
            heading(page, "Salinannya siap diserahkan")
            play.stage.picture(page, f"lepas-{name.partition('.')[2]}")
        page.goto(address)
        press(page, "Tulis jawaban")
        press(page, "tulis uji konsekuensi")
        for label, words in (
            ("Informasi yang ditimbang", "Daftar penerima bantuan langsung tunai"),
            ("Bagian mana yang ditutup", "Nama, NIK, dan alamat penerima"),
            ("Apa akibatnya bila dibuka", "Data pribadi penerima dapat disalahgunakan."),
            ("Apa akibatnya bila ditutup", "Tidak ada yang dirugikan; jumlah per dusun tetap diketahui."),
            ("Mana yang lebih besar", "Melindungi warga lebih besar manfaatnya."),
        ):
            page.get_by_label(label).fill(words)
        page.get_by_label("Pasal yang menjadi dasar").select_option("Pasal 17 huruf h UU 14/2008")
        play.stage.picture(page, "uji-konsekuensi")
        press(page, "Minta persetujuan atasan PPID")
        heading(page, "Tulis jawaban")


def the_superior_approves_what_is_withheld(play: Play, case: Request) -> None:
    with play.phone(date(2020, 3, 27), superior_of(case.body)) as page:
        press(page, "1 uji konsekuensi menunggu persetujuan Anda")
        press(page, "Baca dan putuskan")
        page.get_by_label("Nomor surat penetapan").fill("188/03/KEP/2020")
        play.stage.picture(page, "setujui-pengecualian")
        press(page, "Setujui pengecualian")
        expect(page.get_by_text("Pengecualian ditetapkan.")).to_be_visible()


def the_village_answers_in_part(play: Play, case: Request) -> None:
    with play.phone(date(2020, 3, 30), at_desk(case.body)) as page:
        press(page, "Salinan APBDes")
        press(page, "Tulis jawaban")
        page.get_by_label("Jawaban", exact=True).fill(
            "APBDes 2019 dan laporannya kami berikan sebagai berkas digital. Jumlah penerima ada per dusun."
        )
        press(page, "Tambah bagian")
        page.locator("[name=bagian-0-text]").fill("APBDes tahun 2019 beserta laporannya")
        page.locator("[name=bagian-1-text]").fill("Nama penerima bantuan langsung tunai")
        page.locator("[name=bagian-1-fate]").select_option("withheld")
        page.locator("[name=bagian-1-reason]").fill("Memuat data pribadi warga.")
        page.locator("[name=bagian-1-exemption]").select_option(index=1)
        for name in ("laporan-apbdes-2019.pdf", "penerima-per-dusun.xlsx"):
            page.get_by_label(name).check()
        play.stage.picture(page, "jawaban")
        press(page, "Kirim jawaban")
        heading(page, "Permohonan ini sudah dijawab; jawabannya belum diserahkan.")
        press(page, "Surat permohonan ini")
        answer = play.letter(page, "Pemberitahuan tertulis atas permohonan informasi", "5-jawaban")
        refusal = play.letter(page, "Keputusan penolakan permohonan informasi", "6-penolakan")
        play.stage.picture(page, "meja-surat")
    due = "Selasa, 12 Mei 2020"  # thirty working days, past Good Friday of the calendar
    says(answer, case.number, "Senin, 30 Maret 2020", "dikabulkan sebagian", "laporan-apbdes-2019.pdf", due)
    says(answer, "tidak dipungut biaya", "Pasal 17 huruf h UU 14/2008", "188/03/KEP/2020")
    says(refusal, case.number, "Nama penerima bantuan langsung tunai", "Pasal 17 huruf h UU 14/2008", due)
    says(refusal, "Data pribadi penerima dapat disalahgunakan.", "Sutrisno (contoh)")
    assert HIDDEN not in answer + refusal


def the_applicant_takes_the_answer_and_objects(play: Play, case: Request) -> None:
    with play.phone(date(2020, 4, 14)) as page:
        page.goto(play.link_in_the_mail("dijawab"))
        heading(page, "Permohonan Anda sudah dijawab.")
        play.stage.picture(page, "dijawab")
        report = play.drawer.take(page, page.get_by_role("link", name="laporan-apbdes-2019.pdf"), "laporan.pdf")
        table = play.drawer.take(page, page.get_by_role("link", name="penerima-per-dusun.xlsx"), "penerima.xlsx")
        assert SHOWN in pdftotext(report)
        assert HIDDEN not in all_text("laporan.pdf", report)
        book = openpyxl.load_workbook(io.BytesIO(table))
        assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"]
        assert book.worksheets[0]["B2"].value == 14
        assert HIDDEN not in all_text("penerima.xlsx", table)

        press(page, "Ajukan keberatan")
        page.get_by_label("Permohonan ditanggapi tidak sebagaimana yang diminta.").check()
        page.get_by_label("Apa yang Anda keberatkan").fill("Nama penerima sudah pernah diumumkan di balai desa.")
        play.stage.picture(page, "keberatan")
        press(page, "Kirim keberatan")
        heading(page, "Keberatan Anda sedang dijawab atasan PPID.")
        play.stage.picture(page, "keberatan-terkirim")
        press(page, "Surat untuk Anda")
        play.stage.picture(page, "surat-pemohon")
        press(page, "Buat: Tanda bukti keberatan")
        link = page.get_by_role("link", name="Tanda bukti keberatan")
        told = words_of(".pdf", play.drawer.take(page, link, "7-tanda-keberatan.pdf"))
    due = case.clocks.get(kind="superior").due_on
    assert due == date(2020, 5, 26)
    for words in (f"K-{case.number}", "Selasa, 14 April 2020", "huruf d", "Selasa, 26 Mei 2020", "Pasal 36 ayat (2)"):
        assert words in told


def the_superior_answers(play: Play, case: Request) -> None:
    with play.phone(date(2020, 5, 4), superior_of(case.body)) as page:
        press(page, f"K-{case.number}")
        play.stage.picture(page, "atasan")
        press(page, "Putuskan keberatan")
        page.get_by_label("ditolak", exact=True).check()
        page.get_by_label("Tanggapan atas keberatan").fill(
            "Pengumuman di balai desa hanya memuat jumlah. Nama dan NIK tetap rahasia pribadi."
        )
        press(page, "Putuskan keberatan")
        expect(page.get_by_text("Keberatan diputuskan.")).to_be_visible()
        press(page, "Surat permohonan ini")
        letter = play.letter(page, "Tanggapan atasan PPID atas keberatan", "8-tanggapan")
    says(letter, f"K-{case.number}", "Senin, 4 Mei 2020", "Selasa, 14 April 2020", "ditolak", "Wagiman (contoh)")
    says(letter, "Komisi Informasi paling lambat Jumat, 22 Mei 2020 (Pasal 37 ayat (2) UU 14/2008)")


def the_dispute_is_mediated_heard_and_closed(play: Play, case: Request) -> None:
    desk = at_desk(case.body)

    def deed(on: date, name: str, *fields: tuple[str, str]) -> None:
        with play.phone(on, desk) as page:
            page.goto(f"/meja/informasi/{case.pk}/")
            press(page, name)
            for label, words in fields:
                field = page.get_by_label(label, exact=words == "✓")  # what may stay empty says so in its label
                field.check() if words == "✓" else field.fill(words)
            press(page, name)
            expect(page.locator(".notice-success")).to_be_visible()
            play.stage.picture(page, name.lower().replace(" ", "-"))

    number = ("Nomor register Komisi Informasi", "012/V/KI-JTG-PS/2020")
    deed(date(2020, 5, 11), "Catat sengketa informasi", ("Didaftarkan pada", "2020-05-11"), number)
    deed(date(2020, 5, 18), "Pindah tahap sengketa", ("mediasi", "✓"))
    heard = ("Hari dan jam", "2020-05-20T09:30"), ("Tempat", "Kantor Komisi Informasi, Semarang (contoh)")
    deed(date(2020, 5, 18), "Catat hari sidang", *heard, ("Catatan", "Pemohon hadir sendiri."))
    deed(date(2020, 6, 1), "Pindah tahap sengketa", ("ajudikasi", "✓"))
    ruled = (
        ("Isi kesepakatan atau putusan", "Jumlah per dusun cukup; nama tetap ditutup."),
        ("Selesai pada", "2020-06-29"),
    )
    deed(date(2020, 6, 29), "Catat hasil sengketa", ("badan publik dimenangkan", "✓"), *ruled)
    with play.phone(date(2020, 6, 30)) as page:
        page.goto(play.link_in_the_mail("Sengketa"))
        heading(page, "Sengketa Anda sudah selesai.")
        expect(page.get_by_text("Ajukan gugatan ke pengadilan paling lambat Jumat, 17 Juli 2020.")).to_be_visible()
        play.stage.picture(page, "selesai")
    assert (Dispute.objects.get().stage, Dispute.objects.get().outcome) == ("closed", "for_body")
