"""From the upload of a report to the findings on the page of its system, and what becomes of a finding."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from selaras.exposure.models import Finding, Report
from tests.counting import queries_of
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, agency, auditor, chief, officer
from tests.exposure.scans import SITE, TUESDAY, alert, sent, zap
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
SCANS, FINDINGS = "/meja/keamanan/pindaian/", "/meja/keamanan/temuan/"


def file(content: bytes, name: str = "zap.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_from_the_upload_to_the_page_of_the_system() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)", address=f"https://{SITE}")
    browser = browser_of(officer(CIVIL))
    assert "Belum ada pindaian" in browser.get(f"/meja/keamanan/sistem/{system.key}/").content.decode()
    page = browser.post(SCANS, {"file": file(zap(alert("Suntikan SQL")))}, follow=True).content.decode()
    assert "1 temuan baru, 0 terbuka lagi, 0 tidak terlihat lagi" in page
    assert "Suntikan SQL" in browser.get(f"/meja/keamanan/sistem/{system.key}/").content.decode()
    page = browser.get(FINDINGS).content.decode()
    assert "1 temuan terbuka, 1 di antaranya kritis atau tinggi" in page
    finding = Finding.objects.get()
    page = browser.get(f"{FINDINGS}{finding.key}/").content.decode()
    assert f"https://{SITE}/masuk" in page
    assert Report.objects.get().agency == agency(CIVIL)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"%PDF-1.7 x", "dokumen PDF"), (b"Rapat dinas", "dikenal"), (None, "Pilih dahulu berkasnya")],
)
def test_what_is_no_report_is_refused_beside_the_field(content: bytes | None, sentence: str) -> None:
    agencies()
    answer = browser_of(chief()).post(SCANS, {"file": file(content)} if content else {})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_report_is_handed_out_as_it_came() -> None:
    agencies()
    content = zap(alert("a"))
    report = sent(content)
    answer = browser_of(auditor()).get(f"{SCANS}{report.key}/berkas/")
    assert b"".join(answer.streaming_content) == content  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_risk_is_accepted_with_a_reason_and_taken_up_again() -> None:
    agencies()
    a_system("SIMPEG (contoh)", address=SITE)
    sent(zap(alert("a")))
    finding, browser = Finding.objects.get(), browser_of(officer(CIVIL))
    act = f"{FINDINGS}{finding.key}/langkah/"
    assert "Tulis alasannya." in browser.post(act, {"langkah": "terima"}, follow=True).content.decode()
    page = browser.post(act, {"langkah": "terima", "isi": "Diganti (contoh)."}, follow=True).content.decode()
    assert "Diganti (contoh)." in page
    assert "Risikonya diterima" in page
    browser.post(act, {"langkah": "buka"})
    finding.refresh_from_db()
    assert (finding.state, finding.reason) == ("open", "")
    page = browser.post(act, {"langkah": "selesai", "isi": "x"}, follow=True).content.decode()
    assert "ditutup laporan berikutnya" in page


def test_findings_are_narrowed() -> None:
    agencies()
    a_system("SIMPEG (contoh)", address=SITE)
    sent(zap(alert("lama"), alert("berat"), alert("ringan", risk="1")))
    sent(zap(alert("berat"), alert("ringan", risk="1"), day=TUESDAY))
    browser = browser_of(chief())
    for query, there, away in (
        ("", ("berat", "ringan"), ("lama",)),
        ("keadaan=gone", ("lama",), ("berat",)),
        ("tingkat=low", ("ringan",), ("berat",)),
        ("q=simpeg", ("berat",), ("lama",)),
        ("q=tidak+ada", ("Tidak ada temuan yang cocok",), ("berat",)),
    ):
        page = browser.get(f"{FINDINGS}?{query}").content.decode()
        assert all(f">{one}<" in page or one in page for one in there), query
        assert not any(f">{one}</a>" in page for one in away), query


def test_the_pages_ask_the_database_as_often_for_many_as_for_one() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)", address=SITE)
    sent(zap(alert("a")))
    browser = browser_of(chief())
    paths = [SCANS, FINDINGS, f"/meja/keamanan/sistem/{system.key}/"]
    browser.get(FINDINGS)
    few = [queries_of(browser.get, path) for path in paths]
    sent(zap(*(alert(f"b{at}") for at in range(8)), day=TUESDAY))
    assert [queries_of(browser.get, path) for path in paths] == few


@pytest.mark.parametrize("path", [FINDINGS, SCANS])
def test_another_agency_learns_of_no_finding_and_of_no_number(path: str) -> None:
    agencies()
    a_system("SIMPEG (contoh)", address=SITE)
    report = sent(zap(alert("Suntikan SQL")))
    browser, finding = browser_of(officer(HEALTH)), Finding.objects.get()
    page = browser.get(path).content.decode()
    assert "Suntikan" not in page
    assert ("Tidak ada temuan yang terbuka" if path == FINDINGS else "Belum ada laporan pemindai") in page
    assert browser.get(f"{FINDINGS}{finding.key}/").status_code == 404
    assert browser.get(f"{SCANS}{report.key}/").status_code == 404
    assert browser.get(f"{SCANS}{report.key}/berkas/").status_code == 404
    assert browser.post(f"{FINDINGS}{finding.key}/langkah/", {"langkah": "terima", "isi": "x"}).status_code == 404
