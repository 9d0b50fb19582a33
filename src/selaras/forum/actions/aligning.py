"""Aligning proposals with the plan: the catalogue entry each comes nearest to, who would carry it out, duplicates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.engines import matching
from selaras.engines.matching import duplicates as twins
from selaras.forum.errors import NotReady
from selaras.forum.guards import require_open
from selaras.forum.models import DuplicateGroup, Forum, GroupMember, Match, Proposal, Recommendation
from selaras.government.models import Agency, Region
from selaras.government.queries import AgencyFinder
from selaras.planning.models import CatalogueEntry

SURE_DUPLICATE = twins.SURE_ENOUGH  # a group less sure than this waits for a person and does not bind the decision
SURE_FIELD = 0.5  # from here on the field of duty found in the words says who is competent


@dataclass(frozen=True)
class Aligned:
    """How many proposals fit an entry, have a body to carry them out, were sent on to another, lie in groups."""

    proposals: int
    fitting: int
    handled: int
    sent_on: int
    groups: int


@transaction.atomic
def align(forum: Forum, *, actor: Actor) -> Aligned:
    """Align every proposal that stands anew. Raises NotReady where the catalogue is still empty, Locked."""
    require_open(forum)
    standing = Proposal.objects.filter(forum=forum, ending="")
    proposals = list(standing.select_related("agency", "handler").order_by("number"))
    found = _matches(forum, proposals)
    agencies = AgencyFinder(forum.cycle.region)
    sent_on = []
    for proposal, match in zip(proposals, found, strict=True):
        proposal.code = match.best[0].code if match.fits and match.best else ""
        if proposal.routed:  # a person said who carries it out, and why
            continue
        proposal.handler = _handler(proposal.agency, match, agencies)
        if proposal.agency and proposal.handler and proposal.handler != proposal.agency:
            sent_on.append(_sent_on(proposal))
    Match.objects.filter(proposal__forum=forum).delete()
    Match.objects.bulk_create(_kept(proposals, found), batch_size=500)
    Proposal.objects.bulk_update(proposals, ["code", "handler"], batch_size=300)
    Recommendation.objects.filter(proposal__forum=forum, by=Recommendation.By.ALIGNING).delete()
    Recommendation.objects.bulk_create(sent_on, batch_size=500)
    aligned = Aligned(
        proposals=len(proposals),
        fitting=sum(bool(proposal.code) for proposal in proposals),
        handled=sum(proposal.handler is not None for proposal in proposals),
        sent_on=len(sent_on),
        groups=_group(forum, proposals),
    )
    record("forum.aligned", actor=actor, subject=forum.slug, detail=asdict(aligned))
    return aligned


def _matches(forum: Forum, proposals: Sequence[Proposal]) -> Sequence[matching.Match]:
    entries = list(_entries(forum))
    if not entries:
        raise NotReady("Katalog program dan kegiatan masih kosong. Masukkan berkas katalog lebih dahulu.")
    return matching.Matcher(entries).match([proposal.title for proposal in proposals])


def _entries(forum: Forum) -> Iterator[matching.Entry]:
    rows = {row.code: row for row in CatalogueEntry.objects.filter(catalogue=forum.catalogue)}
    for row in rows.values():
        if row.level == CatalogueEntry.Level.SUBACTIVITY:
            above = (rows.get(code) for code in _above(row.code))
            parents = tuple(parent.name for parent in above if parent)
            yield matching.Entry(row.code, row.name, row.performance, row.indicator, row.unit, row.definition, parents)


def _above(code: str) -> list[str]:
    """Field of duty, programme and activity of a subactivity's code."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in (2, 3, 5)]


def _handler(asked: Agency | None, match: matching.Match, agencies: AgencyFinder) -> Agency | None:
    """Who would carry it out: the agency asked where it holds the field found in the words, else the field's holder.

    Where the words do not say enough, the agency asked for keeps it; where neither says anything, nobody yet.
    """
    holders = agencies.holders(match.field.code) if match.field.confidence >= SURE_FIELD else []
    if asked and (not holders or asked in holders):
        return asked
    return holders[0] if holders else None


def _sent_on(proposal: Proposal) -> Recommendation:
    asked, handler = proposal.agency, proposal.handler
    reason = f"Diminta kepada {asked}, tetapi urusan ini dipegang {handler}; usulan diteruskan ke sana."
    level, by = Recommendation.Level.PARTNER, Recommendation.By.ALIGNING
    return Recommendation(proposal=proposal, level=level, by=by, reason=reason)


def _kept(proposals: Sequence[Proposal], found: Sequence[matching.Match]) -> Iterator[Match]:
    for proposal, match in zip(proposals, found, strict=True):
        yield Match(
            proposal=proposal,
            fits=match.fits,
            field_code=match.field.code,
            field_confidence=match.field.confidence,
            best=[
                {
                    "code": one.code,
                    "name": one.name,
                    "confidence": one.confidence,
                    "words": [word.text for word in one.words],
                }
                for one in match.best
            ],
        )


def _group(forum: Forum, proposals: Sequence[Proposal]) -> int:
    """Find the groups that say the same thing; how many there are."""
    names = dict(Region.objects.values_list("code", "name"))
    found = [
        group
        for group in twins.duplicates([_twin(proposal) for proposal in proposals], names=names)
        if group.confidence >= SURE_DUPLICATE
    ]
    DuplicateGroup.objects.filter(forum=forum).delete()
    by_number = {proposal.number: proposal for proposal in proposals}
    groups = DuplicateGroup.objects.bulk_create(
        DuplicateGroup(
            forum=forum,
            key=hashlib.sha256("\n".join(sorted(group.ids)).encode()).hexdigest()[:16],
            confidence=group.confidence,
            reason=group.members[-1].reason[:400],
        )
        for group in found
    )
    GroupMember.objects.bulk_create(
        GroupMember(group=row, proposal=by_number[number], leads=number == group.kept)
        for row, group in zip(groups, found, strict=True)
        for number in group.ids
    )
    return len(groups)


def _twin(proposal: Proposal) -> twins.Proposal:
    return twins.Proposal(
        proposal.number,
        proposal.title,
        proposal.village_id or proposal.district_id or "",
        rt=proposal.rt,
        rw=proposal.rw,
        source=proposal.source,
        volume=proposal.volume,
        unit=proposal.unit,
    )
