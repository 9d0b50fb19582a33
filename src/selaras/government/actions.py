"""What changes the standing facts of a regional government."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from importlib import resources

import holidays
from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.government.models import Calendar, Holiday, Region, RegulationParameter


@transaction.atomic
def seed_parameters(*, actor: Actor) -> int:
    """Add the regulation parameters that come with the program where they are missing; what an office changed stays.

    Returns how many were added.
    """
    text = resources.files("selaras.government").joinpath("seed/parameters.json").read_text(encoding="utf-8")
    known = set(RegulationParameter.objects.values_list("key", "valid_from"))
    fresh = [
        RegulationParameter(**row)
        for row in json.loads(text)
        if (row["key"], date.fromisoformat(row["valid_from"])) not in known
    ]
    if fresh:
        RegulationParameter.objects.bulk_create(fresh)
        record("government.parameters_seeded", actor=actor, detail={"keys": [row.key for row in fresh]})
    return len(fresh)


@transaction.atomic
def seed_calendar(region: Region, years: Iterable[int], *, actor: Actor) -> Calendar:
    """Give a region its first calendar: national holidays and joint leave as the `holidays` package knows them.

    A region that has a calendar keeps it: offices edit theirs, and a newer version is theirs to make.
    """
    if existing := region.calendars.first():
        return existing
    calendar = Calendar.objects.create(
        region=region, version=1, note="Dari paket holidays; periksa dengan SKB menteri."
    )
    wanted = sorted(years)
    kinds = ((Holiday.Kind.NATIONAL, holidays.PUBLIC), (Holiday.Kind.JOINT_LEAVE, holidays.GOVERNMENT))
    Holiday.objects.bulk_create(
        Holiday(calendar=calendar, date=day, name=name.split(" (")[0], kind=kind, estimated="perkiraan" in name)
        for kind, category in kinds
        for day, name in sorted(
            holidays.country_holidays("ID", years=wanted, categories=category, language="id").items()
        )
    )
    record("government.calendar_seeded", actor=actor, subject=region.code, detail={"years": wanted})
    return calendar
