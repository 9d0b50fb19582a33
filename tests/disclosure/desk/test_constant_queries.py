"""A page asks the database as often for thirty requests as for three, whoever looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.counting import queries_of
from tests.disclosure.desk.cases import answered, opened
from tests.disclosure.network import asked, at_desk, main_officer, network
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
AT_DESK = (
    ("information-desk", ""),
    ("information-desk", "?keadaan=semua"),
    ("information-desk", "?lewat=on"),
    ("information-desk", "?nomor=000"),
    ("deadlines", ""),
    ("desk", ""),
    ("information-register", "?dari=2020-01-01&sampai=2020-12-31"),
)
OVERSEEING = (("information-overdue", ""), ("service-report", "?tahun=2020"))
PUBLIC = (("information-statistics", "?tahun=2020"), ("information-statistics-file", "?tahun=2020"))


def counts(looks: Client, pages: tuple[tuple[str, str], ...]) -> dict[str, int]:
    addresses = [reverse(name) + query for name, query in pages]
    for address in addresses:  # the first view of a session notes it
        assert looks.get(address).status_code == 200, address
    return {address: queries_of(looks.get, address) for address in addresses}


def test_thirty_requests_cost_no_more_queries_than_three(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 9))

    def told_of(requests: int) -> list[dict[str, int]]:
        today(date(2020, 3, 9))
        while body.requests.count() < requests:
            asked(body)
            opened(body)
            answered(body)
        today(date(2020, 4, 1))
        who = ((browser_of(at_desk(body)), AT_DESK), (browser_of(main_officer()), OVERSEEING), (Client(), PUBLIC))
        return [counts(looks, pages) for looks, pages in who]

    assert told_of(3) == told_of(30)
