"""The page on which a person says which column is which."""

from __future__ import annotations

import pytest

from selaras.background import work_off
from selaras.sectoral.models import Version
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.sectoral.room import GOOD, MESSY, handed_in, looked_at, producer, room, sent, stranger

pytestmark = pytest.mark.django_db(transaction=True)
CHOSEN = {"c0": "desa", "c1": "laki", "c2": "perempuan", "c3": "jumlah", "c4": "", "deed": "columns"}


def test_proposed_overridden_and_told_of_the_next_file() -> None:
    dataset, browser = room(), browser_of(producer())
    version = sent(dataset, MESSY)
    looked_at(version)
    assert "Nama kolomnya belum cocok" in browser.get(f"/meja/data/versi/{version.pk}/").content.decode()
    page = browser.get(f"/meja/data/versi/{version.pk}/kolom/").content.decode()
    assert "Isinya: Ayah; Srati." in page
    assert '<option value="desa" selected>' in page
    browser.post(f"/meja/data/versi/{version.pk}/kolom/", CHOSEN)
    work_off("test")
    assert "Versi 1 sesuai standar" in browser.get(f"/meja/data/versi/{version.pk}/").content.decode()
    later = sent(dataset, MESSY + b"Argosari,1,2,3,\n")
    looked_at(later)
    page = browser.get(f"/meja/data/versi/{later.pk}/").content.decode()
    assert "Kolomnya dicocokkan seperti yang pernah dipilih." in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (CHOSEN | {"c4": "jumlah"}, "jumlah sudah dipilih untuk kolom L+P"),
        (CHOSEN | {"c4": "x"}, "Masukkan pilihan yang valid"),
        ({"deed": "place", "header_row": "lima"}, "Tulis nomor barisnya saja"),
        ({"deed": "place", "header_row": "9999999"}, "Tulis nomor baris yang memuat nama kolom"),
    ],
)
def test_what_cannot_be_stays_on_the_page_with_its_sentence(given: dict[str, str], sentence: str) -> None:
    version = sent(room(), MESSY)
    looked_at(version)
    answer = browser_of(producer()).post(f"/meja/data/versi/{version.pk}/kolom/", given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_what_was_handed_in_meanwhile_is_not_mapped_any_more() -> None:
    version = handed_in(room())
    for given in ({"c0": "desa", "deed": "columns"}, {"deed": "place"}):
        answer = browser_of(producer()).post(f"/meja/data/versi/{version.pk}/kolom/", given)
        assert answer.status_code == 422
        assert "Versi 1 sudah diajukan" in answer.content.decode()


def test_it_is_not_there_before_the_file_was_read_nor_for_another_agency() -> None:
    version = sent(room(), GOOD)
    path = f"/meja/data/versi/{version.pk}/kolom/"
    assert browser_of(producer()).get(path).status_code == 404
    looked_at(version)
    assert browser_of(producer()).get(path).status_code == 200
    assert browser_of(stranger()).get(path).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_columns() -> None:
    dataset, browser = room(), browser_of(producer())
    few, many = sent(dataset, GOOD), sent(dataset, b",".join([b"a%d" % at for at in range(40)]) + b"\n1" + b",1" * 39)
    paths = []
    for version in (few, many):
        looked_at(version)
        paths.append(f"/meja/data/versi/{Version.objects.get(pk=version.pk).pk}/kolom/")
    browser.get(paths[0])
    assert queries_of(browser.get, paths[0]) == queries_of(browser.get, paths[1])
