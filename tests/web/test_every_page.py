"""Every address answers everybody: with a page, a way to sign in, or a clear no; never with a failure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from selaras.forum.models import Forum, Proposal
from selaras.people.models import Account, Role
from selaras.web.middleware import POLICY
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db

# Where an address holds a part of its own: how to fill it from a decided forum.
PARTS: dict[str, Callable[[Forum], list[object]]] = {
    "proposal": lambda forum: [forum.proposals.earliest("pk").pk],
    "proposal-by-number": lambda forum: [forum.proposals.earliest("pk").number],
    "document": lambda forum: [forum.decisions.get().documents.earliest("pk").pk],
    "verification": lambda forum: [forum.decisions.get().verification_code],
    "batch": lambda forum: [Proposal.objects.earliest("pk").row.batch_id],
}
STAFF_ONLY = {"desk", "batch"}
POST_ONLY = {"sign-out", "set-language"}


def _names() -> list[str]:
    found: list[str] = []
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        one = waiting.pop()
        if isinstance(one, URLResolver):
            waiting.extend(one.url_patterns)
        else:
            assert one.name, f"{one.pattern} has no name"
            found.append(one.name)
    return sorted(found)


def staff_client() -> Client:
    account = Account.objects.create_user("perencana", password="cukup-panjang-1")
    Role.objects.create(account=account, kind=Role.Kind.PLANNER)
    client = Client()
    client.force_login(account)
    return client


def _body(response: object) -> str:
    streaming = getattr(response, "streaming", False)
    content = b"".join(response.streaming_content) if streaming else response.content  # type: ignore[attr-defined]
    return content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", _names())
def test_a_decided_forum_is_open_to_all_and_the_desk_to_staff_alone(name: str) -> None:
    forum = decided_forum()
    address = reverse(name, args=PARTS[name](forum) if name in PARTS else [])
    public = Client().get(address)
    if name in STAFF_ONLY:
        assert public.status_code == 302
        assert public.headers["Location"].startswith(reverse("sign-in"))
    else:
        assert public.status_code == (405 if name in POST_ONLY - {"set-language"} else 302 if name in {"proposal-by-number", "set-language"} else 200)
    staff = staff_client().get(address)
    assert staff.status_code in ({200} if name in STAFF_ONLY else {200, 302, 405})


@pytest.mark.parametrize("name", [name for name in _names() if name not in PARTS])
def test_an_office_without_a_forum_gets_pages_too(name: str) -> None:
    assert Client().get(reverse(name)).status_code in {200, 302, 404, 405}
    assert staff_client().get(reverse(name)).status_code in {200, 302, 404, 405}


@pytest.mark.parametrize("name", [name for name in _names() if name not in POST_ONLY])
def test_no_page_tells_who_a_private_person_is(name: str) -> None:
    forum = decided_forum()
    address = reverse(name, args=PARTS[name](forum) if name in PARTS else [])
    for client in (Client(), staff_client()):
        text = _body(client.get(address, follow=True))
        for private in ("Sutarjo", "0812-3456-7890", "3305011708790001"):
            assert private not in text


@pytest.mark.parametrize("synthetic", [True, False])
@pytest.mark.parametrize("name", [name for name in _names() if name not in POST_ONLY])
def test_sample_data_calls_itself_that_on_every_page(name: str, synthetic: bool) -> None:
    forum = decided_forum(synthetic=synthetic)
    response = staff_client().get(reverse(name, args=PARTS[name](forum) if name in PARTS else []), follow=True)
    if response.headers["Content-Type"].startswith("text/html"):
        assert ("Data contoh:" in response.content.decode()) is synthetic
    missing = Client().get("/tidak-ada/")
    assert missing.status_code == 404
    assert ("Data contoh:" in missing.content.decode()) is synthetic


@pytest.mark.parametrize("name", [name for name in _names() if name not in POST_ONLY])
def test_pages_carry_nothing_that_the_content_policy_forbids(name: str) -> None:
    forum = decided_forum()
    response = staff_client().get(reverse(name, args=PARTS[name](forum) if name in PARTS else []), follow=True)
    assert response.headers["Content-Security-Policy"] == POLICY
    if response.headers["Content-Type"].startswith("text/html"):
        page = response.content.decode()
        for forbidden in (" style=", "<style", "<script", "http://", "https://", "onclick="):
            assert forbidden not in page
