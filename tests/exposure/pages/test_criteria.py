"""The checklist of a system: levels with their evidence, a score, and all or nothing when something is wrong."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.exposure.checklist import checklist_on
from selaras.exposure.models import Evidence, System
from selaras.government.actions import seed_parameters
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, auditor, chief, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def page_of(system: System) -> str:
    return f"/meja/keamanan/sistem/{system.key}/kriteria/"


def a_checked_system() -> System:
    seed_parameters(actor=chief())
    agencies()
    return a_system("SIMPEG (contoh)")


def test_what_is_met_counts_one_in_part_a_half_and_what_does_not_concern_it_not_at_all() -> None:
    system = a_checked_system()
    browser = browser_of(officer(CIVIL))
    assert "belum dinilai" in browser.get(page_of(system)).content.decode()
    told = {"tingkat-authentication": "met", "bukti-authentication": "Laporan uji (contoh)"}
    told |= {"tingkat-sessions": "partly", "bukti-sessions": "Pengaturan (contoh)"}
    told |= {"tingkat-api": "not_needed", "tingkat-files": "unmet"}
    page = browser.post(page_of(system), told, follow=True).content.decode()
    assert "Nilai 1,5 dari 12 kriteria" in page
    assert "Laporan uji (contoh)" in page
    assert len(checklist_on().criteria) == 13


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"tingkat-files": "met"}, "Sebutkan buktinya"),
        ({"tingkat-files": "sempurna"}, "Pilih sejauh mana"),
        ({"tingkat-files": "met", "bukti-files": "x" * 501}, "terlalu panjang"),
        ({"tingkat-files": "", "bukti-files": "Laporan uji (contoh)"}, "atau kosongkan juga buktinya"),
    ],
)
def test_what_is_wrong_stands_beside_it_and_nothing_is_half_saved(told: dict[str, str], sentence: str) -> None:
    system = a_checked_system()
    answer = browser_of(officer(CIVIL)).post(page_of(system), {"tingkat-api": "unmet"} | told)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Evidence.objects.exists()


def test_what_is_emptied_is_judged_no_more() -> None:
    system = a_checked_system()
    browser = browser_of(officer(CIVIL))
    browser.post(page_of(system), {"tingkat-files": "unmet", "tingkat-api": "unmet"})
    browser.post(page_of(system), {"tingkat-files": "", "bukti-files": ""})
    assert [one.criterion for one in Evidence.objects.all()] == ["api"]
    assert Entry.objects.filter(action="exposure.criterion_withdrawn").count() == 1


def test_others_judge_nothing() -> None:
    system = a_checked_system()
    assert browser_of(auditor()).post(page_of(system), {"tingkat-api": "unmet"}).status_code == 403
    assert browser_of(officer(HEALTH)).get(page_of(system)).status_code == 404
    assert not Evidence.objects.exists()


def test_without_a_checklist_the_page_says_so() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)")
    assert "Belum ada daftar kriteria" in browser_of(chief()).get(page_of(system)).content.decode()
