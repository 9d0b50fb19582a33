"""Who keeps what is known of the signal. Everybody reads it."""

from __future__ import annotations

from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind


def keeps_reach(person: Person) -> bool:
    """Takes lists in, says what codes mean, asks where the next site helps: the walidata of the region, and Bappeda."""
    held = roles_of(person)
    return held.any_of(Kind.PLANNER) or held.everywhere(Kind.DATA_STEWARD)
