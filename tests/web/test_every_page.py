"""Every address answers everybody: with a page, a way to sign in, or a clear no; never with a failure."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from selaras.web.middleware import POLICY
from tests.forum.decided import decided_forum
from tests.web.address_kinds import BY_KEY, POST_ONLY, STAFF_ONLY
from tests.web.addresses import addresses, pages

pytestmark = pytest.mark.django_db

REDIRECTS = {"ballot", "proposal-by-number", "set-language", "short", "sign-in-code"}
# As the sample forum has them: an invented name and invented numbers.
PRIVATE = ("Sutarjo", "0812-3456-7890", "3305011708790001")


def _text(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode("utf-8", "replace")


def test_the_public_reads_everything_but_the_desk() -> None:
    for name, path in addresses(decided_forum()).items():
        response = Client().get(path)
        if name in STAFF_ONLY:
            assert response.status_code == 302, name
            assert response.headers["Location"].startswith(reverse("sign-in")), name
        elif name in REDIRECTS:
            assert response.status_code == 302, name
        elif name in BY_KEY:
            assert response.status_code == 404, name
        else:
            assert response.status_code == (405 if name in POST_ONLY else 200), name


def test_who_works_here_reads_the_desk_too(staff: Client) -> None:
    for name, path in addresses(decided_forum()).items():
        status = staff.get(path).status_code
        expected = {200, 403} if name in STAFF_ONLY else {404} if name in BY_KEY else {200, 302, 405}
        assert status in expected, name


def test_an_account_without_a_role_is_told_so(planner: Any, staff: Client) -> None:
    planner.roles.all().delete()
    for name, path in addresses(decided_forum()).items():
        status = staff.get(path).status_code
        assert status == 403 if name in STAFF_ONLY else status in {200, 302, 404, 405}, name


def test_an_office_without_a_forum_has_pages_that_say_what_to_do(staff: Client) -> None:
    for name, path in addresses(None).items():
        for client in (Client(), staff):
            assert client.get(path).status_code in {200, 302, 403, 404, 405}, name
    assert "selaras forum run" in _text(Client().get(reverse("home")))


def test_no_page_and_no_file_tells_who_a_private_person_is(staff: Client) -> None:
    for name, path in addresses(decided_forum()).items():
        if name in POST_ONLY or name in ("annotated-file", "proposal-correct"):
            continue  # the copy goes back to who sent it, as it was sent; who corrects a text sees it, and is logged
        for client in (Client(), staff):
            text = _text(client.get(path, follow=True))
            assert not [private for private in PRIVATE if private in text], name


@pytest.mark.parametrize("synthetic", [True, False])
def test_sample_data_calls_itself_that_on_every_page(synthetic: bool, staff: Client) -> None:
    for path in [*pages(decided_forum(synthetic=synthetic)).values(), "/tidak-ada/"]:
        for client in (Client(), staff):
            assert ("Data contoh:" in _text(client.get(path, follow=True))) is synthetic, path


def test_pages_carry_nothing_that_the_content_policy_forbids(staff: Client) -> None:
    forbidden = re.compile(r"\sstyle=|<style|<script(?! src=\"/static/)|https?://(?!testserver/)|\son[a-z]+=")
    for path in [*pages(decided_forum()).values(), "/tidak-ada/"]:
        response = staff.get(path, follow=True)
        assert response.headers["Content-Security-Policy"] == POLICY
        assert not forbidden.search(_text(response)), path


def test_english_pages_are_english_where_the_program_speaks() -> None:
    client = Client()
    forum = decided_forum()
    client.post(reverse("set-language"), {"language": "en", "next": "/"})
    for path in pages(forum).values():
        text = _text(client.get(path, follow=True))
        assert '<html lang="en">' in text
        assert "Skip to the content" in text, path
        assert "Langsung ke isi" not in text, path
