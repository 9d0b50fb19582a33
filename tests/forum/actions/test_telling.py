"""The digest: to whom something waits, once a day, and again where the mail server refused."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from pytest_django import Settings

from selaras.audit.models import Entry
from selaras.forum.actions.telling import send_digests
from selaras.forum.models import Digest, Forum
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from tests.forum.waiting_setting import silent_village, waiting_forum
from tests.people.persons import person

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """A mail server that takes no mail."""

    def send_messages(self, _messages: object) -> int:
        raise smtplib.SMTPRecipientsRefused({})


class Slow(EmailBackend):
    """A mail server that answers late: meanwhile everybody else works on."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        assert not connection.in_atomic_block
        return super().send_messages(messages)


def waiting_for_an_operator() -> Forum:
    """A forum in which something waits for the operator of a silent village."""
    forum = waiting_forum()
    person("operator", Role.Kind.VILLAGE_OPERATOR, email="operator@contoh.test", region=silent_village(forum))
    return forum


def test_who_has_something_waiting_gets_one_mail_a_day() -> None:
    forum = waiting_for_an_operator()
    person("pemeriksa", Role.Kind.AUDITOR, email="pemeriksa@contoh.test")
    assert send_digests(forum, actor=system_account()) == (1, [])
    assert send_digests(forum, actor=system_account()) == (0, [])
    (letter,) = mail.outbox
    assert letter.to == ["operator@contoh.test"]
    assert "Desa Sunyi belum mengirim usulan." in letter.body
    assert "/meja/" in letter.body
    assert Entry.objects.filter(action="forum.digests_sent").count() == 2


def test_an_account_without_an_address_or_switched_off_gets_none() -> None:
    forum = waiting_for_an_operator()
    Account.objects.filter(username="operator").update(email="")
    assert send_digests(forum, actor=system_account()) == (0, [])
    Account.objects.filter(username="operator").update(email="a@contoh.test", is_active=False)
    assert send_digests(forum, actor=system_account()) == (0, [])


def test_what_the_server_refused_is_named_and_tried_again(settings: Settings) -> None:
    forum = waiting_for_an_operator()
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert send_digests(forum, actor=system_account()) == (0, ["operator"])
    assert not Digest.objects.exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_digests(forum, actor=system_account()) == (1, [])


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_server_is_waited_for(settings: Settings) -> None:
    forum = waiting_for_an_operator()
    settings.EMAIL_BACKEND = f"{__name__}.Slow"
    assert send_digests(forum, actor=system_account()) == (1, [])
