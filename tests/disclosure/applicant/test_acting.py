"""An applicant completes exactly what is missing, withdraws, and objects, all by the own link."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.looking import look_at
from selaras.disclosure.identity import identity_of
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Objection, PublicBody, Request
from tests.disclosure.applicant.forms import card
from tests.disclosure.network import PICTURE, SITI, asked, at_desk, network
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]
Today = Callable[[date], None]


@pytest.fixture
def body(today: Today) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    return made


def address(name: str, case: Request) -> str:
    return reverse(name, args=[token_of(case)])


def state_of(case: Request) -> str:
    return Request.objects.get(pk=case.pk).state


def incomplete(body: PublicBody, *missing: str) -> Request:
    return ask_to_complete(asked(body, papers=()), list(missing), actor=at_desk(body))


def fields_of(page: str) -> set[str]:
    return set(re.findall(r'name="(\w+)"', page)) - {"csrfmiddlewaretoken", "next", "language", "viewport"}


@pytest.mark.parametrize(
    ("missing", "fields"),
    [
        (["identity"], {"identity"}),
        (["contact", "purpose"], {"phone", "email", "purpose"}),
        (["way", "delivery", "proxy", "acts_for"], {"way", "delivery", "proxy", "acts_for"}),
    ],
)
def test_exactly_what_is_missing_is_asked(missing: list[str], fields: set[str], body: PublicBody) -> None:
    page = Client().get(address("my-request-complete", incomplete(body, *missing))).content.decode()
    assert fields_of(page) == fields | {"color-scheme"} & fields_of(page)
    assert SITI.name not in page


def test_what_is_completed_is_added_and_what_was_told_stays(body: PublicBody) -> None:
    case = incomplete(body, "identity", "contact")
    page = address("my-request-complete", case)
    short = Client().post(page, {"identity": card()})
    assert short.status_code == 422
    assert short.content.decode().count("Ini masih kosong.") == 2
    assert state_of(case) == "incomplete"
    done = Client().post(page, {"identity": card(), "email": "siti@contoh.example"})
    assert done.headers["Location"] == address("my-request", case)
    who = identity_of(Request.objects.get(pk=case.pk).applicant)
    assert (who.email, who.phone, who.name) == ("siti@contoh.example", SITI.phone, SITI.name)
    assert look_at(case.identity_documents.get(), actor=at_desk(body)) == PICTURE
    again = Client().post(page, {"identity": card(), "email": "siti@contoh.example"}, follow=True)
    assert "Tidak ada yang perlu dilengkapi sekarang." in again.content.decode()
    assert case.identity_documents.count() == 1


def test_who_no_longer_wants_it_withdraws(body: PublicBody) -> None:
    case = asked(body)
    page = address("my-request-withdraw", case)
    assert "Tarik permohonan ini?" in Client().get(page).content.decode()
    assert state_of(case) == "checking"
    shown = Client().post(page, {"reason": "Sudah ketemu."}, follow=True).content.decode()
    assert "Permohonan ini sudah Anda tarik." in shown
    assert "Sudah ketemu." in shown
    assert Client().get(page).status_code == 302


def answered(body: PublicBody) -> Request:
    case = accept(asked(body), actor=at_desk(body))
    answer(case, Reply([Told("APBDes 2019", "given")], "Silakan ambil."), actor=at_desk(body))
    return Request.objects.get(pk=case.pk)


def objected(case: Request, **told: Any) -> Any:
    sent = {"submission": str(uuid4()), "grounds": ["d", "g"], "text": "Laporannya belum ada."} | told
    return Client().post(address("my-request-object", case), sent)


def test_an_objection_has_its_grounds_in_plain_words_and_counts_once(body: PublicBody) -> None:
    case, key = answered(body), str(uuid4())
    page = Client().get(address("my-request-object", case)).content.decode()
    for words in ("Permohonan tidak ditanggapi.", "Biaya yang dikenakan tidak wajar."):
        assert words in page
    assert [objected(case, submission=key).status_code for _ in range(2)] == [302, 302]
    assert Objection.objects.get().grounds == "dg"
    shown = Client().get(address("my-request", case)).content.decode()
    assert "Keberatan Anda sedang dijawab atasan PPID." in shown
    assert "Informasi disampaikan melebihi waktu." in shown
    assert objected(case).status_code == 422  # one more, of its own


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"grounds": []}, "Pilih sedikitnya satu alasan keberatan."),
        ({"text": " "}, "Tulis apa yang Anda keberatkan dengan kata-kata sendiri."),
    ],
)
def test_an_objection_that_lacks_something_says_what(told: dict[str, Any], sentence: str, body: PublicBody) -> None:
    refused = objected(answered(body), **told)
    assert refused.status_code == 422
    assert sentence in refused.content.decode()
    assert not Objection.objects.exists()


def test_no_objection_before_its_time_nor_after_it(body: PublicBody, today: Today) -> None:
    case = accept(asked(body), actor=at_desk(body))
    assert Client().get(address("my-request-object", case)).status_code == 302
    assert "Ajukan keberatan" not in Client().get(address("my-request", case)).content.decode()
    today(date(2020, 3, 24))  # the day after the answer was due
    assert "Jawaban atas permohonan Anda terlambat." in Client().get(address("my-request", case)).content.decode()
    assert Client().get(address("my-request-object", case)).status_code == 200
    assert objected(case, grounds=["c"]).status_code == 302


def test_a_wrong_link_leads_to_a_page_that_helps() -> None:
    network()
    for name in ("my-request", "my-request-complete", "my-request-object", "my-request-withdraw", "my-receipt"):
        wrong = Client().get(reverse(name, args=["x" * 32]))
        assert wrong.status_code == 404
        assert "Salin lagi seluruh tautan dari tanda terima" in wrong.content.decode()
        assert wrong.headers["X-Robots-Tag"] == "noindex"


def test_the_receipt_carries_number_link_and_code(body: PublicBody) -> None:
    case = asked(body)
    page = Client().get(address("my-receipt", case)).content.decode()
    assert case.number in page
    assert f"/informasi/p/{token_of(case)}/" in page
    assert "<svg" in page
    assert SITI.name not in page
