"""A file from a village: looked at before it is taken, for its own places alone, and nothing dangerous is opened."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from selaras.forum import uploads
from selaras.forum.actions.uploading import keep_upload, sender_of, take_upload
from selaras.forum.errors import BadUpload, NotAllowed, NotReady
from selaras.forum.models import Event, Forum, Proposal, Recommendation
from selaras.forum.places import places_for
from selaras.intake.models import Batch, Upload
from selaras.people.models import Account
from tests.forum.proposing.people import (
    ADIWARNO,
    JINTUNG,
    SRATI,
    agency_planner,
    district_operator,
    office,
    village_operator,
)
from tests.forum.small_forum import opened
from tests.people.persons import browser_of
from tests.people.test_at_one_moment import together

pytestmark = pytest.mark.django_db

FILE = "nomor,usulan,desa,volume,satuan,biaya\n1,Talud jalan,Srati,40,m,10 jt\n2,Jembatan,,1,unit,20 jt\n"


def take(forum: Forum, account: Account, text: str = FILE, mapping: dict[str, str] | None = None) -> Batch:
    kept = keep_upload(forum, "usulan.csv", text.encode(), actor=account)
    return take_upload(forum, kept, mapping or {}, actor=account)


def reasons(batch: Batch) -> dict[int, list[str]]:
    return {row.number: row.reasons for row in batch.rows.filter(outcome="kept")}


def workbook(**cells: Any) -> bytes:
    book, target = openpyxl.Workbook(), io.BytesIO()
    for place, value in cells.items():
        book.active[place] = value
    book.save(target)
    return target.getvalue()


def with_entry(content: bytes, name: str, body: bytes = b"x") -> bytes:
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return target.getvalue()


def test_rows_of_the_own_village_are_taken_and_those_without_one_are_its_own() -> None:
    forum, account = opened(), village_operator()
    batch = take(forum, account)
    assert (batch.taken, batch.kept, batch.sent_by) == (2, 0, account)
    assert set(Proposal.objects.values_list("village_id", flat=True)) == {SRATI}
    assert batch.sender == f"Desa Srati ({SRATI})"


@pytest.mark.parametrize(
    ("who", "village", "taken"),
    [
        (village_operator, "Srati", True),
        (village_operator, "Jintung", False),
        (village_operator, "Adiwarno", False),
        (village_operator, "Entah", False),
        (district_operator, "Jintung", True),
        (district_operator, "Adiwarno", False),
        (district_operator, "", True),
        (office, "Adiwarno", True),
    ],
)
def test_a_row_of_another_place_is_kept_back(who: Any, village: str, taken: bool) -> None:
    batch = take(opened(), who(), f"usulan,desa,volume,satuan,biaya\nTalud,{village},4,m,10 jt\n")
    assert batch.taken == int(taken)
    if not taken:
        assert "bukan desa atau kecamatan akun Anda" in reasons(batch)[2][0]


def test_a_village_does_not_speak_for_the_levels_above_it() -> None:
    text = "usulan,desa,volume,satuan,biaya,sumber,rekomendasi kecamatan,rekomendasi desa\n"
    batch = take(opened(), village_operator(), text + "Talud,Srati,4,m,10 jt,pokir,setuju,setuju\n")
    assert batch.taken == 1
    assert list(Recommendation.objects.values_list("level", flat=True)) == ["village"]
    assert Proposal.objects.get().source == "village"


def test_the_same_number_again_corrects_and_the_former_values_stay() -> None:
    forum, account = opened(), village_operator()
    take(forum, account)
    take(forum, account, FILE.replace("10 jt", "12 jt"))
    assert Proposal.objects.count() == 2
    event = Event.objects.get(kind="resent")
    assert (event.before, event.after, event.actor) == ({"cost": 10_000_000}, {"cost": 12_000_000}, account)


def test_two_villages_with_the_same_numbers_do_not_touch_each_other() -> None:
    forum = opened()
    take(forum, village_operator(SRATI))
    take(forum, village_operator(JINTUNG), FILE.replace("Srati", "Jintung"))
    assert Proposal.objects.count() == 4


def test_who_may_not_propose_sends_no_file() -> None:
    forum = opened()
    with pytest.raises(NotAllowed):
        keep_upload(forum, "usulan.csv", FILE.encode(), actor=agency_planner())


def test_nobody_takes_in_what_another_uploaded() -> None:
    forum = opened()
    kept = keep_upload(forum, "usulan.csv", FILE.encode(), actor=village_operator())
    with pytest.raises(NotAllowed):
        take_upload(forum, kept, {}, actor=district_operator())
    assert browser_of(office()).get(reverse("upload-check", args=[kept.pk])).status_code == 404


COLUMNS = {
    "nomor": "number",
    "usulan": "title",
    "desa": "village",
    "volume": "volume",
    "satuan": "unit",
    "biaya": "cost",
}


@pytest.mark.django_db(transaction=True)
def test_a_button_pressed_twice_takes_a_file_in_once() -> None:
    forum, account = opened(), village_operator()
    kept = keep_upload(forum, "usulan.csv", FILE.encode(), actor=account)
    first, second = (Upload.objects.get(pk=kept.pk) for _ in range(2))
    batches = together(*(partial(take_upload, forum, one, COLUMNS, actor=account) for one in (first, second)))
    assert batches[0] == batches[1]
    assert (Batch.objects.filter(kind="proposals").count(), Proposal.objects.count()) == (1, 2)
    assert not Upload.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_a_file_is_read() -> None:
    forum, account = opened(), village_operator()
    kept = keep_upload(forum, "usulan.csv", FILE.encode(), actor=account)
    held: list[bool] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if 'FROM "government_region"' in sql:  # what the villages of a file are looked up in
            held.append(connection.in_atomic_block)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        assert take_upload(forum, kept, COLUMNS, actor=account).taken == 2
    assert held
    assert not any(held)


def _upload(client: Client, name: str = "usulan.csv", content: bytes = FILE.encode()) -> str:
    return client.post(reverse("upload"), {"file": SimpleUploadedFile(name, content)}, follow=True).content.decode()


def test_a_file_is_looked_at_before_anything_is_stored() -> None:
    opened()
    client = browser_of(village_operator())
    text = _upload(client, content=b"a;b;c\nTalud jalan;40 m;10 jt\nJembatan;1 unit;20 jt\n")
    assert "Belum ada yang tersimpan." in text
    assert "Isinya: Talud jalan · Jembatan" in text
    assert not Proposal.objects.exists()
    page = reverse("upload-check", args=[Upload.objects.get().pk])
    chosen = {"kolom-0": "title", "kolom-1": "volume", "kolom-2": "cost"}
    assert "Rp 10.000.000" in client.post(page, chosen).content.decode()
    assert not Proposal.objects.exists()
    done = client.post(page, chosen | {"take": "1"}, follow=True).content.decode()
    assert "Semua 2 baris diambil." in done
    assert set(Proposal.objects.values_list("title", "cost")) == {("Talud jalan", 10_000_000), ("Jembatan", 20_000_000)}
    assert not Upload.objects.exists()


def test_two_columns_cannot_be_the_same_and_one_must_be_the_proposal() -> None:
    opened()
    client = browser_of(village_operator())
    _upload(client, content=b"a;b\nTalud jalan;10 jt\n")
    page = reverse("upload-check", args=[Upload.objects.get().pk])
    assert "sudah dipilih untuk kolom" in client.post(page, {"kolom-0": "cost", "kolom-1": "cost"}).content.decode()
    text = client.post(page, {"kolom-0": "cost", "take": "1"}).content.decode()
    assert "Pilih kolom mana yang berisi usulan." in text
    assert not Proposal.objects.exists()


def test_the_sender_reads_the_errors_beside_the_rows_and_takes_the_annotated_copy() -> None:
    forum, account = opened(), village_operator()
    batch = take(forum, account, FILE + "3,,Srati,1,unit,5 jt\n")
    client = browser_of(account)
    page = client.get(reverse("batch", args=[batch.pk])).content.decode()
    assert "1 dari 3 baris perlu diperbaiki." in page
    copy = client.get(reverse("annotated-file", args=[batch.pk]))
    assert copy.status_code == 200
    assert openpyxl.load_workbook(io.BytesIO(copy.content))
    assert browser_of(village_operator(ADIWARNO)).get(reverse("batch", args=[batch.pk])).status_code == 404


def test_rows_that_correct_earlier_ones_are_announced() -> None:
    forum, account = opened(), village_operator()
    take(forum, account)
    assert "2 baris memakai nomor yang pernah Anda kirim." in _upload(
        browser_of(account), content=(FILE + "\n").encode()
    )


def test_a_file_that_is_no_longer_wanted_is_dropped() -> None:
    opened()
    client = browser_of(village_operator())
    _upload(client)
    client.post(reverse("upload-drop", args=[Upload.objects.get().pk]))
    assert not Upload.objects.exists()


BOMB = with_entry(workbook(A1="usulan"), "xl/media/a.bin", b"\0" * (uploads.MOST_UNPACKED + 1))


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("usulan.xlsm", workbook(A1="usulan"), "makro"),
        ("usulan.xlsx", with_entry(workbook(A1="usulan"), "xl/vbaProject.bin"), "berisi makro"),
        ("usulan.xlsx", with_entry(workbook(A1="usulan"), "xl/activeX/activeX1.bin"), "berisi makro"),
        ("usulan.ods", with_entry(workbook(A1="usulan"), "Basic/Standard/Module1.xml"), "berisi makro"),
        ("usulan.xls", b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"), "berisi makro"),
        ("usulan.xlsx", BOMB, "melebihi 100 MB"),
        ("usulan.xlsx", workbook(A1="usulan")[:600], "rusak"),
        ("usulan.csv", b"a" * (uploads.MOST_BYTES + 1), "10 MB"),
        ("usulan.csv", b"", "kosong"),
        ("usulan.exe", b"MZ", "Excel"),
        ("usulan.svg", b"<svg/>", "Excel"),
    ],
    ids=["xlsm", "vba", "activex", "basic", "xls-vba", "bomb", "broken", "heavy", "empty", "exe", "svg"],
)
def test_what_is_dangerous_or_no_table_is_refused_in_words(name: str, content: bytes, word: str) -> None:
    with pytest.raises(BadUpload, match=word):
        uploads.inspect(name, content)


def test_an_archive_that_lies_about_its_size_is_read_no_further_than_it_says() -> None:
    honest = with_entry(workbook(A1="usulan"), "xl/media/a.bin", b"\0" * 5_000_000)
    lying = honest.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(BadUpload, match="rusak"):
        uploads.inspect("usulan.xlsx", lying)


def test_refusals_are_told_beside_the_field() -> None:
    opened()
    text = _upload(browser_of(village_operator()), "usulan.xlsm", workbook(A1="usulan"))
    assert 'id="id_file_error"' in text
    assert "Simpan ulang" in text or "simpan sebagai .xlsx" in text


def test_formulas_count_by_their_last_value_and_none_goes_into_the_copy() -> None:
    forum, account = opened(), village_operator()
    content = workbook(A1="usulan", B1="volume", C1="satuan", A2="Talud", B2="=2+2", C2='=cmd|"/c calc"!A1')
    kept = keep_upload(forum, "usulan.xlsx", content, actor=account)
    batch = take_upload(forum, kept, {}, actor=account)
    assert Proposal.objects.get().volume is None  # this workbook was never calculated: it holds no values
    copy = browser_of(account).get(reverse("annotated-file", args=[batch.pk])).content
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(copy)) for row in sheet for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_the_offline_sheet_comes_back_as_it_was_filled_in() -> None:
    forum, account = opened(), district_operator()
    client = browser_of(account)
    sheet = client.get(reverse("offline-sheet"), {"tempat": "33.05.01"})
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    assert [cell.value for cell in book["Daftar"]["A"] if cell.value] == ["Kode", JINTUNG, SRATI]
    table = book["Usulan"]
    assert len(table.data_validations.dataValidation) >= 5
    headings = {cell.value: cell.column for cell in table[1]}
    given = {"Nomor": 1, "Usulan": "Talud", "Kode desa": SRATI, "Volume": 1.5, "Satuan": "m2", "Biaya": 10_000_000}
    for name, value in {**given, "Perangkat daerah": "Dinas Pekerjaan Umum", "RT": 2}.items():
        table.cell(2, headings[name], value)
    target = io.BytesIO()
    book.save(target)
    kept = keep_upload(forum, "lembar.xlsx", target.getvalue(), actor=account)
    batch = take_upload(forum, kept, {}, actor=account)
    proposal = Proposal.objects.get()
    assert (batch.taken, batch.kept) == (1, 0)
    assert (proposal.title, proposal.village_id, proposal.unit, proposal.cost) == ("Talud", SRATI, "m2", 10_000_000)
    assert proposal.volume == pytest.approx(1.5)
    assert proposal.agency is not None


def test_an_empty_sheet_has_no_rows_to_take() -> None:
    forum, account = opened(), village_operator()
    sheet = browser_of(account).get(reverse("offline-sheet"), {"tempat": SRATI})
    kept = keep_upload(forum, "lembar.xlsx", sheet.content, actor=account)
    with pytest.raises(NotReady):
        take_upload(forum, kept, {}, actor=account)
    assert not Batch.objects.filter(sent_by=account).exists()


def test_a_sheet_is_made_for_own_places_only() -> None:
    opened()
    client = browser_of(village_operator())
    assert client.get(reverse("offline-sheet"), {"tempat": ADIWARNO}).status_code == 403


def test_the_sender_is_the_body_and_never_a_word_of_the_person() -> None:
    forum = opened()
    names = [sender_of(places_for(who, forum), who) for who in (village_operator(), district_operator(), office())]
    assert names == [f"Desa Srati ({SRATI})", "Kecamatan Ayah (33.05.01)", "Bappeda"]
