"""Locking a decision, unlocking it with a reason, and what the public sees meanwhile."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from selaras.audit.models import Entry
from selaras.forum import queries
from selaras.forum.actions import decide, write
from selaras.forum.actions.locking import announce_when, lock, unlock
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.models import Decision, Proposal, Round
from selaras.people.models import Role
from selaras.planning.actions.changing import change
from selaras.planning.errors import Refused
from tests.forum.small_forum import actor, ready
from tests.people.persons import person, secretary

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


@pytest.fixture
def decision() -> Decision:
    return decide(ready(), actor=actor())


def test_locked_by_the_secretary_with_a_row_in_the_log(decision: Decision) -> None:
    who = secretary()
    locked = lock(decision, actor=who)
    assert (locked.locked_by, locked.locked_at is not None) == (who, True)
    entry = Entry.objects.get(action="forum.locked")
    assert (entry.actor, entry.detail) == ("sekretaris", {"decision": decision.digest})
    with pytest.raises(NotReady, match="sudah dikunci"):
        lock(decision, actor=who)


def test_a_lock_closes_the_plan_too_and_unlocking_opens_it(decision: Decision) -> None:
    who, ceiling = secretary(), decision.forum.cycle.ceilings.first()
    treasury = person("bpkad", Role.Kind.TREASURY)
    lock(decision, actor=who)
    with pytest.raises(Refused, match="dikunci"):
        change(ceiling, {"amount": ceiling.amount + 1}, reason="Pendapatan naik", actor=treasury)
    unlock(decision, "Pagu berubah", actor=who)
    change(ceiling, {"amount": ceiling.amount + 1}, reason="Pendapatan naik", actor=treasury)
    with pytest.raises(NotReady, match="Hitung ulang dahulu"):
        lock(decision, actor=who)


@pytest.mark.parametrize("kind", [kind for kind in Role.Kind if kind != Role.Kind.SECRETARY])
def test_nobody_else_locks_or_unlocks(decision: Decision, kind: Role.Kind) -> None:
    other = person("lain", kind)
    for act in (lambda: lock(decision, actor=other), lambda: unlock(decision, "sebab", actor=other)):
        with pytest.raises(NotAllowed):
            act()


def test_a_decision_that_its_register_has_left_behind_is_not_locked(decision: Decision) -> None:
    Proposal.objects.filter(number="U-1").update(cost=1_000_000)
    with pytest.raises(NotReady, match="Hitung ulang dahulu"):
        lock(decision, actor=secretary())


def test_a_decision_that_was_replaced_is_not_locked(decision: Decision) -> None:
    decide(decision.forum, rule="optimal", actor=actor())
    with pytest.raises(NotReady, match="diganti"):
        lock(decision, actor=secretary())


def test_no_lock_while_a_round_of_voting_is_open(decision: Decision) -> None:
    round_ = Round.objects.create(
        forum=decision.forum, title="Penilaian", kind="scoring", state="open", opened_at="2020-02-11T01:00:00Z"
    )
    who = secretary()
    with pytest.raises(NotReady, match="masih dibuka"):
        lock(decision, actor=who)
    Round.objects.filter(pk=round_.pk).update(state="closed", closed_at="2020-02-11T02:00:00Z")
    lock(decision, actor=who)


def test_unlocked_with_a_reason_that_the_log_keeps(decision: Decision) -> None:
    who = secretary()
    lock(decision, actor=who)
    with pytest.raises(NotReady, match="Tulis alasan"):
        unlock(decision, " ", actor=who)
    with pytest.raises(Locked):
        require_open(decision.forum)
    unlock(decision, "Pagu Dinkes berubah", actor=who)
    require_open(decision.forum)
    assert Entry.objects.get(action="forum.unlocked").detail["reason"] == "Pagu Dinkes berubah"
    with pytest.raises(NotReady, match="tidak dikunci"):
        unlock(decision, "lagi", actor=who)


def _seen_by_nobody(decision: Decision) -> list[bool]:
    code = queries.decisions_visible_to(NOBODY).filter(pk=decision.pk)
    parts = (
        queries.forums_visible_to(NOBODY),
        queries.proposals_visible_to(NOBODY),
        queries.documents_visible_to(NOBODY),
        code,
    )
    return [part.exists() for part in parts]


def test_the_public_reads_a_decision_as_soon_as_it_is_made(decision: Decision) -> None:
    write(decision, None, actor=actor())
    assert _seen_by_nobody(decision) == [True] * 4


def test_a_forum_that_announces_at_the_lock_shows_nothing_before_it(decision: Decision) -> None:
    who = secretary()
    write(decision, None, actor=actor())
    announce_when(decision.forum, locked=True, actor=who)
    assert _seen_by_nobody(decision) == [False] * 4
    assert queries.forum_in_preparation() == decision.forum
    lock(decision, actor=who)
    assert _seen_by_nobody(decision) == [True] * 4
    assert queries.forum_in_preparation() is None
    unlock(decision, "Keliru", actor=who)
    assert _seen_by_nobody(decision) == [False] * 4


def test_who_works_here_sees_it_before_it_is_announced(decision: Decision) -> None:
    announce_when(decision.forum, locked=True, actor=secretary())
    assert queries.forums_visible_to(person("peserta", Role.Kind.PARTICIPANT)).exists()
    with pytest.raises(NotAllowed):
        announce_when(decision.forum, locked=False, actor=person("lain", Role.Kind.PLANNER))
