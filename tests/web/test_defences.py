"""What the threat model promises of requests: no form from elsewhere, no foreign code, no handed-out session.

Uploads: tests/forum/proposing/test_uploads.py and test_photos.py. Exports: tests/forum/pages/test_proposal_file.py.
Guessing: test_sign_in.py. Roles: test_role_walk.py.
"""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from selaras.people.models import Account, Role
from tests.forum.decided import decided_forum
from tests.web.addresses import addresses
from tests.web.role_walk import Visitor, body

pytestmark = pytest.mark.django_db
PASSWORD = "cukup-panjang-1"
ELSEWHERE = ["https://contoh.test/", "//contoh.test/", r"/\contoh.test", "javascript:alert(1)"]


def everybody(forum: object, *, strict: bool = False) -> Client:
    """The browser of one who holds every role."""
    account = Account.objects.create_user("semua", password=PASSWORD)
    for kind in Role.Kind:
        Role.objects.create(account=account, kind=kind, **body(Visitor(kind), forum))  # type: ignore[arg-type]
    client = Client(enforce_csrf_checks=strict)
    client.force_login(account)
    return client


def test_no_address_takes_a_form_from_elsewhere() -> None:
    forum = decided_forum()
    client = everybody(forum, strict=True)
    took = {name: client.post(path).status_code for name, path in addresses(forum).items()}
    assert {name: status for name, status in took.items() if status not in {403, 405}} == {}


def test_every_answer_forbids_foreign_code_framing_and_guessing_of_types() -> None:
    forum = decided_forum()
    client = everybody(forum)
    for name, path in [*addresses(forum).items(), ("missing", "/tidak-ada/"), ("api", "/api/v1/forums")]:
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy, name
        assert "default-src 'none'" in policy, name
        assert "frame-ancestors 'none'" in policy, name
        assert not re.search(r"https?:", policy), name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert headers["Referrer-Policy"] == "same-origin", name


def test_a_session_handed_out_before_signing_in_is_worth_nothing_after() -> None:
    everybody(decided_forum())
    client = Client()
    client.get(reverse("sign-in"))
    client.session["seed"] = "dari orang lain"
    before = client.session
    before.save()
    planted = before.session_key
    client.cookies[settings.SESSION_COOKIE_NAME] = planted
    client.post(reverse("sign-in"), {"username": "semua", "password": PASSWORD})
    assert client.get(reverse("desk")).status_code == 200
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != planted
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert thief.get(reverse("desk")).status_code == 302


@pytest.mark.parametrize(
    "elsewhere", ["https://contoh.test/", "//contoh.test/", r"/\contoh.test", "javascript:alert(1)"]
)
@pytest.mark.parametrize(("name", "sent"), [("sign-in", {"username": "semua"}), ("set-language", {"language": "en"})])
def test_no_link_leads_through_the_site_to_another(name: str, sent: dict[str, str], elsewhere: str) -> None:
    everybody(decided_forum())
    answer = Client().post(reverse(name), sent | {"password": PASSWORD, "next": elsewhere})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/")
    assert "contoh.test" not in answer.headers["Location"]


def test_cookies_stay_out_of_reach_of_scripts_and_other_sites() -> None:
    everybody(decided_forum())
    client = Client()
    client.post(reverse("sign-in"), {"username": "semua", "password": PASSWORD})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] in {"Lax", "Strict"}
