"""The questions about a standard: one column a page, answers kept on the server, one column changed later."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from selaras.engines.tabular.standard import read_standard
from selaras.sectoral.models import Dataset, Draft
from selaras.sectoral.queries import standard_in_force
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.sectoral.actions.test_drafting import SAMPLE
from tests.sectoral.pages.test_desk import answers
from tests.sectoral.room import CODE, producer, room, stranger

pytestmark = pytest.mark.django_db
PATH = f"/meja/data/himpunan/{CODE}/standar/"


def begun(sample: bytes = SAMPLE) -> Client:
    room()
    browser = browser_of(producer())
    answer = browser.post(PATH, {"file": SimpleUploadedFile("contoh.csv", sample)})
    assert answer["Location"] == f"{PATH}kolom/1/"
    return browser


def said(browser: Client, place: int, **changed: Any) -> dict[str, Any]:
    return answers(browser.get(f"{PATH}kolom/{place}/")) | changed


def test_the_proposed_answer_is_chosen_and_says_why() -> None:
    page = begun().get(f"{PATH}kolom/1/").content.decode()
    assert "Kolom 1 dari 6" in page
    assert "33.05.01.2001; 33.05.01.2002" in page
    assert '<option value="code" selected>' in page
    assert "Nama kolomnya menyebut kode." in page


def test_a_code_without_its_system_and_version_stays_on_the_page() -> None:
    browser = begun()
    answer = browser.post(f"{PATH}kolom/1/", said(browser, 1))
    assert answer.status_code == 422
    assert "Kode tanpa sistem dan versi dapat berarti dua hal." in answer.content.decode()


def test_what_was_answered_is_there_when_the_connection_comes_back() -> None:
    browser = begun()
    answer = browser.post(f"{PATH}kolom/1/", said(browser, 1, system="kemendagri@2019", title="Kode wilayah"))
    assert answer["Location"] == f"{PATH}kolom/2/"
    later = browser_of(producer())
    assert "1 kolom sudah dijawab" in later.get(PATH).content.decode()
    assert 'value="Kode wilayah"' in later.get(f"{PATH}kolom/1/").content.decode()


def test_from_the_sample_to_the_standard() -> None:
    browser = begun()
    for place in range(1, 7):
        more = {"system": "kemendagri@2019"} if place == 1 else {}
        answer = browser.post(f"{PATH}kolom/{place}/", said(browser, place, **more))
    assert answer["Location"] == f"{PATH}aturan/"
    page = browser.get(f"{PATH}aturan/").content.decode()
    assert "laki + perempuan harus sama dengan jumlah" in page
    browser.post(f"{PATH}aturan/", {"rule": "[laki] + [perempuan] = [jumlah]", "why": "Contoh."})
    page = browser.get(PATH).content.decode()
    assert "Standar 2 berlaku" in page
    assert "Contoh. Berubah: kolom baru: kode desa" in page
    assert "kemendagri 2019" in page


def test_an_officer_comes_back_and_changes_one_column() -> None:
    room()
    browser = browser_of(producer())
    answer = browser.post(f"{PATH}ubah/", {"column": "2"})
    assert answer["Location"] == f"{PATH}kolom/2/"
    answer = browser.post(f"{PATH}kolom/2/", said(browser, 2, unit="jiwa"))
    assert answer["Location"] == f"{PATH}aturan/"
    browser.post(f"{PATH}aturan/", {"rule": "laki + perempuan = jumlah"})
    found = standard_in_force(Dataset.objects.get())
    assert found
    assert (found.number, read_standard(found.package).named("laki").unit) == (2, "jiwa")


def test_a_rule_that_cannot_be_read_and_a_step_too_early_are_told() -> None:
    browser = begun()
    answer = browser.post(f"{PATH}aturan/", {"own": "[laki] <="})
    assert answer.status_code == 422
    assert "[laki] &lt;=" in answer.content.decode()
    assert "belum dijawab" in browser.post(f"{PATH}aturan/", {}).content.decode()


def test_dropped_it_is_gone() -> None:
    browser = begun()
    browser.post(f"{PATH}ubah/", {"drop": "1"})
    assert not Draft.objects.exists()
    assert browser.get(f"{PATH}kolom/1/").status_code == 404


@pytest.mark.parametrize("place", [0, 7])
def test_there_is_no_question_about_a_column_that_is_not_there(place: int) -> None:
    assert begun().get(f"{PATH}kolom/{place}/").status_code == 404


def test_another_agency_is_asked_nothing() -> None:
    begun()
    other = browser_of(stranger())
    assert other.get(f"{PATH}kolom/1/").status_code == 404
    assert other.post(f"{PATH}ubah/", {"drop": "1"}).status_code == 404
    assert Draft.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_columns() -> None:
    browser = begun(b"a;b\n1;2\n")
    few = [queries_of(browser.get, f"{PATH}{part}") for part in ("kolom/1/", "aturan/")]
    wide = ";".join(f"k{at}" for at in range(40)).encode()
    browser.post(PATH, {"file": SimpleUploadedFile("lebar.csv", wide + b"\n" + b";".join([b"1"] * 40))})
    assert [queries_of(browser.get, f"{PATH}{part}") for part in ("kolom/1/", "aturan/")] == few
