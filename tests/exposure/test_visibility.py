"""Who learns of a system: who needs to, and nobody else; not even how many there are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from selaras.exposure.actions.registering import retire_system
from selaras.exposure.queries import connections_visible_to, hosts_visible_to, named_to, systems_visible_to
from selaras.people.models import Role
from selaras.people.queries import Person
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, agency, auditor, chief, inventory, joined, officer
from tests.people.persons import person, someone

pytestmark = pytest.mark.django_db

ELSE = [kind for kind in Role.Kind if kind not in (Role.Kind.SECURITY_OFFICER, Role.Kind.AUDITOR)]


def names(found: object) -> set[str]:
    return {str(one).removesuffix(" (contoh)") for one in found}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("who", "sees", "knows_by_name"),
    [
        (chief, {"Situs desa", "Portal masuk", "SIMPEG", "Arsip surat"}, {"Situs desa", "Portal masuk", "SIMPEG"}),
        (auditor, {"Situs desa", "Portal masuk", "SIMPEG", "Arsip surat"}, {"Situs desa", "Portal masuk", "SIMPEG"}),
        (lambda: officer(CIVIL), {"SIMPEG", "Arsip surat"}, {"SIMPEG", "Arsip surat", "Portal masuk"}),
        (lambda: officer(HEALTH), {"Situs desa", "Portal masuk"}, {"Situs desa", "Portal masuk", "SIMPEG"}),
    ],
)
def test_an_agency_sees_its_own_systems_and_the_names_of_their_neighbours(
    who: Callable[[], Person], sees: set[str], knows_by_name: set[str]
) -> None:
    inventory()
    assert names(systems_visible_to(who())) == sees
    assert knows_by_name <= names(named_to(who()))
    assert names(named_to(who())) <= sees | knows_by_name


@pytest.mark.parametrize("kind", ["anonymous", "", *ELSE])
def test_nobody_else_sees_anything(kind: str) -> None:
    inventory()
    a_system("Basis data kependudukan (contoh)", host="peladen-1")
    visitor = AnonymousUser() if kind == "anonymous" else _with(kind)
    for found in (systems_visible_to, connections_visible_to, hosts_visible_to, named_to):
        assert not found(visitor).exists(), found.__name__


def _with(kind: str) -> Person:
    """A person of that role; at the very agency whose systems there are, where it is held at one."""
    at_agency = kind in (Role.Kind.AGENCY_PLANNER, Role.Kind.DATA_PRODUCER, Role.Kind.PPID_OFFICER)
    return person("orang-lain", kind, agency=agency()) if at_agency else person("orang-lain", kind)


def test_who_shares_a_host_is_known_by_name() -> None:
    agencies()
    a_system("Antrean puskesmas (contoh)", HEALTH, host="peladen-1")
    a_system("SIMPEG (contoh)", host="Peladen-1")
    assert names(named_to(officer(CIVIL))) == {"SIMPEG", "Antrean puskesmas"}
    assert [host.name for host in hosts_visible_to(officer(CIVIL))] == ["peladen-1"]


def test_a_connection_between_two_other_agencies_systems_is_not_seen() -> None:
    inventory()
    assert {str(one.source) for one in connections_visible_to(officer(CIVIL))} == {"SIMPEG (contoh)"}
    assert connections_visible_to(officer(HEALTH)).count() == 2


def test_a_connection_to_a_retired_system_is_in_force_no_longer() -> None:
    found = inventory()
    retire_system(found["portal"], actor=chief())
    assert not connections_visible_to(chief()).exists()


def test_a_role_that_ended_shows_nothing_any_more() -> None:
    inventory()
    who = officer()
    who.roles.all().delete()
    assert not systems_visible_to(type(who).objects.get(pk=who.pk)).exists()


def test_the_officer_of_the_region_is_not_taken_for_one_of_an_agency() -> None:
    found = inventory()
    joined(found["arsip"], found["situs"])
    assert systems_visible_to(someone(Role.Kind.SECURITY_OFFICER, "lain")).count() == 4
