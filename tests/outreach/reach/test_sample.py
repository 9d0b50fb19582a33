"""What the demo invents about signal: sources that differ, a list that miscounts; said to be invented."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from selaras.government.models import Region
from selaras.outreach.models import Signal, Site, Source
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
    assert set(found) == {Signal.COVERED, Signal.CONSTRAINED, Signal.BLANK}
    assert 3 < sum(one.contradicted for one in known) < MANY / 5


def test_the_list_of_blank_spots_names_one_fewer_than_it_says() -> None:
    listed = Source.objects.get(name__contains="blankspot")
    assert (listed.stated, listed.facts.count()) == (27, 26)
