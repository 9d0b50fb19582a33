"""Overrides: the forum funds or refuses one proposal against the rule, with its reason, inside every ceiling."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.amounts import too_large
from selaras.forum.displacing import Effect, effect
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.inputs import gather, override_of
from selaras.forum.models import Forum, Override, Proposal
from selaras.people.models import Account


@dataclass(frozen=True)
class Wish:
    """What the forum wants of one proposal; without a volume or a cost it keeps what was recommended or asked for."""

    kind: str
    reason: str
    volume: Decimal | None = None
    cost: int | None = None


def foresee(proposal: Proposal, wish: Wish, *, rule: str = "") -> Effect:
    """What the override would change, stored nowhere. Under the rule `optimal` by its looser proof, as in comparisons.

    Raises NotReady where it cannot be: no reason, a closed gate, a ceiling that would be exceeded, another override.
    """
    _check(proposal, wish)
    inputs = gather(proposal.forum, rule or proposal.forum.rule)
    inputs["method"] = {**inputs["method"], "gap": inputs["method"]["comparison_gap"]}  # the full proof takes long
    asked = override_of(proposal, wish.kind, wish.reason.strip(), volume=wish.volume, cost=wish.cost)
    return effect(inputs, asked)


def override(proposal: Proposal, wish: Wish, *, actor: Account) -> Override:
    """Take the override down; it enters the decision when the forum is decided again.

    Raises NotAllowed, Locked, and NotReady as `foresee` does.
    """
    _may(actor)
    # Before the transaction, for it takes a second. Whether it fits does not depend on the rule: the fastest is asked.
    changed = foresee(proposal, wish, rule=Forum.Rule.RANKED)
    return _keep(proposal, wish, len(changed.lost), actor=actor)


@transaction.atomic
def _keep(proposal: Proposal, wish: Wish, displaced: int, *, actor: Account) -> Override:
    require_open(proposal.forum)
    _check(proposal, wish)
    made = Override.objects.create(
        forum=proposal.forum,
        proposal=proposal,
        kind=wish.kind,
        volume=wish.volume,
        cost=wish.cost,
        reason=wish.reason.strip(),
        made_by=actor,
    )
    detail: dict[str, Any] = {
        "proposal": proposal.number,
        "kind": wish.kind,
        "volume": None if wish.volume is None else f"{wish.volume:f}",
        "cost": wish.cost,
        "reason": made.reason,
        "displaced": displaced,
    }
    record("forum.overridden", actor=actor, subject=proposal.forum.slug, detail=detail)
    return made


@transaction.atomic
def undo_override(made: Override, *, actor: Account) -> Override:
    """Give the proposal back to the rule. Raises NotAllowed, Locked, NotReady where it was undone before."""
    _may(actor)
    require_open(made.forum)
    made = Override.objects.select_for_update().get(pk=made.pk)
    if made.undone_at:
        raise NotReady(_("Putusan ini sudah dibatalkan."))
    made.undone_by, made.undone_at = actor, timezone.now()
    made.save(update_fields=["undone_by", "undone_at"])
    detail = {"proposal": made.proposal.number, "kind": made.kind}
    record("forum.override_undone", actor=actor, subject=made.forum.slug, detail=detail)
    return made


def _may(actor: Account) -> None:
    if not rules.may_decide(actor):
        raise NotAllowed(_("Hanya sekretaris forum yang dapat mencatat putusan forum."))


def _check(proposal: Proposal, wish: Wish) -> None:
    if wish.kind not in Override.Kind.values:
        raise NotReady(_("Pilih: didanai, atau tidak didanai."))
    if not wish.reason.strip():
        raise NotReady(_("Tulis alasan forum. Alasan itu tercetak di berita acara dan dibaca warga."))
    if wish.kind == Override.Kind.REFUSE and (wish.volume is not None or wish.cost is not None):
        raise NotReady(_("Usulan yang tidak didanai tidak perlu volume atau biaya. Kosongkan keduanya."))
    if (wish.cost is not None and wish.cost <= 0) or (wish.volume is not None and wish.volume <= 0):
        raise NotReady(_("Volume dan biaya harus lebih dari nol."))
    if wrong := too_large(wish.volume, wish.cost):
        raise NotReady(" ".join(wrong.values()))
    if Override.objects.filter(proposal=proposal, undone_at=None).exists():
        raise NotReady(_("Usulan ini sudah diputus oleh forum. Batalkan putusan itu dahulu bila hendak diubah."))
