"""The desk sees which mails left, which wait, which failed, and what the applicant wrote; nobody else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.http import HttpResponse
from django.urls import reverse

from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.mailing import MOST_TRIES
from selaras.disclosure.actions.receiving_mail import take_in
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.models import Mail, Request
from selaras.people.models import Account
from tests.disclosure.mail.letters import mail
from tests.disclosure.network import SITI, agency, asked, at_desk, main_officer, network, superior_of, village
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture
def case(today: Today) -> Request:
    today(date(2020, 3, 2))
    network()
    return asked(village(), identity=replace(SITI, email="siti@contoh.example"))


def page(case: Request, account: Account) -> HttpResponse:
    return browser_of(account).get(reverse("request-mail", args=[case.pk]))


def told(case: Request) -> str:
    return page(case, at_desk(village())).content.decode()


@pytest.mark.parametrize(
    ("mail", "sentence", "word"),
    [
        ({}, "1 surel menunggu dikirim.", "menunggu dikirim"),
        ({"tries": 1, "failure": "SMTPRecipientsRefused"}, "1 surel menunggu dikirim.", "ditolak server"),
        ({"tries": MOST_TRIES}, "1 surel gagal dikirim.", "gagal, tidak dicoba lagi"),
        ({"claimed_at": "2020-03-02T01:00Z"}, "1 surel menunggu dikirim.", "tidak pasti terkirim"),
        (
            {"claimed_at": "2020-03-02T02:00Z", "sent_at": "2020-03-02T02:00Z"},
            "Semua surel sudah terkirim.",
            "terkirim",
        ),
    ],
)
def test_the_page_begins_with_what_did_not_leave(
    mail: dict[str, object], sentence: str, word: str, case: Request
) -> None:
    Mail.objects.filter(request=case).update(**mail)
    assert sentence in told(case)
    assert word in told(case)


def test_what_was_written_is_read_there_and_a_stranger_is_pointed_out(case: Request) -> None:
    take_in(mail("Kapan dijawab?", subject=case.number), village())
    assert "Kapan dijawab?" in told(case)
    assert "bukan alamat pemohon" not in told(case)
    take_in(mail("Batalkan.", key="dua", sender="lain@contoh.example", subject=case.number), village())
    assert "bukan alamat pemohon" in told(case)


def test_what_was_erased_is_gone(case: Request) -> None:
    take_in(mail("Kapan dijawab?", subject=case.number), village())
    erase_applicant(withdraw(case), "Diminta.", actor=at_desk(village()))
    assert "Kapan dijawab?" not in told(case)
    assert "Isinya dihapus bersama data pemohon." in told(case)


def test_only_its_own_desk_reads_it(case: Request) -> None:
    for stranger in (at_desk(agency()), main_officer(), superior_of(village())):
        assert page(case, stranger).status_code == 404
