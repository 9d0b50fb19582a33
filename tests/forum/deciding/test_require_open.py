"""What a locked decision closes: nothing of its forum may change until it is unlocked."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from selaras.forum.actions import align, decide
from selaras.forum.errors import Locked
from selaras.forum.guards import require_open
from selaras.forum.models import Decision
from tests.forum.small_forum import FILES, actor, ready, take

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


def test_a_locked_forum_takes_no_file_in_and_is_not_aligned_anew() -> None:
    decision = decide(ready(), actor=actor())
    _lock(decision)
    with pytest.raises(Locked):
        take(decision.forum, "proposals", FILES["proposals"][1].replace("U-1", "U-90"), sender="Desa lain (contoh)")
    with pytest.raises(Locked):
        align(decision.forum, actor=actor())
    name, text = FILES["proposals"]
    take(decision.forum, "proposals", text, name=name, sender="usulan-desa")  # the same file again changes nothing


def test_no_lock_without_the_hand_that_turned_it() -> None:
    decision = decide(ready(), actor=actor())
    decision.locked_at = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()
