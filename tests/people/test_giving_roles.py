"""Roles: given and ended by administrators alone, never to oneself, at a fitting body; never the last one away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.people import rules
from selaras.people.actions.accounts import deactivate, open_account, reactivate
from selaras.people.actions.roles import end_role, give_role
from selaras.people.errors import AccountExists, AlreadyHeld, LastAdministrator, NotAllowed, PeopleError, WrongBody
from selaras.people.models import Role
from selaras.people.queries import roles_of
from tests.people.office import agency, district, seen_again, village
from tests.people.persons import person

pytestmark = pytest.mark.usefixtures("office")
Kind = Role.Kind
BODIES = {
    "whole": dict,
    "village": lambda: {"region": village()},
    "district": lambda: {"region": district()},
    "agency": lambda: {"agency": agency()},
}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.ADMINISTRATOR])
def test_who_is_no_administrator_gives_and_ends_nothing(kind: str) -> None:
    actor, other = person("a", kind), person("b", Kind.OBSERVER)
    for deed in (
        lambda: give_role(other, Kind.AUDITOR, actor=actor),
        lambda: end_role(other.roles.get(), actor=actor),
        lambda: deactivate(other, actor=actor),
        lambda: reactivate(other, actor=actor),
        lambda: open_account("c", "C", "", Kind.OBSERVER, actor=actor),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert Entry.objects.count() == 0


def test_nobody_changes_their_own_roles() -> None:
    administrator, _second = person("a", Kind.ADMINISTRATOR), person("b", Kind.ADMINISTRATOR)
    for deed in (
        lambda: give_role(administrator, Kind.SECRETARY, actor=administrator),
        lambda: end_role(administrator.roles.get(), actor=administrator),
        lambda: deactivate(administrator, actor=administrator),
    ):
        with pytest.raises(NotAllowed, match="administrator lain"):
            deed()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("body", BODIES)
def test_a_role_is_held_only_at_a_body_that_fits(kind: Kind, body: str) -> None:
    administrator, other = person("a", Kind.ADMINISTRATOR), person("b")
    if body in rules.bodies_of(kind):
        give_role(other, kind, **BODIES[body](), actor=administrator)
        assert roles_of(seen_again(other)).any_of(kind)
    else:
        with pytest.raises(WrongBody, match="Pilih"):
            give_role(other, kind, **BODIES[body](), actor=administrator)


def test_a_role_that_ended_is_given_anew_and_one_that_holds_is_not_given_twice() -> None:
    administrator, other = person("a", Kind.ADMINISTRATOR), person("b")
    role = give_role(other, Kind.AUDITOR, actor=administrator)
    with pytest.raises(AlreadyHeld):
        give_role(other, Kind.AUDITOR, actor=administrator)
    end_role(role, actor=administrator)
    assert not roles_of(seen_again(other))
    give_role(other, Kind.AUDITOR, until=timezone.localdate(), actor=administrator)
    assert roles_of(seen_again(other)).any_of(Kind.AUDITOR)


def test_a_role_does_not_begin_after_its_end() -> None:
    administrator, other = person("a", Kind.ADMINISTRATOR), person("b")
    with pytest.raises(PeopleError, match="sudah lewat"):
        give_role(other, Kind.AUDITOR, until=timezone.localdate() - timedelta(days=1), actor=administrator)


@pytest.mark.parametrize("way", ["end", "close"])
def test_the_last_administrator_without_an_end_stays(way: str) -> None:
    """A second one acts whose role ends today: tomorrow nobody could give roles."""
    last, passing = person("a", Kind.ADMINISTRATOR), person("b", Kind.ADMINISTRATOR, until=timezone.localdate())
    with pytest.raises(LastAdministrator, match="lebih dulu"):
        end_role(last.roles.get(), actor=passing) if way == "end" else deactivate(last, actor=passing)
    person("c", Kind.ADMINISTRATOR)
    end_role(last.roles.get(), actor=passing) if way == "end" else deactivate(last, actor=passing)
    assert not roles_of(seen_again(last))


def test_a_closed_account_holds_nothing_until_it_is_opened_again() -> None:
    administrator, other = person("a", Kind.ADMINISTRATOR), person("b", Kind.AUDITOR)
    deactivate(other, actor=administrator)
    assert not roles_of(seen_again(other))
    with pytest.raises(PeopleError, match="Aktifkan dulu"):
        give_role(seen_again(other), Kind.OBSERVER, actor=administrator)
    reactivate(seen_again(other), actor=administrator)
    assert roles_of(seen_again(other)).any_of(Kind.AUDITOR)


def test_two_accounts_share_neither_name_nor_address() -> None:
    administrator = person("a", Kind.ADMINISTRATOR)
    open_account("siti", "Siti (contoh)", "siti@contoh.test", Kind.OBSERVER, actor=administrator)
    with pytest.raises(AccountExists, match="sudah dipakai"):
        open_account("SITI", "Lain", "", Kind.OBSERVER, actor=administrator)
    with pytest.raises(AccountExists, match="surel"):
        open_account("lain", "Lain", "Siti@Contoh.test", Kind.OBSERVER, actor=administrator)


def test_the_log_tells_each_deed_without_names_of_persons() -> None:
    administrator = person("a", Kind.ADMINISTRATOR)
    account, password = open_account("siti", "Siti Aminah", "siti@contoh.test", Kind.OBSERVER, actor=administrator)
    role = give_role(account, Kind.VILLAGE_OPERATOR, village(), actor=administrator)
    end_role(role, actor=administrator)
    deactivate(account, actor=administrator)
    rows = list(Entry.objects.values_list("actor", "action", "subject"))
    told = ["people.account_created", "people.role_given", "people.role_ended", "people.account_closed"]
    assert rows == [("a", action, "siti") for action in told]
    assert Entry.objects.get(action="people.role_given").detail["region"] == village().code
    text = str(list(Entry.objects.values()))
    assert not [secret for secret in (password, "Aminah", "contoh.test") if secret in text]
