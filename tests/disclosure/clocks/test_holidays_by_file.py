"""A decree's list becomes the calendar: looked at first with what it moves, no row lost, the same list once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.importing_holidays import keep_list_of_holidays, take_holidays
from selaras.disclosure.errors import NotAllowed
from selaras.disclosure.models import Request
from selaras.government.models import Calendar
from selaras.intake.models import Batch, Upload
from tests.disclosure.desk.cases import words
from tests.disclosure.network import asked, at_desk, main_officer, network
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
TABLE = b"""DAFTAR HARI LIBUR (contoh)

No;Tanggal;Keterangan;Jenis;Perkiraan
1;Kamis, 19 Maret 2020;Libur daerah satu;Libur daerah;ya
2;2020-03-25;Hari Suci Nyepi;Libur nasional;
3;20-03-2020;Cuti bersama dua;Cuti bersama;
4;;Tanpa tanggal;Libur nasional;
5;2020-03-25;Hari Suci Nyepi;Libur nasional;
6;2020-12-25;Natal;;
"""


@pytest.fixture
def case(today: Today) -> Request:
    """To be answered by Monday 23 March."""
    body = network()
    today(date(2020, 3, 9))
    return accept(asked(body), actor=at_desk(body))


def keeper() -> Client:
    return browser_of(main_officer())


def sent(browser: Client, content: bytes = TABLE, name: str = "libur.csv") -> Any:
    file = SimpleUploadedFile(name, content)
    return browser.post(reverse("holiday-list"), {"file": file}, follow=True)


def taken(browser: Client, **told: Any) -> Any:
    address = reverse("holiday-list-check", args=[Upload.objects.get().pk])
    return browser.post(address, {"take": "1", "reason": "SKB (contoh)"} | told, follow=True)


def days() -> dict[date, tuple[str, str, bool]]:
    rows = Calendar.objects.latest("version").holidays.all()
    return {one.date: (one.name, one.kind, one.estimated) for one in rows}


def test_every_row_is_shown_as_it_was_read_with_what_it_moves_and_nothing_is_saved(case: Request) -> None:
    page = words(sent(keeper()))
    assert "4 dari 6 baris terbaca sebagai hari libur." in page
    assert "1 batas waktu yang berjalan akan bergeser." in page
    assert "Kamis, 19 Maret 2020" in page
    assert "baris pertama yang dipakai" in page
    assert "Jenisnya tidak terbaca, jadi dicatat sebagai libur nasional." in page
    assert Calendar.objects.count() == 1


def test_what_was_read_joins_the_calendar_and_open_deadlines_move(case: Request) -> None:
    browser = keeper()
    sent(browser)
    page = words(taken(browser))
    assert "4 hari libur dibaca dari berkas; 2 baris ditahan." in page
    assert "1 batas waktu bergeser" in page
    assert days() == {
        date(2020, 3, 19): ("Libur daerah satu", "local", True),
        date(2020, 3, 20): ("Cuti bersama dua", "joint_leave", False),
        date(2020, 3, 25): ("Hari Suci Nyepi", "national", False),
        date(2020, 4, 10): ("Wafat Isa Al Masih", "national", False),
        date(2020, 12, 25): ("Natal", "national", False),
    }
    assert case.clocks.get(kind="answer").due_on == date(2020, 3, 26)
    batch = Batch.objects.get()
    assert (batch.read, batch.taken, batch.kept) == (6, 4, 2)
    assert not Upload.objects.exists()


def test_the_years_of_the_file_may_be_replaced_whole_after_a_look(case: Request) -> None:
    browser = keeper()
    sent(browser)
    address = reverse("holiday-list-check", args=[Upload.objects.get().pk])
    looked = words(browser.post(address, {"look": "1", "replace_years": "on"}))
    assert "1 hari libur yang lama akan hilang." in looked  # Good Friday
    assert Calendar.objects.count() == 1
    taken(browser, replace_years="on")
    assert date(2020, 4, 10) not in days()


def test_a_reason_is_needed_and_the_file_waits_for_it(case: Request) -> None:
    browser = keeper()
    sent(browser)
    refused = taken(browser, reason=" ")
    assert refused.status_code == 422
    assert "Tulis alasannya" in words(refused)
    assert (Calendar.objects.count(), Upload.objects.count()) == (1, 1)


def test_the_same_list_again_changes_nothing(case: Request) -> None:
    browser = keeper()
    for _twice in range(2):
        sent(browser)
        last = words(taken(browser))
    assert "Tidak ada yang berubah." in last
    assert (Calendar.objects.count(), Batch.objects.count()) == (2, 1)


def test_a_file_is_dropped_without_a_trace(case: Request) -> None:
    browser = keeper()
    sent(browser)
    browser.post(reverse("holiday-list-check", args=[Upload.objects.get().pk]), {"drop": "1"})
    assert (Upload.objects.count(), Calendar.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("libur.csv", b"nama;alamat\nSiti;Seboro\n", "Kolom tanggal dan nama harus ada"),
        ("libur.csv", b"", "kosong"),
        ("libur.pdf", b"%PDF-1.7", "PDF"),
        ("libur.csv", b"tanggal;nama\n" + b"2020-01-01;Libur\n" * 501, "lebih dari 500 baris"),
    ],
)
def test_what_is_no_list_of_holidays_says_so(name: str, content: bytes, sentence: str, case: Request) -> None:
    refused = sent(keeper(), content, name)
    assert refused.status_code == 422
    assert sentence in words(refused)
    assert not Upload.objects.exists()


def test_without_a_file_the_page_asks_for_one(case: Request) -> None:
    assert "Pilih dahulu berkasnya." in words(keeper().post(reverse("holiday-list"), {}))


def test_a_workbook_is_read_as_well(case: Request) -> None:
    book, target = Workbook(), BytesIO()
    for row in (("Tanggal", "Nama", "Jenis"), (date(2020, 3, 19), "Libur daerah", "libur_daerah")):
        book.active.append(row)
    book.save(target)
    browser = keeper()
    sent(browser, target.getvalue(), "libur.xlsx")
    taken(browser)
    assert days()[date(2020, 3, 19)] == ("Libur daerah", "local", False)


def test_only_keepers_of_holidays_send_a_list(case: Request) -> None:
    calendar = Calendar.objects.get()
    with pytest.raises(NotAllowed):
        keep_list_of_holidays(calendar, "libur.csv", TABLE, actor=at_desk(case.body))
    kept = keep_list_of_holidays(calendar, "libur.csv", TABLE, actor=main_officer())
    with pytest.raises(NotAllowed):
        take_holidays(calendar, kept, "x", replace_years=False, actor=at_desk(case.body))
    assert browser_of(at_desk(case.body)).get(reverse("holiday-list")).status_code == 403


@pytest.mark.shared_data
def test_the_real_list_of_eight_years_is_read_without_a_remark(case: Request, shared_data: Path) -> None:
    content = (shared_data / "libur" / "libur_indonesia_2020_2027.csv").read_bytes()
    kept = keep_list_of_holidays(Calendar.objects.get(), "libur.csv", content, actor=main_officer())
    batch, _moved = take_holidays(Calendar.objects.get(), kept, "SKB", replace_years=True, actor=main_officer())
    assert batch.kept == 0
    assert {day.year for day in days()} == set(range(2020, 2028))
    assert [row.number for row in batch.rows.all() if row.notes] == []
