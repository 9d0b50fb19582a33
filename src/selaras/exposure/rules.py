"""Who may do what with the inventory of systems, which is itself a secret: access on need, and for nobody else."""

from __future__ import annotations

from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind


def is_region_officer(person: Person) -> bool:
    """The security officer of the whole region, who sees and keeps all of it."""
    return any(one.kind == Kind.SECURITY_OFFICER and not one.region and not one.agency for one in roles_of(person))


def own_agencies(person: Person) -> set[int]:
    return roles_of(person).agencies(Kind.SECURITY_OFFICER)


def oversees(person: Person) -> bool:
    """Sees what every agency registered."""
    return is_region_officer(person) or roles_of(person).any_of(Kind.AUDITOR)


def reads_desk(person: Person) -> bool:
    """Comes to the desk at all. No other role learns that a system is there, nor how many."""
    return roles_of(person).any_of(Kind.SECURITY_OFFICER, Kind.AUDITOR)


def keeps_inventory(person: Person) -> bool:
    return roles_of(person).any_of(Kind.SECURITY_OFFICER)


def keeps_for(person: Person, agency: Agency) -> bool:
    """Registers and changes the systems of this agency."""
    return is_region_officer(person) or agency.pk in own_agencies(person)


def keeps_reports_of(person: Person, agency: Agency | None) -> bool:
    """Sends and confirms what goes into the register of the agency; without one, into that of the whole region."""
    return keeps_for(person, agency) if agency else is_region_officer(person)
