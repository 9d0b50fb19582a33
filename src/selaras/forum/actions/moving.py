"""Motions: somebody moves that the volume or the cost of a proposal be changed, and the forum answers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.actions.remembering import remember
from selaras.forum.amounts import too_large
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.hall.facts import facts_of
from selaras.forum.models import AgendaItem, Motion, Participant, Proposal, Recommendation
from selaras.people.models import Account

State = Motion.State


@dataclass(frozen=True)
class Wish:
    """What is moved: the volume or the cost (whole rupiah) to change to, or both, and why."""

    volume: Decimal | None
    cost: int | None
    reason: str


@transaction.atomic
def raise_motion(
    item: AgendaItem,
    proposal: Proposal,
    wish: Wish,
    element: str,
    *,
    participant: Participant | None = None,
    actor: Account,
) -> Motion:
    """A motion on a proposal of the item, from what is recommended today. Raises NotReady where it changes nothing."""
    _may(actor)
    require_open(item.forum)
    fact = facts_of([proposal])[0]
    _check(wish, fact.volume, fact.cost)
    made = Motion.objects.create(
        forum=item.forum,
        item=item,
        proposal=proposal,
        element=element,
        participant=participant,
        volume_from=fact.volume,
        cost_from=fact.cost,
        volume_to=wish.volume,
        cost_to=wish.cost,
        reason=wish.reason.strip(),
    )
    _log("motion_raised", made, actor, volume=_told(wish.volume), cost=wish.cost, reason=made.reason)
    return made


def _check(wish: Wish, volume: Decimal | None, cost: int | None) -> None:
    if not wish.reason.strip():
        raise NotReady(_("Tulis alasan perubahannya. Alasan ini dibaca pengusul dan warga."))
    if wish.volume in (None, volume) and wish.cost in (None, cost):
        raise NotReady(_("Volume dan biayanya sama dengan yang sudah direkomendasikan. Tulis yang diminta berubah."))
    if (wish.volume is not None and wish.volume <= 0) or (wish.cost is not None and wish.cost <= 0):
        raise NotReady(_("Volume dan biaya harus lebih dari nol. Untuk menolak usulan, pakai putusan forum."))
    if wrong := too_large(wish.volume, wish.cost):
        raise NotReady(" ".join(wrong.values()))


@transaction.atomic
def second_motion(motion: Motion, element: str, *, actor: Account) -> None:
    held = _held(motion, actor)
    held.state, held.seconded_by = State.SECONDED, element
    held.save(update_fields=["state", "seconded_by"])
    _log("motion_seconded", held, actor, by=element)


@transaction.atomic
def accept_motion(motion: Motion, *, actor: Account) -> Recommendation:
    """The forum agrees: its recommendation on the proposal becomes what was moved, and the decision uses that."""
    held = _held(motion, actor)
    said = _words(held.proposal).first()
    held.replaced = _kept(said)
    said = said or Recommendation(proposal=held.proposal, level=Recommendation.Level.FORUM)
    before = {"volume": held.volume_from, "cost": held.cost_from}
    said.by, said.supports = Recommendation.By.PERSON, True
    said.volume = said.volume if held.volume_to is None else held.volume_to
    said.cost = said.cost if held.cost_to is None else held.cost_to
    said.reason = f"Mosi {held.element}: {held.reason}"
    said.changes = said.volume not in (None, held.proposal.volume) or said.cost not in (None, held.proposal.cost)
    said.made_by, said.made_at = actor, timezone.now()
    said.save()
    _settle(held, State.ACCEPTED)
    after = {"volume": said.volume, "cost": said.cost, "element": held.element}
    remember(held.proposal, "motion_accepted", actor=actor, before=before, after=after, reason=held.reason)
    return said


@transaction.atomic
def refuse_motion(motion: Motion, answer: str, *, actor: Account) -> None:
    """The forum does not agree, with its reason."""
    held = _held(motion, actor)
    if not answer.strip():
        raise NotReady(_("Tulis alasan forum tidak menyetujui mosi ini."))
    _settle(held, State.REFUSED, answer.strip())
    _log("motion_refused", held, actor, reason=held.answer)


@transaction.atomic
def withdraw_motion(motion: Motion, *, actor: Account) -> None:
    held = _held(motion, actor)
    _settle(held, State.WITHDRAWN)
    _log("motion_withdrawn", held, actor)


@transaction.atomic
def reopen_motion(motion: Motion, *, actor: Account) -> None:
    """Take an answer back, given by mistake. Of an accepted motion the recommendation from before it stands again."""
    _may(actor)
    require_open(motion.forum)
    held = Motion.objects.select_for_update().get(pk=motion.pk)
    if held.is_open:
        raise NotReady(_("Mosi ini belum diputuskan."))
    if held.state == State.ACCEPTED:
        _restore(held, actor)
    held.state = State.SECONDED if held.seconded_by else State.RAISED
    held.answer, held.settled_at, held.replaced = "", None, None
    held.save(update_fields=["state", "answer", "settled_at", "replaced"])
    _log("motion_reopened", held, actor)


def _restore(motion: Motion, actor: Account) -> None:
    later = Motion.objects.filter(proposal=motion.proposal_id, state=State.ACCEPTED, settled_at__gt=motion.settled_at)
    if later.exists():
        raise NotReady(_("Sesudahnya ada mosi lain yang disetujui atas usulan ini. Batalkan yang itu lebih dahulu."))
    said = _words(motion.proposal).get()
    told = {"volume": said.volume, "cost": said.cost}
    if motion.replaced is None:
        said.delete()
    else:
        for name, value in motion.replaced.items():
            setattr(said, name, value)
        said.save()
    after = {"volume": motion.volume_from, "cost": motion.cost_from}
    remember(motion.proposal, "motion_reopened", actor=actor, before=told, after=after, reason=motion.reason)


def _words(proposal: Proposal) -> Any:
    """What the forum itself recommends of a proposal."""
    own = Recommendation.objects.select_for_update().filter(proposal=proposal, level=Recommendation.Level.FORUM)
    return own.exclude(by=Recommendation.By.ALIGNING)


def _kept(said: Recommendation | None) -> dict[str, Any] | None:
    if said is None:
        return None
    names = ("by", "supports", "cost", "reason", "changes")
    return {name: getattr(said, name) for name in names} | {"volume": _told(said.volume), "made_by_id": said.made_by_id}


def _told(volume: Decimal | None) -> str | None:
    return None if volume is None else f"{volume.normalize():f}"


def _held(motion: Motion, actor: Account) -> Motion:
    _may(actor)
    require_open(motion.forum)
    held = Motion.objects.select_for_update().get(pk=motion.pk)
    if not held.is_open:
        raise NotReady(_("Mosi ini sudah %(state)s. Muat ulang halaman.") % {"state": _(held.get_state_display())})
    return held


def _settle(motion: Motion, state: str, answer: str = "") -> None:
    motion.state, motion.answer, motion.settled_at = state, answer, timezone.now()
    motion.save(update_fields=["state", "answer", "settled_at", "replaced"])


def _may(actor: Account) -> None:
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang mencatat mosi."))


def _log(action: str, motion: Motion, actor: Account, **detail: object) -> None:
    told = {"motion": motion.pk, "element": motion.element, **detail}
    subject = f"{motion.forum.slug} {motion.proposal.number}"[:120]
    record(f"forum.{action}", actor=actor, subject=subject, detail=told)
