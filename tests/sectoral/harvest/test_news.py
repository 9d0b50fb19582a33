"""The feed of changes: what came out, a new version, what was withdrawn; nothing before its day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from lxml import etree

from selaras.sectoral.actions.releasing import withdraw
from selaras.sectoral.models import Dataset
from tests.sectoral.harvest.shelf import CODE, GONE, WHY, shelf, under_embargo
from tests.sectoral.room import MENDED, out, room, steward

pytestmark = pytest.mark.django_db
JAKARTA = ZoneInfo("Asia/Jakarta")
ATOM = "{http://www.w3.org/2005/Atom}"
_TITLE = "Jumlah penduduk menurut desa (contoh)"


def items() -> Any:
    answer = Client().get("/data/perubahan.json")
    assert answer.headers["Content-Type"] == "application/feed+json"
    return json.loads(answer.content)["items"]


def test_each_thing_that_happened_is_told_once_the_newest_first() -> None:
    shelf()
    assert [one["title"] for one in items()] == [
        "Ditarik: Data yang ditarik (contoh), versi 1",
        "Dirilis: Data yang ditarik (contoh)",
        f"Versi baru: {_TITLE}, versi 2",
        f"Dirilis: {_TITLE}",
    ]
    first = items()[0]
    assert (first["tags"], first["content_text"]) == (["withdrawn"], WHY)
    assert first["url"].endswith(f"/data/{GONE}/versi/1/")


def test_both_feeds_tell_the_same() -> None:
    shelf()
    answer = Client().get("/data/perubahan.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.content)
    told = [
        (entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}updated"))
        for entry in feed.iter(f"{ATOM}entry")
    ]
    assert [one[:2] for one in told] == [(one["id"], one["title"]) for one in items()]
    assert len({one[0] for one in told}) == 4


def test_what_is_under_embargo_is_told_on_its_day_as_of_that_day(today: Callable[[date], None]) -> None:
    dataset = room()
    out(dataset)
    version = under_embargo(dataset)
    assert [one["tags"] for one in items()] == [["released"]]
    assert version.embargo_until is not None
    today(version.embargo_until)
    newest = items()[0]
    assert newest["title"] == f"Versi baru: {_TITLE}, versi 2"
    assert datetime.fromisoformat(newest["date_published"]) == datetime.combine(version.embargo_until, time(), JAKARTA)


def test_a_version_withdrawn_before_its_day_is_never_told(today: Callable[[date], None]) -> None:
    version = under_embargo(room())
    withdraw(version, WHY, actor=steward())
    assert items() == []


def test_the_feed_holds_the_newest_fifty(today: Callable[[date], None]) -> None:
    dataset: Dataset = room()
    for number in range(30):
        withdraw(out(dataset, MENDED), f"Keliru {number}.", actor=steward())
    told = items()
    assert len(told) == 50
    assert [one["content_text"] for one in told if one["tags"] == ["withdrawn"]][:2] == ["Keliru 29.", "Keliru 28."]
    assert CODE in told[0]["url"]
