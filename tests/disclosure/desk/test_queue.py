"""The queue: the most urgent first, with days in words and a shape; who oversees sees what is late, not who asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from selaras.disclosure.actions.clocking import pause
from selaras.disclosure.actions.objecting import decide_objection
from selaras.people.models import Role
from tests.counting import queries_of
from tests.disclosure.desk.cases import answered, helper_of, objected, opened, weighed, words
from tests.disclosure.network import SITI, WANTED, agency, asked, at_desk, main_officer, network, superior_of
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
QUEUE, OVERDUE = "information-desk", "information-overdue"


def test_the_most_urgent_stands_on_top_with_its_days_in_words(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    old, paused = opened(body), opened(body)
    pause(paused, "Menunggu arsip.", actor=at_desk(body))
    today(date(2020, 3, 20))
    fresh = asked(body)
    page = words(browser_of(at_desk(body)).get(reverse(QUEUE)))
    assert "3 permohonan menunggu meja Anda" in page
    numbers = [case.number for case in (old, fresh, paused)]
    assert sorted(numbers, key=page.index) == numbers
    assert "1 hari kerja lagi Senin, 23 Maret 2020" in page
    assert "3 hari kerja lagi Kamis, 26 Maret 2020" in page
    assert "dihentikan sementara" in page


def test_what_is_late_is_said_with_a_shape_not_with_a_colour_alone(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    opened(body)
    today(date(2020, 4, 1))
    page = browser_of(at_desk(body)).get(reverse(QUEUE)).content.decode()
    assert 'd="M8 1.5 15 14H1z"' in page
    assert "sudah lewat" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 2]),
        ("keadaan=checking", [1]),
        ("keadaan=answered", [3]),
        ("keadaan=semua", [1, 2, 3]),
        ("lewat=on", [2]),
        ("nomor=0003", [3]),
        ("nomor=ini+bukan+nomor", []),
        ("keadaan=tidak-ada", [1, 2]),
    ],
)
def test_it_is_narrowed_by_state_number_and_overdue(today: Today, query: str, found: list[int]) -> None:
    body = network()
    today(date(2020, 3, 30))
    asked(body)
    today(date(2020, 3, 9))
    opened(body)
    answered(body)
    today(date(2020, 3, 31))
    page = words(browser_of(at_desk(body)).get(f"{reverse(QUEUE)}?{query}"))
    assert [n for n in (1, 2, 3) if f"000{n}/{body.code}" in page] == found
    assert ("Tidak ada permohonan seperti itu" in page) is (not found)


def test_an_empty_desk_says_what_to_do() -> None:
    page = words(browser_of(at_desk(network())).get(reverse(QUEUE)))
    assert "Tidak ada permohonan yang menunggu" in page
    assert "Catat permohonan lisan atau surat" in page


def test_another_desk_sees_nothing_of_it() -> None:
    case = asked(network())
    other = browser_of(at_desk(agency()))
    assert case.number not in words(other.get(f"{reverse(QUEUE)}?keadaan=semua"))
    assert other.get(reverse("request-desk", args=[case.pk])).status_code == 404


def test_a_district_that_helps_finds_the_village_among_its_desks() -> None:
    body = network()
    case = asked(body)
    page = words(browser_of(helper_of(body)).get(reverse(QUEUE)))
    assert case.number in page
    assert body.name in page


def test_a_superior_sees_objections_and_tests_before_everything_else(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    objection = objected(body)
    weighed(body)
    page = words(browser_of(superior_of(body)).get(reverse(QUEUE)))
    assert "1 keberatan menunggu putusan Anda" in page
    assert objection.number in page
    assert "1 uji konsekuensi menunggu persetujuan Anda" in page


def test_a_granted_objection_brings_the_case_back_to_the_desk(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    objection = objected(body)
    desk = browser_of(at_desk(body))
    assert objection.request.number not in words(desk.get(reverse(QUEUE)))
    decide_objection(objection, "granted", "Berikan.", actor=superior_of(body))
    assert "harus dijawab ulang" in words(desk.get(reverse(QUEUE)))


def test_who_oversees_sees_what_is_late_anywhere_but_not_who_asks_and_what(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = opened(body)
    opened(agency())
    today(date(2020, 4, 1))
    for person in (main_officer(), someone(Role.Kind.AUDITOR)):
        page = words(browser_of(person).get(reverse(OVERDUE)))
        assert "2 batas waktu terlewat di 2 badan publik" in page
        assert case.number in page
        assert not any(told in page for told in (SITI.name, SITI.address, WANTED.subject, WANTED.purpose))
    assert browser_of(main_officer()).get(reverse("request-desk", args=[case.pk])).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_queue(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    desk = browser_of(at_desk(body))
    asked(body)
    desk.get(reverse(QUEUE))  # the first view of a session notes it
    few = queries_of(desk.get, reverse(QUEUE))
    for _ in range(5):
        opened(body)
    assert queries_of(desk.get, reverse(QUEUE)) == few == 10
