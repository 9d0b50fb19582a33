"""The personal link: unguessable, kept as a digest only, replaced by a new one, ended with the forum."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.forum.actions.attending import give_links, link_account
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.hall.attendance import holder_of
from selaras.forum.models import Decision, Forum, Participant
from selaras.people.models import Account, Role
from tests.forum.small_forum import opened
from tests.forum.voting.hall import participant
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return opened("regions", "agencies", "participants")


def link_of(who: str) -> str:
    one = participant(who)
    return give_links(one.forum, [one], actor=secretary())[one.pk]


def opened_by(token: str) -> Client:
    client = Client()
    client.get(reverse("personal-link", args=[token]))
    return client


def greeting(client: Client) -> str:
    return client.get(reverse("present")).content.decode()


def lock(forum: Forum) -> None:
    Decision.objects.create(
        forum=forum, rule="ranked", version="0", inputs_digest="0" * 64, digest="0" * 64, document=b"",
        audit_head="0" * 64, locked_at=timezone.now(), locked_by=secretary(),
    )  # fmt: skip


def test_the_link_greets_by_name_and_leaves_no_token_in_the_address(forum: Forum) -> None:
    client = Client()
    answer = client.get(reverse("personal-link", args=[link_of("P1")]))
    assert answer.headers["Location"] == reverse("present")
    assert "Penilai Satu" in greeting(client)
    assert "Pindai kode QR" in greeting(Client())


def test_the_database_holds_no_token(forum: Forum) -> None:
    token = link_of("P1")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            assert not any(token in str(row) for row in cursor.fetchall()), table


def test_opening_a_link_checks_nobody_in(forum: Forum) -> None:
    """What a messenger opens ahead to draw a preview must not count as being there."""
    opened_by(link_of("P3"))
    assert not participant("P3").present


def test_a_new_link_ends_the_one_before_and_the_browser_it_was_opened_in(forum: Forum) -> None:
    before = link_of("P1")
    phone = opened_by(before)
    after = link_of("P1")
    assert Client().get(reverse("personal-link", args=[before])).status_code == 404
    assert "Pindai kode QR" in greeting(phone)
    assert "Penilai Satu" in greeting(opened_by(after))


@pytest.mark.parametrize("token", ["", "x" * 32, "0" * 64])
def test_a_guessed_link_opens_nothing(forum: Forum, token: str) -> None:
    link_of("P1")
    assert holder_of(token) is None
    assert holder_of(participant("P1").token_digest) is None


def test_a_link_ends_on_its_day(forum: Forum) -> None:
    token = link_of("P1")
    phone = opened_by(token)
    Participant.objects.filter(number="P1").update(link_ends_at=timezone.now() - timedelta(seconds=1))
    assert holder_of(token) is None
    assert "Pindai kode QR" in greeting(phone)


def test_locking_the_decision_ends_every_link(forum: Forum) -> None:
    token = link_of("P1")
    lock(forum)
    assert holder_of(token) is None
    with pytest.raises(Locked):
        link_of("P2")


def test_only_who_runs_the_forum_gives_links_and_the_log_tells_to_whom(forum: Forum) -> None:
    link_of("P1")
    assert Entry.objects.get(action="forum.links_given").detail == {"participants": ["P1"]}
    with pytest.raises(NotAllowed):
        give_links(forum, [participant("P1")], actor=someone(Role.Kind.PARTICIPANT))


def test_an_account_acts_as_its_participant(forum: Forum) -> None:
    account = Account.objects.create_user("warga")
    link_account(participant("P3"), account, actor=secretary())
    client = browser_of(account)
    assert "Warga Tiga" in greeting(client)
    with pytest.raises(NotReady, match="P3"):
        link_account(participant("P1"), account, actor=secretary())
    link_account(participant("P3"), None, actor=secretary())
    assert "Pindai kode QR" in greeting(client)


def test_a_phone_can_be_handed_on(forum: Forum) -> None:
    phone = opened_by(link_of("P1"))
    phone.post(reverse("present-leave"))
    assert "Pindai kode QR" in greeting(phone)


def test_a_forged_cookie_is_nobody(forum: Forum) -> None:
    phone = opened_by(link_of("P1"))
    phone.cookies["participant"] = phone.cookies["participant"].value[:-2] + "xx"
    assert "Pindai kode QR" in greeting(phone)
