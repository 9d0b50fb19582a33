"""What is not out, under embargo or withdrawn leaks nowhere: page, preview, chart, search, rows, file, what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from selaras.sectoral.actions.releasing import embargo, release, withdraw
from selaras.sectoral.models import Dataset, Version
from selaras.sectoral.serving import file_of
from tests.people.persons import browser_of
from tests.sectoral.room import CODE, SAID, handed_in, looked_at, out, producer, room, sent, steward, stranger

pytestmark = pytest.mark.django_db
# Figures and a place that stand in no other version.
SECRET = b"desa,laki,perempuan,jumlah\nRahasiawan,4321,1234,5555\nAyah,10,12,22\n"
TRACES = ("Rahasiawan", "4321", "4.321", "5.555", "5555")
PAGES = ("/data/", f"/data/{CODE}/", f"/data/{CODE}/tabel/", f"/data/{CODE}/tabel/?q=rahasiawan&urut=-4")
OF_VERSION = (
    "",
    "tabel/",
    "tabel/?q=ayah",
    "saringan.csv?q=ayah",
    *(f"data.{one}" for one in ("csv", "xlsx", "json", "parquet")),
)


def received(dataset: Dataset) -> Version:
    return sent(dataset, SECRET)


def checked(dataset: Dataset) -> Version:
    version = received(dataset)
    looked_at(version)
    return version


def submitted(dataset: Dataset) -> Version:
    return handed_in(dataset, SECRET)


def embargoed(dataset: Dataset) -> Version:
    version = release(submitted_until_tomorrow(dataset), actor=steward())
    for suffix in ("csv", "xlsx", "json"):  # written already, as after a look from inside
        file_of(version, suffix)
    return version


def submitted_until_tomorrow(dataset: Dataset) -> Version:
    return embargo(submitted(dataset), timezone.localdate() + timedelta(days=1), actor=steward())


def withdrawn(dataset: Dataset) -> Version:
    version = out(dataset, SECRET)
    for suffix in ("csv", "xlsx", "json"):
        file_of(version, suffix)
    return withdraw(version, "Keliru (contoh).", actor=steward())


HIDDEN = [received, checked, submitted, embargoed]


def readers() -> Iterator[Client]:
    """Also who works inside: the catalogue shows everybody the same."""
    yield Client()
    yield from (browser_of(one) for one in (producer(), steward(), stranger()))


def text_of(browser: Client, path: str) -> tuple[int, str]:
    answer = browser.get(path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, content.decode("utf-8", "replace")


@pytest.mark.parametrize("way", HIDDEN)
def test_a_dataset_of_which_nothing_is_out_is_nowhere(way: Callable[[Dataset], Version]) -> None:
    version = way(room())
    for browser in readers():
        status, page = text_of(browser, "/data/")
        assert (status, SAID.title in page) == (200, False)
        assert SAID.title not in text_of(browser, "/data/?q=penduduk")[1]
        for path in (*PAGES[1:], *(f"/data/{CODE}/versi/{version.number}/{each}" for each in OF_VERSION)):
            assert text_of(browser, path)[0] == 404, path


@pytest.mark.parametrize("way", HIDDEN)
def test_a_newer_version_that_is_not_out_leaves_no_trace(way: Callable[[Dataset], Version]) -> None:
    dataset = room()
    out(dataset)
    version = way(dataset)
    for browser in readers():
        for path in PAGES:
            status, page = text_of(browser, path)
            assert status == 200
            assert not [one for one in TRACES if one in page], path
            assert f"versi/{version.number}/" not in page, path
        for each in OF_VERSION:
            path = f"/data/{CODE}/versi/{version.number}/{each}"
            assert text_of(browser, path)[0] == 404, path


def test_what_changed_since_a_version_under_embargo_is_not_told() -> None:
    """Else the counts would tell how much the hidden version holds."""
    dataset = room()
    hidden = embargoed(dataset)
    out(dataset)
    page = text_of(Client(), f"/data/{CODE}/")[1]
    assert f"versi {hidden.number}" not in page.lower().replace(f"versi {hidden.number + 1}", "")
    assert "Dibanding" not in page


def test_of_what_was_withdrawn_the_reason_is_read_and_no_row() -> None:
    dataset = room()
    out(dataset)
    version = withdrawn(dataset)
    for browser in readers():
        status, page = text_of(browser, f"/data/{CODE}/versi/{version.number}/")
        assert (status, "Keliru (contoh)." in page) == (200, True)
        assert not [one for one in TRACES if one in page]
        for path in PAGES:
            assert not [one for one in TRACES if one in text_of(browser, path)[1]], path
        for each in OF_VERSION[1:]:
            assert text_of(browser, f"/data/{CODE}/versi/{version.number}/{each}")[0] == 404, each


def test_who_had_the_file_before_it_was_withdrawn_is_not_told_it_still_holds() -> None:
    version = out(room())
    path = f"/data/{CODE}/versi/{version.number}/data.csv"
    etag = Client().get(path)["ETag"]
    withdraw(version, "Keliru (contoh).", actor=steward())
    assert Client().get(path, headers={"if-none-match": etag}).status_code == 404


def test_it_is_there_on_the_day_the_embargo_ends(today: Callable[[date], None]) -> None:
    version = embargoed(room())
    assert version.embargo_until
    today(version.embargo_until)
    assert "Rahasiawan" in text_of(Client(), f"/data/{CODE}/tabel/")[1]
