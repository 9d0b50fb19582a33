"""What a locked decision closes: nothing of its forum may change until it is unlocked."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from selaras.forum.actions import decide
from selaras.forum.errors import Locked
from selaras.forum.guards import require_open
from selaras.forum.models import Decision
from tests.forum.small_forum import actor, ready

pytestmark = pytest.mark.django_db


def _lock(decision: Decision) -> None:
    decision.locked_at, decision.locked_by = timezone.now(), actor()
    decision.save()


def test_a_forum_without_a_decision_is_open() -> None:
    require_open(ready())


def test_a_decided_forum_is_open_until_the_decision_is_locked() -> None:
    decision = decide(ready(), actor=actor())
    require_open(decision.forum)
    _lock(decision)
    with pytest.raises(Locked, match="dikunci"):
        require_open(decision.forum)


def test_a_locked_decision_that_a_newer_one_replaced_closes_nothing() -> None:
    decision = decide(ready(), actor=actor())
    _lock(decision)
    Decision.objects.update(current=False)
    require_open(decision.forum)


def test_a_locked_forum_is_not_decided_again() -> None:
    decision = decide(ready(), actor=actor())
    _lock(decision)
    with pytest.raises(Locked):
        decide(decision.forum, rule="optimal", actor=actor())
    assert Decision.objects.get() == decision


def test_no_lock_without_the_hand_that_turned_it() -> None:
    decision = decide(ready(), actor=actor())
    decision.locked_at = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()
