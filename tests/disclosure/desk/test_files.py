"""A file of a case is taken in, what is in it is shown, a person decides, and the copy really lacks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.models import Request, WorkingFile
from tests.disclosure.desk.cases import NIK, list_with_a_nik, opened, words
from tests.disclosure.network import agency, at_desk, network, superior_of
from tests.people.persons import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]
Today = Callable[[date], None]


@pytest.fixture
def case(today: Today) -> Request:
    body = network()
    today(date(2020, 3, 9))
    return opened(body)


def added(desk: Client, case: Request, name: str = "daftar.xlsx", content: bytes | None = None) -> Any:
    file = SimpleUploadedFile(name, list_with_a_nik() if content is None else content)
    return desk.post(reverse("request-file-add", args=[case.pk]), {"file": file}, follow=True)


def test_what_is_found_is_shown_masked_with_its_place(case: Request) -> None:
    page = words(added(browser_of(at_desk(case.body)), case))
    assert "temuan dalam berkas ini" in page
    assert "B2" in page
    assert NIK not in page


def test_everything_found_is_taken_out_unless_a_person_leaves_it_with_a_reason(case: Request) -> None:
    desk = browser_of(at_desk(case.body))
    added(desk, case)
    file = WorkingFile.objects.get()
    path = reverse("request-file", args=[file.pk])
    kept = [one["id"] for one in file.findings]
    refused = desk.post(path, {"keep": kept[:1]})
    assert "Tulis mengapa temuan itu boleh tetap ada dalam salinan." in words(refused)
    assert "checked" in refused.content.decode()
    assert "Salinannya siap diserahkan" in words(desk.post(path, {"reason": ""}, follow=True))
    copy = desk.get(reverse("request-file-released", args=[file.pk]))
    sheet = openpyxl.load_workbook(BytesIO(b"".join(copy.streaming_content)))  # type: ignore[attr-defined]
    assert NIK not in str(list(sheet.active.values))  # type: ignore[union-attr]


def test_decided_again_the_copy_is_made_anew_until_it_was_sent(case: Request) -> None:
    desk, who = browser_of(at_desk(case.body)), at_desk(case.body)
    added(desk, case)
    file = WorkingFile.objects.get()
    path = reverse("request-file", args=[file.pk])
    desk.post(path, {})
    first = WorkingFile.objects.get().released_digest
    desk.post(path, {"keep": [one["id"] for one in file.findings], "reason": "Pemiliknya setuju."})
    assert WorkingFile.objects.get().released_digest != first
    answer(case, Reply([Told("Daftar", "given")], "Terlampir.", [WorkingFile.objects.get()]), actor=who)
    assert "Berkas ini sudah diserahkan, jadi tidak diganti lagi." in words(desk.post(path, {}))


@pytest.mark.parametrize(
    ("name", "content"), [("catatan.exe", b"MZ"), ("rusak.pdf", b"%PDF-1.7 rusak"), ("kosong.png", b"")]
)
def test_what_cannot_be_checked_is_refused_with_a_sentence(case: Request, name: str, content: bytes) -> None:
    page = added(browser_of(at_desk(case.body)), case, name, content)
    assert 'class="notice notice-error"' in page.content.decode()
    assert not WorkingFile.objects.exists()


def test_the_original_stays_at_the_desk_and_each_time_is_logged(case: Request) -> None:
    desk, content = browser_of(at_desk(case.body)), list_with_a_nik()
    added(desk, case, content=content)
    path = reverse("request-file-original", args=[WorkingFile.objects.get().pk])
    assert desk.get(path).content == content
    assert Entry.objects.filter(action="disclosure.original_opened").exists()
    for other in (superior_of(case.body), at_desk(agency())):
        assert browser_of(other).get(path).status_code in {403, 404}
