"""The newest tables of all agencies are searched for conflicts in the background; killed, it is simply done again."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.people.models import Account
from selaras.sectoral.actions.reconciling import reconcile
from selaras.sectoral.conflicts import rules
from selaras.sectoral.conflicts.figures import read_figures, versions_compared
from selaras.sectoral.conflicts.finding import Findings, find_conflicts
from selaras.sectoral.conflicts.terms import common_terms
from selaras.sectoral.errors import NotAllowed
from selaras.sectoral.models import Dataset, Look

State = Look.State
STALE = timedelta(minutes=10)  # far longer than a look takes: the process that should do it is gone
_MOST_REASONS = 100


@transaction.atomic
def look_for_conflicts(*, actor: Account) -> Look:
    """Queue a search; one that waits already serves. One under way may have read too early, so another follows it.

    Raises NotAllowed.
    """
    if not rules.looks(actor):
        raise NotAllowed(_("Hanya produsen data dan walidata yang mencari selisih angka."))
    return queue_look(actor)


def look_after(dataset: Dataset, *, actor: Account) -> None:
    """Call inside the transaction that changes which table of a dataset is the newest, or what is read from it.

    It is part of that deed, so nobody is asked again whether they may.
    """
    if dataset.measures.exists():
        queue_look(actor)


def queue_look(actor: Account) -> Look:
    """As part of another deed, whose guard it was; see `look_for_conflicts`. Call inside its transaction."""
    now = timezone.now()
    standing = Look.objects.select_for_update().filter(state=State.WAITING).first()
    if standing is None:
        standing = _first_to_wait(actor)
    elif standing.moved_at > now - STALE:
        return standing
    standing.moved_at = now
    standing.save(update_fields=["moved_at"])
    _queue(standing)
    record("sectoral.look_asked", actor=actor, subject=str(standing.pk))
    return standing


def _first_to_wait(actor: Account) -> Look:
    now = timezone.now()
    try:
        with transaction.atomic():
            return Look.objects.create(asked_by=actor, asked_at=now, moved_at=now)
    except IntegrityError:  # another asked in the same moment
        return Look.objects.get(state=State.WAITING)


def _queue(look: Look) -> None:
    from selaras.sectoral.tasks import look_in_background  # the task names this module

    look_in_background.enqueue(look.pk)
    start_after_commit()


def run_look(key: int) -> None:
    """Do what was queued: read, compare, and write all that was found in one transaction, or nothing."""
    look = Look.objects.select_related("asked_by").get(pk=key)
    if look.state not in Look.OPEN:  # another process did it meanwhile
        return
    _move(look, state=State.RUNNING, attempts=look.attempts + 1)
    try:
        common = common_terms(timezone.localdate())
        read = read_figures(versions_compared(), common)
        findings = find_conflicts(read, common)
        _finish(look, len(read.figures), findings)
    except Exception:
        _move(look, state=State.FAILED, words=_("Program gagal mencari selisih. Beri tahu administrator."))
        raise


@transaction.atomic
def _finish(look: Look, figures: int, findings: Findings) -> None:
    """All looks are held first: of two that end together only the one that read later counts."""
    looks = {one.pk: one for one in Look.objects.select_for_update().filter(pk__gte=look.pk).order_by("pk")}
    now = looks.pop(look.pk)
    if now.state not in Look.OPEN:
        return
    if any(one.state == State.DONE for one in looks.values()):
        now.state, now.moved_at = State.PASSED_BY, timezone.now()
        now.save(update_fields=["state", "moved_at"])
        return
    told = reconcile(findings.found)
    now.state, now.moved_at, now.words = State.DONE, timezone.now(), ""
    now.figures, now.compared, now.found = figures, findings.compared, len(findings.found)
    now.unread = _summed_up(findings.unread)
    now.save()
    Look.objects.filter(pk__lt=now.pk, state=State.RUNNING).update(state=State.PASSED_BY)
    detail = {"figures": figures, "found": now.found, **told}
    record("sectoral.conflicts_looked_for", actor=look.asked_by, subject=str(now.pk), detail=detail)


def _summed_up(unread: list[tuple[str, str]]) -> list[list[object]]:
    """Each reason with how often it stood, and where first: of a million rows one reason is one line."""
    often = Counter(reason for reason, _place in unread)
    first = dict(reversed(unread))
    return [[reason, count, first[reason]] for reason, count in often.most_common(_MOST_REASONS)]


def _move(look: Look, **to: object) -> None:
    """Only where it is still open: a process that was given up for dead must not undo what another completed."""
    Look.objects.filter(pk=look.pk, state__in=Look.OPEN).update(**to, moved_at=timezone.now())
