"""Who may change what the region plans with."""

from __future__ import annotations

from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind


def may_plan(person: Person) -> bool:
    """Edit the calendar, strategic targets, priorities and the draft work plan of every agency."""
    return roles_of(person).any_of(Kind.PLANNER)


def may_plan_for(person: Person, agency: int | None) -> bool:
    """Edit what one agency plans."""
    return may_plan(person) or (agency is not None and agency in roles_of(person).agencies(Kind.AGENCY_PLANNER))


def may_set_ceilings(person: Person) -> bool:
    return roles_of(person).any_of(Kind.PLANNER, Kind.TREASURY)


def plans_somewhere(person: Person) -> bool:
    """Whether there is an agency for which the person may plan."""
    return may_plan(person) or bool(roles_of(person).agencies(Kind.AGENCY_PLANNER))
