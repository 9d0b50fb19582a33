"""What a decision did not fund and those who proposed it may propose again in the year after."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from selaras.forum import queries, rules
from selaras.forum.models import Decision, Lineage, Outcome, Proposal
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of


def unfunded(person: Person, decision: Decision | None) -> QuerySet[Any]:
    """The rejected proposals that this person may propose again, each with `carried`: whether somebody has."""
    forum = decision.forum_id if decision else None
    rejected = Outcome.objects.filter(decision=decision, proposal=OuterRef("pk"), status=Proposal.Status.REJECTED)
    carried = Lineage.objects.filter(origin=OuterRef("pk"), kind=Lineage.Kind.CARRIED)
    found = queries.proposals_visible_to(person).filter(_own(person), Exists(rejected), forum=forum, ending="")
    return found.annotate(carried=Exists(carried))


def _own(person: Person) -> Q:
    if rules.runs_forum(person):
        return Q()
    roles = roles_of(person)
    own = Q(village__in=roles.regions(Role.Kind.VILLAGE_OPERATOR))
    return own | Q(district__in=roles.regions(Role.Kind.DISTRICT_OPERATOR))
