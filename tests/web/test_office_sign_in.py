"""The office's own sign-in: it says who somebody is; accounts and roles are made here, before, by administrators."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from selaras.audit.models import Entry
from selaras.people.models import Account, Role
from tests.people.persons import person
from tests.people.test_second_step import code_of, prepared
from tests.web.fake_provider import CLIENT, SECRET, Provider, running

pytestmark = pytest.mark.django_db
EMAIL = "siti@contoh.test"


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with running() as provider:
        app = {"provider_id": "kantor", "name": "akun Pemda (contoh)", "client_id": CLIENT, "secret": SECRET}
        app["settings"] = {"server_url": provider.address}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
        provider.claims = {"sub": "7", "email": EMAIL, "email_verified": True}
        yield provider


@pytest.fixture
def siti() -> Account:
    account = person("siti", Role.Kind.OBSERVER)
    account.email = EMAIL
    account.save()
    return account


def _start(client: Client, after: str = "") -> dict[str, str]:
    """Press the button; what the browser is told to ask the provider for."""
    answer = client.post(f"/masuk/kantor/?next={after}")
    return {key: values[0] for key, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def _come_back(client: Client, after: str = "") -> tuple[str, str]:
    """The whole way; where it ends, and the page there."""
    state = _start(client, after)["state"]
    answer = client.get("/masuk/kantor/kembali/", {"code": "kode", "state": state}, follow=True)
    return answer.redirect_chain[-1][0], answer.content.decode()


def test_an_account_with_that_address_is_let_in(provider: Provider, siti: Account) -> None:
    client = Client()
    assert _come_back(client, "/saya/")[0] == "/saya/"
    assert client.get("/saya/").status_code == 200
    assert Entry.objects.get(action="people.signed_in").detail == {"by": "office", "code": False}


def test_the_provider_is_asked_with_a_proof_and_for_no_more_than_needed(provider: Provider, siti: Account) -> None:
    client = Client()
    asked = _start(client)
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"].endswith("/masuk/kantor/kembali/")
    assert set(asked["scope"].split()) <= {"openid", "profile", "email"}
    client.get("/masuk/kantor/kembali/", {"code": "kode", "state": asked["state"]})
    (token,) = provider.asked
    assert (token["client_secret"], bool(token["code_verifier"])) == (SECRET, True)


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email": "lain@contoh.test"},
        {"email": ""},
        {"email": None},
        {"email_verified": None},
    ],
)
def test_nobody_gets_an_account_from_outside(claims: dict[str, object], provider: Provider, siti: Account) -> None:
    provider.claims |= claims
    client = Client()
    where, page = _come_back(client)
    assert where == "/masuk/"
    assert "Minta administrator membukanya" in page
    assert Account.objects.count() == 1
    assert client.get("/saya/").status_code == 302


@pytest.mark.parametrize("why", ["closed", "no role"])
def test_an_account_that_may_not_sign_in_may_not_this_way_either(why: str, provider: Provider, siti: Account) -> None:
    if why == "closed":
        Account.objects.update(is_active=False)
    else:
        siti.roles.all().delete()
    assert _come_back(Client())[0] == "/masuk/"


def test_the_second_step_is_asked_for_all_the_same(provider: Provider, siti: Account) -> None:
    secret, _spare = prepared(siti)
    client = Client()
    assert _come_back(client, "/saya/")[0] == "/masuk/kode/"
    assert client.post("/masuk/kode/", {"code": code_of(secret)}).headers["Location"] == "/saya/"


def test_nobody_is_sent_to_another_site_afterwards(provider: Provider, siti: Account) -> None:
    assert _come_back(Client(), "https://jahat.test/")[0] == "/meja/"


@pytest.mark.parametrize(
    "sent", [{"code": "kode", "state": "bukan-milik-peramban-ini"}, {"error": "access_denied"}, {}]
)
def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    sent: dict[str, str], provider: Provider, siti: Account
) -> None:
    client = Client()
    _start(client)
    answer = client.get("/masuk/kantor/kembali/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == "/masuk/"
    assert "tidak selesai" in answer.content.decode()


def test_a_provider_that_is_away_is_told(provider: Provider, siti: Account, settings: Settings) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"
    answer = Client().post("/masuk/kantor/", follow=True)
    assert "tidak terjangkau" in answer.content.decode()


def test_the_button_stands_only_where_an_office_has_one(provider: Provider, settings: Settings) -> None:
    page = Client().get("/masuk/")
    assert "Masuk dengan akun Pemda (contoh)" in page.content.decode()
    assert f"form-action 'self' {provider.address};" in page.headers["Content-Security-Policy"]
    settings.SOCIALACCOUNT_PROVIDERS = {}
    page = Client().get("/masuk/")
    assert "Masuk dengan" not in page.content.decode()
    assert "form-action 'self';" in page.headers["Content-Security-Policy"]
    assert Client().post("/masuk/kantor/").status_code == 404
    assert Client().get("/masuk/kantor/kembali/", {"code": "x", "state": "y"}).status_code == 404
