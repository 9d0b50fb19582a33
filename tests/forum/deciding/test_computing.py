"""Work in the background: queued in the database, told step by step, done once, given up when its process is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from selaras.background import work_off
from selaras.forum.actions import decide
from selaras.forum.actions.computing import start
from selaras.forum.actions.locking import lock
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.models import Computation, Decision, Forum
from selaras.people.models import Role
from tests.forum.small_forum import actor, opened, ready
from tests.people.persons import person, secretary

pytestmark = pytest.mark.django_db(transaction=True)


def worked_off(queued: Computation) -> Computation:
    """What a worker leaves of it."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    return Computation.objects.get(pk=queued.pk)


def test_a_worker_decides_what_was_queued() -> None:
    forum, who = ready(), secretary()
    queued = start(forum, "decide", rule="optimal", actor=who)
    assert (queued.state, Decision.objects.count()) == ("waiting", 0)
    done = worked_off(queued)
    assert (done.state, done.decision.rule, done.decision.current) == ("done", "optimal", True)
    assert done.step >= 5
    assert done.words


def test_a_worker_writes_the_documents_of_the_decision_in_force() -> None:
    decision = decide(ready(), actor=actor())
    done = worked_off(start(decision.forum, "write", actor=secretary()))
    assert done.state == "done"
    assert decision.documents.filter(title__startswith="Berita acara").count() == 2


def test_a_thread_of_this_process_does_the_same() -> None:
    queued = start(ready(), "decide", actor=secretary())
    work_off("di sini")
    assert Computation.objects.get(pk=queued.pk).state == "done"


def test_asked_again_while_it_runs_there_is_still_one() -> None:
    forum, who = ready(), secretary()
    first = start(forum, "decide", actor=who)
    assert start(forum, "write", actor=who) == first
    assert Computation.objects.count() == 1


def test_what_an_office_can_mend_is_told_in_its_words() -> None:
    forum = opened()  # no proposals yet
    done = worked_off(start(forum, "decide", actor=secretary()))
    assert (done.state, done.decision) == ("failed", None)
    assert "Masukkan usulan lebih dahulu" in done.words


def test_work_whose_process_is_gone_stops_nobody() -> None:
    forum, who = ready(), secretary()
    gone = start(forum, "decide", actor=who)
    Computation.objects.update(state="running", moved_at=timezone.now() - timedelta(minutes=11))
    fresh = start(forum, "decide", actor=who)
    assert fresh != gone
    gone.refresh_from_db()
    assert (gone.state, "Mulai lagi" in gone.words) == ("failed", True)


def test_who_may_and_when() -> None:
    decision = decide(ready(), actor=actor())
    forum, who = decision.forum, secretary()
    with pytest.raises(NotAllowed):
        start(forum, "decide", actor=person("lain", Role.Kind.PLANNER))
    with pytest.raises(NotReady, match="tidak dikenal"):
        start(forum, "decide", rule="undian", actor=who)
    lock(decision, actor=who)
    with pytest.raises(Locked):
        start(forum, "decide", actor=who)
    assert start(forum, "write", actor=who).kind == "write"


def test_no_documents_without_a_decision() -> None:
    with pytest.raises(NotReady, match="belum diputuskan"):
        start(Forum.objects.get(pk=ready().pk), "write", actor=secretary())
