"""Aligning proposals with the plan: the catalogue entry each comes nearest to, who would carry it out, duplicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.engines import matching
from selaras.engines.matching import duplicates as twins
from selaras.forum.errors import NotReady
from selaras.forum.guards import require_open
from selaras.forum.handling import field_of, handler_of, is_sent_on, sent_on
from selaras.forum.models import Confirmation, DuplicateGroup, Forum, GroupMember, Match, Proposal, Recommendation
from selaras.forum.teaching import taught
from selaras.forum.verdicts import Group, laid_over, verdicts_on
from selaras.government.models import Region
from selaras.government.queries import AgencyFinder
from selaras.planning.models import CatalogueEntry

SURE_DUPLICATE = twins.SURE_ENOUGH  # a group less sure than this waits for a person and does not bind the decision


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
    _place(forum, proposals, found)
    moved = [sent_on(proposal) for proposal in proposals if is_sent_on(proposal) and not proposal.routed]
    Match.objects.filter(proposal__forum=forum).delete()
    Match.objects.bulk_create(_kept(proposals, found), batch_size=500)
    Proposal.objects.bulk_update(proposals, ["code", "handler"], batch_size=300)
    Recommendation.objects.filter(proposal__forum=forum, by=Recommendation.By.ALIGNING).delete()
    Recommendation.objects.bulk_create(moved, batch_size=500)
    aligned = Aligned(
        proposals=len(proposals),
        fitting=sum(bool(proposal.code) for proposal in proposals),
        handled=sum(proposal.handler is not None for proposal in proposals),
        sent_on=len(moved),
        groups=_group(forum, proposals),
    )
    record("forum.aligned", actor=actor, subject=forum.slug, detail=asdict(aligned))
    return aligned


def _matches(forum: Forum, proposals: Sequence[Proposal]) -> Sequence[matching.Match]:
    entries = list(_entries(forum))
    if not entries:
        raise NotReady("Katalog program dan kegiatan masih kosong. Masukkan berkas katalog lebih dahulu.")
    learned = taught(forum.catalogue, {entry.code for entry in entries})
    return matching.Matcher(entries, confirmed=learned).match([proposal.title for proposal in proposals])


def _place(forum: Forum, proposals: Sequence[Proposal], found: Sequence[matching.Match]) -> None:
    """Give every proposal its entry and who carries it out; what a person confirmed or routed stays."""
    rows = Confirmation.objects.filter(proposal__forum=forum, catalogue=forum.catalogue)
    confirmed = dict(rows.values_list("proposal", "code"))
    agencies = AgencyFinder(forum.cycle.region)
    for proposal, match in zip(proposals, found, strict=True):
        found_code = match.best[0].code if match.fits and match.best else ""
        proposal.code = confirmed.get(proposal.pk, found_code)
        if not proposal.routed:
            field, sure = field_of(confirmed.get(proposal.pk, ""), match.field.code, match.field.confidence)
            proposal.handler = handler_of(proposal.agency, field, sure, agencies)


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
    """Find the groups that say the same thing, as people judged them; how many there are."""
    names = dict(Region.objects.values_list("code", "name"))
    found = [
        Group(group.ids, group.confidence, group.members[-1].reason[:400])
        for group in twins.duplicates([_twin(proposal) for proposal in proposals], names=names)
        if group.confidence >= SURE_DUPLICATE
    ]
    by_number = {proposal.number: proposal for proposal in proposals}
    DuplicateGroup.objects.filter(forum=forum).delete()
    return write_groups(forum, laid_over(found, verdicts_on(forum, by_number)), by_number)


def write_groups(forum: Forum, groups: Sequence[Group], by_number: Mapping[str, Proposal]) -> int:
    """Write groups of proposals that stand in none; how many there are."""
    rows = DuplicateGroup.objects.bulk_create(
        DuplicateGroup(
            forum=forum, key=group.key, confidence=group.confidence, reason=group.reason, judged=group.judged
        )
        for group in groups
    )
    GroupMember.objects.bulk_create(
        GroupMember(group=row, proposal=by_number[number], leads=number == group.ids[0])
        for row, group in zip(rows, groups, strict=True)
        for number in group.ids
    )
    return len(rows)


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
