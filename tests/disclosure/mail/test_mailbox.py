"""The mailbox is read over IMAP: each mail once, and the answer goes out as a reply over SMTP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytest_django import Settings

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.mailing import send_waiting
from selaras.disclosure.actions.receiving_mail import fetch_mail
from selaras.disclosure.errors import NoMailbox
from selaras.disclosure.mail import box
from selaras.disclosure.models import Arrival, PublicBody, Request
from selaras.people.actions.accounts import system_account
from tests.disclosure.mail.imap_server import imap_server
from tests.disclosure.mail.letters import CARD, mail
from tests.disclosure.mail.smtp_server import smtp_server
from tests.disclosure.network import at_desk, network

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture(autouse=True)
def body(today: Today) -> PublicBody:
    today(date(2020, 3, 2))
    return network()


def test_unread_mails_are_taken_in_and_marked(body: PublicBody) -> None:
    with imap_server(mail(), mail(key="dua", headers={"Precedence": "bulk"})) as found:
        assert sum(fetch_mail(found.url(body=body.code)).values()) == 2
        assert found.seen == {1, 2}
        assert not any(fetch_mail(found.url(body=body.code)))
    assert Request.objects.get().body == body
    assert sorted(Arrival.objects.values_list("fate", flat=True)) == ["automatic", "opened"]
    assert found.commands[-1] == "LOGOUT"


def test_a_mail_whose_mark_was_lost_is_not_taken_twice(body: PublicBody) -> None:
    with imap_server(mail()) as found:
        fetch_mail(found.url(body=body.code))
        found.seen.clear()
        fetch_mail(found.url(body=body.code))
    assert Request.objects.count() == 1


def test_of_a_mail_that_is_too_large_only_the_head_is_read(body: PublicBody, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "LARGEST", 400)
    with imap_server(mail(subject="Minta APBDes 2019", attached=(CARD, ("b.jpg", b"x" * 500)))) as found:
        fetch_mail(found.url(body=body.code))
    assert Request.objects.get().subject == "Minta APBDes 2019"


def test_the_whole_case_by_mail(body: PublicBody, settings: Settings) -> None:
    with imap_server(mail(attached=(CARD,))) as found, smtp_server(settings) as inbox:
        fetch_mail(found.url(body=body.code))
        case = accept(Request.objects.get(), actor=at_desk(body))
        answer(case, Reply([Told("APBDes", "given")], "APBDes ada di situs desa."), actor=at_desk(body))
        send_waiting(actor=system_account())
        assert [sent["In-Reply-To"] for sent in inbox.mails] == ["<satu@contoh.example>"] * 3
        assert "APBDes ada di situs desa." in inbox.mails[-1].get_content()
        reply = mail("Terima kasih.", key="dua", subject=f"Re: {inbox.mails[-1]['Subject']}")
        found.mails.append(reply)
        fetch_mail(found.url(body=body.code))
    assert case.steps.last().kind == "message"
    assert Request.objects.count() == 1


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "belum disebut"),
        ("http://ppid@contoh.example/", "belum disebut"),
        ("imaps://contoh.example/", "belum disebut"),
        ("imaps://ppid:x@contoh.example:abc/", "tidak dapat dibaca"),
        ("imap://ppid:x@127.0.0.1:1/INBOX", "tidak dapat dibuka"),
        ("imap://ppid:x@127.0.0.1:1/INBOX?badan=tidak-ada", "tidak ada"),
    ],
)
def test_a_box_that_cannot_be_read_is_told(url: str, sentence: str) -> None:
    with pytest.raises(NoMailbox, match=sentence):
        fetch_mail(url)


@pytest.mark.parametrize(("change", "sentence"), [({"password": "salah"}, "sandi"), ({"folder": "LAIN"}, "LAIN")])
def test_who_is_not_let_in_is_told(change: dict[str, str], sentence: str) -> None:
    with imap_server(mail()) as found, pytest.raises(NoMailbox, match=sentence):
        fetch_mail(found.url(**change))
    assert not Arrival.objects.exists()
