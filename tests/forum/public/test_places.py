"""Village, district and agency: the answer first, the same figures everywhere, a fixed number of queries."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.forum.models import Forum, Proposal
from selaras.forum.tallies import reasons_of, tallies_by, tally
from selaras.government.models import Region
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db
SADANG = "33.05.22"


@pytest.fixture
def forum() -> Forum:
    return decided_forum()


def _page(name: str, *parts: str, **asked: str) -> str:
    response = Client().get(reverse(name, args=parts), asked)
    assert response.status_code == 200
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def _heading(page: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert found
    return re.sub(r"<[^>]+>", "", found[1]).strip()


def test_counts_are_those_of_the_decision(forum: Forum) -> None:
    decision = forum.decisions.get()
    by_district = tallies_by(forum.proposals.all(), decision, "district")
    for row in decision.summary["districts"]:
        told = by_district[row["code"]]
        late = forum.proposals.filter(outcomes=None, district=row["code"])  # not in the decision
        assert (told.funded, told.funded_cost) == (row["funded"], row["funded_cost"])
        assert told.asked - late.count() == row["asked"]
    assert tally(forum.proposals.all(), decision).asked == forum.proposals.count()


def test_reasons_come_by_their_number(forum: Forum) -> None:
    reasons = reasons_of(forum.proposals.all(), forum.decisions.get())
    assert [many for _, many in reasons] == sorted((many for _, many in reasons), reverse=True)
    assert "funded" not in dict(reasons)


def test_a_village_answers_for_each_of_its_proposals(forum: Forum) -> None:
    village = Proposal.objects.get(number="U-0001").village
    assert village
    page = _page("village", village.pk)
    own = forum.proposals.filter(village=village)
    funded = own.filter(outcomes__cost__isnull=False).count()
    assert _heading(page) == f"Desa {village.name}: {funded} dari {own.count()} usulan didanai."
    for proposal in own:
        assert proposal.title in page
    assert "tidak muat di dalam pagu" in page
    assert "Pagu Kecamatan Sadang tinggal" in page


def test_a_village_without_proposals_learns_when_to_send_some(forum: Forum) -> None:
    place = {"level": "village", "kind": "kelurahan", "parent_id": SADANG}
    quiet = Region.objects.create(code=f"{SADANG}.2999", name="Sepi", **place)
    page = _page("village", quiet.pk)
    assert _heading(page) == "Kelurahan Sepi tidak mengirim usulan."
    assert reverse("calendar") in page


def test_a_district_has_its_ceiling_and_all_its_villages(forum: Forum) -> None:
    page = _page("district", SADANG)
    assert _heading(page).startswith("Kecamatan Sadang: ")
    assert "Pagu Kecamatan Sadang" in page
    for village in Region.objects.filter(parent=SADANG):
        assert reverse("village", args=[village.pk]) in page


def test_villages_with_coordinates_are_points_numbered_as_in_the_table(forum: Forum) -> None:
    assert "<circle" not in _page("district", SADANG)
    for at, village in enumerate(Region.objects.filter(parent=SADANG).order_by("name"), 1):
        village.latitude, village.longitude = f"-7.{at}", f"109.{at}"
        village.save()
    page = _page("district", SADANG)
    points = re.findall(r'aria-label="([^:"]+): [^"]*"><circle.*?>(\d+)</text>', page)
    rows = re.findall(r'point-number">(\d+)</span> <a[^>]*>([^<]+)<', page)
    assert sorted(points) == sorted((name, number) for number, name in rows)


def test_an_agency_has_its_ceilings_and_what_it_carries_out(forum: Forum) -> None:
    host = forum.host
    assert host
    page = _page("agency", host.code)
    assert _heading(page).startswith(f"{host.name}: ")
    for proposal in forum.proposals.filter(handler=host, outcomes__cost__isnull=False):
        assert proposal.title in page


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("village", "99.99.99.9999"),
        ("village", SADANG),
        ("district", "99.99.99"),
        ("agency", "9.99"),
        ("district", "33.05"),
    ],
)
def test_a_place_that_is_none_is_not_found(forum: Forum, name: str, part: str) -> None:
    assert Client().get(reverse(name, args=[part])).status_code == 404


def test_before_the_decision_no_place_tells_anything(forum: Forum) -> None:
    forum.decisions.all().delete()
    for name, part in (("village", f"{SADANG}.2002"), ("district", SADANG), ("agency", forum.host.code)):  # type: ignore[union-attr]
        assert Client().get(reverse(name, args=[part])).status_code == 404


@pytest.mark.parametrize(("words", "found"), [("sebor", True), ("SADANG", True), ("tidak-ada", False)])
def test_a_village_is_found_by_its_name_or_district(forum: Forum, words: str, found: bool) -> None:
    assert ("Seboro" in _page("places", q=words)) is found


def test_a_whole_name_leads_to_the_village(forum: Forum) -> None:
    response = Client().get(reverse("places"), {"q": "seboro"})
    assert response.headers["Location"] == reverse("village", args=[Region.objects.get(name="Seboro").pk])


def test_the_number_of_queries_is_fixed(forum: Forum, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    like = Proposal.objects.get(number="U-0001")
    assert like.village
    paths = {
        reverse("village", args=[like.village_id]): 9,
        reverse("district", args=[SADANG]): 8,
        reverse("agency", args=[forum.host.code]): 11,  # type: ignore[union-attr]
        reverse("places"): 4,
        reverse("map"): 3,
    }
    for turn in range(2):
        for path, queries in paths.items():
            with django_assert_num_queries(queries):
                Client().get(path)
        for at in range(15):
            like.pk, like.number, like.own_number = None, f"W-{turn}-{at}", f"W-{turn}-{at}"
            like.save()


# The map


@pytest.mark.parametrize(
    ("asked", "told", "key"),
    [
        ("", "Bagian dana yang terpenuhi", "20 % – 40 %"),
        ("dana", "Dana yang diminta tiap kecamatan", "juta rupiah"),
        ("usulan", "Jumlah usulan tiap kecamatan", "≥"),
        ("x", "Bagian dana yang terpenuhi", "≥ 80 %"),
    ],
)
def test_the_map_shades_by_what_was_asked_for(forum: Forum, asked: str, told: str, key: str) -> None:
    page = _page("map", ukuran=asked)
    assert "<svg" in page
    assert told in page
    assert key in page


def test_every_tile_says_what_the_table_says(forum: Forum) -> None:
    page = _page("map", ukuran="usulan")
    for row in forum.decisions.get().summary["districts"]:
        assert f'aria-label="{row["name"]}: {row["asked"]}"' in page
        found = re.search(rf"<a[^>]*>{row['name']}</a></th>(.*?)</tr>", page)
        assert found
        assert re.findall(r"<td[^>]*>([^<]*)</td>", found[1])[1] == str(row["asked"])
