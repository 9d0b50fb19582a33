"""Incidents on pages alone: opened, its clock read, reported, written on, closed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from selaras.exposure.models import Incident
from selaras.government.actions import seed_parameters
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, chief, officer
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
