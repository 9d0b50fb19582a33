"""Aligning proposals with the plan: the catalogue entry each comes nearest to, who would carry it out, duplicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.engines import matching
from selaras.forum.bulk import update_each
from selaras.forum.guards import require_open
from selaras.forum.handling import field_of, handler_of, is_sent_on, sent_on
from selaras.forum.likeness import Likeness, compare, read
from selaras.forum.models import Confirmation, DuplicateGroup, Forum, GroupMember, Match, Proposal, Recommendation
from selaras.forum.verdicts import Group, laid_over, verdicts_on
from selaras.government.queries import AgencyFinder

ATTEMPTS = 3  # of comparing while everybody goes on working


@dataclass(frozen=True)
class Aligned:
    """How many proposals fit an entry, have a body to carry them out, were sent on to another, lie in groups."""

    proposals: int
    fitting: int
    handled: int
    sent_on: int
    groups: int


def align(forum: Forum, *, actor: Actor) -> Aligned:
    """Align every proposal that stands anew.

    Comparing takes seconds and holds nobody up; it is done again where a proposal or the catalogue changed meanwhile.
    Raises NotReady where the catalogue is still empty, Locked.
    """
    with transaction.atomic():  # told before it is compared, and asked again when it is written
        require_open(forum)
    for _ in range(ATTEMPTS):
        texts = read(forum)
        likeness = compare(forum, texts)
        with transaction.atomic():
            require_open(forum)
            if read(forum) == texts:
                return _write(forum, likeness, actor)
    with transaction.atomic():  # a register that never rests is held still
        require_open(forum)
        return _write(forum, compare(forum, read(forum)), actor)


def _write(forum: Forum, likeness: Likeness, actor: Actor) -> Aligned:
    standing = Proposal.objects.filter(forum=forum, ending="")
    proposals = list(standing.select_related("agency", "handler").order_by("number"))
    placed = _place(forum, proposals, likeness.matches)
    Match.objects.filter(proposal__forum=forum).delete()
    Match.objects.bulk_create(_kept(proposals, likeness.matches), batch_size=500)
    update_each(("code", "handler"), placed)
    told = [sent_on(proposal) for proposal in proposals if is_sent_on(proposal) and not proposal.routed]
    Recommendation.objects.filter(proposal__forum=forum, by=Recommendation.By.ALIGNING).delete()
    Recommendation.objects.bulk_create(told, batch_size=500)
    aligned = Aligned(
        proposals=len(proposals),
        fitting=sum(bool(proposal.code) for proposal in proposals),
        handled=sum(proposal.handler is not None for proposal in proposals),
        sent_on=len(told),
        groups=_group(forum, proposals, likeness.groups),
    )
    record("forum.aligned", actor=actor, subject=forum.slug, detail=asdict(aligned))
    return aligned


def _place(
    forum: Forum, proposals: Sequence[Proposal], found: Mapping[str, matching.Match]
) -> dict[int, tuple[str, int | None]]:
    """Give every proposal its entry and who carries it out; what a person confirmed or routed stays.

    Returns both, by key, of those that have another now than before.
    """
    rows = Confirmation.objects.filter(proposal__forum=forum, catalogue=forum.catalogue)
    confirmed = dict(rows.values_list("proposal", "code"))
    agencies = AgencyFinder(forum.cycle.region)
    placed = {}
    for proposal in proposals:
        before, match = (proposal.code, proposal.handler_id), found[proposal.number]
        found_code = match.best[0].code if match.fits and match.best else ""
        proposal.code = confirmed.get(proposal.pk, found_code)
        if not proposal.routed:
            field, sure = field_of(confirmed.get(proposal.pk, ""), match.field.code, match.field.confidence)
            proposal.handler = handler_of(proposal.agency, field, sure, agencies)
        now = (proposal.code, proposal.handler_id)
        if now != before:
            placed[proposal.pk] = now
    return placed


def _kept(proposals: Sequence[Proposal], found: Mapping[str, matching.Match]) -> Iterator[Match]:
    for proposal in proposals:
        match = found[proposal.number]
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


def _group(forum: Forum, proposals: Sequence[Proposal], found: Sequence[Group]) -> int:
    """Write the groups that say the same thing, as people judged them; how many there are."""
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
