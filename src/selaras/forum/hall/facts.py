"""What is said of the proposals of one item: what was asked, what the levels made of it, which motions wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from selaras.forum.models import AgendaItem, Motion, Proposal, Recommendation
from selaras.forum.recommendations import place_in_chain


@dataclass(frozen=True)
class Fact:
    """One proposal with the volume and the cost (rupiah) that the last level to name one recommends."""

    proposal: Proposal
    volume: Decimal | None
    cost: int | None
    level: str

    @property
    def changed(self) -> bool:
        return (self.volume, self.cost) != (self.proposal.volume, self.proposal.cost)


def facts_of(proposals: Sequence[Proposal]) -> list[Fact]:
    """Two queries with that of the proposals, however many there are."""
    said: dict[int, list[Recommendation]] = {proposal.pk: [] for proposal in proposals}
    told = Recommendation.objects.filter(proposal__in=proposals, supports=True).exclude(volume=None, cost=None)
    for one in sorted(told, key=lambda row: (place_in_chain(row.level), row.pk)):
        said[one.proposal_id].append(one)
    return [_fact(proposal, said[proposal.pk]) for proposal in proposals]


def _fact(proposal: Proposal, said: Sequence[Recommendation]) -> Fact:
    volume, cost, level = proposal.volume, proposal.cost, ""
    for one in said:
        volume = volume if one.volume is None else one.volume
        cost = cost if one.cost is None else one.cost
        level = one.level
    return Fact(proposal, volume, cost, level)


def proposals_of(item: AgendaItem) -> list[Proposal]:
    return list(item.proposals.select_related("village", "district", "handler", "agency").order_by("number"))


def open_motions(item: AgendaItem) -> list[Motion]:
    waiting = item.motions.filter(settled_at=None).select_related("proposal")
    return list(waiting.order_by("pk"))
