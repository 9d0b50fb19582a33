"""Deciding and writing documents in the background, each step told to whoever follows it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.engines.allocation import AllocationError
from selaras.engines.scoring import ScoringError
from selaras.forum import rules
from selaras.forum.actions.deciding import decide
from selaras.forum.actions.writing import write
from selaras.forum.errors import ForumError, NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.models import Computation, Decision, Forum
from selaras.people.models import Account

State = Computation.State
STALE = timedelta(minutes=10)  # far longer than any step takes: the process that worked on it is gone


@transaction.atomic
def start(forum: Forum, kind: str, *, rule: str = "", actor: Account) -> Computation:
    """Queue a decision by `rule` or the documents of the one in force; the one that runs already where one does.

    Raises NotAllowed, NotReady, Locked.
    """
    from selaras.forum.tasks import compute_decision  # the task names this module

    if not rules.may_decide(actor):
        raise NotAllowed(_("Hanya sekretaris forum yang dapat menghitung keputusan."))
    Forum.objects.select_for_update().only("pk").get(pk=forum.pk)
    if standing := _standing(forum):
        return standing
    if kind == Computation.Kind.DECIDE:
        require_open(forum)
        chosen = rule or forum.rule
        if chosen not in Forum.Rule.values:
            raise NotReady(_("Aturan itu tidak dikenal. Pilih salah satu aturan."))
    else:
        chosen = _in_force(forum).rule
    queued = Computation.objects.create(forum=forum, kind=kind, rule=chosen, asked_by=actor)
    compute_decision.enqueue(queued.pk)
    record("forum.computation_queued", actor=actor, subject=forum.slug, detail={"kind": kind, "rule": chosen})
    start_after_commit()
    return queued


def _standing(forum: Forum) -> Computation | None:
    """The work under way; what has not moved for long is given up, so that it stops nobody."""
    active = forum.computations.filter(state__in=(State.WAITING, State.RUNNING))
    gone = _("Pekerjaan ini terhenti. Mulai lagi.")
    active.filter(state=State.RUNNING, moved_at__lt=timezone.now() - STALE).update(state=State.FAILED, words=gone)
    return active.first()


def _in_force(forum: Forum) -> Decision:
    decision = forum.decisions.filter(current=True).first()
    if decision is None:
        raise NotReady(_("Forum belum diputuskan, jadi belum ada dokumen yang dapat ditulis."))
    return decision


def compute(key: int) -> None:
    """Do what was queued. What an office can mend is told on its page; anything else is an error of the program."""
    work = Computation.objects.select_related("forum", "asked_by").get(pk=key)
    _move(work, state=State.RUNNING)
    try:
        _do(work)
    except (ForumError, AllocationError, ScoringError) as wrong:
        _move(work, state=State.FAILED, words=str(wrong)[:1000])
    except Exception:
        _move(work, state=State.FAILED, words=_("Program gagal menghitung. Beri tahu administrator."))
        raise


def _do(work: Computation) -> None:
    def told(words: str) -> None:
        _move(work, words=words, step=work.step + 1)

    if work.kind == Computation.Kind.WRITE:
        decision = _in_force(work.forum)
        write(decision, None, actor=work.asked_by, progress=told)
    else:
        decision = decide(work.forum, rule=work.rule, actor=work.asked_by, progress=told)
    _move(work, state=State.DONE, decision=decision)


def _move(work: Computation, **to: object) -> None:
    for field, value in to.items():
        setattr(work, field, value)
    work.save(update_fields=[*to, "moved_at"])
