"""A list comes back with what became of each row beside it, so that its sender can mend it."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from selaras.outreach.models import Source
from selaras.outreach.reach.actions.importing import Told, take_sites
from tests.outreach.reach.region import region, steward, taken
from tests.people.persons import browser_of, secretary

pytestmark = pytest.mark.django_db


def cells(source: Source) -> list[list[str]]:
    page = browser_of(steward()).get(reverse("signal-source-copy", args=[source.pk]))
    assert "-diperiksa.xlsx" in page.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(page.content))
    return [[str(cell) for cell in row if cell is not None] for row in book.worksheets[0].iter_rows(values_only=True)]


def row_of(rows: list[list[str]], name: str) -> str:
    return next(" ".join(row) for row in rows if name in row)


def test_the_reason_stands_beside_the_village_that_was_kept_back() -> None:
    region()
    taken("Kode;Desa;Penduduk;Sinyal\n33.05.01.2001;Alfa;1200;tercakup\n33.99.99.2001;Entah;5;tercakup\n")
    rows = cells(Source.objects.get())
    assert "tidak ditemukan dalam daftar wilayah" in row_of(rows, "Entah")
    assert "tidak ditemukan" not in row_of(rows, "Alfa")


def test_a_list_of_masts_comes_back_too() -> None:
    region()
    told = Told("Menara (contoh)", Source.Way.CENSUS, date(2020, 1, 1))
    batch = take_sites(told, "menara.csv", b"Nomor;Lat;Lon;Tinggi\nA1;-7.6;109.6;9000\n", actor=steward())
    assert "Tinggi menara 1\u2013500 m" in row_of(cells(Source.objects.get(batch=batch)), "A1")


def test_the_page_of_the_source_leads_to_it_and_others_get_none() -> None:
    region()
    taken("Kode;Desa;Sinyal\n33.05.01.2001;Alfa;tercakup\n")
    source = Source.objects.get()
    address = reverse("signal-source-copy", args=[source.pk])
    assert address in browser_of(steward()).get(reverse("signal-source", args=[source.pk])).content.decode()
    assert browser_of(secretary()).get(address).status_code == 403
