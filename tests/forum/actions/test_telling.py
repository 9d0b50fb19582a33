"""The digest: to whom something waits, once a day, and again where the mail server refused."""

from __future__ import annotations

import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from pytest_django import Settings

from selaras.audit.models import Entry
from selaras.forum.actions.telling import send_digests
from selaras.forum.models import Digest
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from tests.forum.waiting_setting import person, silent_village, waiting_forum

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """A mail server that takes no mail."""

    def send_messages(self, _messages: object) -> int:
        raise smtplib.SMTPRecipientsRefused({})


def test_who_has_something_waiting_gets_one_mail_a_day() -> None:
    forum = waiting_forum()
    person(Role.Kind.VILLAGE_OPERATOR, "operator", region=silent_village(forum))
    person(Role.Kind.AUDITOR, "pemeriksa")
    assert send_digests(forum, actor=system_account()) == (1, [])
    assert send_digests(forum, actor=system_account()) == (0, [])
    (letter,) = mail.outbox
    assert letter.to == ["operator@contoh.test"]
    assert "Desa Sunyi belum mengirim usulan." in letter.body
    assert "/meja/" in letter.body
    assert Entry.objects.filter(action="forum.digests_sent").count() == 2


def test_an_account_without_an_address_or_switched_off_gets_none() -> None:
    forum = waiting_forum()
    person(Role.Kind.VILLAGE_OPERATOR, "operator", region=silent_village(forum))
    Account.objects.filter(username="operator").update(email="")
    assert send_digests(forum, actor=system_account()) == (0, [])
    Account.objects.filter(username="operator").update(email="a@contoh.test", is_active=False)
    assert send_digests(forum, actor=system_account()) == (0, [])


def test_what_the_server_refused_is_named_and_tried_again(settings: Settings) -> None:
    forum = waiting_forum()
    person(Role.Kind.VILLAGE_OPERATOR, "operator", region=silent_village(forum))
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert send_digests(forum, actor=system_account()) == (0, ["operator"])
    assert not Digest.objects.exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_digests(forum, actor=system_account()) == (1, [])
