"""On a weak signal an app asks again for little: what has not changed is answered without its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.publishing import update_item
from selaras.disclosure.links import token_of
from selaras.disclosure.models import PublicBody
from tests.disclosure.api.phone import API
from tests.disclosure.network import asked, at_desk, network
from tests.disclosure.publication.items import BUDGET, an_item_of

pytestmark = pytest.mark.django_db
PUBLIC = ["bodies", "bodies/3305222002", "items", "answers", "search?q=jalan", "statistics", "rules"]


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    return made


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_what_has_not_changed_comes_without_content(body: PublicBody, path: str, encoding: str) -> None:
    first = Client().get(f"{API}/{path}", headers={"accept-encoding": encoding})
    assert first.headers["Cache-Control"] == "no-cache"
    told = {"accept-encoding": encoding, "if-none-match": first.headers["ETag"]}
    again = Client().get(f"{API}/{path}", headers=told)
    assert (again.status_code, again.content) == (304, b"")


def test_what_has_changed_comes_whole(body: PublicBody) -> None:
    item = an_item_of(body)
    first = Client().get(f"{API}/items/{item.pk}")
    update_item(item, BUDGET, actor=at_desk(body))
    same = Client().get(f"{API}/items/{item.pk}", headers={"if-none-match": first.headers["ETag"]})
    assert same.status_code == 304
    update_item(item, replace(BUDGET, summary="Berubah."), actor=at_desk(body))
    changed = Client().get(f"{API}/items/{item.pk}", headers={"if-none-match": first.headers["ETag"]})
    assert (changed.status_code, changed.json()["summary"]) == (200, "Berubah.")


def test_the_own_case_is_asked_for_cheaply_and_kept_by_the_own_phone_alone(body: PublicBody) -> None:
    case = asked(body)
    own = {"authorization": f"Bearer {token_of(case)}"}
    first = Client().get(f"{API}/request", headers=own)
    assert set(first.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}
    seen = {**own, "if-none-match": first.headers["ETag"]}
    assert Client().get(f"{API}/request", headers=seen).status_code == 304
    accept(case, actor=at_desk(body))
    assert Client().get(f"{API}/request", headers=seen).json()["state"] == "open"


def test_a_tag_opens_nothing_without_the_token(body: PublicBody) -> None:
    case, other = asked(body), asked(body)
    tag = Client().get(f"{API}/request", headers={"authorization": f"Bearer {token_of(case)}"}).headers["ETag"]
    assert Client().get(f"{API}/request", headers={"if-none-match": tag}).status_code == 401
    others = {"authorization": f"Bearer {token_of(other)}", "if-none-match": tag}
    assert Client().get(f"{API}/request", headers=others).status_code == 200


def test_a_list_of_fifty_travels_small(body: PublicBody) -> None:
    for number in range(50):
        an_item_of(body, "", title=f"Keputusan kepala desa nomor {number} (contoh)", category="any_time")
    answer = Client().get(f"{API}/items", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) <= 12 * 1024
