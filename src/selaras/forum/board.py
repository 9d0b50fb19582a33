"""Who has sent what before which deadline: the villages of a region, district by district."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet, Sum

from selaras.forum.models import Event, Forum, Proposal
from selaras.government.models import Region


@dataclass(frozen=True)
class VillageLine:
    """What one village has sent: how many proposals, of how many rupiah, when the last came."""

    code: str
    name: str
    proposals: int
    cost: int
    last: datetime | None


@dataclass(frozen=True)
class DistrictLine:
    """The villages of one district, in the order of their codes."""

    code: str
    name: str
    villages: Sequence[VillageLine]

    @property
    def sent(self) -> int:
        return sum(village.proposals > 0 for village in self.villages)

    @property
    def silent(self) -> int:
        return len(self.villages) - self.sent

    @property
    def proposals(self) -> int:
        return sum(village.proposals for village in self.villages)

    @property
    def cost(self) -> int:
        return sum(village.cost for village in self.villages)

    @property
    def last(self) -> datetime | None:
        return max((village.last for village in self.villages if village.last), default=None)


def board(forum: Forum, proposals: QuerySet[Proposal]) -> list[DistrictLine]:
    """Every district of the forum's region with its villages; three queries, whatever their number.

    `proposals` are those the reader may see; only what villages themselves sent counts.
    """
    regions = Region.objects.filter(parent__parent=forum.cycle.region_id, level=Region.Level.VILLAGE)
    sent = _sent(proposals.filter(forum=forum, source=Proposal.Source.VILLAGE, ending=""))
    lines: dict[tuple[str, str], list[VillageLine]] = {}
    for code, name, district, district_name in regions.values_list("code", "name", "parent_id", "parent__name"):
        number, cost, last = sent.get(code, (0, 0, None))
        lines.setdefault((district, district_name), []).append(VillageLine(code, name, number, cost, last))
    return [DistrictLine(code, name, villages) for (code, name), villages in lines.items()]


def _sent(proposals: QuerySet[Proposal]) -> dict[str, tuple[int, int, datetime | None]]:
    rows = (
        proposals.order_by()
        .values("village")
        .annotate(number=Count("pk"), asked=Sum("cost"), last=Max("row__batch__received_at"))
        .values_list("village", "number", "asked", "last")
    )
    typed = _typed(proposals)
    return {
        village: (number, asked or 0, max(filter(None, (last, typed.get(village))), default=None))
        for village, number, asked, last in rows
        if village
    }


def _typed(proposals: QuerySet[Proposal]) -> dict[str, datetime]:
    """When each village last proposed by form."""
    events = Event.objects.filter(proposal__in=proposals, kind=Event.Kind.PROPOSED).order_by()
    return dict(events.values("proposal__village").annotate(last=Max("at")).values_list("proposal__village", "last"))
