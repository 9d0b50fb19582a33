"""What waits on the alignment desk: matches, duplicates, overlaps and findings of which nobody has said anything."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from selaras.forum import rules
from selaras.forum.handling import in_hands_of
from selaras.forum.models import DuplicateGroup, Finding, Forum, Overlap, OverlapVerdict, Proposal, Settlement
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.planning.models import WorkPlanItem

DOUBTFUL = 0.5  # a match less sure than this waits for a person
_SURE = "match__best__0__confidence"


def matches_of(person: Person, forum: Forum) -> QuerySet[Proposal]:
    """The aligned proposals whose match this person may confirm."""
    aligned = Proposal.objects.filter(forum=forum, ending="", match__isnull=False)
    if rules.runs_forum(person):
        return aligned
    own = roles_of(person).agencies(Role.Kind.AGENCY_PLANNER)
    return aligned.filter(in_hands_of(own))


def unconfirmed(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Those that nobody confirmed in the catalogue of today, the most doubtful first."""
    confirmed = Q(confirmation__isnull=False, confirmation__catalogue=F("forum__catalogue"))
    return proposals.exclude(confirmed).order_by(F(_SURE).asc(nulls_first=True), "number")


def doubtful(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return proposals.filter(Q(match__fits=False) | Q(**{f"{_SURE}__lt": DOUBTFUL}))


def unjudged_groups(forum: Forum) -> QuerySet[DuplicateGroup]:
    """The least sure first."""
    return DuplicateGroup.objects.filter(forum=forum, judged=False).order_by("confidence", "pk")


def unjudged_overlaps(forum: Forum) -> QuerySet[Overlap]:
    said = OverlapVerdict.objects.filter(forum=forum, first=OuterRef("first"), second=OuterRef("second"))
    return Overlap.objects.filter(~Exists(said), forum=forum)


def findings_of(person: Person, forum: Forum) -> QuerySet[Finding]:
    """The findings on the plan lines that this person may settle."""
    findings = Finding.objects.filter(forum=forum)
    if rules.runs_forum(person):
        return findings
    own = roles_of(person).agencies(Role.Kind.AGENCY_PLANNER)
    return findings.filter(item__in=WorkPlanItem.objects.filter(cycle=forum.cycle_id, agency__in=own).values("key"))


def still_open(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    return findings.exclude(Exists(settlement()))


def settled(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    return findings.filter(Exists(settlement()))


def settlement() -> QuerySet[Settlement]:
    """The settlement of the finding that an outer query looks at."""
    same = {name: OuterRef(name) for name in ("forum", "item", "kind", "sentence")}
    return Settlement.objects.filter(**same)
