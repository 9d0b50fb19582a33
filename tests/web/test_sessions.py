"""Sessions: they end when idle, when old, at a new password, at closing; one sees and ends one's own."""

from __future__ import annotations

import time

import pytest
from django.test import Client
from pytest_django import Settings

from selaras.people.actions.accounts import deactivate, reset_password
from selaras.people.models import Account, Role, Session
from selaras.people.sessions import SEEN, STARTED, SessionStore
from tests.people.persons import PASSWORD, person

pytestmark = pytest.mark.django_db
Kind = Role.Kind


@pytest.fixture
def auditor() -> Account:
    return person("pemeriksa", Kind.AUDITOR, password=PASSWORD)


def _signed_in(account: Account) -> Client:
    client = Client(HTTP_USER_AGENT="Peramban contoh")
    client.post("/masuk/", {"username": account.username, "password": PASSWORD})
    client.get("/saya/")
    return client


def _shift(client: Client, key: str, seconds: float) -> None:
    session = client.session
    session[key] = time.time() - seconds
    session.save()


@pytest.mark.parametrize(
    ("key", "limit"), [(SEEN, "SESSION_IDLE"), (STARTED, "SESSION_COOKIE_AGE")], ids=["idle", "old"]
)
def test_a_session_ends_by_itself_and_says_so(key: str, limit: str, auditor: Account, settings: Settings) -> None:
    client = _signed_in(auditor)
    _shift(client, key, getattr(settings, limit) - 30)
    assert client.get("/saya/").status_code == 200
    _shift(client, key, getattr(settings, limit) + 1)
    answer = client.get("/saya/", follow=True)
    assert answer.redirect_chain == [("/masuk/?next=/saya/", 302)]
    assert "Sesi Anda sudah berakhir" in answer.content.decode()
    assert not Session.objects.filter(account=auditor).exists()


def test_a_busy_session_is_written_once_a_minute(auditor: Account) -> None:
    client = _signed_in(auditor)
    before = Session.objects.get(account=auditor).seen_at
    client.get("/saya/")
    assert Session.objects.get(account=auditor).seen_at == before
    _shift(client, SEEN, 61)
    client.get("/saya/")
    assert Session.objects.get(account=auditor).seen_at > before


def test_one_sees_ones_own_sessions_and_ends_another(auditor: Account) -> None:
    here, there = _signed_in(auditor), _signed_in(auditor)
    page = here.get("/saya/").content.decode()
    assert page.count("Peramban contoh") == 2
    assert page.count("Peramban ini") == 1
    assert not [key for key in Session.objects.values_list("session_key", flat=True) if key in page]
    handle = page.split('name="session" value="')[1].split('"')[0]
    here.post("/saya/sesi/akhiri/", {"session": handle})
    assert there.get("/saya/").status_code == 302
    assert here.get("/saya/").status_code == 200


def test_one_ends_nobody_elses(auditor: Account) -> None:
    other = person("lain", Kind.AUDITOR, password=PASSWORD)
    here, there = _signed_in(auditor), _signed_in(other)
    _signed_in(other)
    handle = there.get("/saya/").content.decode().split('name="session" value="')[1].split('"')[0]
    here.post("/saya/sesi/akhiri/", {"session": handle})
    here.post("/saya/sesi/akhiri-lainnya/")
    assert Session.objects.filter(account=other).count() == 2


def test_all_others_end_at_one_button(auditor: Account) -> None:
    here, there = _signed_in(auditor), _signed_in(auditor)
    here.post("/saya/sesi/akhiri-lainnya/")
    assert (here.get("/saya/").status_code, there.get("/saya/").status_code) == (200, 302)


@pytest.mark.parametrize("way", ["own password", "reset", "closed"])
def test_every_session_ends_when_the_account_changes(way: str, auditor: Account) -> None:
    administrator = person("admin", Kind.ADMINISTRATOR)
    here, there = _signed_in(auditor), _signed_in(auditor)
    if way == "own password":
        new = {"old": PASSWORD, "password": "empat-kata-lain-lagi", "again": "empat-kata-lain-lagi"}
        assert here.post("/saya/sandi/", new).headers["Location"] == "/masuk/"
    elif way == "reset":
        reset_password(auditor, actor=administrator)
    else:
        deactivate(auditor, actor=administrator)
    assert not Session.objects.filter(account=auditor).exists()
    assert [client.get("/saya/").status_code for client in (here, there)] == [302, 302]


def test_a_wrong_old_password_changes_nothing(auditor: Account) -> None:
    client = _signed_in(auditor)
    new = {"old": "salah", "password": "empat-kata-lain-lagi", "again": "empat-kata-lain-lagi"}
    assert "Kata sandi sekarang tidak cocok" in client.post("/saya/sandi/", new).content.decode()
    auditor.refresh_from_db()
    assert auditor.check_password(PASSWORD)


def test_a_key_planted_before_signing_in_is_worth_nothing_after(auditor: Account) -> None:
    store = SessionStore()
    store["something"] = "of a stranger"
    store.save()
    client, planted = Client(), store.session_key
    client.cookies["sessionid"] = planted
    client.post("/masuk/", {"username": "pemeriksa", "password": PASSWORD})
    assert client.cookies["sessionid"].value != planted
    assert client.get("/saya/").status_code == 200
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get("/saya/").status_code == 302


def test_a_visitor_who_never_signs_in_leaves_no_session() -> None:
    Client().get("/")
    assert not Session.objects.exists()
