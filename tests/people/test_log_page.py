"""The log on a page: searched by who, what, about what and when; its wholeness checked by a button."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from selaras.audit.actions import record
from selaras.audit.models import Entry
from selaras.people.models import Account, Role
from selaras.people.rules import reads_log
from tests.counting import queries_of
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db
Kind = Role.Kind


@pytest.fixture
def visitor() -> Client:
    return browser_of(person("pemeriksa", Kind.AUDITOR))


@pytest.fixture
def entries(visitor: Client) -> None:
    """Three actions; the last one late in the evening of 12 February, local time."""
    siti, budi = Account(username="siti"), Account(username="budi")
    record("forum.decided", actor=siti, subject="contoh-2021")
    record("people.role_given", actor=budi, subject="siti")
    record("forum.written", actor=siti, subject="contoh-2021")
    days = (datetime(2020, 2, 11, 3, tzinfo=UTC), datetime(2020, 2, 12, 3, tzinfo=UTC))
    for entry, at in zip(Entry.objects.order_by("pk"), (*days, datetime(2020, 2, 12, 16, 59, tzinfo=UTC)), strict=True):
        Entry.objects.filter(pk=entry.pk).update(at=at)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["forum.written", "people.role_given", "forum.decided"]),
        ("pelaku=SITI", ["forum.written", "forum.decided"]),
        ("tindakan=role", ["people.role_given"]),
        ("perihal=contoh&tindakan=decided", ["forum.decided"]),
        ("sejak=2020-02-12", ["forum.written", "people.role_given"]),
        ("sampai=2020-02-11", ["forum.decided"]),
        ("sejak=2020-02-12&sampai=2020-02-12", ["forum.written", "people.role_given"]),
        ("sejak=2020-02-13", []),
    ],
)
def test_entries_are_found(query: str, found: list[str], entries: None, visitor: Client) -> None:
    assert [entry.action for entry in visitor.get(f"/catatan/?{query}").context["page"]] == found


def test_a_day_that_cannot_be_read_is_told(entries: None, visitor: Client) -> None:
    assert "tahun-bulan-hari" in visitor.get("/catatan/?sejak=kemarin").content.decode()


def test_the_button_says_that_the_log_is_whole_or_where_it_is_not(visitor: Client) -> None:
    record("forum.decided", actor=Account(username="siti"))
    page = visitor.post("/catatan/periksa/")
    assert "Catatan utuh: 1 entri" in page.content.decode()
    assert Entry.objects.latest("pk").hash in page.content.decode()
    Entry.objects.update(actor="budi")
    page = visitor.post("/catatan/periksa/").content.decode()
    assert f"tidak utuh mulai entri nomor {Entry.objects.get().pk}" in page


def test_it_tells_for_whom_an_action_was_done(visitor: Client) -> None:
    record("forum.decided", actor=Account(username="wakil"), detail={"on_behalf_of": ["sekretaris (secretary)"]})
    assert "atas nama sekretaris (secretary)" in visitor.get("/catatan/").content.decode()


@pytest.mark.parametrize("kind", Kind)
def test_it_is_read_by_who_watches_over_the_others(kind: Kind) -> None:
    other = person("orang", kind)
    assert reads_log(other) is (kind in {Kind.AUDITOR, Kind.ADMINISTRATOR, Kind.SECRETARY})


def test_the_page_asks_the_database_as_often_for_forty_entries_as_for_one(visitor: Client) -> None:
    siti = Account(username="siti")
    record("forum.decided", actor=siti)
    visitor.get("/catatan/")
    few = queries_of(visitor.get, "/catatan/")
    for _ in range(40):
        record("forum.decided", actor=siti)
    assert queries_of(visitor.get, "/catatan/") == few


@pytest.mark.parametrize("kind", [Kind.ADMINISTRATOR, Kind.SECRETARY])
def test_who_is_not_shown_every_entry_cannot_count_those_that_are_kept_from_them(kind: Kind) -> None:
    """Neither by gaps between numbers nor by the sum that the check walked through."""
    siti = Account(username="siti")
    record("forum.decided", actor=siti)
    browser = browser_of(person("orang", kind))

    def pages() -> list[str]:
        told = (browser.get("/catatan/").content.decode(), browser.post("/catatan/periksa/").content.decode())
        log, verified = (page.partition("<h1>")[2] for page in told)
        return [log.partition("<table")[2].partition("</table>")[0], verified.partition('<p class="code">')[0]]

    before = pages()
    assert "Catatan utuh." in before[1]
    for _ in range(7):
        record("exposure.system_registered", actor=siti)
    assert pages() == before
    newest = record("forum.written", actor=siti)
    assert f"Nomor {newest.pk}" not in browser.get("/catatan/").content.decode()
    Entry.objects.update(actor="budi")
    assert "Catatan tidak utuh." in browser.post("/catatan/periksa/").content.decode()
