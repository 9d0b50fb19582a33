"""Who may do what with conflicts: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.sectoral.models import Conflict
from selaras.sectoral.rules import is_steward, works_with_data

Kind = Role.Kind


def own_agencies(person: Person) -> set[int]:
    """Keys of the agencies for which this person speaks."""
    return roles_of(person).agencies(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)


def involved(conflict: Conflict) -> set[int]:
    """Keys of the agencies whose numbers it is about; of the owner as well."""
    return {side.agency_id for side in conflict.sides.all()} | {conflict.owner_id}


def speaks_for(person: Person, conflict: Conflict) -> set[int]:
    return own_agencies(person) & involved(conflict)


def takes_part(person: Person, conflict: Conflict) -> bool:
    """Writes, proposes and agrees: who speaks for an agency that it is about; the steward writes and proposes too."""
    return is_steward(person) or bool(speaks_for(person, conflict))


def decides(person: Person, conflict: Conflict, agreed: Iterable[int], *, by_agreement: bool) -> bool:
    """The steward always; the owner what every other agency has agreed to (`agreed`: their keys), so that nobody
    decides alone in a matter of its own against another.
    """
    if is_steward(person):
        return True
    others = involved(conflict) - {conflict.owner_id}
    return conflict.owner_id in own_agencies(person) and (not others or (by_agreement and others <= set(agreed)))


def looks(person: Person) -> bool:
    """Asks for a new search through all tables."""
    return works_with_data(person)
