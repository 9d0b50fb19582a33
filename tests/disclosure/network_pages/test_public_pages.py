"""What everybody reads of the network: the list of all bodies, their ranking, and the page of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.disclosure.actions.networking import let_help
from selaras.disclosure.maturity import scores
from selaras.disclosure.models import Officer, PublicBody
from selaras.disclosure.publication import duty_of
from selaras.web.templatetags.selaras import number
from tests.disclosure.network import DISTRICT, agency, at_desk, network
from tests.disclosure.network_pages.bodies import DESK, formed, neighbour
from tests.disclosure.publication.items import an_item_of
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 14)


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(DAY)
    return made


def read(name: str, *parts: object, **asked: str) -> str:
    return shown(Client(), name, *parts, **asked)


def shown(client: Client, name: str, *parts: object, **asked: str) -> str:
    return client.get(reverse(name, args=parts), asked).content.decode()


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({}, 5),
        ({"q": "seboro"}, 1),
        ({"q": "sadang"}, 3),  # the district and its villages
        ({"jenis": "village"}, 2),
        ({"kecamatan": DISTRICT}, 3),
        ({"jenis": "village", "q": "kominfo"}, 0),
        ({"q": "kominfo"}, 1),
        ({"keadaan": "none"}, 4),
        ({"keadaan": "formed"}, 1),
        ({"keadaan": "merah"}, 5),  # a wrong choice is left out
        ({"hal": "99"}, 5),
    ],
)
def test_bodies_are_found_by_name_kind_place_and_state(body: PublicBody, asked: dict[str, str], many: int) -> None:
    formed(body)
    assert read("public-bodies", **asked).count('<th role="rowheader"') == many


def test_the_list_says_first_how_many_are_formed(body: PublicBody) -> None:
    formed(body)
    assert "1 dari 5 badan publik sudah lengkap meja layanannya" in read("public-bodies")
    assert "Tidak ada badan seperti itu" in read("public-bodies", q="tidak ada nama begini")


def test_a_state_that_no_body_is_in_says_so(body: PublicBody) -> None:
    page = read("public-bodies", keadaan="partly")
    assert "Tidak ada badan dalam keadaan itu" in page
    assert "<table" not in page


def test_the_ranking_puts_first_what_works(body: PublicBody) -> None:
    an_item_of(formed(neighbour()))
    by_name, ranked = read("public-bodies"), read("public-bodies", urut="peringkat")
    names = [body.name, neighbour().name]
    assert [by_name.index(name) for name in names] == sorted(by_name.index(name) for name in names)
    assert ranked.index(neighbour().name) < ranked.index(body.name)


def test_a_body_tells_where_its_desk_is_and_who_answers(body: PublicBody) -> None:
    formed(body)
    Officer.objects.create(body=body, post="head", name="Yang dulu (contoh)", until=date(2019, 5, 1))
    let_help(body, PublicBody.objects.get(region=DISTRICT), actor=at_desk(body))
    page = read("public-body", body.code)
    for told in (DESK["address"], DESK["hours"], DESK["decree"], "2 Mei 2019", "Sekretaris Desa (contoh)"):
        assert str(told) in page
    assert page.index("Yang pernah menjabat") < page.index("Yang dulu (contoh)")
    assert "Kecamatan Sadang</a>" in page
    assert reverse("ask", args=[body.code]) in page
    assert reverse("publication-of-body", args=[body.code]) in page


def test_a_body_without_a_desk_says_what_lacks_and_can_be_asked(body: PublicBody) -> None:
    page = read("public-body", body.code)
    assert "belum terbentuk" in page
    assert "keputusan pembentukan belum ada" in page
    assert reverse("ask", args=[body.code]) in page


@pytest.mark.parametrize("name", ["public-bodies", "public-body"])
def test_a_page_costs_the_same_queries_however_much_there_is(body: PublicBody, name: str) -> None:
    parts = [body.code] if name == "public-body" else []

    def many() -> int:
        with CaptureQueriesContext(connection) as told:
            read(name, *parts)
        return len(told)

    few = many()
    for one in (body, neighbour()):
        an_item_of(formed(one))
    let_help(body, PublicBody.objects.get(region=DISTRICT), actor=at_desk(body))
    assert many() == few <= 45


def test_the_page_speaks_english_too(body: PublicBody) -> None:
    client = Client()
    client.post(reverse("set-language"), {"language": "en", "next": "/"})
    assert "not yet formed" in shown(client, "public-body", body.code)


def test_an_agency_shows_its_page_to_who_works_elsewhere(body: PublicBody) -> None:
    assert agency().name in shown(browser_of(at_desk(body)), "public-body", agency().code)


@pytest.mark.parametrize("name", ["public-bodies", "public-body"])
def test_the_maturity_by_evidence_stands_beside_it(body: PublicBody, name: str) -> None:
    parts = [body.code] if name == "public-body" else []
    for one in duty_of(body.kind, DAY).items:
        an_item_of(body, one.key, category=one.category, title=one.title)
    score = scores(PublicBody.objects.filter(pk=body.pk), DAY)[body.pk]
    assert score.band is not None
    page = read(name, *parts)
    assert number(score.points) in page
    assert score.band.name in page
