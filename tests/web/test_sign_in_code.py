"""Signing in with the second step: asked for after the password, counted, and set up first by roles that decide."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from selaras.audit.models import Entry
from selaras.people.models import Account, Role
from selaras.people.rules import DECIDES
from selaras.web.sign_in_throttle import TRIES_OF_CODE
from tests.people.persons import PASSWORD, browser_of, person
from tests.people.test_second_step import code_of, prepared

pytestmark = pytest.mark.django_db
Kind = Role.Kind


@pytest.fixture
def secretary() -> Account:
    return person("sekretaris", Kind.SECRETARY, password=PASSWORD)


def _password(client: Client, after: str = "") -> str:
    sent = {"username": "sekretaris", "password": PASSWORD, "next": after}
    return client.post("/masuk/", sent).headers["Location"]


def test_the_password_alone_opens_nothing_and_the_code_leads_on(secretary: Account) -> None:
    secret, _spare = prepared(secretary)
    client = Client()
    assert _password(client, "/saya/") == "/masuk/kode/"
    assert client.get("/saya/").status_code == 302
    assert client.post("/masuk/kode/", {"code": code_of(secret)}).headers["Location"] == "/saya/"
    assert client.get("/saya/").status_code == 200
    assert Entry.objects.get(action="people.signed_in").detail == {"by": "password", "code": True}


def test_a_spare_code_does_too(secretary: Account) -> None:
    _secret, spare = prepared(secretary)
    client = Client()
    _password(client)
    assert client.post("/masuk/kode/", {"code": spare[3]}).headers["Location"] == "/meja/"


def test_without_a_password_before_it_there_is_no_code_page(secretary: Account) -> None:
    secret, _spare = prepared(secretary)
    for sent in (Client().get("/masuk/kode/"), Client().post("/masuk/kode/", {"code": code_of(secret)})):
        assert sent.headers["Location"] == "/masuk/"


def test_codes_are_not_guessed_even_with_the_password_in_between(secretary: Account) -> None:
    secret, _spare = prepared(secretary)
    for _ in range(TRIES_OF_CODE):
        client = Client()
        _password(client)
        assert "Kode tidak cocok" in client.post("/masuk/kode/", {"code": "000000"}).content.decode()
    client = Client()
    _password(client)
    assert "Terlalu banyak percobaan" in client.post("/masuk/kode/", {"code": code_of(secret)}).content.decode()


def test_the_password_waits_five_minutes_for_its_code(secretary: Account) -> None:
    prepared(secretary)
    client = Client()
    _password(client)
    session = client.session
    session["sign_in_pending"] = session["sign_in_pending"] | {"at": session["sign_in_pending"]["at"] - 301}
    session.save()
    assert client.get("/masuk/kode/").headers["Location"] == "/masuk/"


@pytest.mark.parametrize("kind", Kind)
def test_roles_that_decide_set_it_up_before_anything_else(kind: Kind, settings: Settings) -> None:
    settings.TOTP_REQUIRED = True
    client = browser_of(person("orang", kind))
    answer = client.get("/saya/")
    assert (answer.status_code == 302) is (kind in DECIDES)
    if kind in DECIDES:
        assert answer.headers["Location"] == "/saya/langkah-kedua/"
        assert "Ini cukup dilakukan sekali" in client.get("/saya/langkah-kedua/").content.decode()


def test_setting_it_up_takes_one_page_and_one_code(secretary: Account, settings: Settings) -> None:
    settings.TOTP_REQUIRED = True
    client, elsewhere = browser_of(secretary), browser_of(secretary)
    page = client.get("/saya/langkah-kedua/").content.decode()
    secret = page.split('<p class="code">')[1].split("</p>")[0].replace(" ", "")
    assert "Kode tidak cocok" in client.post("/saya/langkah-kedua/", {"code": "000000"}).content.decode()
    assert "Simpan kode cadangan" in client.post("/saya/langkah-kedua/", {"code": code_of(secret)}).content.decode()
    assert client.get("/saya/").status_code == 200
    assert elsewhere.get("/saya/").headers["Location"].startswith("/masuk/")


@pytest.mark.parametrize(("asked", "leads"), [("/usulan/", "/usulan/"), ("https://elsewhere.example/", "/meja/")])
def test_it_leads_on_to_the_page_that_was_left_and_never_off_the_site(
    asked: str, leads: str, secretary: Account, settings: Settings
) -> None:
    settings.TOTP_REQUIRED = True
    client, door = browser_of(secretary), f"/saya/langkah-kedua/?next={asked}"
    sent = client.post("/saya/").headers["Location"]
    assert sent == "/saya/langkah-kedua/?next=/saya/"
    secret = client.get(door).content.decode().split('<p class="code">')[1].split("</p>")[0].replace(" ", "")
    page = client.post(door, {"code": code_of(secret)}).content.decode()
    assert f'class="button" href="{leads}"' in page


def test_days_of_grace_count_from_the_opening_of_the_account(secretary: Account, settings: Settings) -> None:
    settings.TOTP_REQUIRED, settings.TOTP_GRACE_DAYS = True, 3
    assert browser_of(secretary).get("/saya/").status_code == 200
    Account.objects.update(date_joined=timezone.now() - timedelta(days=3))
    assert browser_of(secretary).get("/saya/").status_code == 302


def test_where_it_is_only_offered_nobody_is_held_up(secretary: Account, settings: Settings) -> None:
    settings.TOTP_REQUIRED = False
    page = browser_of(secretary).get("/saya/").content.decode()
    assert "Pasang langkah kedua" in page
