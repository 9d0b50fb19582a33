"""Who may do what with the satisfaction survey: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from django.db.models import Q

from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.satisfaction.models import Service

Kind = Role.Kind


def is_steward(person: Person) -> bool:
    """The walidata of the whole region, who looks after the surveys of every agency."""
    return roles_of(person).everywhere(Kind.DATA_STEWARD)


def is_main_desk(person: Person) -> bool:
    """The PPID officer of the whole region: types in paper forms of any service."""
    return any(one.kind == Kind.PPID_OFFICER and not one.region and not one.agency for one in roles_of(person))


def keeps_surveys(person: Person) -> bool:
    """Opens, closes and publishes somewhere."""
    return is_steward(person) or roles_of(person).any_of(Kind.AGENCY_PLANNER)


def keeps_for(person: Person, agency: Agency) -> bool:
    """Describes services of this agency, opens, closes and publishes their surveys."""
    return is_steward(person) or agency.pk in roles_of(person).agencies(Kind.AGENCY_PLANNER)


def types_in_for(person: Person, service: Service) -> bool:
    """Types in paper forms and invites after serving: who keeps the survey, and the agency's PPID officer."""
    at = roles_of(person).agencies(Kind.PPID_OFFICER)
    return keeps_for(person, service.agency) or is_main_desk(person) or service.agency_id in at


def types_in(person: Person) -> bool:
    """Types in and invites somewhere."""
    return keeps_surveys(person) or is_main_desk(person) or bool(roles_of(person).agencies(Kind.PPID_OFFICER))


def oversees(person: Person) -> bool:
    """Reads the surveys of every agency."""
    return is_steward(person) or is_main_desk(person) or roles_of(person).any_of(Kind.AUDITOR)


def reads_desk(person: Person) -> bool:
    return types_in(person) or oversees(person)


def at_own_agency(person: Person) -> Q:
    """The services of the agencies at which this person works with surveys."""
    return Q(agency__in=roles_of(person).agencies(Kind.AGENCY_PLANNER, Kind.PPID_OFFICER))
