"""What the threat model promises of requests: no form from elsewhere, no foreign code, no way out.

Uploads: tests/forum/proposing/test_uploads.py and test_photos.py. Exports: tests/forum/pages/test_proposal_file.py.
Guessing: test_sign_in.py. Handed-out sessions: test_sessions.py. Roles: test_role_walk.py.
"""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import PASSWORD, browser_of, person
from tests.web.addresses import addresses
from tests.web.role_walk import everybody

pytestmark = pytest.mark.django_db
ELSEWHERE = ["https://contoh.test/", "//contoh.test/", r"/\contoh.test", "javascript:alert(1)"]


def test_no_address_takes_a_form_from_elsewhere() -> None:
    forum = decided_forum()
    client = Client(enforce_csrf_checks=True)
    client.force_login(everybody(forum))
    took = {name: client.post(path).status_code for name, path in addresses(forum).items()}
    assert {name: status for name, status in took.items() if status not in {403, 405}} == {}


def test_every_answer_forbids_foreign_code_framing_and_guessing_of_types() -> None:
    forum = decided_forum()
    client = browser_of(everybody(forum))
    for name, path in [*addresses(forum).items(), ("missing", "/tidak-ada/"), ("api", "/api/v1/forums")]:
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy, name
        assert "default-src 'none'" in policy, name
        assert "frame-ancestors 'none'" in policy, name
        assert not re.search(r"https?:", policy), name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert headers["Referrer-Policy"] == "same-origin", name


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
@pytest.mark.parametrize(("name", "sent"), [("sign-in", {"username": "ani"}), ("set-language", {"language": "en"})])
def test_no_link_leads_through_the_site_to_another(name: str, sent: dict[str, str], elsewhere: str) -> None:
    person("ani", Role.Kind.OBSERVER, password=PASSWORD)
    answer = Client().post(reverse(name), sent | {"password": PASSWORD, "next": elsewhere})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/")
    assert "contoh.test" not in answer.headers["Location"]


def test_cookies_stay_out_of_reach_of_scripts_and_other_sites() -> None:
    person("ani", Role.Kind.OBSERVER, password=PASSWORD)
    client = Client()
    client.post(reverse("sign-in"), {"username": "ani", "password": PASSWORD})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] in {"Lax", "Strict"}
