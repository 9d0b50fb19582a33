"""What tells one phone from another holds for its day; afterwards no key of the site leads back to an address."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.government.models import Region
from selaras.outreach.models import DaySalt, SignalReport
from selaras.outreach.reach.actions.forgetting import forget_past_days, salt_of
from selaras.outreach.reach.actions.reporting import Seen, report_signal
from selaras.outreach.reach.crowd import heard_in
from tests.outreach.reach.region import region, steward

pytestmark = pytest.mark.django_db

ALFA = "33.05.01.2001"


def sent(device: str) -> None:
    seen = Seen("XL", 2, None, timezone.localdate())
    report_signal(Region.objects.get(pk=ALFA), uuid4(), seen, device=device, network="192.0.2.7")


def a_day_passes() -> None:
    DaySalt.objects.update(day=timezone.localdate() - timedelta(days=1))
    SignalReport.objects.update(received_at=timezone.now() - timedelta(days=1))


def test_the_same_phone_has_another_token_under_another_salt() -> None:
    region()
    sent("a")
    DaySalt.objects.all().delete()
    sent("a")
    assert SignalReport.objects.values("device").distinct().count() == 2
    assert SignalReport.objects.values("network").distinct().count() == 2


def test_the_first_report_of_a_day_erases_what_the_day_before_left() -> None:
    region()
    for device in "ab":
        sent(device)
    a_day_passes()
    sent("c")
    assert [one.day for one in DaySalt.objects.all()] == [timezone.localdate()]
    assert sorted(bool(one.network) for one in SignalReport.objects.all()) == [False, False, True]
    (crowd,) = heard_in([ALFA], timezone.localdate(), steward())[ALFA].operators
    assert crowd.voices == 3


def test_a_day_without_a_report_is_forgotten_too() -> None:
    region()
    sent("a")
    a_day_passes()
    for days in (1, 0):
        assert forget_past_days(timezone.localdate(), actor=steward()) == days
    assert not DaySalt.objects.exists()
    assert not SignalReport.objects.exclude(network="").exists()


def test_one_day_has_one_salt() -> None:
    today = timezone.localdate()
    assert salt_of(today, actor=steward()) == salt_of(today, actor=steward())
