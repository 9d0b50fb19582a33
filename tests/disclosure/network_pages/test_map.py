"""The network on a map: the same figures as its table, a word beside every shade, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from selaras.disclosure.models import PublicBody
from selaras.government.models import Region
from tests.disclosure.network import DISTRICT, network
from tests.disclosure.network_pages.bodies import formed, neighbour
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    """A village in a district of two; both lie on the map."""
    made = network()
    today(date(2020, 1, 14))
    Region.objects.filter(pk=DISTRICT).update(column=2, row=3)
    for at, one in enumerate((made, neighbour()), 1):
        Region.objects.filter(pk=one.region_id).update(latitude=-7 - at / 10, longitude=109)
    return made


def read(name: str, *parts: object, **asked: str) -> str:
    response = Client().get(reverse(name, args=parts), asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("measure", "told"), [("terbentuk", "67 %"), ("bekerja", "33 %"), ("", "67 %")])
def test_a_district_is_told_in_words_and_in_the_table(body: PublicBody, measure: str, told: str) -> None:
    formed(neighbour())
    an_item_of(formed(body))
    page = read("network-map", ukuran=measure)
    assert f'aria-label="Sadang: {told}"' in page
    assert [int(one) for one in re.findall(r'class="num"[^>]*>(\d+)</td>', page)] == [3, 2, 1, 0]
    assert reverse("network-map-of-district", args=[DISTRICT]) in page


def test_a_village_is_a_point_numbered_as_in_the_table(body: PublicBody) -> None:
    formed(body)
    page = read("network-map-of-district", DISTRICT)
    points = re.findall(r'aria-label="([^:"]+): ([^"]*)"><circle.*?>(\d+)</text>', page)
    rows = re.findall(r'point-number">(\d+)</span> <a[^>]*>([^<]+)<', page)
    assert sorted((name, number) for name, _, number in points) == sorted((name, number) for number, name in rows)
    assert {told for _, told, _ in points} == {"terbentuk, belum bekerja", "belum terbentuk"}


def test_without_places_the_table_stands_alone(body: PublicBody) -> None:
    Region.objects.update(column=None, row=None, latitude=None, longitude=None)
    assert '<rect class="tile' not in read("network-map")
    assert '<circle class="tile' not in read("network-map-of-district", DISTRICT)
    assert body.name in read("network-map-of-district", DISTRICT)


@pytest.mark.parametrize("code", ["33.05", "33.05.22.2002", "99.99.99"])
def test_what_is_no_district_has_no_map(body: PublicBody, code: str) -> None:
    assert Client().get(reverse("network-map-of-district", args=[code])).status_code == 404


def test_before_the_network_is_formed_the_map_says_so() -> None:
    assert "Jaringan badan publik belum dibentuk" in read("network-map")
