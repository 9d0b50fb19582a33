"""The register of criteria over all systems: who was judged, what is met least, earlier editions; none of others."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.judging import judge
from selaras.exposure.checklist import checklist_on
from selaras.exposure.models import System
from selaras.government.actions import seed_parameters
from selaras.government.models import RegulationParameter
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, auditor, chief, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
PAGE = "/meja/keamanan/kriteria/"


def a_district() -> dict[str, System]:
    seed_parameters(actor=chief())
    agencies()
    found = {"simpeg": a_system("SIMPEG (contoh)", worth=8), "arsip": a_system("Arsip (contoh)")}
    found["antrean"] = a_system("Antrean (contoh)", HEALTH)
    for code in checklist_on().criteria:
        judge(found["simpeg"], checklist_on(), code, "met", "Laporan uji (contoh)", actor=chief())
    judge(found["arsip"], checklist_on(), "files", "unmet", "", actor=chief())
    return found


def test_every_system_stands_with_its_score_and_the_weakest_criterion_first() -> None:
    found = a_district()
    said = Assessed("Lembaga Uji (contoh)", date(2026, 1, 2), Decimal(80))
    record_assessment(found["simpeg"], said, "audit.pdf", io.BytesIO(b"%PDF-1.7"), actor=chief())
    page = browser_of(auditor()).get(PAGE).content.decode()
    assert "1 dari 3 sistem sudah dinilai lengkap" in page
    assert "13 dari 13" in page
    assert "0 dari 13" in page
    assert "belum dinilai" in page
    assert "Lembaga Uji (contoh)" in page
    standing = page.partition("Yang paling banyak belum terpenuhi")[2]
    assert standing.index("Berkas") < standing.index("Autentikasi")


def test_an_agency_is_chosen_and_an_agencys_officer_sees_the_own_alone() -> None:
    a_district()
    one = browser_of(chief()).get(PAGE, {"opd": System.objects.get(name="Antrean (contoh)").agency_id})
    assert "Antrean (contoh)" in one.content.decode()
    assert "SIMPEG" not in one.content.decode()
    page = browser_of(officer(HEALTH)).get(PAGE).content.decode()
    assert "Belum ada sistem yang dinilai" in page
    assert "SIMPEG" not in page


def test_an_earlier_edition_stays_to_be_read_and_is_judged_no_more() -> None:
    found, first = a_district(), checklist_on().edition
    newer = RegulationParameter.objects.get(key="exposure.criteria")
    newer.pk, newer.valid_from = None, date(2026, 1, 1)
    newer.value = [{"code": "baru", "name": "Kriteria baru (contoh)"}]
    newer.save()
    browser, system = browser_of(officer(CIVIL)), f"/meja/keamanan/sistem/{found['simpeg'].key}/kriteria/"
    assert "Kriteria baru (contoh)" in browser.get(system).content.decode()
    old = browser.get(system, {"edisi": first.isoformat()}).content.decode()
    assert "Nilai 13 dari 13 kriteria" in old
    assert "Simpan penilaian" not in old
    assert "Ini edisi lama" in browser.get(PAGE, {"edisi": first.isoformat()}).content.decode()
    assert "Belum ada sistem yang dinilai" in browser.get(PAGE, {"edisi": "kapan saja"}).content.decode()


def test_without_a_checklist_or_a_system_the_page_says_what_to_do() -> None:
    agencies()
    assert "Belum ada daftar kriteria" in browser_of(chief()).get(PAGE).content.decode()
    seed_parameters(actor=chief())
    assert "Daftarkan sistemnya dahulu" in browser_of(chief()).get(PAGE).content.decode()


def test_the_page_asks_the_database_as_often_for_many_as_for_one() -> None:
    a_district()
    browser = browser_of(chief())
    browser.get(PAGE)
    counts = []
    for more in (0, 5):
        for at in range(more):
            judge(a_system(f"Lain {at} (contoh)"), checklist_on(), "api", "unmet", "", actor=chief())
        with CaptureQueriesContext(connection) as asked:
            browser.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1]
