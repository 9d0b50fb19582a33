"""Incidents on pages alone: opened, its clock read, reported, written on, closed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from selaras.exposure.models import Incident
from selaras.government.actions import seed_parameters
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, agency, chief, officer
from tests.exposure.test_report import text_of
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db

DESK = "/meja/keamanan/insiden/"


def told(key: str) -> dict[str, str]:
    return {
        "system": key,
        "kind": "access",
        "found_at": f"{timezone.localtime():%Y-%m-%dT00:00}",
        "description": "Akun tak dikenal masuk.",
        "chronology": "Log menunjukkan akun asing.",
        "impact": "Data pegawai terbaca.",
        "contact": "Bidang Persandian (contoh)",
        "critical": "on",
    }


def test_from_the_report_to_the_lesson_on_pages_alone() -> None:
    seed_parameters(actor=chief())
    agencies()
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    assert "Tidak ada insiden yang sedang ditangani" in browser.get(DESK).content.decode()
    page = browser.post(f"{DESK}baru/", told(system.key), follow=True).content.decode()
    assert "Laporkan paling lambat" in page
    assert "24 jam sejak ditemukan" in page
    assert "Pasal 15 Peraturan BSSN 1/2024" in page
    incident = Incident.objects.get()
    step = f"{DESK}{incident.key}/langkah/"
    page = browser.post(step, {"langkah": "selesai", "isi": "Dua langkah."}, follow=True).content.decode()
    assert "Masih ada laporan yang belum terkirim" in page
    browser.post(step, {"langkah": "lapor", "isi": "exposure.clock.critical"})
    browser.post(step, {"langkah": "catat", "isi": "Akun diblokir."})
    page = browser.post(step, {"langkah": "selesai", "isi": "Dua langkah."}, follow=True).content.decode()
    assert "<h1>Insiden ini selesai</h1>" in page
    assert "Akun diblokir." in page
    assert "Dua langkah." in page


def test_that_personal_data_was_taken_is_noted_with_one_button() -> None:
    seed_parameters(actor=chief())
    agencies()
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    page = browser.post(f"{DESK}baru/", told(system.key), follow=True).content.decode()
    assert 'value="personal_data"' in page
    assert 'value="critical"' not in page
    step = f"{DESK}{Incident.objects.get().key}/langkah/"
    page = browser.post(step, {"langkah": "ternyata", "isi": "personal_data"}, follow=True).content.decode()
    assert "72 jam sejak hal ini diketahui" in page
    assert "24 jam sejak ditemukan" in page
    assert 'value="ternyata"' not in page


def test_what_is_missing_stands_beside_its_field() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)")
    answer = browser_of(officer(CIVIL)).post(f"{DESK}baru/", told(system.key) | {"impact": "", "found_at": "kemarin"})
    assert answer.status_code == 422
    assert "Pilih tanggal dan jamnya." in answer.content.decode()
    answer = browser_of(officer(CIVIL)).post(f"{DESK}baru/", told("lain"))
    assert answer.status_code == 422


def test_another_agency_finds_neither_it_nor_its_number() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)")
    browser_of(officer(CIVIL)).post(f"{DESK}baru/", told(system.key))
    browser = browser_of(officer(HEALTH))
    assert "Tidak ada insiden yang sedang ditangani" in browser.get(DESK).content.decode()
    assert browser.get(f"{DESK}{Incident.objects.get().key}/").status_code == 404


def test_that_a_high_risk_must_be_reported_is_said_though_no_hours_are_named() -> None:
    seed_parameters(actor=chief())
    agencies()
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    said = {name: value for name, value in told(system.key).items() if name != "critical"}
    page = browser.post(f"{DESK}baru/", said | {"high_risk": "on"}, follow=True).content.decode()
    assert "<h1>Segera laporkan insiden ini</h1>" in page
    assert "tanpa batas jam" in page
    assert "segera" in browser.get(DESK).content.decode()
    page = browser.post(f"{DESK}baru/", said, follow=True).content.decode()
    assert "Tidak ada laporan yang ditunggu" in page
    assert "hanya itu yang wajib dilaporkan" in page


def test_a_day_without_a_rule_is_not_passed_off_as_nothing_to_report() -> None:
    agencies()  # and no parameters
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    page = browser.post(f"{DESK}baru/", told(system.key), follow=True).content.decode()
    assert "tidak ada aturan laporan yang termuat" in page
    assert "Mengenai infrastruktur informasi vital" in page


def test_the_moment_and_the_number_of_a_report_stand_on_the_page_and_a_late_one_says_so() -> None:
    seed_parameters(actor=chief())
    agencies()
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    browser.post(f"{DESK}baru/", told(system.key) | {"found_at": "2026-01-02T09:00"})
    step = f"{DESK}{Incident.objects.get().key}/langkah/"
    said = {"langkah": "lapor", "isi": "exposure.clock.critical", "bukti": "B/12/2026 (contoh)"}
    page = browser.post(step, said | {"pada": "kemarin"}, follow=True).content.decode()
    assert "Pilih tanggal dan jam laporannya dikirim." in page
    page = browser.post(step, said | {"pada": "2026-01-03T10:30"}, follow=True).content.decode()
    assert "Terkirim Sabtu, 3 Januari 2026 pukul 10.30." in page
    assert "Bukti: B/12/2026 (contoh)." in page
    assert "Terlambat: batasnya Sabtu, 3 Januari 2026 pukul 09.00." in page
    page = browser.post(step, {"langkah": "belum", "isi": "exposure.clock.critical"}, follow=True).content.decode()
    assert "Sudah lewat: laporkan sekarang." in page
    bukan = {"langkah": "bukan", "jam": "exposure.clock.critical", "isi": "Keliru centang."}
    page = browser.post(step, bukan, follow=True).content.decode()
    assert "Keliru centang." in page
    assert "Tidak ada laporan yang ditunggu" in page


def test_what_the_report_tells_is_corrected_and_printed() -> None:
    seed_parameters(actor=chief())
    agencies()
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    browser.post(f"{DESK}baru/", told(system.key))
    address = f"{DESK}{Incident.objects.get().key}/"
    assert "Data pegawai terbaca." in browser.get(f"{address}ubah/").content.decode()
    assert browser.post(f"{address}ubah/", told(system.key) | {"impact": ""}).status_code == 422
    said = told(system.key) | {"impact": "Data 40 pegawai terbaca."}
    page = browser.post(f"{address}ubah/", said, follow=True).content.decode()
    assert "Semula: Data pegawai terbaca." in page
    text = text_of(browser.get(f"{address}laporan.pdf").content)
    for words in ("RAHASIA", "Kontak pelapor", "Data 40 pegawai terbaca.", "Pasal 15 Peraturan BSSN 1/2024", "belum"):
        assert words in text, words


def test_a_closed_incident_is_opened_again_and_not_corrected_before() -> None:
    agencies()
    system, browser = a_system("SIMPEG (contoh)"), browser_of(officer(CIVIL))
    browser.post(f"{DESK}baru/", told(system.key))
    address = f"{DESK}{Incident.objects.get().key}/"
    browser.post(f"{address}langkah/", {"langkah": "selesai", "isi": "Dua langkah."})
    answer = browser.post(f"{address}ubah/", told(system.key))
    assert "Insiden ini sudah selesai." in answer.content.decode()
    page = browser.post(f"{address}langkah/", {"langkah": "buka", "isi": "Kembali."}, follow=True).content.decode()
    assert "Dibuka lagi: Kembali." in page
    assert "Insiden ini selesai" not in page


def test_what_is_not_registered_is_reported_all_the_same() -> None:
    agencies()
    browser = browser_of(officer(CIVIL))
    page = browser.get(f"{DESK}baru/").content.decode()
    assert "Belum terdaftar (Badan Kepegawaian (contoh))" in page
    assert "Dinas Kesehatan" not in page
    page = browser.post(f"{DESK}baru/", told(f"opd-{agency(CIVIL).pk}"), follow=True).content.decode()
    assert "Badan Kepegawaian (contoh)" in page
    assert Incident.objects.get().system is None
    assert "Badan Kepegawaian (contoh)" in browser.get(DESK).content.decode()
    assert browser.post(f"{DESK}baru/", told(f"opd-{agency(HEALTH).pk}")).status_code == 422
    step = f"{DESK}{Incident.objects.get().key}/"
    browser.post(f"{step}langkah/", {"langkah": "selesai", "isi": "Daftarkan semuanya."})
    assert "belum terdaftar" in text_of(browser.get(f"{step}laporan.pdf").content)
