"""Persons of a small forum: operators of villages and districts, planners of agencies, the office. All invented."""

from __future__ import annotations

from decimal import Decimal

from selaras.forum.models import Forum, Proposal
from selaras.government.models import Agency, Region
from selaras.people.models import Account, Role
from tests.forum.small_forum import PROPOSALS, opened, take
from tests.people.persons import person

SRATI, JINTUNG, ADIWARNO = "33.05.01.2003", "33.05.01.2005", "33.05.02.2003"
AYAH, BUAYAN = "33.05.01", "33.05.02"


def village_operator(code: str = SRATI) -> Account:
    return person(f"desa-{code}", Role.Kind.VILLAGE_OPERATOR, region_id=code)


def district_operator(code: str = AYAH) -> Account:
    return person(f"kecamatan-{code}", Role.Kind.DISTRICT_OPERATOR, region_id=code)


def agency_planner(code: str = "1.03") -> Account:
    return person(f"opd-{code}", Role.Kind.AGENCY_PLANNER, agency=Agency.objects.get(code=code))


def office() -> Account:
    return person("bappeda", Role.Kind.PLANNER)


def forum_with_proposals() -> Forum:
    forum = opened()
    take(forum, "proposals", PROPOSALS, name="usulan-desa.csv")
    for at, village in enumerate(Region.objects.filter(level="village").order_by("pk")):
        village.latitude, village.longitude = Decimal("-7.7") - at * Decimal("0.05"), Decimal("109.4")
        village.save()
    return forum


def numbered(number: str) -> Proposal:
    return Proposal.objects.select_related("forum__cycle").get(number=number)


def copies_of(number: str, many: int) -> None:
    """So many more proposals like this one."""
    for at in range(many):
        copy = numbered(number)
        copy.pk, copy.number, copy.own_number = None, f"{number}-{at}", f"{number}-{at}"
        copy.save()


def region(code: str) -> Region:
    return Region.objects.select_related("parent").get(pk=code)
