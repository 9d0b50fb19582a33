"""At which levels a person recommends, and which proposals wait there for a word."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from selaras.forum.handling import in_hands_of
from selaras.forum.models import Forum, Proposal, Recommendation
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Level = Recommendation.Level
_HELD = (
    (Level.DISTRICT, Role.Kind.DISTRICT_OPERATOR),
    (Level.AGENCY, Role.Kind.AGENCY_PLANNER),
    (Level.PARTNER, Role.Kind.PLANNER),
)


def levels_of(person: Person) -> list[Recommendation.Level]:
    """The levels whose word is this person's to give, in the order in which proposals pass them."""
    roles = roles_of(person)
    return [level for level, kind in _HELD if roles.any_of(kind)]


def standing_before(person: Person, forum: Forum, level: str) -> QuerySet[Proposal]:
    """The proposals of which this person may say the word of a level."""
    standing = Proposal.objects.filter(forum=forum, ending="")
    if level == Level.DISTRICT:
        return standing.filter(district__in=roles_of(person).regions(Role.Kind.DISTRICT_OPERATOR))
    if level == Level.AGENCY:
        return standing.filter(in_hands_of(roles_of(person).agencies(Role.Kind.AGENCY_PLANNER)))
    return standing


def with_word(proposals: QuerySet[Proposal], level: str, *, said: bool) -> QuerySet[Proposal]:
    """Those of which the level has said something, or has not yet."""
    words = Recommendation.objects.filter(proposal=OuterRef("pk"), level=level).exclude(by=Recommendation.By.ALIGNING)
    return proposals.filter(Exists(words) if said else ~Exists(words))
