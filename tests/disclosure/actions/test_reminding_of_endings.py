"""A desk hears before an exemption ends, once, by mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.disclosure.actions.mailing import text_of
from selaras.disclosure.actions.reminding_of_endings import remind_of_endings
from selaras.disclosure.actions.sweeping import sweep
from selaras.disclosure.actions.withholding import approve, open_up, weigh
from selaras.disclosure.models import Exemption, Mail, PublicBody
from selaras.people.actions.accounts import system_account
from tests.disclosure.desk.cases import WEIGHED
from tests.disclosure.network import at_desk, network, superior_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
LAST = date(2020, 6, 30)


@pytest.fixture
def body(today: Today) -> PublicBody:
    today(date(2020, 3, 2))
    made = network()
    made.email = "desa@contoh.example"
    made.save()
    return made


def exempted(body: PublicBody, lasts_until: date | None = LAST) -> Exemption:
    return approve(weigh(body, WEIGHED, lasts_until, actor=at_desk(body)), "1/2020", actor=superior_of(body))


def reminded() -> int:
    return remind_of_endings(actor=system_account())


@pytest.mark.parametrize(
    ("day", "many"),
    [
        (date(2020, 5, 30), 0),  # thirty-one days before
        (date(2020, 5, 31), 1),
        (date(2020, 6, 20), 1),  # nobody swept for a while
        (date(2020, 6, 30), 1),  # it still holds on its last day
        (date(2020, 7, 1), 0),  # before, not after
    ],
)
def test_a_desk_is_told_once_and_before(day: date, many: int, body: PublicBody, today: Today) -> None:
    exempted(body)
    today(day)
    assert (sweep(actor=system_account()).ending, reminded()) == (many, 0)
    assert Mail.objects.filter(exemption__isnull=False).count() == many
    assert Entry.objects.filter(action="disclosure.exemption_ends").count() == many


def test_the_mail_says_what_ends_when_and_what_to_do(body: PublicBody, today: Today) -> None:
    exemption = exempted(body)
    today(date(2020, 6, 1))
    reminded()
    mail = text_of(Mail.objects.get())
    assert mail is not None
    assert mail.to == "desa@contoh.example"
    assert mail.subject == "Pengecualian berakhir Selasa, 30 Juni 2020: Daftar penerima"
    assert "timbang lagi sebelum berakhir" in mail.text
    assert reverse("exemption", args=[exemption.pk]) in mail.text


def test_what_does_not_end_or_was_given_up_or_never_approved_reminds_nobody(body: PublicBody, today: Today) -> None:
    exempted(body, None)
    open_up(exempted(body), actor=at_desk(body))
    weigh(body, WEIGHED, LAST, actor=at_desk(body))
    today(date(2020, 6, 1))
    assert reminded() == 0


def test_a_desk_without_address_is_told_on_its_pages_alone(body: PublicBody, today: Today) -> None:
    body.email = ""
    body.save()
    exempted(body)
    today(date(2020, 6, 1))
    assert reminded() == 1
    assert not Mail.objects.exists()
