"""A large file is looked through and released in the background: its page waits, tells, and nothing goes out before."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from string import ascii_lowercase
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from selaras import background
from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.working_on_files import AT_ONCE, have_released, take_file_in
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import FileWork, Request, WorkingFile
from tests.disclosure.desk.cases import NIK, opened, words
from tests.disclosure.network import agency, at_desk, network
from tests.people.persons import browser_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("own_files")]
Today = Callable[[date], None]


@pytest.fixture
def case(today: Today) -> Request:
    body = network()
    today(date(2020, 3, 9))
    return opened(body)


def large() -> bytes:
    """A table with a NIK on its last row; words that no archive makes small."""
    chance = random.Random(7)
    book, target = Workbook(), BytesIO()
    for _ in range(1500):
        book.active.append(["".join(chance.choices(ascii_lowercase, k=45)) for _ in range(2)])
    book.active.append(("Siti (contoh)", NIK))
    book.save(target)
    return target.getvalue()


def added(desk: Client, case: Request, content: bytes, name: str = "besar.xlsx") -> Any:
    return desk.post(
        reverse("request-file-add", args=[case.pk]), {"file": SimpleUploadedFile(name, content)}, follow=True
    )


def page_of(desk: Client, **asked: str) -> str:
    return words(desk.get(reverse("request-file", args=[WorkingFile.objects.get().pk]), asked))


def test_its_page_waits_and_then_shows_what_was_found(case: Request) -> None:
    desk, content = browser_of(at_desk(case.body)), large()
    assert len(content) > AT_ONCE
    waiting = words(added(desk, case, content))
    assert "Berkas ini sedang diperiksa." in waiting
    assert "Langkah 1 dari 3" in waiting
    assert "sedang atau belum diperiksa" in words(desk.get(reverse("request-desk", args=[case.pk])))
    background.work_off("test")
    assert "Selesai." in page_of(desk, bagian="1")
    assert "1 temuan dalam berkas ini" in page_of(desk)
    assert FileWork.objects.get().state == "done"


def test_the_copy_is_made_in_the_background_and_really_lacks_it(case: Request) -> None:
    desk = browser_of(at_desk(case.body))
    added(desk, case, large())
    background.work_off("test")
    file = WorkingFile.objects.get()
    posted = words(desk.post(reverse("request-file", args=[file.pk]), {"reason": ""}, follow=True))
    assert "Salinan yang bersih sedang dibuat." in posted
    file.refresh_from_db()
    assert file.released_at is None
    background.work_off("test")
    assert "Salinannya siap diserahkan" in page_of(desk)
    file.refresh_from_db()
    with file.released.open("rb") as copy:
        sheet = openpyxl.load_workbook(BytesIO(copy.read())).active
    assert sheet.max_row == 1501  # type: ignore[union-attr]
    assert NIK not in str(list(sheet.values))  # type: ignore[union-attr]


def test_what_is_decided_anew_does_not_go_out_before_it_is_done(case: Request) -> None:
    who = at_desk(case.body)
    file = take_file_in(case, "besar.xlsx", large(), actor=who)
    background.work_off("test")
    file.refresh_from_db()
    have_released(file, (), actor=who)
    background.work_off("test")
    have_released(file, [one["id"] for one in file.findings], "Nomor contoh.", actor=who)
    file.refresh_from_db()
    with pytest.raises(Incomplete, match="lepas setiap berkas"):
        answer(case, Reply([Told("Tabel", "given")], "Terlampir.", [file]), actor=who)
    background.work_off("test")
    file.refresh_from_db()
    assert (file.reason, len(file.kept), file.done) == ("Nomor contoh.", 1, [])
    assert answer(case, Reply([Told("Tabel", "given")], "Terlampir.", [file]), actor=who).files.count() == 1


def test_a_file_that_cannot_be_read_says_so_and_may_be_tried_again(case: Request) -> None:
    desk = browser_of(at_desk(case.body))
    added(desk, case, b"PK\x03\x04" + random.Random(1).randbytes(AT_ONCE))
    background.work_off("test")
    page = page_of(desk)
    assert "Berkas ini belum diperiksa." in page
    assert "Tidak berhasil." in page
    with pytest.raises(NotNow, match="belum diperiksa"):
        have_released(WorkingFile.objects.get(), (), actor=at_desk(case.body))
    again = desk.post(reverse("request-file", args=[WorkingFile.objects.get().pk]), {"again": "1"}, follow=True)
    assert "Berkas ini sedang diperiksa." in words(again)


def test_work_whose_process_is_gone_stops_nobody(case: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = browser_of(at_desk(case.body))
    added(desk, case, large())
    FileWork.objects.update(state="running")
    assert "Sedang dikerjakan" in page_of(desk)
    now: datetime = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=11))
    assert "Pekerjaan ini terhenti. Mulai lagi." in page_of(desk)
    background.work_off("test")  # what was given up does not come back
    assert WorkingFile.objects.get().looked_at is None


def test_the_same_file_twice_is_one_and_is_worked_on_once(case: Request) -> None:
    who, content = at_desk(case.body), large()
    first = take_file_in(case, "besar.xlsx", content, actor=who)
    assert take_file_in(case, "lagi.xlsx", content, actor=who) == first
    assert FileWork.objects.count() == 1
    with pytest.raises(NotNow, match="sedang dikerjakan"):
        have_released(first, (), actor=who)


def test_another_desk_hands_in_nothing(case: Request) -> None:
    with pytest.raises(NotAllowed):
        take_file_in(case, "besar.xlsx", large(), actor=at_desk(agency()))
    assert not FileWork.objects.exists()
