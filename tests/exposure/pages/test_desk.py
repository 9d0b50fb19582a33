"""The desk of the inventory: registered, changed, connected, disconnected, retired, on pages alone."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from selaras.exposure.models import Connection, System
from tests.counting import queries_of
from tests.exposure.room import HEALTH, SAID, a_system, agencies, agency, auditor, chief, inventory, joined, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db

DESK = "/meja/keamanan/"


def told(**more: Any) -> dict[str, Any]:
    given = {
        name: value for name, value in asdict(SAID).items() if name not in ("details", "personal_data", "isolated")
    }
    return given | more


def test_from_a_registration_to_a_connection_on_pages_alone() -> None:
    agencies()
    browser = browser_of(officer())
    assert "Belum ada sistem" in browser.get(DESK).content.decode()
    new = f"{DESK}sistem/baru/"
    browser.post(new, told(name="SIMPEG (contoh)", worth=9, agency=agency().pk, detail_vendor="PT Contoh"))
    simpeg = System.objects.get()
    page = browser.post(new, told(name="Portal (contoh)", agency=agency().pk), follow=True).content.decode()
    assert "Catat sekarang dengan apa ia tersambung" in page
    portal = System.objects.get(name="Portal (contoh)")
    said = {"kind": "sign_in", "direction": "target", "other": simpeg.key, "protected": "on"}
    page = browser.post(f"{DESK}sistem/{portal.key}/koneksi/", said, follow=True).content.decode()
    assert "kepercayaan login" in page
    assert "login dua langkah" in page
    connection = Connection.objects.get()
    assert (connection.source, connection.target, connection.protected) == (simpeg, portal, True)
    page = browser.post(f"{DESK}koneksi/{connection.key}/hapus/", follow=True).content.decode()
    assert "Belum ada koneksi" in page
    browser.post(f"{DESK}sistem/{simpeg.key}/ubah/", told(name="SIMPEG baru (contoh)", worth=""))
    simpeg.refresh_from_db()
    assert (simpeg.name, simpeg.worth, simpeg.details) == ("SIMPEG baru (contoh)", 0, {})
    page = browser.post(f"{DESK}sistem/{simpeg.key}/hentikan/", follow=True).content.decode()
    assert "Sudah dihentikan" in page
    assert "SIMPEG" not in browser.get(DESK).content.decode()
    assert "SIMPEG" in browser.get(f"{DESK}?daur=retired").content.decode()


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() -> None:
    agencies()
    answer = browser_of(officer()).post(f"{DESK}sistem/baru/", told(name="", purpose="Kepegawaian", agency=agency().pk))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Tulis nama sistemnya." in page
    assert "Kepegawaian" in page


def test_a_connection_without_its_other_end_asks_for_it() -> None:
    system = inventory()["simpeg"]
    answer = browser_of(chief()).post(f"{DESK}sistem/{system.key}/koneksi/", {"kind": "api", "direction": "source"})
    assert answer.status_code == 422
    assert "Pilih sistem yang lain." in answer.content.decode()


def test_another_agencys_officer_finds_neither_the_system_nor_its_number() -> None:
    found = inventory()
    browser = browser_of(officer(HEALTH))
    page = browser.get(DESK).content.decode()
    assert "2 sistem terdaftar, 0 di antaranya sistem inti" in page
    assert "SIMPEG" not in page
    for path in ("", "ubah/", "koneksi/"):
        assert browser.get(f"{DESK}sistem/{found['simpeg'].key}/{path}").status_code == 404
    page = browser.get(f"{DESK}sistem/{found['portal'].key}/").content.decode()
    assert "SIMPEG (contoh)" in page  # connected, so its name is known
    assert f"/sistem/{found['simpeg'].key}/" not in page
    choices = browser.get(f"{DESK}sistem/{found['situs'].key}/koneksi/").content.decode()
    assert "Arsip surat" not in choices


def test_an_auditor_reads_and_is_offered_no_deed() -> None:
    found = inventory()
    browser = browser_of(auditor())
    page = browser.get(f"{DESK}sistem/{found['simpeg'].key}/").content.decode()
    assert "Catat koneksi" not in page
    assert "Hapus" not in page
    assert browser.get(f"{DESK}sistem/baru/").status_code == 403
    assert browser.post(f"{DESK}sistem/{found['simpeg'].key}/hentikan/").status_code == 403


def test_systems_are_found_by_words_agency_and_life_cycle() -> None:
    inventory()
    browser = browser_of(chief())
    for query, there, not_there in (
        ("q=simpeg", "SIMPEG", "Arsip"),
        (f"opd={agency(HEALTH).pk}", "Portal masuk", "SIMPEG"),
        ("daur=planned", "Tidak ada sistem yang cocok", "SIMPEG"),
        ("opd=x&daur=x", "SIMPEG", "Tidak ada"),
    ):
        page = browser.get(f"{DESK}?{query}").content.decode()
        assert there in page, query
        assert not_there not in page, query


def test_the_pages_ask_the_database_as_often_for_many_as_for_one() -> None:
    found = inventory()
    browser = browser_of(chief())
    key = found["portal"].key
    paths = [DESK, f"{DESK}sistem/{key}/", f"{DESK}sistem/{key}/koneksi/", f"{DESK}sistem/{key}/ubah/"]
    browser.get(paths[0])
    few = [queries_of(browser.get, path) for path in paths]
    for at in range(6):
        joined(a_system(f"Sistem {at} (contoh)", host="satu"), found["portal"])
    assert [queries_of(browser.get, path) for path in paths] == few
