"""Remembering what was done with a proposal: every action that changes one calls this in its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils import timezone

from selaras.audit.actions import Actor, record
from selaras.forum.canonical import digest
from selaras.forum.history import Deed, Values, plain
from selaras.forum.models import Event, Proposal
from selaras.government.models import Agency, Region
from selaras.people.models import Account, Role
from selaras.people.queries import Held, roles_of

_ONLOOKERS = (Role.Kind.OBSERVER, Role.Kind.PARTICIPANT, Role.Kind.AUDITOR)


def remember(
    proposal: Proposal,
    kind: str,
    *,
    actor: Actor,
    before: Values | None = None,
    after: Values | None = None,
    reason: str = "",
    undoes: Event | None = None,
) -> Event:
    """Write one deed on a proposal, and its entry in the log. Call inside the transaction of the deed.

    `kind` is one of `Event.Kind` or a word of your own (up to 30 signs); `before` and `after` hold fields and their
    values: models become their keys, numbers of a decimal kind their text.
    """
    event = _event(proposal, kind, actor, before, after, reason)
    event.undoes = undoes
    event.save()
    detail = {"before": event.before, "after": event.after, "reason": event.reason}
    subject = f"{proposal.forum.slug} {proposal.number}"[:120]
    record(f"proposal.{kind}", actor=actor, subject=subject, detail={key: one for key, one in detail.items() if one})
    return event


def remember_many(
    deeds: Iterable[Deed], kind: str, *, actor: Actor, subject: str, reason: str = "", detail: Values | None = None
) -> int:
    """Write the same kind of deed on many proposals with one entry in the log, which holds their digest.

    Returns how many there were.
    """
    bodies: dict[Held, str] = {}
    events = [_event(one.proposal, kind, actor, one.before, one.after, reason, bodies) for one in deeds]
    if events:
        Event.objects.bulk_create(events, batch_size=500)
        told = [[one.proposal.number, one.before, one.after] for one in events]
        log = {**(detail or {}), "count": len(events), "digest": digest(told), "reason": reason}
        record(f"proposals.{kind}", actor=actor, subject=subject, detail=log)
    return len(events)


def _event(
    proposal: Proposal,
    kind: str,
    actor: Actor,
    before: Values | None,
    after: Values | None,
    reason: str,
    bodies: dict[Held, str] | None = None,
) -> Event:
    person = actor if isinstance(actor, Account) else None
    return Event(
        proposal=proposal,
        kind=kind,
        at=timezone.now(),
        actor=person,
        actor_name=str(actor)[:150] if person else actor.get_username()[:150],
        body=_body_of(person, proposal, {} if bodies is None else bodies) if person else "",
        before=None if before is None else plain(before),
        after=None if after is None else plain(after),
        reason=reason.strip(),
    )


def _body_of(person: Account, proposal: Proposal, known: dict[Held, str]) -> str:
    """For which body a person acted on a proposal, in words that may be read by everybody."""
    near = {proposal.village_id: 4, proposal.district_id: 3}
    agencies = {proposal.handler_id, proposal.agency_id}
    held = max(roles_of(person), key=lambda one: _nearness(one, near, agencies), default=None)
    if held is None:
        return ""
    if held not in known:
        known[held] = _named(held)[:200]
    return known[held]


def _nearness(one: Held, near: Mapping[str | None, int], agencies: set[int | None]) -> int:
    if one.region:
        return near.get(one.region, 0)
    if one.agency:
        return 3 if one.agency in agencies else 0
    return 1 if one.kind in _ONLOOKERS else 2


def _named(one: Held) -> str:
    """The name of the body; of a role that is held for the whole region, the name of the role."""
    if one.region:
        region = Region.objects.get(pk=one.region)
        word = "Kecamatan" if region.level == Region.Level.DISTRICT else region.kind.capitalize() or "Desa"
        return region.name if region.name.startswith(word) else f"{word} {region.name}"
    if one.agency:
        return Agency.objects.get(pk=one.agency).name
    return str(Role.Kind(one.kind).label)
