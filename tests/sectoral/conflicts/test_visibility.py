"""Who sees a conflict, and who sees what was said about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from selaras.people.models import Role
from selaras.people.queries import Person
from selaras.sectoral.actions.deciding import decide
from selaras.sectoral.actions.releasing import embargo
from selaras.sectoral.conflicts.queries import (
    conflicts_at_desk_of,
    conflicts_visible_to,
    crosswalks_visible_to,
    measures_visible_to,
    words_visible_to,
)
from selaras.sectoral.models import Version
from tests.people.persons import person, someone
from tests.sectoral.conflicts.two_agencies import HEALTH, REGISTRY, apart, at, out, sender, steward

pytestmark = pytest.mark.django_db


def other() -> Person:
    """A producer of an agency that has nothing to do with it."""
    agency = at(REGISTRY)
    agency.pk, agency.code, agency.name = None, "1.01.01", "Dinas Pendidikan (contoh)"
    agency.save()
    return person("produsen-lain", Role.Kind.DATA_PRODUCER, agency=agency)


PERSONS: dict[str, Callable[[], Person]] = {
    "public": AnonymousUser,
    "one side": lambda: sender(REGISTRY),
    "other side": lambda: sender(HEALTH),
    "other agency": other,
    "steward": steward,
    "auditor": lambda: someone(Role.Kind.AUDITOR),
}
INSIDE = {"one side", "other side", "steward", "auditor"}
EVERYBODY = set(PERSONS)


def release_all() -> None:
    for version in Version.objects.all():
        out(version)


def settle() -> None:
    decide(apart(), None, "", "Definisinya berbeda.", actor=steward())


def open_and_out() -> None:
    apart()
    release_all()


def settled_and_out() -> None:
    settle()
    release_all()


def settled_under_embargo() -> None:
    settle()
    version = Version.objects.latest("pk")
    embargo(version, version.received_at.date().replace(year=version.received_at.year + 2), actor=steward())
    release_all()


@pytest.mark.parametrize(
    ("way", "seen"),
    [
        (apart, INSIDE),
        (open_and_out, INSIDE),
        (settle, INSIDE),
        (settled_under_embargo, INSIDE),
        (settled_and_out, EVERYBODY),
    ],
)
def test_the_public_sees_what_is_settled_of_what_is_out(way: Callable[[], object], seen: set[str]) -> None:
    way()
    persons = {name: make() for name, make in PERSONS.items()}
    assert {name for name, one in persons.items() if conflicts_visible_to(one).exists()} == seen
    assert {name for name, one in persons.items() if conflicts_at_desk_of(one).exists()} == INSIDE
    assert {name for name, one in persons.items() if words_visible_to(one).exists()} == INSIDE


def test_measures_are_seen_at_the_desk_of_their_dataset() -> None:
    apart()
    persons = {name: make() for name, make in PERSONS.items()}
    assert {name: measures_visible_to(one).count() for name, one in persons.items()} == {
        "public": 0,
        "one side": 1,
        "other side": 1,
        "other agency": 0,
        "steward": 2,
        "auditor": 2,
    }
    assert not crosswalks_visible_to(AnonymousUser()).exists()
