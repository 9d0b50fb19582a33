"""Undoing a deed on a proposal: what it changed goes back, where nothing was built on it since.

Both the deed and its undoing stay in the history.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.recommending import may_recommend, told_of
from selaras.forum.actions.remembering import remember
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.history import values_of
from selaras.forum.models import Event, Lineage, Proposal, Recommendation
from selaras.people.models import Account, Role
from selaras.people.queries import Person, roles_of

Kind = Event.Kind


def may_undo(person: Person, event: Event) -> bool:
    """Who may do a deed may undo it; who sent a proposal on may call it back."""
    return event.kind in _MAY and _is_whole(event) and _MAY[event.kind](person, event)


def _sent_it_on(person: Person, event: Event) -> bool:
    sender = (event.before or {}).get("handler") or event.proposal.agency_id
    return rules.runs_forum(person) or sender in roles_of(person).agencies(Role.Kind.AGENCY_PLANNER)


_MAY: Mapping[str, Callable[[Person, Event], bool]] = {
    Kind.CORRECTED: lambda person, event: rules.may_change(person, event.proposal),
    Kind.WITHDRAWN: lambda person, event: rules.may_change(person, event.proposal),
    Kind.REROUTED: _sent_it_on,
    Kind.MERGED: lambda person, event: rules.may_reshape(person, event.proposal),
    Kind.SPLIT: lambda person, event: rules.may_reshape(person, event.proposal),
    Kind.RECOMMENDED: lambda person, event: may_recommend(person, (event.after or {})["level"], event.proposal),
}


def _is_whole(event: Event) -> bool:
    """A merge is undone by the event of the proposal that took the others in."""
    return event.kind != Kind.MERGED or "from" in (event.after or {})


@transaction.atomic
def undo(event: Event, *, actor: Account) -> Event:
    """Take a deed back. Raises NotAllowed, NotReady where it was undone before or changed since, Locked."""
    require_open(event.proposal.forum)
    if not may_undo(actor, event):
        raise NotAllowed(_("Akun Anda tidak dapat membatalkan tindakan ini."))
    if Event.objects.filter(undoes=event).exists():
        raise NotReady(_("Tindakan ini sudah dibatalkan."))
    proposal = Proposal.objects.select_for_update().get(pk=event.proposal_id)
    proposal.forum = event.proposal.forum
    before, after = dict(event.before or {}), dict(event.after or {})
    _BACK.get(event.kind, _columns_back)(event, proposal, before, after, actor)
    return remember(proposal, Kind.UNDONE, actor=actor, before=event.after, after=event.before, undoes=event)


def _columns_back(
    _event: Event, proposal: Proposal, before: dict[str, Any], after: dict[str, Any], _actor: Account
) -> None:
    """Give columns their former values, where they still have those of the deed."""
    names = [name for name in before if name in _COLUMNS]
    if values_of(proposal, names) != {name: after.get(name) for name in names}:
        raise NotReady(_("Usulan ini sudah diubah lagi sesudahnya. Batalkan dahulu perubahan yang terakhir."))
    for name in names:
        column = _COLUMNS[name]
        setattr(proposal, column.attname, None if before[name] is None else column.to_python(before[name]))
    if names:
        proposal.save(update_fields=names)


_COLUMNS: Mapping[str, models.Field[Any, Any]] = {one.name: one for one in Proposal._meta.concrete_fields}


def _merge_back(event: Event, leader: Proposal, before: dict[str, Any], after: dict[str, Any], actor: Account) -> None:
    _columns_back(event, leader, before, after, actor)
    merged = Lineage.objects.filter(result=leader, kind=Lineage.Kind.MERGED, origin__number__in=after["from"])
    for line in merged.select_related("origin__forum"):
        _stands_again(line.origin, Kind.MERGED, actor)
        line.delete()


def _split_back(
    _event: Event, whole: Proposal, _before: dict[str, Any], _after: dict[str, Any], actor: Account
) -> None:
    """The original stands again, its pieces are withdrawn; not where something was done with a piece meanwhile."""
    pieces = [line.result for line in Lineage.objects.filter(origin=whole, kind=Kind.SPLIT).select_related("result")]
    if Event.objects.filter(proposal__in=pieces).exclude(kind=Kind.PROPOSED).exists():
        raise NotReady(_("Salah satu bagiannya sudah diubah atau direkomendasikan. Batalkan itu dahulu."))
    for one in pieces:
        one.forum, one.ending = whole.forum, Proposal.Ending.WITHDRAWN
        one.save(update_fields=["ending"])
        told = {"ending": str(one.ending)}
        reason = f"Pemecahan usulan {whole.number} dibatalkan."
        remember(one, Kind.WITHDRAWN, actor=actor, before={"ending": ""}, after=told, reason=reason)
    Lineage.objects.filter(origin=whole, kind=Kind.SPLIT).delete()
    whole.ending = ""
    whole.save(update_fields=["ending"])


def _stands_again(one: Proposal, kind: str, actor: Account) -> None:
    one.ending = ""
    one.save(update_fields=["ending"])
    done = Event.objects.filter(proposal=one, kind=kind, undone_by=None).order_by("-pk").first()
    before = {"ending": Proposal.Ending.MERGED.value}
    remember(one, Kind.UNDONE, actor=actor, before=before, after={"ending": ""}, undoes=done)


def _word_back(
    _event: Event, proposal: Proposal, before: dict[str, Any], after: dict[str, Any], _actor: Account
) -> None:
    """What the level said before stands again; where it had said nothing, nothing."""
    level = after.pop("level")
    said = Recommendation.objects.filter(proposal=proposal, level=level).exclude(by=Recommendation.By.ALIGNING).first()
    if told_of(said) != after or said is None:
        raise NotReady(_("Rekomendasi ini sudah diganti. Batalkan dahulu yang terakhir."))
    if not before:
        said.delete()
        return
    volume = before["volume"]
    said.by, said.supports, said.cost, said.reason = before["by"], before["supports"], before["cost"], before["reason"]
    said.volume, said.changes = None if volume is None else Decimal(volume), before["changes"]
    said.made_by_id, said.made_at = before["made_by"], None
    said.save()


_BACK: Mapping[str, Callable[[Event, Proposal, dict[str, Any], dict[str, Any], Account], None]] = {
    Kind.MERGED: _merge_back,
    Kind.SPLIT: _split_back,
    Kind.RECOMMENDED: _word_back,
}
