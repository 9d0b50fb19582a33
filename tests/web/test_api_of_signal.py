"""What is known of the signal as JSON and CSV: its class, each word with source and date, what tells a village."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.government.models import Region
from selaras.outreach.models import Channel
from tests.outreach.reach.region import VILLAGES, region, taken, told

pytestmark = pytest.mark.django_db
API = "/api/v1"
ALFA, BETA = list(VILLAGES)[:2]


@pytest.fixture(autouse=True)
def _lists() -> None:
    region()
    taken(f"Kode;Sinyal;Penduduk;Lat;Lon\n{ALFA};blankspot;900;-7.6;109.6\n", told("Pendataan (contoh)"))
    taken(f"Kode;Sinyal\n{ALFA};tercakup\n", told("Ukur (contoh)", "measurement", date(2020, 2, 3)))


def of(code: str) -> dict[str, Any]:
    found: dict[str, Any] = Client().get(f"{API}/signal/{code}").json()
    return found


def rows() -> dict[str, dict[str, str]]:
    text = Client().get(reverse("signal-file")).content.decode("utf-8-sig")
    return {row["kode_desa"]: row for row in csv.DictReader(StringIO(text))}


def test_every_word_comes_with_its_source_and_date_the_most_trusted_first() -> None:
    one = of(ALFA)
    assert (one["signal"], one["contradicted"], one["by_model"], one["people"]) == ("covered", True, False, 900)
    assert [(word["signal"], word["way"], word["as_of"]) for word in one["words"]] == [
        ("covered", "measurement", "2020-02-03"),
        ("blank", "census", "2020-01-01"),
    ]
    row = rows()[ALFA]
    assert (row["sinyal"], row["sumber"], row["tanggal"]) == ("tercakup", "Ukur (contoh)", "2020-02-03")
    assert (row["sumber_berbeda"], row["penduduk"]) == ("ya", "900")
    assert row["semua_kata"] == "tercakup: Ukur (contoh), 2020-02-03; blankspot: Pendataan (contoh), 2020-01-01"


def test_people_are_counted_by_the_newest_source_that_counts_them() -> None:
    """A newer list of points without people does not take the older count's name."""
    taken(f"Kode;Lat;Lon\n{ALFA};-7.61;109.61\n", told("Titik (contoh)", "measurement", date(2020, 5, 5)))
    one, row = of(ALFA), rows()[ALFA]
    assert (one["people"], one["people_source"], one["people_as_of"]) == (900, "Pendataan (contoh)", "2020-01-01")
    assert (row["penduduk"], row["sumber_penduduk"], row["tanggal_penduduk"]) == (
        "900",
        "Pendataan (contoh)",
        "2020-01-01",
    )
    assert (one["latitude"], rows()[BETA]["sumber_penduduk"]) == (-7.61, "")
    page = Client().get(one["page"]).content.decode()
    assert "Penduduk menurut" in page
    assert "Titik (contoh)" not in page


def test_a_village_of_which_nobody_speaks_is_not_known() -> None:
    one = of(BETA)
    assert (one["signal"], one["words"], one["people"], one["latitude"]) == ("not_known", [], None, None)
    assert rows()[BETA]["sinyal"] == "belum diketahui"


def test_which_channels_reach_it_is_not_known_before_any_is_on_record() -> None:
    assert (of(ALFA)["channels"], rows()[ALFA]["saluran"]) == (None, "")
    Channel.objects.create(kind=Channel.Kind.RADIO, name="Radio (contoh)").regions.add(Region.objects.get(pk=ALFA))
    assert (of(ALFA)["channels"], of(BETA)["channels"]) == (["radio"], [])
    assert (rows()[ALFA]["saluran"], rows()[BETA]["saluran"]) == ("radio", "tidak ada")


def test_a_district_is_asked_for_alone_and_a_village_that_is_none_is_told() -> None:
    whole = Client().get(f"{API}/signal").json()
    assert whole["count"] == len(whole["items"]) == len(VILLAGES)
    part = Client().get(f"{API}/signal?district=33.05.01&limit=1&offset=1").json()
    assert (part["count"], [one["code"] for one in part["items"]]) == (2, [BETA])
    assert Client().get(f"{API}/signal/33.99.99.2001").status_code == 404
    assert Client().get(f"{API}/signal?district=Hulu").status_code == 422
    assert Client().get(of(ALFA)["page"]).status_code == 200


def test_the_number_of_queries_is_constant(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    Channel.objects.create(kind=Channel.Kind.RADIO, name="Radio (contoh)")
    for limit in (1, 4):
        with django_assert_num_queries(6):
            Client().get(f"{API}/signal?limit={limit}")
