"""The pages of code lists: what there is, one imported, its rows that were kept back."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from selaras.sectoral.actions.listing_codes import import_code_list
from selaras.sectoral.models import CodeList
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.sectoral.room import producer, room, steward

pytestmark = pytest.mark.django_db
PATH = "/meja/data/daftar-kode/"


def test_the_steward_imports_a_list_and_reads_what_was_kept_back() -> None:
    room()
    file = SimpleUploadedFile("kode.csv", b"kode,nama\n94,Papua\n94,Papua Tengah\n")
    page = browser_of(steward()).post(
        PATH, {"about": "bps@2020", "file": file, "valid_from": "2020-01-01"}, follow=True
    )
    text = page.content.decode()
    assert "1 kode bps@2020" in text
    assert "1 baris ditahan" in text
    assert "Kode ini sudah ada di baris 2." in text
    assert "bps@2020" in browser_of(producer()).get(PATH).content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Pilih dahulu berkasnya."),
        ({"about": "bps", "file": SimpleUploadedFile("k.csv", b"kode\n1\n")}, "Tulis sistem@versi"),
        ({"about": "bps@1", "file": SimpleUploadedFile("k.xlsx", b"PK\x03\x04")}, "rusak atau terpotong"),
    ],
)
def test_what_cannot_be_imported_is_said(given: dict[str, object], sentence: str) -> None:
    answer = browser_of(steward()).post(PATH, given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_producer_reads_and_does_not_import() -> None:
    room()
    browser = browser_of(producer())
    assert "Impor daftar kode" not in browser.get(PATH).content.decode()
    file = SimpleUploadedFile("kode.csv", b"kode\n1\n")
    assert browser.post(PATH, {"about": "bps@2020", "file": file}).status_code == 403
    assert not CodeList.objects.exists()


def test_the_number_of_queries_does_not_grow() -> None:
    browser = browser_of(steward())
    one = import_code_list("a@1", b"kode\n1\n", "a.csv", actor=steward())
    paths = [PATH, f"{PATH}{one.pk}/"]
    browser.get(PATH)
    few = [queries_of(browser.get, path) for path in paths]
    for at in range(5):
        import_code_list(f"b@{at}", b"kode\n1\n2\n3\n", "b.csv", actor=steward())
    assert [queries_of(browser.get, path) for path in paths] == few
