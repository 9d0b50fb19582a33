"""What everybody reads of the publication lists: pages, feeds, open data and search; masked, and in few queries."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.disclosure.actions.publishing import update_item, withdraw_item
from selaras.disclosure.actions.withholding import Weighing, approve, weigh
from selaras.disclosure.models import PublicBody
from selaras.disclosure.pages.publication.data import COLUMNS
from selaras.disclosure.search import found
from tests.disclosure.network import OTHER_VILLAGE, agency, at_desk, network, superior_of
from tests.disclosure.publication.items import BUDGET, an_item_of

pytestmark = pytest.mark.django_db
PRIVATE = "Hubungi 0812-3456-7890, NIK 3305011708790001."


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    """A village with two items, its neighbour with one and an agency with one."""
    made = network()
    today(date(2020, 1, 14))
    an_item_of(made)
    an_item_of(made, "peraturan-desa", category="any_time", title="Peraturan desa tentang sampah", summary=PRIVATE)
    an_item_of(PublicBody.objects.get(region=OTHER_VILLAGE), "profil", title="Profil desa", summary="Desa di bukit.")
    an_item_of(agency(), "renja", title="Rencana kerja tahun ini", summary="Menara sinyal untuk desa-desa.")
    return made


def read(name: str, *parts: object, **asked: str) -> str:
    return Client().get(reverse(name, args=parts), asked).getvalue().decode()


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({}, 4),
        ({"q": "apbdes"}, 1),
        ({"q": "APBDes Seboro"}, 1),
        ({"q": "apbdes wonosari"}, 0),
        ({"q": "peratur"}, 1),  # the beginning of a word
        ({"q": "merencanakan kerja"}, 1),  # another form of the word
        ({"q": "untuk yang"}, 0),
        ({"kategori": "any_time"}, 1),
        ({"jenis": "village"}, 3),
        ({"kecamatan": "33.05.22"}, 3),
        ({"badan": "3305222002"}, 2),
        ({"jenis": "village", "q": "desa"}, 3),
        ({"kategori": "harian"}, 4),  # a wrong choice is left out
        ({"hal": "99"}, 4),
    ],
)
def test_the_search_finds_by_word_and_place(body: PublicBody, asked: dict[str, str], many: int) -> None:
    page = read("publication", **asked)
    assert page.count('<th role="rowheader"') == many
    assert len(read("publication-csv", **asked).splitlines()) == many + 1


def test_what_is_masked_is_neither_shown_nor_found(body: PublicBody) -> None:
    item = body.items.get(template="peraturan-desa")
    pages = [read("publication"), read("publication-item", item.pk), read("publication-of-body", body.code)]
    files = [read("publication-csv"), read("publication-json"), read("publication-feed")]
    for text in (*pages, *files):
        assert "sampah" in text
        assert "3305011708790001" not in text
        assert "0812" not in text
    assert "rowheader" not in read("publication", q="3305011708790001")
    assert found("3305011708790001") == []


def test_the_list_of_a_body_says_what_lacks(body: PublicBody) -> None:
    page = read("publication-of-body", body.code)
    assert "2 dari 10 informasi wajib sudah terbit." in page
    assert "Wajib, tetapi belum terbit" in page
    assert "RPJMDes" in page
    assert "Perki 1/2018" in page


def test_what_is_withheld_is_listed_with_its_end(body: PublicBody, today: Callable[[date], None]) -> None:
    weighing = Weighing("Rencana lelang", "Harga", "Pasal 17 huruf b UU 14/2008", "Rugi", "Tidak ada", "Kecil")
    test = weigh(body, weighing, date(2020, 3, 1), actor=at_desk(body))
    assert "Rencana lelang" not in read("publication-of-body", body.code)
    approve(test, "07/2020", actor=superior_of(body))
    page = read("publication-of-body", body.code)
    assert "Minggu, 1 Maret 2020" in page
    assert "harus dibuka" not in page
    today(date(2020, 3, 2))
    assert "harus dibuka" in read("publication-of-body", body.code)


def test_what_was_withdrawn_stays_visible_as_such(body: PublicBody) -> None:
    item = withdraw_item(body.items.get(template="apbdes"), "Angkanya salah.", actor=at_desk(body))
    assert "Informasi ini ditarik" in read("publication-item", item.pk)
    assert "Angkanya salah." in read("publication-of-body", body.code)
    assert BUDGET.title not in read("publication")
    assert found("apbdes seboro") != []  # words of its neighbour on the list
    assert all(hit.title != BUDGET.title for hit in found("apbdes seboro"))


def test_an_item_tells_its_history(body: PublicBody) -> None:
    item = body.items.get(template="apbdes")
    said = BUDGET.__class__(**{**BUDGET.__dict__, "title": "APBDes sesudah perubahan"})
    update_item(item, said, actor=at_desk(body))
    page = read("publication-item", item.pk)
    assert "Yang berubah: judul." in page
    assert f"“{BUDGET.title}”" in page


def test_open_data_has_the_columns_of_the_list(body: PublicBody) -> None:
    rows = list(csv.DictReader(io.StringIO(read("publication-csv", badan=body.code).lstrip("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    assert {row["judul"]: row["kategori"] for row in rows} == {
        BUDGET.title: "berkala",
        "Peraturan desa tentang sampah": "setiap saat",
    }
    assert [row["judul"] for row in json.loads(read("publication-json", badan=body.code))["informasi"]] == [
        row["judul"] for row in rows
    ]


@pytest.mark.parametrize(("name", "parts", "many"), [("publication-feed", [], 4), ("publication-feed-of-body", [1], 2)])
def test_feeds_tell_what_is_new(body: PublicBody, name: str, parts: list[Any], many: int) -> None:
    assert read(name, *[body.code for _ in parts]).count("<entry>") == many


@pytest.mark.parametrize(
    ("name", "asked"),
    [("publication", {}), ("publication", {"q": "desa"}), ("publication-of-body", {}), ("publication-item", {})],
)
def test_more_items_cost_no_more_queries(body: PublicBody, name: str, asked: dict[str, str]) -> None:
    parts = {"publication-of-body": [body.code], "publication-item": [body.items.earliest("pk").pk]}.get(name, [])

    def many() -> int:
        with CaptureQueriesContext(connection) as told:
            read(name, *parts, **asked)
        return len(told)

    few = many()
    for key in ("profil", "struktur", "rkpdes", "rpjmdes"):
        an_item_of(body, key, title=f"Informasi desa {key}")
    assert many() == few <= 8
