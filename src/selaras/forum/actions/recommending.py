"""What a district, an agency or Bappeda says of a proposal: whether it supports it, with which amounts, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.remembering import remember
from selaras.forum.amounts import too_large
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.history import plain
from selaras.forum.models import Event, Proposal, Recommendation
from selaras.people.models import Account
from selaras.people.queries import Person

Level = Recommendation.Level
_MAY: Mapping[str, Callable[[Person, Proposal], bool]] = {
    Level.DISTRICT: rules.recommends_for_district,
    Level.AGENCY: rules.recommends_for_agency,
    Level.PARTNER: lambda person, _proposal: rules.recommends_for_bappeda(person),
}
_KEPT = ("by", "supports", "volume", "cost", "reason", "changes")


@dataclass(frozen=True)
class Word:
    """What a level says; without volume and cost it takes what was asked for."""

    supports: bool
    volume: Decimal | None = None
    cost: int | None = None
    reason: str = ""


def may_recommend(person: Person, level: str, proposal: Proposal) -> bool:
    return level in _MAY and _MAY[level](person, proposal)


@transaction.atomic
def recommend(proposal: Proposal, level: str, word: Word, *, actor: Account) -> Recommendation:
    """Record the word of a level; it replaces what that level said before, which stays in the event.

    Raises NotAllowed, NotReady, Incomplete where a refusal or a change has no reason, Locked.
    """
    require_open(proposal.forum)
    now = Proposal.objects.select_for_update().get(pk=proposal.pk)
    now.forum = proposal.forum
    return _say(now, level, word, actor)


@transaction.atomic
def recommend_many(proposals: Sequence[Proposal], level: str, word: Word, *, actor: Account) -> int:
    """The same word for many proposals of one forum, all or none. Raises as `recommend` does."""
    if not proposals:
        raise NotReady(_("Pilih dahulu usulan yang direkomendasikan."))
    if word.volume is not None or word.cost is not None:
        raise NotReady(_("Volume dan biaya diubah satu per satu, karena setiap usulan berbeda."))
    forum = proposals[0].forum
    require_open(forum)
    found = Proposal.objects.select_for_update().filter(pk__in=[one.pk for one in proposals], forum=forum)
    for one in found.order_by("pk"):
        one.forum = forum
        _say(one, level, word, actor)
    return len(proposals)


def _say(proposal: Proposal, level: str, word: Word, actor: Account) -> Recommendation:
    if not may_recommend(actor, level, proposal):
        raise NotAllowed(_("Akun Anda tidak berhak merekomendasikan usulan %(number)s.") % {"number": proposal.number})
    if proposal.ending:
        told = {"number": proposal.number, "ending": _(proposal.get_ending_display())}
        raise NotReady(_("Usulan %(number)s sudah %(ending)s.") % told)
    changes = _changes(proposal, word)
    _check(word, changes)
    said = Recommendation.objects.filter(proposal=proposal, level=level).exclude(by=Recommendation.By.ALIGNING).first()
    before = told_of(said)
    said = said or Recommendation(proposal=proposal, level=level)
    said.by, said.supports, said.volume, said.cost = Recommendation.By.PERSON, word.supports, word.volume, word.cost
    said.reason, said.changes, said.made_by, said.made_at = word.reason.strip(), changes, actor, timezone.now()
    said.save()
    after = {"level": str(level), **(told_of(said) or {})}
    remember(proposal, Event.Kind.RECOMMENDED, actor=actor, before=before, after=after, reason=said.reason)
    return said


def _changes(proposal: Proposal, word: Word) -> bool:
    """Whether the level asks for something else than the sender did; a refusal recommends no amount."""
    volume = word.volume is not None and word.volume != proposal.volume
    return word.supports and (volume or (word.cost is not None and word.cost != proposal.cost))


def _check(word: Word, changes: bool) -> None:
    reason = word.reason.strip()
    if not word.supports and not reason:
        raise Incomplete({"reason": _("Tulis alasan tidak mendukung. Pengusul dan warga membacanya.")})
    if changes and not reason:
        raise Incomplete({"reason": _("Tulis alasan volume atau biayanya berubah.")})
    if word.volume is not None and word.volume <= 0:
        raise Incomplete({"volume": _("Volume harus lebih dari nol, atau kosong.")})
    if word.cost is not None and word.cost <= 0:
        raise Incomplete({"cost": _("Biaya harus lebih dari nol, atau kosong.")})
    if wrong := too_large(word.volume, word.cost):
        raise Incomplete(wrong)


def told_of(said: Recommendation | None) -> dict[str, Any] | None:
    """A recommendation as an event keeps it."""
    if said is None:
        return None
    return plain({name: getattr(said, name) for name in _KEPT} | {"made_by": said.made_by_id})
