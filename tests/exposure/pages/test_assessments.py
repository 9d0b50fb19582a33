"""What a system got from an outside assessor: score, by whom, when, and the report as it came."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from selaras.exposure.models import Assessment
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, auditor, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def told(**more: object) -> dict[str, object]:
    report = SimpleUploadedFile("audit.pdf", b"%PDF-1.7 contoh")
    return {"assessor": "Lembaga Uji (contoh)", "day": "2026-01-05", "score": "82,5", "file": report} | more


def test_it_is_recorded_and_its_report_handed_out_to_who_sees_the_system() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)")
    path = f"/meja/keamanan/sistem/{system.key}/penilaian/"
    page = browser_of(officer(CIVIL)).post(path, told(), follow=True).content.decode()
    assert "Lembaga Uji (contoh): 82,5" in page
    made = Assessment.objects.get()
    file = f"/meja/keamanan/penilaian/{made.key}/"
    assert b"".join(browser_of(auditor()).get(file).streaming_content) == b"%PDF-1.7 contoh"  # type: ignore[attr-defined]
    assert browser_of(officer(HEALTH)).get(file).status_code == 404
    assert browser_of(officer(HEALTH)).post(path, told()).status_code == 404
    assert browser_of(auditor()).post(path, told()).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"assessor": " "}, "Tulis lembaga"),
        ({"score": "101"}, "Isi nilai dari 0 sampai 100."),
        ({"score": "baik"}, "Tulis dengan angka"),
        ({"day": ""}, "Isi tanggal laporannya."),
        ({"day": (timezone.localdate() + timedelta(days=2)).isoformat()}, "belum tiba"),
        ({"file": ""}, "Pilih laporan penilaiannya"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(wrong: dict[str, object], sentence: str) -> None:
    agencies()
    system = a_system("SIMPEG (contoh)")
    answer = browser_of(officer(CIVIL)).post(f"/meja/keamanan/sistem/{system.key}/penilaian/", told(**wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Assessment.objects.exists()
