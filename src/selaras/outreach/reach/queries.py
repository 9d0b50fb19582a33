"""Everything that reads what is known of the signal; all of it is for everybody, but the files that came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from selaras.government.models import Region
from selaras.outreach.models import (
    Channel,
    Reckoning,
    ReportsUnkept,
    Signal,
    SignalFact,
    SignalReport,
    Site,
    Source,
    VillagePlace,
)
from selaras.outreach.reach import rules
from selaras.outreach.reach.terms import TRUST
from selaras.people.queries import Person


def sources_visible_to(person: Person) -> QuerySet[Source]:
    """Who keeps them also sees those that were set aside."""
    found = Source.objects.select_related("batch").defer("batch__content")
    return found if rules.keeps_reach(person) else found.filter(ended_at=None)


def sites_visible_to(_person: Person) -> QuerySet[Site]:
    return Site.objects.select_related("source")


def mast_lists_visible_to(person: Person) -> QuerySet[Source]:
    """Sources that name masts, each with how many."""
    return sources_visible_to(person).annotate(masts=Count("sites")).filter(masts__gt=0, ended_at=None)


def terrains_visible_to(person: Person) -> QuerySet[Source]:
    """Maps of heights."""
    return sources_visible_to(person).filter(batch__kind=Source.TERRAIN, ended_at=None)


def reckonings_visible_to(_person: Person) -> QuerySet[Reckoning]:
    return Reckoning.objects.select_related("masts", "terrain")


def newest_trial() -> dict[str, Any]:
    """How the model last did on villages known otherwise; empty where it was never tried on enough of them."""
    found = Reckoning.objects.filter(state=Reckoning.State.DONE).values_list("tried", flat=True).first()
    return found or {}


def reports_visible_to(_person: Person) -> QuerySet[SignalReport]:
    """They name nobody; pages tell them summed up."""
    return SignalReport.objects.all()


def unkept_visible_to(_person: Person) -> QuerySet[ReportsUnkept]:
    return ReportsUnkept.objects.all()


def channels_in_use() -> QuerySet[Channel]:
    """Everybody may know by which kinds of channel a village is told; pages leave out the names of lists."""
    return Channel.objects.filter(ended_at=None).prefetch_related("regions")


@dataclass(frozen=True)
class Known:
    """What is known of one village. `facts`: the most trusted first; `people` None where no source counts them, else
    by the word of `counted_by`.
    """

    village: Region
    facts: tuple[SignalFact, ...]
    place: VillagePlace | None
    counted_by: Source | None = None

    @property
    def standing(self) -> SignalFact | None:
        """The fact that counts: of the most trusted way, the newest that knows a class."""
        return next((fact for fact in self.facts if fact.signal != Signal.NOT_KNOWN), None)

    @property
    def signal(self) -> Signal:
        return Signal(self.standing.signal) if self.standing else Signal.NOT_KNOWN

    @property
    def contradicted(self) -> bool:
        """Sources that know a class name different ones."""
        return len({fact.signal for fact in self.facts} - {Signal.NOT_KNOWN}) > 1

    @property
    def by_model(self) -> bool:
        """Nobody says anything of it but a computation."""
        return self.standing is not None and self.standing.source.way == Source.Way.MODEL

    @property
    def people(self) -> int | None:
        return self.place.population if self.place else None


def known_of(villages: Iterable[Region], *, outlines: bool = False) -> list[Known]:
    """What all sources that stand say of these villages, with their `outlines` where asked for: two queries."""
    wanted = list(villages)
    facts, places = defaultdict[str, list[SignalFact]](list), dict[str, VillagePlace]()
    counted = dict[str, Source]()
    codes = [one.pk for one in wanted]
    for fact in SignalFact.objects.filter(village__in=codes, source__ended_at=None).select_related("source"):
        facts[fact.village_id].append(fact)
    told = VillagePlace.objects.filter(village__in=codes, source__ended_at=None)
    told = told.select_related("source").order_by("source__as_of", "pk")
    names = (*_TOLD, "outline") if outlines else _TOLD
    for place in told if outlines else told.defer("outline"):
        if place.population is not None:
            counted[place.village_id] = place.source
        places[place.village_id] = _filled(place, places.get(place.village_id), names)
    return [
        Known(one, tuple(sorted(facts[one.pk], key=_trust)), places.get(one.pk), counted.get(one.pk)) for one in wanted
    ]


def counters_of(known: Iterable[Known]) -> list[Source]:
    """Who counted the people of these villages, each once, the newest first."""
    found = {one.counted_by for one in known if one.counted_by}
    return sorted(found, key=lambda source: (-source.as_of.toordinal(), source.pk))


_TOLD = ("latitude", "longitude", "population", "square_km", "seat_km")


def _filled(newer: VillagePlace, older: VillagePlace | None, names: Sequence[str]) -> VillagePlace:
    """The newer word on each thing; what it leaves out stands as the older one has it."""
    for name in names:
        if older is not None and getattr(newer, name) is None:
            setattr(newer, name, getattr(older, name))
    return newer


def _trust(fact: SignalFact) -> tuple[int, int, int]:
    source = fact.source
    return TRUST.index(Source.Way(source.way)), -source.as_of.toordinal(), -source.pk


def villages_within(code: str) -> QuerySet[Region]:
    """Of a district or a regency, by code; of everywhere with an empty one."""
    found = Region.objects.filter(level=Region.Level.VILLAGE).select_related("parent")
    return found.filter(pk__startswith=f"{code}.") if code else found


def codes_of(source: Source) -> list[tuple[str, int, str]]:
    """Each code that the source wrote: code, villages, and the class that an office gave it or that it says itself."""
    said = dict(source.legend.values_list("code", "signal"))
    rows = source.facts.exclude(code="").values_list("code", "signal").annotate(n=Count("pk")).order_by("code")
    return [(code, n, said.get(code, signal)) for code, signal, n in rows]


@dataclass(frozen=True)
class Shortfall:
    """A list that states another number of villages than it names; `where` is a district, None for the whole list."""

    stated: int
    named: int
    where: Region | None = None


def shortfalls_of(source: Source) -> list[Shortfall]:
    """Where a list does not hold what it says: the whole first, then its districts."""
    named = source.batch.read if source.batch else source.facts.count()
    found = [] if source.stated is None or source.stated == named else [Shortfall(source.stated, named)]
    told = source.batch.facts.get("districts", []) if source.batch else []
    districts = Region.objects.in_bulk([one["district"] for one in told])
    return found + [Shortfall(one["stated"], one["named"], districts.get(one["district"])) for one in told]
