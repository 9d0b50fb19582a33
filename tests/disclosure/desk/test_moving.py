"""A request is sent on to the body that holds what is asked; found by a part of its name; refused, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from selaras.disclosure.models import Request
from tests.disclosure.desk.cases import opened, words
from tests.disclosure.network import at_desk, network
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


def moved(case: Request, bodies: list[str], parts: list[str], reason: str = "Bukan milik desa.", **more: str) -> Any:
    desk = browser_of(at_desk(case.body))
    told = {"badan": bodies, "bagian": parts, "alasan": reason, **more}
    return desk.post(reverse("request-move", args=[case.pk]), told, follow=True)


@pytest.fixture
def case(today: Today) -> Request:
    body = network()
    today(date(2020, 3, 9))
    return opened(body)


@pytest.mark.parametrize("typed", ["Dinas Komunikasi dan Informatika (pd-2-16-01)", "komunikasi informatika"])
def test_it_goes_to_the_body_that_was_meant(case: Request, typed: str) -> None:
    page = words(moved(case, [typed], ["APBDes"]))
    assert "Diteruskan ke Dinas Komunikasi dan Informatika (0001/pd-2-16-01/2020)." in page
    assert "Permohonan ini diteruskan ke badan lain." in page


def test_a_part_stays_and_a_part_goes(case: Request) -> None:
    moved(case, ["komunikasi", "Seboro"], ["Jaringan internet", "APBDes"])
    made = Request.objects.filter(moved_from=case)
    assert {(one.body.code, one.subject) for one in made} == {
        ("pd-2-16-01", "Jaringan internet"),
        ("3305222002", "APBDes"),
    }


@pytest.mark.parametrize(
    ("bodies", "reason", "sentence"),
    [
        (["desa"], "Karena", "badan publik seperti itu. Maksud Anda: Pemerintah Desa"),
        (["Dinas Sihir"], "Karena", "Tidak ada badan publik bernama “Dinas Sihir”."),
        (["Seboro"], "Karena", "Pilih badan publik lain yang menguasai informasi ini."),
        ([""], "Karena", "Pilih badan publik lain yang menguasai informasi ini."),
        (["komunikasi"], "", "Tulis mengapa permohonan ini diteruskan."),
    ],
)
def test_refused_it_says_what_to_do_and_keeps_what_was_typed(
    case: Request, bodies: list[str], reason: str, sentence: str
) -> None:
    answer = moved(case, bodies, ["Bagian saya"], reason)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert all(word in answer.content.decode() for word in (*bodies, "Bagian saya", reason))
    case.refresh_from_db()
    assert case.state == "open"


def test_another_part_is_added_without_losing_the_first(case: Request) -> None:
    page = moved(case, ["komunikasi"], ["Jaringan"], _tambah="1").content.decode()
    assert 'id="badan-2"' in page
    assert "Jaringan" in page
