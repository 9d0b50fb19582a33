"""Reading the standing facts of a regional government."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet
from rapidfuzz import fuzz, process

from selaras.engines.tabular import Place, RegionIndex
from selaras.government.models import Agency, Calendar, Region, RegulationParameter

_NEAR = 90  # similarity out of 100 from which a name counts as a slip of another


class NoSuchParameter(LookupError):
    """No regulation parameter of that name is in force on that day."""


class NoCalendar(LookupError):
    """Nobody has given the region a calendar, nor a region above it."""


def calendar_of(code: str) -> Calendar:
    """The newest calendar of a region, or of the nearest one above it that has any."""
    parts = code.split(".")
    above = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    found = {one.region_id: one for one in Calendar.objects.filter(region__in=above).order_by("version")}
    nearest = next((found[place] for place in above if place in found), None)
    if nearest is None:
        raise NoCalendar(f"Wilayah {code} belum punya kalender hari libur. Isi kalendernya dahulu.")
    return nearest


def days_that_differ(one: Calendar, other: Calendar) -> set[date]:
    """The days on which two calendars do not say the same; the whole year where only one of them knows it."""
    first, second = (
        set(calendar.holidays.values_list("date", "name", "kind", "estimated")) for calendar in (one, other)
    )
    years = {row[0].year for row in first} ^ {row[0].year for row in second}
    edges = {date(year, *edge) for year in years for edge in ((1, 1), (12, 31))}
    return {row[0] for row in first ^ second} | edges


def in_force(key: str, on: date | OuterRef) -> QuerySet[RegulationParameter]:
    """The parameter `key` on a day, or on the day of a row that asks for it: the first one binds."""
    found = RegulationParameter.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
    return found.filter(key=key, valid_from__lte=on).order_by("-valid_from")


def parameter(key: str, on: date) -> RegulationParameter:
    """The parameter `key` as it is in force on the day `on`."""
    found = in_force(key, on).first()
    if found is None:
        raise NoSuchParameter(f"Parameter regulasi “{key}” belum ada untuk tanggal {on:%d-%m-%Y}.")
    return found


def parameter_value(key: str, on: date) -> Any:
    return parameter(key, on).value


def region_index() -> RegionIndex:
    """All districts and villages, to find one by its code or its name."""
    rows = Region.objects.filter(level__in=[Region.Level.DISTRICT, Region.Level.VILLAGE])
    return RegionIndex(
        Place(code, name, level, parent or "")
        for code, name, level, parent in rows.values_list("code", "name", "level", "parent_id")
    )


class AgencyFinder:
    """Finds an agency by its code, its name, or its short name as people write it; slips of spelling are forgiven."""

    def __init__(self, region: Region) -> None:
        self._agencies = list(Agency.objects.filter(region=region).prefetch_related("duties"))
        self._by_word: dict[str, set[Agency]] = defaultdict(set)
        for agency in self._agencies:
            for word in (agency.code, agency.name, agency.short_name):
                if word:
                    self._by_word[_bare(word)].add(agency)
        self._remembered: dict[str, Agency | None] = {}
        self._holders: dict[str, list[Agency]] = defaultdict(list)
        for agency in self._agencies:
            for duty in agency.duties.all():
                self._holders[duty.field_code].append(agency)

    def find(self, text: str) -> Agency | None:
        """The agency that `text` names, None where none or more than one bears that name or is near enough."""
        wanted = _bare(text)
        if not wanted:
            return None
        if wanted not in self._remembered:
            named = self._by_word.get(wanted) or self._near(wanted)
            self._remembered[wanted] = next(iter(named)) if len(named) == 1 else None
        return self._remembered[wanted]

    def _near(self, wanted: str) -> set[Agency]:
        near = process.extract(wanted, list(self._by_word), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
        return set[Agency]().union(*(self._by_word[word] for word, _, _ in near))

    def holders(self, field_code: str) -> list[Agency]:
        """The agencies that hold a field of duty, in the order of their codes."""
        return self._holders.get(field_code, [])


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
