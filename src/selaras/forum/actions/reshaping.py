"""Merging, splitting and sending on: one proposal becomes another's part, several, or another agency's matter.

Every original stays, with its author, its own page and the way to undo what was done to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.remembering import remember
from selaras.forum.amounts import too_large
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.history import values_of
from selaras.forum.imports import digest_of
from selaras.forum.models import Event, Lineage, Proposal
from selaras.government.models import Agency
from selaras.people.models import Account

SEVERAL = 2


@dataclass(frozen=True)
class Piece:
    """What one of the proposals that a split makes asks for; all else it has from the original."""

    title: str
    volume: Decimal
    cost: int


@transaction.atomic
def merge(
    origins: Sequence[Proposal],
    into: Proposal,
    *,
    volume: Decimal | None = None,
    cost: int | None = None,
    reason: str,
    actor: Account,
) -> Event:
    """Let `into` stand for `origins`, which no longer compete.

    `volume`, `cost`: what it then asks for, where that changes. Returns the event of `into`, by which all of it is
    undone. Raises NotAllowed, NotReady, Incomplete, Locked.
    """
    require_open(into.forum)
    _require_reason(reason)
    leader, *others = _standing([into, *origins], actor)
    if not others or leader in others or any(one.forum_id != leader.forum_id for one in others):
        raise NotReady(_("Pilih usulan lain dari forum yang sama untuk digabung."))
    if any(amount is not None and amount <= 0 for amount in (volume, cost)):
        raise Incomplete({"cost": _("Volume dan biaya gabungan harus lebih dari nol.")})
    if wrong := too_large(volume, cost):
        raise Incomplete(wrong)
    before = values_of(leader, ("volume", "cost"))
    leader.volume = leader.volume if volume is None else volume
    leader.cost = leader.cost if cost is None else cost
    leader.save(update_fields=["volume", "cost"])
    for one in others:
        _end(one, Proposal.Ending.MERGED, {"into": leader.number}, reason, actor)
        Lineage.objects.create(origin=one, result=leader, kind=Lineage.Kind.MERGED)
    after = {**values_of(leader, ("volume", "cost")), "from": [one.number for one in others]}
    return remember(leader, Event.Kind.MERGED, actor=actor, before=before, after=after, reason=reason)


@transaction.atomic
def split(proposal: Proposal, pieces: Sequence[Piece], *, reason: str, actor: Account) -> list[Proposal]:
    """Make several proposals of one, which no longer competes itself.

    Raises NotAllowed, NotReady, Incomplete, Locked.
    """
    require_open(proposal.forum)
    _require_reason(reason)
    (whole,) = _standing([proposal], actor)
    if len(pieces) < SEVERAL:
        raise Incomplete({"pieces": _("Tulis sedikitnya dua bagian.")})
    if any(not one.title.strip() or one.volume <= 0 or one.cost <= 0 for one in pieces):
        raise Incomplete({"pieces": _("Setiap bagian perlu nama, volume, dan biaya lebih dari nol.")})
    if wrong := [sentence for one in pieces for sentence in too_large(one.volume, one.cost).values()]:
        raise Incomplete({"pieces": wrong[0]})
    taken = set(Proposal.objects.filter(forum=whole.forum).values_list("number", flat=True))
    made = [_piece(whole, one, _free(whole.number, taken)) for one in pieces]
    _end(whole, Proposal.Ending.SPLIT, {"into": [one.number for one in made]}, reason, actor)
    for one in made:
        Lineage.objects.create(origin=whole, result=one, kind=Lineage.Kind.SPLIT)
        after = {"title": one.title, "volume": one.volume, "cost": one.cost, "from": [whole.number]}
        remember(one, Event.Kind.PROPOSED, actor=actor, after=after, reason=reason)
    return made


@transaction.atomic
def reroute(proposal: Proposal, agency: Agency, *, reason: str, actor: Account) -> Event:
    """Send a proposal on to the agency that is to carry it out; aligning leaves that alone from then on.

    Which agency the sender asked for stays as it was. Raises NotAllowed, NotReady, Incomplete, Locked.
    """
    require_open(proposal.forum)
    _require_reason(reason)
    now = _held([proposal])[0]
    if not rules.may_reroute(actor, now):
        raise NotAllowed(
            _("Hanya Bappeda, sekretaris forum, atau perangkat daerah yang diminta yang dapat meneruskan.")
        )
    _require_standing(now)
    if agency.region_id != proposal.forum.cycle.region_id:
        raise Incomplete({"agency": _("Pilih perangkat daerah di daerah ini.")})
    if agency.pk == (now.handler_id or now.agency_id):
        raise NotReady(_("Usulan ini sudah di perangkat daerah itu."))
    before = values_of(now, ("handler", "routed"))
    now.handler, now.routed = agency, True
    now.save(update_fields=["handler", "routed"])
    after = values_of(now, ("handler", "routed"))
    return remember(now, Event.Kind.REROUTED, actor=actor, before=before, after=after, reason=reason)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Incomplete({"reason": _("Tulis alasannya, supaya pengusul dan warga mengerti.")})


def _held(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals as they are now, held until the transaction ends."""
    now = Proposal.objects.select_for_update().in_bulk([one.pk for one in proposals])
    for one in proposals:
        now[one.pk].forum = one.forum
    return [now[one.pk] for one in proposals]


def _standing(proposals: Sequence[Proposal], actor: Account) -> list[Proposal]:
    now = _held(proposals)
    for one in now:
        if not rules.may_reshape(actor, one):
            raise NotAllowed(
                _("Akun Anda tidak berhak menggabung atau memecah usulan %(number)s.") % {"number": one.number}
            )
        _require_standing(one)
    return now


def _require_standing(one: Proposal) -> None:
    if one.ending:
        raise NotReady(
            _("Usulan %(number)s sudah %(ending)s.") % {"number": one.number, "ending": _(one.get_ending_display())}
        )


def _end(one: Proposal, ending: str, where: dict[str, Any], reason: str, actor: Account) -> None:
    kind = Event.Kind.MERGED if ending == Proposal.Ending.MERGED else Event.Kind.SPLIT
    one.ending = ending
    one.save(update_fields=["ending"])
    after = {"ending": str(ending), **where}
    remember(one, kind, actor=actor, before={"ending": ""}, after=after, reason=reason)


def _piece(whole: Proposal, piece: Piece, number: str) -> Proposal:
    own = {field.name for field in Proposal._meta.concrete_fields} - {"id", "submission", "row", "status"}
    one = Proposal(**{name: getattr(whole, name) for name in own})
    one.number = one.own_number = number
    one.sender = f"Pecahan {whole.number}"
    one.title, one.volume, one.cost = piece.title.strip(), piece.volume, piece.cost
    one.digest = digest_of(one)
    one.save()
    return one


def _free(number: str, taken: set[str]) -> str:
    serial = 1
    while f"{number}-{serial}" in taken:
        serial += 1
    taken.add(f"{number}-{serial}")
    return f"{number}-{serial}"
