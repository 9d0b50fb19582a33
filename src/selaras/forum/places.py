"""For which villages and districts a person may propose."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from selaras.forum import rules
from selaras.forum.models import Forum
from selaras.government.models import Region
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of


@dataclass(frozen=True)
class DistrictPlaces:
    """One district with its villages; `whole` where the person may propose for the district itself."""

    district: Region
    villages: tuple[Region, ...]
    whole: bool


def places_for(person: Person, forum: Forum) -> list[DistrictPlaces]:
    """Where the person may propose in the region of a forum; two queries, whatever their number."""
    own = roles_of(person).regions(Role.Kind.VILLAGE_OPERATOR)
    all_of = roles_of(person).regions(Role.Kind.DISTRICT_OPERATOR)
    office = rules.runs_forum(person)
    districts = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region_id)
    villages = Region.objects.filter(level=Region.Level.VILLAGE)
    if not office:
        districts = districts.filter(Q(pk__in=all_of) | Q(children__in=own)).distinct()
        villages = villages.filter(Q(parent__in=all_of) | Q(pk__in=own))
    found = districts.order_by("name").prefetch_related(Prefetch("children", villages.order_by("name"), "own_villages"))
    return [DistrictPlaces(one, tuple(one.own_villages), office or one.pk in all_of) for one in found]
