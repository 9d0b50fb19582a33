"""Who may do what with messages: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from selaras.government.models import Region
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind
DESKS = (Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER)  # at a village


def writes(person: Person) -> bool:
    """The main desk: the PPID officer of the whole region writes, sends, corrects and withdraws."""
    return any(one.kind == Kind.PPID_OFFICER and not one.region and not one.agency for one in roles_of(person))


def oversees(person: Person) -> bool:
    """Reads what became of every message at every village."""
    return writes(person) or any(
        one.kind in {Kind.AUDITOR, Kind.PPID_SUPERIOR} and not one.region for one in roles_of(person)
    )


def supervises(person: Person) -> bool:
    """Reads the page of supervision: all of it, or that of the own districts."""
    return oversees(person) or bool(roles_of(person).regions(Kind.DISTRICT_OPERATOR))


def types_in(person: Person) -> bool:
    """Types in replies on paper somewhere."""
    return writes(person) or bool(roles_of(person).regions(Kind.DISTRICT_OPERATOR))


def types_in_for(person: Person, village: Region) -> bool:
    return writes(person) or village.parent_id in roles_of(person).regions(Kind.DISTRICT_OPERATOR)


def keeps_village_desk(person: Person) -> bool:
    """Receives messages for a village."""
    return any(one.kind in DESKS and is_village_code(one.region) for one in roles_of(person))


def receives_for(person: Person, village: Region) -> bool:
    return village.pk in roles_of(person).regions(*DESKS)


def hands_out(person: Person) -> bool:
    """Prints sheets for notice boards."""
    return supervises(person) or keeps_village_desk(person)


def is_village_code(code: str | None) -> bool:
    """Codes of the Ministry of Home Affairs have four parts for a village, fewer above it."""
    return code is not None and code.count(".") == 3
