"""An office's own table becomes its publication list: looked at first, no row lost, the same file once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from selaras.disclosure.actions.importing import keep_list, take_list
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.models import Item, PublicBody
from selaras.engines.tabular import TabularError
from selaras.intake.models import Batch, Row, Upload
from tests.disclosure.network import agency, at_desk, network

pytestmark = pytest.mark.django_db
TABLE = b"""DAFTAR INFORMASI PUBLIK DESA SEBORO (contoh)

No;Informasi;Ringkasan isi informasi;Kategori;Pejabat/unit yang menguasai;Waktu pembuatan;Bentuk;Retensi;Tautan
1;Profil desa;Alamat dan batas desa.;Berkala;Sekretariat desa;03-01-2020;Cetak dan rekam;5 tahun;https://contoh.example/p
2;Peraturan desa tentang sampah;Denda dan jadwal angkut.;Setiap saat;Sekretariat desa;;Rekam;selamanya;
3;Jadwal posyandu;Setiap Selasa pertama.;;Kader;;;;
4;Rencana lelang;Harga perkiraan.;Dikecualikan;Bendahara;;;;
5;Jadwal posyandu;Sama lagi.;Setiap saat;Kader;;;;
6;Peta desa;Batas dusun.;Setiap saat;Kaur;;;;bukan tautan
"""


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 1, 14))
    return made


def taken(body: PublicBody, content: bytes = TABLE) -> Batch:
    desk = at_desk(body)
    return take_list(body, keep_list(body, "daftar.csv", content, actor=desk), actor=desk)


def test_each_row_is_taken_or_kept_with_its_reason(body: PublicBody) -> None:
    batch = taken(body)
    assert (batch.read, batch.taken, batch.kept) == (6, 3, 3)
    assert {(one.title, one.template, one.category, one.form) for one in body.items.all()} == {
        ("Profil desa", "profil", "periodic", "both"),
        ("Peraturan desa tentang sampah", "", "any_time", "recorded"),
        ("Jadwal posyandu", "", "any_time", "recorded"),
    }
    profile = body.items.get(template="profil")
    assert (profile.made_on, profile.retention, profile.link) == (
        date(2020, 1, 3),
        "5 tahun",
        "https://contoh.example/p",
    )
    kept = " ".join(reason for row in batch.rows.filter(outcome=Row.Outcome.KEPT) for reason in row.reasons)
    for told in ("uji konsekuensi", "baris pertama yang dipakai", "Mulailah dengan https://"):
        assert told in kept


def test_the_same_file_again_changes_nothing(body: PublicBody) -> None:
    assert taken(body) == taken(body)
    assert (Item.objects.count(), Batch.objects.count(), Upload.objects.count()) == (3, 1, 0)


def test_a_list_sent_anew_brings_the_same_items_up_to_date(body: PublicBody, today: Callable[[date], None]) -> None:
    taken(body)
    today(date(2020, 2, 11))
    taken(body, TABLE.replace(b"Alamat dan batas desa.", b"Alamat baru."))
    assert Item.objects.count() == 3
    assert body.items.get(template="profil").updated_on == date(2020, 2, 11)
    posyandu = body.items.get(title="Jadwal posyandu")
    assert (posyandu.updated_on, posyandu.checked_on) == (date(2020, 1, 14), date(2020, 2, 11))


@pytest.mark.parametrize("content", [b"", b"warna;harga\nbiru;3\n", b"judul;ringkasan\n", b"\x00\x01\x02"])
def test_what_is_no_list_is_refused_with_a_sentence(body: PublicBody, content: bytes) -> None:
    with pytest.raises((NotNow, TabularError)):
        keep_list(body, "daftar.csv", content, actor=at_desk(body))
    assert not Upload.objects.exists()


def test_only_the_desk_sends_its_list(body: PublicBody) -> None:
    with pytest.raises(NotAllowed):
        keep_list(body, "daftar.csv", TABLE, actor=at_desk(agency()))


def test_nothing_is_published_before_the_rows_were_seen(body: PublicBody) -> None:
    desk = Client()
    desk.force_login(at_desk(body))
    address = reverse("publication-upload", args=[body.code])
    assert "Pilih dahulu berkasnya." in desk.post(address).content.decode()
    sent = {"file": SimpleUploadedFile("daftar.csv", TABLE)}
    response = desk.post(address, sent, follow=True)
    page = response.content.decode()
    assert "3 dari 6 baris dapat masuk daftar" in page
    assert "uji konsekuensi" in page
    assert not Item.objects.exists()
    desk.post(response.request["PATH_INFO"], {"take": "1"})
    assert Item.objects.count() == 3


def test_a_dropped_file_leaves_nothing(body: PublicBody) -> None:
    desk = Client()
    desk.force_login(at_desk(body))
    upload = keep_list(body, "daftar.csv", TABLE, actor=at_desk(body))
    desk.post(reverse("publication-upload-check", args=[upload.pk]), {"drop": "1"})
    assert (Upload.objects.count(), Item.objects.count()) == (0, 0)
