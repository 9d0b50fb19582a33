"""Who keeps the register of indicators."""

from __future__ import annotations

from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind


def keeps_register(person: Person) -> bool:
    """Sets targets, raises and settles problems: Bappeda, and the walidata of the whole region."""
    held = roles_of(person)
    return held.any_of(Kind.PLANNER) or held.everywhere(Kind.DATA_STEWARD)
