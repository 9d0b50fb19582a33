"""Two systems are connected by a kind that the engine of routes knows; the connection is kept up and removed."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.engines.routes import KINDS
from selaras.exposure.actions.connecting import Joined, connect, remove_connection
from selaras.exposure.actions.registering import retire_system
from selaras.exposure.errors import Incomplete, NotAllowed, NotNow
from selaras.exposure.models import KIND_WORDS, Connection
from selaras.exposure.queries import connections_visible_to
from tests.exposure.room import CIVIL, HEALTH, auditor, chief, inventory, joined, officer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_the_engine_can_be_registered(kind: str) -> None:
    found = inventory()
    assert joined(found["arsip"], found["situs"], kind).kind == kind
    assert kind in dict(KIND_WORDS)


def test_told_again_it_is_brought_up_to_date_and_told_as_it_stands_nothing_happens() -> None:
    found = inventory()
    first = joined(found["arsip"], found["simpeg"])
    entries = Entry.objects.count()
    assert joined(found["arsip"], found["simpeg"]) == first
    assert Entry.objects.count() == entries
    again = connect(found["arsip"], found["simpeg"], Joined("api", True, "Lewat gerbang."), actor=chief())
    assert (again.pk, again.protected, again.note) == (first.pk, True, "Lewat gerbang.")
    assert Entry.objects.latest("pk").action == "exposure.connection_changed"


def test_it_is_refused_where_an_end_or_the_kind_does_not_fit() -> None:
    found = inventory()
    gone = retire_system(found["arsip"], actor=chief())
    for target, kind, field in (
        (found["simpeg"], "api", "other"),
        (gone, "api", "other"),
        (found["situs"], "x", "kind"),
    ):
        with pytest.raises(Incomplete) as refused:
            connect(found["simpeg"], target, Joined(kind), actor=chief())
        assert set(refused.value.fields) == {field}


def test_an_agency_connects_what_is_named_to_it_and_a_stranger_is_refused_in_the_same_words() -> None:
    found = inventory()
    connect(found["arsip"], found["portal"], Joined("api"), actor=officer(CIVIL))
    with pytest.raises(NotAllowed):
        connect(found["arsip"], found["situs"], Joined("api"), actor=officer(CIVIL))
    with pytest.raises(NotAllowed):
        connect(found["situs"], found["portal"], Joined("api"), actor=officer(CIVIL))


def test_either_owner_removes_it_and_it_stays_in_the_register() -> None:
    inventory()
    connection = Connection.objects.get(kind="sign_in")
    for actor in (auditor(),):
        with pytest.raises(NotAllowed):
            remove_connection(connection, actor=actor)
    gone = remove_connection(connection, actor=officer(HEALTH))
    assert gone.removed_at
    assert connection not in connections_visible_to(chief())
    with pytest.raises(NotNow):
        remove_connection(connection, actor=officer(CIVIL))


def test_what_was_removed_can_be_connected_anew() -> None:
    found = inventory()
    old = Connection.objects.get(kind="sign_in")
    remove_connection(old, actor=chief())
    assert joined(found["simpeg"], found["portal"], "sign_in").pk != old.pk
