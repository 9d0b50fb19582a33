"""The rows of a version on pages: searched, narrowed, sorted, and taken away as they were found."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from selaras.sectoral.serving import table
from tests.counting import queries_of
from tests.sectoral.room import out
from tests.sectoral.shelf import SERIES, described, series, series_rows

pytestmark = pytest.mark.django_db
PATH = f"/data/{SERIES}/tabel/"


@pytest.fixture(autouse=True)
def released() -> None:
    out(series(), series_rows())


def shown(query: str = "", status: int = 200) -> str:
    answer = Client().get(PATH + query)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def rows(page: str) -> list[list[str]]:
    return [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in re.findall(r"<tr>(<td.*?)</tr>", page)]


def test_it_tells_how_many_rows_there_are_and_shows_them_as_they_stand() -> None:
    page = shown()
    assert "<h1>33 baris</h1>" in page
    assert rows(page)[:2] == [["2010", "Ayah", "1.000"], ["2010", "Buayan", "1.100"]]


def test_the_newest_version_is_shown_and_an_older_one_keeps_its_address() -> None:
    from selaras.sectoral.models import Dataset

    out(Dataset.objects.get(code=SERIES), series_rows(years=[2020]))
    assert "<h1>3 baris</h1>" in shown()
    assert b"<h1>33 baris</h1>" in Client().get(f"/data/{SERIES}/versi/1/tabel/").content


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=puring+2020", [["2020", "Puring", "1.000"]]),
        ("?k2=BUAY&k1a=2019", [["2019", "Buayan", "1.190"], ["2020", "Buayan", "1.200"]]),
        ("?k3b=1000", [["2010", "Ayah", "1.000"], ["2020", "Puring", "1.000"]]),
        ("?k1a=2020&urut=3", [["2020", "Puring", "1.000"], ["2020", "Buayan", "1.200"], ["2020", "Ayah", "1.400"]]),
        ("?k1a=2020&urut=-3", [["2020", "Ayah", "1.400"], ["2020", "Buayan", "1.200"], ["2020", "Puring", "1.000"]]),
    ],
)
def test_rows_are_searched_narrowed_and_sorted(query: str, found: list[list[str]]) -> None:
    page = shown(query)
    assert rows(page) == found
    assert ("dari 33 baris cocok" in page) == ("k" in query or "q" in query)


@pytest.mark.parametrize("query", ["?urut=9", "?urut=-0", "?urut=²", "?urut=jiwa", "?hal=999", "?hal=x", "?k9=x"])
def test_what_names_nothing_is_passed_over(query: str) -> None:
    assert "<h1>33 baris</h1>" in shown(query)


def test_a_value_that_does_not_fit_is_told_beside_the_form() -> None:
    page = shown("?k1a=kemarin&q=ayah", status=422)
    assert "berisi bilangan bulat; “kemarin” tidak cocok" in page
    assert 'value="ayah"' in page


def test_where_nothing_is_found_the_way_back_is_shown() -> None:
    page = shown("?q=tidakada")
    assert "0 dari 33 baris cocok" in page
    assert "Hapus saringan" in page


def test_headings_sort_and_turn_the_order_round() -> None:
    assert 'href="?q=ayah&amp;urut=3"' in shown("?q=ayah&hal=1")
    page = shown("?q=ayah&urut=3")
    assert 'aria-sort="ascending"' in page
    assert 'href="?q=ayah&amp;urut=-3"' in page
    assert 'aria-sort="descending"' in shown("?urut=-3")


def test_a_long_table_has_pages_that_put_together_are_the_whole() -> None:
    out(described("panjang", {"fields": [{"name": "desa"}]}, "Panjang (contoh)"), b"desa\n" + b"Ayah\nSrati\n" * 60)
    pages = [rows(Client().get(f"/data/panjang/tabel/?hal={at}").content.decode()) for at in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 20]


def test_what_was_found_is_taken_away_whole() -> None:
    page = shown("?k1a=2020&urut=-3")
    (address,) = re.findall(r'href="(/data/[^"]*saringan.csv[^"]*)"', page)
    answer = Client().get(address.replace("&amp;", "&"))
    assert answer["Content-Disposition"] == f'attachment; filename="{SERIES}-v1-saringan.csv"'
    lines = b"".join(answer).decode("utf-8-sig").split()
    assert lines == ["tahun,kecamatan,peserta", "2020,Ayah,1400", "2020,Buayan,1200", "2020,Puring,1000"]
    assert Client().get(f"/data/{SERIES}/versi/1/saringan.csv?k1a=x").status_code == 404


def test_a_search_that_takes_too_long_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    big = b"desa\n" + b"".join(b"Desa %d\n" % at for at in range(100_000))
    out(described("besar", {"fields": [{"name": "desa"}]}, "Besar (contoh)"), big)
    monkeypatch.setattr(table, "SECONDS", 0.0)
    answer = Client().get("/data/besar/tabel/?q=desa+des+esa+de+es+sa+d+e")
    assert answer.status_code == 422
    assert "Persempit saringannya" in answer.content.decode()


def test_it_asks_the_database_as_often_whatever_is_asked() -> None:
    few = queries_of(Client().get, PATH)
    assert queries_of(Client().get, PATH + "?q=ayah&urut=1&k1a=2011") == few
