"""A region's first calendar comes with the program; after that it is the region's own."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.government.actions import seed_calendar
from selaras.government.models import Holiday, Region
from selaras.people.actions import system_account


@pytest.fixture
def kebumen(db: None) -> Region:
    return Region.objects.create(code="33.05", name="Kebumen", level=Region.Level.REGENCY)


def test_national_holidays_and_joint_leave_are_told_apart(kebumen: Region) -> None:
    calendar = seed_calendar(kebumen, [2020], actor=system_account())
    kinds = dict(calendar.holidays.values_list("date", "kind"))
    assert kinds[date(2020, 1, 1)] == Holiday.Kind.NATIONAL
    assert kinds[date(2020, 12, 24)] == Holiday.Kind.JOINT_LEAVE


def test_a_region_with_a_calendar_keeps_it(kebumen: Region) -> None:
    first = seed_calendar(kebumen, [2020], actor=system_account())
    first.holidays.all().delete()
    assert seed_calendar(kebumen, [2020, 2021], actor=system_account()) == first
    assert not first.holidays.exists()
