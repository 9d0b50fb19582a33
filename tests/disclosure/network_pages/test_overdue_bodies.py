"""The main PPID sees at which bodies terms have passed, how many and since when; never who asks and what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.disclosure.models import PublicBody
from selaras.people.models import Role
from tests.disclosure.network import SITI, WANTED, agency, asked, at_desk, main_officer, network
from tests.disclosure.network_pages.bodies import neighbour
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture
def body(today: Today) -> PublicBody:
    """Two terms passed at the village, one at its neighbour, none at the agency."""
    made = network()
    today(date(2020, 1, 14))
    for one in (made, made, neighbour()):
        asked(one)
    today(date(2020, 2, 11))
    return made


def read(client: Client) -> str:
    return client.get(reverse("overdue-bodies")).content.decode()


@pytest.mark.parametrize("who", [Role.Kind.PPID_OFFICER, Role.Kind.AUDITOR])
def test_the_body_with_most_is_on_top(body: PublicBody, who: str) -> None:
    page = read(browser_of(someone(who)))
    assert "2 badan publik melewati batasnya" in page
    assert page.index(body.name) < page.index(neighbour().name)
    assert "Jumat, 17 Januari 2020" in page
    assert agency().name not in page
    assert not any(told in page for told in (SITI.name, SITI.address, WANTED.subject))


def test_where_nothing_is_late_it_says_so(body: PublicBody, today: Today) -> None:
    today(date(2020, 1, 15))
    assert "Semua badan menepati batasnya" in read(browser_of(main_officer()))


def test_a_desk_does_not_see_the_others(body: PublicBody) -> None:
    assert browser_of(at_desk(body)).get(reverse("overdue-bodies")).status_code == 403


def test_more_bodies_cost_no_more_queries(body: PublicBody, today: Today) -> None:
    client = browser_of(main_officer())
    read(client)  # the first visit notes when the session was last used

    def many() -> int:
        with CaptureQueriesContext(connection) as told:
            read(client)
        return len(told)

    few = many()
    today(date(2020, 1, 14))
    asked(agency())
    today(date(2020, 2, 11))
    assert many() == few <= 12
