"""What changes the standing facts of a regional government."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import holidays
from django.db import transaction
from django.utils import timezone

from selaras.audit.actions import Actor, record
from selaras.government import seed
from selaras.government.models import Calendar, Holiday, Region, RegulationParameter


@transaction.atomic
def seed_parameters(*, actor: Actor) -> int:
    """Add the regulation parameters that come with the program where they are missing; what an office changed stays.

    Returns how many were added.
    """
    known = set(RegulationParameter.objects.values_list("key", "valid_from"))
    fresh = [
        RegulationParameter(**row)
        for row in seed.parameters()
        if (row["key"], date.fromisoformat(row["valid_from"])) not in known
    ]
    if fresh:
        RegulationParameter.objects.bulk_create(fresh)
        record("government.parameters_seeded", actor=actor, detail={"keys": [row.key for row in fresh]})
    return len(fresh)


_TAKEN_OVER = "Dari paket holidays; periksa dengan SKB menteri."


@dataclass(frozen=True)
class DayOff:
    """A holiday as somebody enters it."""

    date: date
    name: str
    kind: str
    estimated: bool = False


class CalendarMoved(LookupError):
    """A newer version of the calendar was made meanwhile."""


def days_off(calendar: Calendar) -> list[DayOff]:
    rows = calendar.holidays.order_by("date", "name")
    return [DayOff(*row) for row in rows.values_list("date", "name", "kind", "estimated")]


@transaction.atomic
def renew_calendar(base: Calendar, days: Iterable[DayOff], reason: str, *, actor: Actor) -> Calendar:
    """Give the region of a calendar its next version. Who may is asked by the room that calls. Raises CalendarMoved."""
    Region.objects.select_for_update().get(pk=base.region_id)
    if base != Calendar.objects.filter(region=base.region_id).latest("version"):
        raise CalendarMoved
    wanted = {(day.date, day.name): day for day in days}
    before = {(day.date, day.name) for day in days_off(base)}
    made = Calendar.objects.create(region_id=base.region_id, version=base.version + 1, note=reason[:255])
    Holiday.objects.bulk_create(
        Holiday(calendar=made, date=day.date, name=day.name, kind=day.kind, estimated=day.estimated)
        for _key, day in sorted(wanted.items())
    )
    detail = {
        "version": made.version,
        "reason": reason,
        "came": [f"{day} {name}" for day, name in sorted(wanted.keys() - before)],
        "went": [f"{day} {name}" for day, name in sorted(before - wanted.keys())],
    }
    record("government.calendar_renewed", actor=actor, subject=base.region_id, detail=detail)
    return made


@transaction.atomic
def seed_calendar(region: Region, years: Iterable[int], *, actor: Actor) -> Calendar:
    """Give a region its first calendar: national holidays and joint leave as the `holidays` package knows them.

    A region that has a calendar keeps it: offices edit theirs, and a newer version is theirs to make.
    """
    if existing := region.calendars.first():
        return existing
    wanted = sorted(years)
    calendar = Calendar.objects.create(region=region, version=1, note=_TAKEN_OVER)
    Holiday.objects.bulk_create(Holiday(calendar=calendar, **vars(day)) for day in _known_to_the_package(wanted))
    record("government.calendar_seeded", actor=actor, subject=region.code, detail={"years": wanted})
    return calendar


def add_years(calendar: Calendar, years: Iterable[int], *, actor: Actor) -> Calendar:
    """A version that knows these years too, each of which had no holiday at all; the same one where it knows them all.

    Raises CalendarMoved.
    """
    before = days_off(calendar)
    missing = sorted(set(years) - {day.date.year for day in before})
    if not missing:
        return calendar
    return renew_calendar(calendar, [*before, *_known_to_the_package(missing)], _TAKEN_OVER, actor=actor)


def know_this_year(region: Region, *, actor: Actor) -> Calendar:
    """The region's calendar with this year and the next, on which deadlines of today fall. Raises CalendarMoved."""
    year = timezone.localdate().year
    calendar = region.calendars.first() or seed_calendar(region, (year, year + 1), actor=actor)
    return add_years(calendar, (year, year + 1), actor=actor)


def _known_to_the_package(years: Iterable[int]) -> Iterator[DayOff]:
    """National holidays and joint leave; what rests on the moon is estimated until the ministers have decreed it."""
    kinds = ((Holiday.Kind.NATIONAL, holidays.PUBLIC), (Holiday.Kind.JOINT_LEAVE, holidays.GOVERNMENT))
    for kind, category in kinds:
        found = holidays.country_holidays("ID", years=list(years), categories=category, language="id")
        for day, name in sorted(found.items()):
            yield DayOff(day, name.split(" (")[0], kind, estimated="perkiraan" in name)
