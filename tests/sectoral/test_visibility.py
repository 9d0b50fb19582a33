"""Who sees which version, at each step of its way; and who reads its rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from selaras.people.models import Role
from selaras.people.queries import Person
from selaras.sectoral.actions.releasing import release, withdraw
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.models import Version
from selaras.sectoral.queries import (
    checks_visible_to,
    datasets_kept_by,
    datasets_visible_to,
    tables_visible_to,
    versions_visible_to,
)
from tests.people.persons import person, someone
from tests.sectoral.room import agency, looked_at, producer, room, sent, steward, stranger

pytestmark = pytest.mark.django_db


def helper() -> Person:
    """A data steward at the agency itself (walidata pendukung)."""
    return person("walidata-pendukung", Role.Kind.DATA_STEWARD, agency=agency())


def auditor() -> Person:
    return someone(Role.Kind.AUDITOR)


PERSONS: dict[str, Callable[[], Person]] = {
    "public": AnonymousUser,
    "producer": producer,
    "stranger": stranger,
    "steward": steward,
    "helper": helper,
    "auditor": auditor,
}
INSIDE = {"producer", "steward", "helper", "auditor"}
EVERYBODY = set(PERSONS)


def received() -> Version:
    return sent(room())


def checked() -> Version:
    version = received()
    looked_at(version)
    return version


def submitted() -> Version:
    return submit(checked(), actor=producer())


def released() -> Version:
    return release(submitted(), actor=steward())


def withdrawn() -> Version:
    return withdraw(released(), "Keliru.", actor=steward())


@pytest.mark.parametrize(
    ("way", "see", "read"),
    [
        (received, INSIDE, set()),
        (checked, INSIDE, INSIDE),
        (submitted, INSIDE, INSIDE),
        (released, EVERYBODY, EVERYBODY),
        (withdrawn, EVERYBODY, INSIDE),
    ],
)
def test_what_is_not_out_is_seen_inside_only(way: Callable[[], Version], see: set[str], read: set[str]) -> None:
    way()
    persons = {name: make() for name, make in PERSONS.items()}
    assert {name for name, one in persons.items() if versions_visible_to(one).exists()} == see
    assert {name for name, one in persons.items() if datasets_visible_to(one).exists()} == see
    assert {name for name, one in persons.items() if tables_visible_to(one).exists()} == read


def test_faults_are_seen_inside_only() -> None:
    released()
    assert {name for name, make in PERSONS.items() if checks_visible_to(make()).exists()} == INSIDE


def test_data_are_sent_by_the_own_agency_and_by_the_steward() -> None:
    room()
    assert {name for name, make in PERSONS.items() if datasets_kept_by(make()).exists()} == {
        "producer",
        "steward",
        "helper",
    }
