"""What will be done about the weakest elements: written at the desk, read by everybody, printed in the report."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from selaras.satisfaction.models import FollowUp, Survey
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.satisfaction.actions.test_following_up import LATER, out
from tests.satisfaction.room import keeper, typist

pytestmark = pytest.mark.django_db
__all__ = ["out"]
TOLD = {"deed": "Tambah satu loket", "owner": "Kepala UPT", "due_on": "2021-06-30", "outcome": ""}


def page_of(one: Survey) -> str:
    return Client().get(reverse("survey-results", args=[one.key])).content.decode()


def report_of(one: Survey) -> str:
    pdf = Client().get(reverse("survey-file", args=[one.key, "pdf"])).content
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def address(one: Survey, element: str = "time") -> str:
    return reverse("survey-follow-up", args=[one.key, element])


def test_written_at_the_desk_and_read_by_everybody(out: Survey, today: Callable[[date], None]) -> None:
    client, desk = browser_of(keeper()), reverse("survey-period", args=[out.key])
    assert "Belum ditulis apa yang akan dilakukan." in page_of(out)
    assert "Belum ditulis tindak lanjutnya: Waktu Penyelesaian; Perilaku Pelaksana" in report_of(out)
    assert f'href="{address(out)}"' in client.get(desk).content.decode()
    assert "tersimpan dan tampil di halaman umum" in client.post(address(out), TOLD, follow=True).content.decode()
    assert "Tambah satu loket" in page_of(out)
    assert "paling lambat 30 Juni 2021" in page_of(out)
    assert "Tambah satu loket" in report_of(out)
    today(LATER)
    client = browser_of(keeper())  # signed in again: months went by
    assert "Lewat waktunya, hasilnya belum ditulis." in page_of(out)
    assert "Tindak lanjut yang lewat waktunya" in client.get(reverse("survey-desk")).content.decode()
    client.post(address(out), TOLD | {"due_on": "2021-12-31", "outcome": "Loket kedua dibuka."})
    assert "semula 30 Juni 2021" in page_of(out)
    assert "Loket kedua dibuka." in page_of(out)
    assert "Lewat waktunya" not in page_of(out)
    assert "Loket kedua dibuka." in report_of(out)
    assert "Tindak lanjut yang lewat" not in client.get(reverse("survey-desk")).content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(out: Survey) -> None:
    reply = browser_of(keeper()).post(address(out), TOLD | {"owner": "", "due_on": "besok"})
    text = reply.content.decode()
    assert reply.status_code == 422
    assert "misalnya 2026-12-31" in text
    assert "Tambah satu loket" in text
    assert 'value="besok"' in text
    reply = browser_of(keeper()).post(address(out), TOLD | {"owner": ""})
    assert "Tulis unit atau jabatan" in reply.content.decode()
    assert not FollowUp.objects.exists()


def test_an_element_that_is_not_weak_has_no_page_and_who_types_in_is_not_offered_one(out: Survey) -> None:
    assert browser_of(keeper()).get(address(out, "nothing")).status_code == 404
    desk = browser_of(typist()).get(reverse("survey-period", args=[out.key])).content.decode()
    assert "Belum ditulis apa yang akan dilakukan." in desk
    assert address(out) not in desk
    assert browser_of(typist()).post(address(out), TOLD).status_code == 403


def test_the_public_page_asks_no_more_for_more_of_them(out: Survey) -> None:
    none = queries_of(page_of, out)
    for element in ("time", "conduct"):
        browser_of(keeper()).post(address(out, element), TOLD)
    assert queries_of(page_of, out) == none
    assert FollowUp.objects.count() == 2
