"""Of the editions of KEV and EPSS the one of the latest day counts, in whatever order they are sent."""

from __future__ import annotations

import pytest

from selaras.exposure.known_uses import current_lists
from selaras.exposure.models import Finding, KnownList, KnownUse, Report
from tests.exposure.room import agencies, chief
from tests.exposure.scans import MONDAY, TUESDAY, WEDNESDAY, epss, kev, nuclei, sent
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
CVE = "CVE-2021-44228"
DAYLESS = f"cve,epss,percentile\n{CVE},0.9,0.5\n".encode()


def a_finding() -> None:
    agencies()
    sent(nuclei(CVE))


def chance() -> float | None:
    return Finding.objects.get().chance


def page_of(report: Report) -> str:
    return browser_of(chief()).get(f"/meja/keamanan/pindaian/{report.key}/").content.decode()


@pytest.mark.parametrize(
    ("days", "counts"),
    [
        ((MONDAY, WEDNESDAY), 0.2),
        ((WEDNESDAY, MONDAY), 0.1),
        ((MONDAY, WEDNESDAY, TUESDAY), 0.2),
        ((TUESDAY, TUESDAY), 0.2),  # of one day: the one sent last
        ((TUESDAY, "2999-01-01"), 0.1),  # a day to come is no day
    ],
)
def test_the_edition_of_the_latest_day_counts(days: tuple[str, ...], counts: float) -> None:
    a_finding()
    for at, day in enumerate(days, 1):
        sent(epss([(CVE, at / 10)], day))
    assert chance() == pytest.approx(counts)


@pytest.mark.parametrize("first", [True, False])
def test_a_list_without_a_day_counts_only_while_there_is_no_other(first: bool) -> None:
    a_finding()
    for content in (DAYLESS, epss([(CVE, 0.1)])) if first else (epss([(CVE, 0.1)]), DAYLESS):
        sent(content)
    assert chance() == pytest.approx(0.1)


def test_without_any_other_the_list_without_a_day_counts() -> None:
    a_finding()
    sent(DAYLESS)
    assert chance() == pytest.approx(0.9)


def test_an_older_edition_is_kept_and_says_that_it_does_not_count() -> None:
    a_finding()
    sent(kev(CVE, day=WEDNESDAY))
    older = sent(kev("CVE-2020-0001", day=MONDAY))
    assert chance() == 1
    assert KnownList.objects.count() == 2
    assert [one.version for one in current_lists()] == [WEDNESDAY]
    page = page_of(older)
    assert "Edisi ini lebih lama daripada yang dipakai (Rabu, 8 Mei 2024), jadi tidak dipakai." in page
    assert "dihitung lagi dengan edisi ini" not in page


def test_the_older_of_two_says_so_once_a_newer_one_has_come() -> None:
    a_finding()
    older = sent(kev(CVE, day=MONDAY))
    assert "dihitung lagi dengan edisi ini" in page_of(older)
    sent(kev(CVE, day=TUESDAY))
    assert "Edisi ini lebih lama daripada yang dipakai (Selasa, 7 Mei 2024)" in page_of(older)


def test_a_list_without_a_day_says_what_to_send_instead() -> None:
    a_finding()
    sent(epss([(CVE, 0.1)]))
    assert "Edisi ini tidak bertanggal, jadi tidak dipakai. Kirim berkas aslinya" in page_of(sent(DAYLESS))


def test_the_day_of_each_list_that_counts_stands_on_the_page_of_reports() -> None:
    a_finding()
    sent(kev(CVE, day=TUESDAY))
    page = browser_of(chief()).get("/meja/keamanan/pindaian/").content.decode()
    assert "edisi Selasa, 7 Mei 2024" in page


@pytest.mark.parametrize("days", [(MONDAY, TUESDAY), (TUESDAY, MONDAY)])
def test_only_the_edition_that_counts_is_kept_weakness_by_weakness(days: tuple[str, str]) -> None:
    a_finding()
    for day in days:
        sent(epss([(CVE, 0.1), ("CVE-2020-0001", 0.2)], day))
    sent(kev(CVE))
    kept = KnownUse.objects.values_list("edition__kind", "edition__made_at__day").order_by("pk")
    assert list(kept) == [("epss", 7), ("epss", 7), ("kev", 6)]
    assert sorted(KnownList.objects.values_list("kind", "rows")) == [("epss", 2), ("epss", 2), ("kev", 1)]
