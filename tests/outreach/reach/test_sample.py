"""What the demo invents about signal: sources that differ, a list that miscounts; said to be invented."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from django.utils import timezone

from selaras.government.models import Region
from selaras.outreach.models import Signal, Site, Source
from selaras.outreach.reach.crowd import heard_in
from selaras.outreach.reach.queries import known_of
from selaras.outreach.reach.sample import signal_examples
from tests.outreach.reach.region import region, steward

pytestmark = pytest.mark.django_db
MANY = 300


@pytest.fixture(autouse=True)
def told() -> None:
    region()
    Region.objects.bulk_create(
        Region(
            code=f"33.05.01.3{at:03}",
            name=f"Desa {at} (contoh)",
            level="village",
            parent_id="33.05.01",
            latitude=Decimal(-8) + Decimal(at) / 1000,
            longitude=Decimal("109.6"),
        )
        for at in range(MANY)
    )
    for _ in range(2):
        signal_examples(Region.objects.get(code="33.05"), keeper=steward())


def test_each_source_says_that_it_is_made_up_and_comes_once() -> None:
    assert Source.objects.count() == 4
    assert [one.name for one in Source.objects.all() if "sintetis" not in one.name] == []
    assert Site.objects.count() == 60


def test_villages_of_every_class_and_some_of_which_sources_differ() -> None:
    known = known_of(Region.objects.filter(pk__startswith="33.05.01.3"))
    found = Counter(one.signal for one in known)
    assert set(found) == set(Signal), "also some that no source speaks of"
    assert found[Signal.NOT_KNOWN] < MANY / 20
    assert 3 < sum(one.contradicted for one in known) < MANY / 5


def test_phones_report_once_and_too_many_from_one_are_set_aside() -> None:
    today = timezone.localdate()
    heard = heard_in(list(Region.objects.filter(level="village").values_list("pk", flat=True)), today, steward())
    assert len(heard) in {6, 7}, "the phone that sends too many may stand in a village of its own"
    assert sum(one.set_aside for one in heard.values()) > 0
    assert all(crowd.newest <= today for one in heard.values() for crowd in one.operators)


def test_in_one_village_the_phones_contradict_what_the_census_says() -> None:
    known = {one.village.pk: one for one in known_of(Region.objects.filter(level="village"))}
    covered = [code for code, one in known.items() if one.signal == Signal.COVERED]
    heard = heard_in(covered, timezone.localdate(), steward())
    assert [crowd.bars <= 1 for one in heard.values() for crowd in one.operators] == [True, True]


def test_the_list_of_blank_spots_names_one_fewer_than_it_says() -> None:
    listed = Source.objects.get(name__contains="blankspot")
    assert (listed.stated, listed.facts.count()) == (27, 26)
