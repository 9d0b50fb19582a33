"""What an account may do where, read once for a request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from selaras.people.models import Account, Role

Person = Account | AnonymousUser


@dataclass(frozen=True)
class Held:
    """One role in force: its kind and its body, a region by its code or an agency by its key."""

    kind: str
    region: str | None = None
    agency: int | None = None


@dataclass(frozen=True)
class Roles:
    """The roles that a person holds today."""

    held: tuple[Held, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.held)

    def __iter__(self) -> Iterator[Held]:
        return iter(self.held)

    def any_of(self, *kinds: Role.Kind) -> bool:
        return any(one.kind in kinds for one in self.held)

    def everywhere(self, kind: Role.Kind) -> bool:
        """Whether the role is held for the whole region: at no district, no village and no agency."""
        return any(one.kind == kind and not one.region and not one.agency for one in self.held)

    def regions(self, *kinds: Role.Kind) -> set[str]:
        """Codes of the regions at which one of these roles is held."""
        return {one.region for one in self.held if one.kind in kinds and one.region}

    def agencies(self, *kinds: Role.Kind) -> set[int]:
        """Keys of the agencies at which one of these roles is held."""
        return {one.agency for one in self.held if one.kind in kinds and one.agency}


NOBODY = Roles()


def roles_of(person: Person) -> Roles:
    """The person's roles today; asked of the database once for each account object, so once for a request."""
    if not isinstance(person, Account) or not person.is_active:
        return NOBODY
    known: Roles | None = getattr(person, "_roles_held", None)
    if known is None:
        rows = Role.objects.in_force().filter(account=person).values_list("kind", "region_id", "agency_id")
        known = Roles(tuple(Held(*row) for row in rows))
        person._roles_held = known  # type: ignore[attr-defined]
    return known


def has_role(person: Person) -> bool:
    """Whether the person works here: an active account with at least one role in force."""
    return bool(roles_of(person))
