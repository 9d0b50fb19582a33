"""The register on the screen: the columns of the regulation, names for the desk alone, page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from tests.counting import queries_of
from tests.disclosure.desk.cases import answered, words
from tests.disclosure.network import SITI, agency, asked, at_desk, network
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
REGISTER = "information-register"


def test_it_has_the_columns_of_the_regulation_and_leads_to_each_case(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = answered(body)
    page = browser_of(at_desk(body)).get(reverse(REGISTER))
    told = words(page)
    for column in ("Nomor pendaftaran", "Pekerjaan", "Status informasi: Belum didokumentasikan", "Alasan penolakan"):
        assert column in told
    assert SITI.name in told
    assert "dikabulkan seluruhnya" in told
    assert reverse("request-desk", args=[case.pk]) in page.content.decode()
    assert SITI.name not in words(browser_of(at_desk(agency())).get(reverse(REGISTER)))


def test_the_newest_comes_first_and_the_rest_on_further_pages(today: Today) -> None:
    body = network()
    for day in (9, 10):
        today(date(2020, 3, day))
        for _ in range(30):
            asked(body)
    desk = browser_of(at_desk(body))
    first, second = words(desk.get(reverse(REGISTER))), words(desk.get(f"{reverse(REGISTER)}?hal=2"))
    assert "0060/" in first
    assert "0001/" not in first
    assert "0001/" in second


def test_the_number_of_queries_does_not_grow(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    answered(body)
    desk = browser_of(at_desk(body))
    desk.get(reverse(REGISTER))  # the first view of a session notes it
    few = queries_of(desk.get, reverse(REGISTER))
    for _ in range(4):
        answered(body)
    assert queries_of(desk.get, reverse(REGISTER)) == few
