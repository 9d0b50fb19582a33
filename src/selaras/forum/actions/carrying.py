"""The forum of the next year: opened with what this one agreed on, and with what it could not fund proposed again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import queries, rules
from selaras.forum.actions.proposing import FORM, next_number
from selaras.forum.actions.remembering import remember
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.history import values_of
from selaras.forum.imports import digest_of
from selaras.forum.models import Criterion, Event, Forum, Lineage, Proposal
from selaras.people.models import Account
from selaras.planning import rules as planning
from selaras.planning.actions.calendar import seed_stages
from selaras.planning.actions.carrying import open_next_cycle

_SLUG = re.compile(r"[-a-z0-9]{1,50}")
_KEPT = ("host", "place", "catalogue", "rule", "synthetic", "publish_when_locked")
_CARRIED = (
    "source", "title", "problem", "district", "village", "rt", "rw", "address", "latitude", "longitude", "volume",
    "unit", "cost", "agency", "field_label", "proposer", "source_of_funds",
)  # fmt: skip
MOST_AT_ONCE = 200


@transaction.atomic
def open_next_forum(forum: Forum, *, slug: str, held_on: date, actor: Account) -> Forum:
    """The forum of the year after, in the next cycle, with the criteria, host, rule and catalogue of this one.

    The plan goes on as `planning.actions.carrying.open_next_cycle` says. Raises NotAllowed, NotReady where this forum
    has not decided, Incomplete.
    """
    if not planning.may_plan(actor):
        raise NotAllowed(_("Hanya Bappeda yang dapat membuka forum tahun berikutnya."))
    if queries.decision_in_force(forum) is None:
        raise NotReady(_("Forum ini belum memutuskan. Putuskan dahulu, lalu buka forum berikutnya."))
    _check(forum, slug, held_on)
    seed_stages(forum.cycle, on=forum.held_on, actor=actor)
    kept = {name: getattr(forum, name) for name in _KEPT}
    fresh = Forum.objects.create(
        slug=slug,
        name=_renamed(forum, held_on),
        held_on=held_on,
        cycle=open_next_cycle(forum.cycle, actor=actor),
        **kept,
    )
    criteria = list(forum.criteria.order_by("pk"))
    Criterion.objects.bulk_create(
        Criterion(forum=fresh, key=one.key, label=one.label, weight=one.weight, low=one.low, high=one.high)
        for one in criteria
    )
    detail = {"after": forum.slug, "rule": fresh.rule, "criteria": [[one.key, one.weight] for one in criteria]}
    record("forum.opened", actor=actor, subject=fresh.slug, detail=detail)
    return fresh


def _check(forum: Forum, slug: str, held_on: date) -> None:
    wrong = {}
    if not _SLUG.fullmatch(slug):
        wrong["slug"] = _("Pakai huruf kecil, angka, dan tanda hubung saja, misalnya kebumen-2022.")
    elif Forum.objects.filter(slug=slug).exists():
        wrong["slug"] = _("Nama pendek ini sudah dipakai forum lain.")
    if held_on <= forum.held_on:
        wrong["held_on"] = _("Hari sidangnya harus sesudah sidang tahun ini.")
    if wrong:
        raise Incomplete(wrong)


def _renamed(forum: Forum, held_on: date) -> str:
    """The name with its years moved on: that of the plan, and that in which the forum was held."""
    years = {str(forum.cycle.year): str(forum.cycle.year + 1), str(forum.held_on.year): str(held_on.year)}
    return re.sub(r"\d{4}", lambda found: years.get(found[0], found[0]), forum.name)


@transaction.atomic
def propose_again(proposal: Proposal, *, actor: Account) -> Proposal:
    """Propose what was not funded in the forum of the year after; the two stay linked. Proposed again before, it gives
    the proposal made then.

    Raises NotAllowed, NotReady where it was funded or there is no next forum, Locked.
    """
    following = queries.forum_after(proposal.forum)
    if following is None:
        raise NotReady(_("Forum tahun berikutnya belum dibuka. Tanyakan kepada Bappeda."))
    require_open(following)
    return _again(proposal, following, actor)


@transaction.atomic
def propose_all_again(proposals: Sequence[Proposal], *, actor: Account) -> int:
    """The same for many of one forum, all or none; how many were new. Raises as `propose_again` does."""
    if len(proposals) > MOST_AT_ONCE:
        raise NotReady(
            _("Paling banyak %(most)s usulan sekali jalan. Pilih satu desa dahulu.") % {"most": MOST_AT_ONCE}
        )
    known = Lineage.objects.filter(origin__in=proposals, kind=Lineage.Kind.CARRIED).count()
    for one in proposals:
        propose_again(one, actor=actor)
    return len(proposals) - known


def _again(proposal: Proposal, following: Forum, actor: Account) -> Proposal:
    if not rules.may_change(actor, proposal):
        raise NotAllowed(_("Akun Anda tidak berhak mengusulkan lagi usulan %(number)s.") % {"number": proposal.number})
    known = Lineage.objects.filter(origin=proposal, kind=Lineage.Kind.CARRIED).select_related("result").first()
    if known:
        return known.result
    outcome = queries.outcome_of(proposal, queries.decision_in_force(proposal.forum))
    if proposal.ending or outcome is None or outcome.status != Proposal.Status.REJECTED:
        told = {"number": proposal.number}
        raise NotReady(_("Usulan %(number)s sudah terjawab, jadi tidak perlu diusulkan lagi.") % told)
    place = proposal.village or proposal.district or following.cycle.region
    number = next_number(following, place)
    fresh = Proposal(forum=following, sender=FORM, number=number, own_number=number)
    for name in _CARRIED:
        setattr(fresh, name, getattr(proposal, name))
    fresh.digest = digest_of(fresh)
    fresh.save()
    Lineage.objects.create(origin=proposal, result=fresh, kind=Lineage.Kind.CARRIED)
    # Kept with the deed, so in Indonesian whatever language its doer reads.
    why = f"Lanjutan usulan {proposal.number} tahun {proposal.forum.cycle.year}."
    remember(fresh, Event.Kind.PROPOSED, actor=actor, after=values_of(fresh, _CARRIED), reason=why)
    remember(proposal, Event.Kind.CARRIED, actor=actor, after={"to": fresh.number, "year": following.cycle.year})
    return fresh
