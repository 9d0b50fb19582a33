"""The page of a dataset: the answer first, its chart with its figures, its quality, its files, its versions."""

from __future__ import annotations

import re

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from selaras.sectoral.actions.releasing import withdraw
from tests.counting import queries_of
from tests.sectoral.room import CODE, MENDED, out, room, steward
from tests.sectoral.shelf import SERIES, described, series, series_rows

pytestmark = pytest.mark.django_db


def shown(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_first_sentence_says_what_and_until_when() -> None:
    out(room())
    assert '<strong lang="id">Tertinggi: Ayah, 22 jiwa. Terendah: Srati, 15 jiwa.</strong> Dirilis' in shown(
        f"/data/{CODE}/"
    )
    out(series(), series_rows())
    page = shown(f"/data/{SERIES}/")
    assert "Tertinggi pada 2020: Ayah, 1.400 orang." in page
    assert "Data sampai 2020," in page


def test_a_series_is_drawn_with_a_line_a_name_and_its_figures_beside() -> None:
    out(series(), series_rows())
    page = shown(f"/data/{SERIES}/")
    assert len(re.findall(r'<g class="line-\d"><line x1="1.0%"', page)) == 3
    assert '<th scope="row">2020</th><td class="num">1.400</td><td class="num">1.200</td>' in page
    assert "Peserta KB menurut tahun dan kecamatan</h2>" in page
    assert "Bagaimana grafik dipilih" in page


def test_one_series_says_where_it_comes_from() -> None:
    out(series(), series_rows(districts=["Ayah"]))
    assert "2020: 1.400 orang. Pada 2010: 1.000 orang." in shown(f"/data/{SERIES}/")


def test_places_are_bars_the_largest_first() -> None:
    out(room(), MENDED)
    page = shown(f"/data/{CODE}/")
    names = re.findall(r'<tr><th scope="row" lang="id">(\w+)</th>', page)
    assert names == ["Ayah", "Srati", "Argosari"]
    assert 'x="0.0%" width="100.0%"' in page


def test_what_cannot_be_drawn_says_why() -> None:
    schema = {"fields": [{"name": "desa"}, {"name": "kepala_desa_perempuan", "type": "boolean"}]}
    out(described("tanpa-angka", schema, "Tanpa angka (contoh)"), b"desa,kepala_desa_perempuan\nAyah,true\n")
    page = shown("/data/tanpa-angka/")
    assert "tidak punya kolom angka" in page
    assert '<td lang="id">ya</td>' in page


def test_its_quality_says_how_it_was_counted() -> None:
    out(room())
    page = shown(f"/data/{CODE}/")
    assert "Baris dengan kunci yang berbeda dibagi semua baris" in page
    assert page.count("<strong>100 %</strong>") == 4


def test_each_file_tells_its_size() -> None:
    out(room())
    page = shown(f"/data/{CODE}/")
    for suffix in ("csv", "xlsx", "json", "parquet"):
        assert f'href="/data/{CODE}/versi/1/data.{suffix}"' in page
    content = b"".join(Client().get(f"/data/{CODE}/versi/1/data.csv"))
    assert f"{len(content)} byte" in page


def test_versions_tell_what_changed_and_each_has_its_own_address() -> None:
    dataset = room()
    first = out(dataset)
    out(dataset, MENDED)
    page = shown(f"/data/{CODE}/")
    assert "Dibanding versi 1: 1 baris baru, 0 hilang, 1 berubah." in page
    assert "Versi pertama: 2 baris." in page
    assert f"/data/{CODE}/versi/2/</a>" in page
    older = shown(f"/data/{CODE}/versi/1/")
    assert "Ini versi 1. Yang terbaru versi 2." in older
    assert "Argosari" not in older
    withdraw(first, "Angka Srati keliru (contoh).", actor=steward())
    page = shown(f"/data/{CODE}/")
    assert "Angka Srati keliru (contoh)." in page
    assert "Versi 1 ditarik" in shown(f"/data/{CODE}/versi/1/")


def test_a_dataset_of_which_all_was_withdrawn_says_so() -> None:
    withdraw(out(room()), "Angka Srati keliru (contoh).", actor=steward())
    page = shown(f"/data/{CODE}/")
    assert "Versi 1 ditarik" in page
    assert "Angka Srati keliru (contoh)." in page
    assert "Ditarik" in shown("/data/")
    assert Client().get(f"/data/{CODE}/tabel/").status_code == 404


def test_a_table_that_the_storage_lost_is_told_without_failing() -> None:
    version = out(room())
    assert version.check_in_force
    default_storage.delete(str(version.check_in_force.table))
    assert "Tabel versi ini tidak ada di penyimpanan" in shown(f"/data/{CODE}/")
    for path in ("tabel/", "versi/1/tabel/", "versi/1/data.csv", "versi/1/data.parquet", "versi/1/saringan.csv"):
        assert Client().get(f"/data/{CODE}/{path}").status_code == 404, path


def test_it_asks_the_database_as_often_for_many_versions_as_for_one() -> None:
    dataset = room()
    out(dataset)
    few = queries_of(Client().get, f"/data/{CODE}/")
    for at in range(3):
        out(dataset, MENDED + f"D{at},1,1,2\n".encode())
    assert queries_of(Client().get, f"/data/{CODE}/") == few
    assert queries_of(Client().get, f"/data/{CODE}/versi/1/") == few
