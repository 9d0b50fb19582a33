"""All desks by file: looked at first, no row lost, an empty cell empties nothing, the same file once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from selaras.audit.queries import head, verify
from selaras.disclosure.actions.importing_desks import keep_desks, take_desks
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.models import Officer, PublicBody
from selaras.disclosure.network import state_of
from selaras.engines.tabular import TabularError
from selaras.government.models import Region
from selaras.intake.models import Batch, Row, Upload
from selaras.people.actions import system_account
from tests.disclosure.network import DISTRICT, agency, at_desk, main_officer, network
from tests.disclosure.network_pages.bodies import DESK, formed
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 14)
TABLE = """DAFTAR PPID DESA (contoh)

Kode;Nama desa;No SK;Tanggal SK;Alamat kantor;Jam buka;Telp;Kepala Desa;Nama PPID;Petugas
33.05.22.2002;Seboro;03/2019;02-05-2019;Jalan Raya 1;08.00–15.00;0287 1;Kades (c);Sekdes (c);Satu (c)|Dua (c)
;Wonosari;;;Jalan Bukit 2;;;;;
;Tidak Ada;;;Jalan 3;;;;;
;Desa Wonosari;;;Jalan lain;;;;;
3305222999;Entah;;;Jalan 5;;;;;
;Kecamatan Sadang;05/2019;;Jalan 6;;;;;
""".replace("(c)", "(contoh)").encode()


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(DAY)
    return made


def test_each_row_fills_a_desk_or_is_kept_with_its_reason(body: PublicBody) -> None:
    batch = take_desks("ppid.csv", TABLE, actor=main_officer())
    assert (batch.read, batch.taken, batch.kept) == (6, 2, 4)
    body.refresh_from_db()
    assert (body.decree, body.decree_date, body.phone) == ("03/2019", date(2019, 5, 2), "0287 1")
    assert state_of(body, DAY).formed == 3
    assert list(Officer.objects.order_by("pk").values_list("post", "name")) == [
        ("superior", "Kades (contoh)"),
        ("head", "Sekdes (contoh)"),
        ("desk", "Satu (contoh)"),
        ("desk", "Dua (contoh)"),
    ]
    kept = {row.number: " ".join(row.reasons) for row in batch.rows.filter(outcome=Row.Outcome.KEPT)}
    told = ["tidak ada dalam jaringan", "sudah ada di baris", "tidak ada dalam jaringan", "Isi tanggal keputusan"]
    assert all(sentence in reason for sentence, reason in zip(told, kept.values(), strict=True))
    assert verify().intact


def test_the_same_file_again_changes_nothing(body: PublicBody) -> None:
    first = take_desks("ppid.csv", TABLE, actor=main_officer())
    logged = head()
    assert take_desks("ppid.csv", TABLE, actor=main_officer()) == first
    assert (head(), Batch.objects.count(), Officer.objects.count()) == (logged, 1, 4)


def test_an_empty_cell_empties_nothing(body: PublicBody) -> None:
    formed(body)
    take_desks("ppid.csv", f"kode;telepon\n{body.code};0287 9\n".encode(), actor=main_officer())
    body.refresh_from_db()
    assert (body.phone, body.address, body.decree) == ("0287 9", DESK["address"], DESK["decree"])


def test_a_name_that_several_bear_asks_for_the_code_or_the_district(body: PublicBody) -> None:
    other = Region.objects.create(code="33.05.23", name="Karangsambung", level="district", parent_id="33.05")
    twin = Region.objects.create(code="33.05.23.2001", name="Seboro", level="village", kind="desa", parent=other)
    PublicBody.objects.create(kind="village", code="3305232001", name="Pemerintah Desa Seboro", region=twin)
    batch = take_desks("a.csv", b"nama badan;alamat\nSeboro;Jalan 1\n", actor=main_officer())
    assert "3305222002 (Pemerintah Desa Seboro), 3305232001" in batch.rows.get().reasons[0]
    take_desks("b.csv", b"nama badan;kecamatan;alamat\nSeboro;Sadang;Jalan 1\n", actor=main_officer())
    assert list(PublicBody.objects.exclude(address="").values_list("code", flat=True)) == [body.code]


def test_a_row_is_taken_whole_or_not_at_all(body: PublicBody) -> None:
    """A new PPID would come on the day on which the present one began."""
    Officer.objects.create(body=body, post="head", name="Hari ini (contoh)", since=DAY)
    table = f"kode;alamat;nama ppid\n{body.code};Jalan Baru;Penerus (contoh)\n".encode()
    batch = take_desks("a.csv", table, actor=main_officer())
    body.refresh_from_db()
    assert (batch.kept, body.address) == (1, "")
    assert "masih menjabat PPID" in batch.rows.get().reasons[0]


@pytest.mark.parametrize("content", [b"", b"warna;harga\nbiru;3\n", b"kode badan;alamat\n", b"\x00\x01\x02"])
def test_what_is_no_table_of_desks_is_refused_with_a_sentence(body: PublicBody, content: bytes) -> None:
    with pytest.raises((NotNow, TabularError)):
        keep_desks("a.csv", content, actor=main_officer())
    assert not Upload.objects.exists()


def test_only_the_main_ppid_and_the_command_line_fill_all_desks(body: PublicBody) -> None:
    for actor in (at_desk(body), at_desk(agency())):
        with pytest.raises(NotAllowed):
            take_desks("a.csv", TABLE, actor=actor)
    assert take_desks("a.csv", TABLE, actor=system_account()).taken == 2


def test_nothing_is_saved_before_the_rows_were_seen(body: PublicBody) -> None:
    client = browser_of(main_officer())
    address = reverse("desks-upload")
    assert "Pilih dahulu berkasnya." in client.post(address).content.decode()
    response: Any = client.post(address, {"file": SimpleUploadedFile("ppid.csv", TABLE)}, follow=True)
    page = response.content.decode()
    assert "2 dari 6 baris dapat diisikan" in page
    assert "Sekdes (contoh)" in page
    assert not Officer.objects.exists()
    done: Any = client.post(response.request["PATH_INFO"], {"take": "1"}, follow=True)
    assert "Isi tanggal keputusan" in done.content.decode()  # the page of what was kept back
    assert (Officer.objects.count(), Upload.objects.count()) == (4, 0)


def test_a_dropped_file_leaves_nothing(body: PublicBody) -> None:
    upload = keep_desks("ppid.csv", TABLE, actor=main_officer())
    browser_of(main_officer()).post(reverse("desks-upload-check", args=[upload.pk]), {"drop": "1"})
    assert (Upload.objects.count(), Officer.objects.count()) == (0, 0)


def test_another_person_does_not_find_the_file(body: PublicBody) -> None:
    upload = keep_desks("ppid.csv", TABLE, actor=main_officer())
    assert browser_of(at_desk(body)).get(reverse("desks-upload-check", args=[upload.pk])).status_code == 403


def test_the_table_to_fill_in_sent_back_as_it_is_changes_nothing(body: PublicBody) -> None:
    PublicBody.objects.filter(pk=formed(body).pk).update(phone="+62 287 1")  # no formula
    PublicBody.objects.filter(region=DISTRICT).update(address="- Jalan, depan balai")
    content = browser_of(main_officer()).get(reverse("desks-template")).content
    before = list(PublicBody.objects.order_by("pk").values())
    logged = head()
    batch = take_desks("meja-layanan.csv", content, actor=main_officer())
    assert (batch.read, batch.kept) == (PublicBody.objects.count(), 0)
    assert list(PublicBody.objects.order_by("pk").values()) == before
    assert Officer.objects.count() == 2
    assert head() != logged  # that the file came in is on record
