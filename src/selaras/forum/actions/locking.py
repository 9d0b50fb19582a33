"""Locking what was decided, unlocking it with a reason, and when the public reads it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.actions.writing import discard_sheet
from selaras.forum.deciding import digest
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Computation, Decision, Forum, Round
from selaras.people.models import Account
from selaras.planning.models import Cycle


@transaction.atomic
def lock(decision: Decision, *, actor: Account) -> Decision:
    """Close the forum: from now on nothing that the decision rests on may change.

    Raises NotAllowed, and NotReady where the decision is not the one in force, where something it rests on has changed
    since, or where a round of voting is open.
    """
    _may(actor)
    forum = Forum.objects.select_for_update().get(pk=decision.forum_id)
    Cycle.objects.select_for_update().get(pk=forum.cycle_id)  # a change of the plan holds it too, see planning.actions
    decision = _held(decision)
    if not decision.current:
        raise NotReady(_("Keputusan ini sudah diganti yang lebih baru. Kunci keputusan yang berlaku."))
    if decision.locked_at:
        raise NotReady(_("Keputusan ini sudah dikunci."))
    if Round.objects.filter(forum=forum, state=Round.State.OPEN).exists():
        raise NotReady(_("Pemungutan suara masih dibuka. Tutup dahulu, lalu hitung ulang keputusannya."))
    if forum.computations.filter(state__in=(Computation.State.WAITING, Computation.State.RUNNING)).exists():
        raise NotReady(_("Keputusan sedang dihitung. Tunggu sampai selesai, lalu kunci."))
    if digest(gather(forum, decision.rule)) != decision.inputs_digest:
        raise NotReady(_("Ada yang berubah sesudah keputusan ini dihitung. Hitung ulang dahulu, lalu kunci."))
    decision.locked_at, decision.locked_by = timezone.now(), actor
    decision.save(update_fields=["locked_at", "locked_by"])
    Cycle.objects.filter(pk=forum.cycle_id).update(closed_at=decision.locked_at)
    record("forum.locked", actor=actor, subject=forum.slug, detail={"decision": decision.digest})
    return decision


@transaction.atomic
def unlock(decision: Decision, reason: str, *, actor: Account) -> Decision:
    """Open the forum again. The signatures under the decision are withdrawn: they stay to be seen, but count no more.

    Raises NotAllowed, NotReady.
    """
    _may(actor)
    Forum.objects.select_for_update().get(pk=decision.forum_id)
    decision = _held(decision)
    if not decision.locked_at:
        raise NotReady(_("Keputusan ini tidak dikunci."))
    if not reason.strip():
        raise NotReady(_("Tulis alasan membuka kunci. Alasan itu tercatat."))
    decision.locked_at = decision.locked_by = None
    decision.save(update_fields=["locked_at", "locked_by"])
    _open_cycle(decision.forum)
    discard_sheet(decision)
    withdrawn = decision.signatures.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
    detail = {"decision": decision.digest, "reason": reason.strip(), "signatures_withdrawn": withdrawn}
    record("forum.unlocked", actor=actor, subject=decision.forum.slug, detail=detail)
    return decision


@transaction.atomic
def announce_when(forum: Forum, *, locked: bool, actor: Account) -> None:
    """Whether the public reads a decision only once it is locked, or as soon as it is made. Raises NotAllowed."""
    _may(actor)
    Forum.objects.filter(pk=forum.pk).update(publish_when_locked=locked)
    record("forum.announcement_set", actor=actor, subject=forum.slug, detail={"when_locked": locked})


def _open_cycle(forum: Forum) -> None:
    """The plan may change again, unless another forum of the cycle holds it closed."""
    others = Decision.objects.filter(forum__cycle=forum.cycle_id, current=True, locked_at__isnull=False)
    if not others.exists():
        Cycle.objects.filter(pk=forum.cycle_id).update(closed_at=None)


def _held(decision: Decision) -> Decision:
    return Decision.objects.select_for_update().defer("document").get(pk=decision.pk)


def _may(actor: Account) -> None:
    if not rules.may_decide(actor):
        raise NotAllowed(_("Hanya sekretaris forum yang dapat mengunci atau membuka keputusan."))
