"""How each body of the network stands: what of its desk is formed, and whether the desk works."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, Max, Min, QuerySet
from django.utils import timezone

from selaras.disclosure.maturity import Score, scores
from selaras.disclosure.maturity.evidence import Tally
from selaras.disclosure.models import Answer, Clock, Officer, PublicBody
from selaras.disclosure.publication import Completeness, completeness_of
from selaras.disclosure.queries import clocks_visible_to, officers_in_post, overdue
from selaras.government.queries import NoSuchParameter
from selaras.people.queries import Person

Post = Officer.Post


class Stage(StrEnum):
    """From nothing to a desk at work; in this order."""

    NONE = "none"
    PARTLY = "partly"
    FORMED = "formed"
    WORKING = "working"


@dataclass(frozen=True)
class BodyState:
    """What is formed (decree, officers, desk) and what works, on one day."""

    body: PublicBody
    posts: frozenset[str]  # that are held
    published: Completeness
    overdue: int

    @property
    def decree(self) -> bool:
        return bool(self.body.decree)

    @property
    def officers(self) -> bool:
        """A PPID; where the body answers its own objections, its superior too."""
        needed = {Post.HEAD, Post.SUPERIOR} if self.body.superior_id == self.body.pk else {Post.HEAD}
        return needed <= self.posts

    @property
    def desk(self) -> bool:
        """Everybody can read where it is and when it is open."""
        return bool(self.body.address and self.body.hours)

    @property
    def formed(self) -> int:
        """Of three."""
        return self.decree + self.officers + self.desk

    @property
    def works(self) -> bool:
        """Something that must be published is there and fresh, and no term has passed."""
        return self.published.fresh > 0 and not self.overdue

    @property
    def stage(self) -> Stage:
        if self.formed == 3:
            return Stage.WORKING if self.works else Stage.FORMED
        return Stage.PARTLY if self.formed else Stage.NONE

    @property
    def rank(self) -> tuple[float, ...]:
        """Smaller is better: what is formed first, then what is published, then what is late."""
        return (-list(Stage).index(self.stage), -self.formed, -self.published.share, self.overdue)


@dataclass(frozen=True)
class Service:
    """How a body serves: its maturity by evidence, and the last day on which it published or answered anything."""

    score: Score | None
    last_on: date | None

    @property
    def in_time(self) -> Tally:
        """Of the requests whose day is over or whose answer is there, those that were answered in time."""
        parts = self.score.parts if self.score else ()
        return next((part.tally for part in parts if part.key == "in_time"), Tally(0, 0))


def states(bodies: Iterable[PublicBody], today: date) -> list[BodyState]:
    """In the order of the bodies. Four queries, and one for each kind of body among them."""
    chosen = list(bodies)
    posts: dict[int, set[str]] = defaultdict(set)
    for body, post in officers_in_post(today).filter(body__in=[body.pk for body in chosen]).values_list("body", "post"):
        posts[body].add(post)
    published, late = completeness_of(chosen, today), _overdue(chosen, today)
    return [BodyState(body, frozenset(posts[body.pk]), published[body.pk], late.get(body.pk, 0)) for body in chosen]


def state_of(body: PublicBody, today: date) -> BodyState:
    return states([body], today)[0]


def services(found: Iterable[BodyState], today: date) -> list[tuple[BodyState, Service]]:
    """A constant number of queries, some twenty-five: those of `maturity.scores`, and one."""
    rows = list(found)
    answered = Answer.objects.filter(request__body__in=[row.body for row in rows]).order_by()
    last = dict(answered.values_list("request__body").annotate(last=Max("made_at")))
    score = _scored(rows, today)
    told = []
    for row in rows:
        at = last.get(row.body.pk)
        days = [day for day in (row.published.last_on, timezone.localdate(at) if at else None) if day]
        told.append((row, Service(score.get(row.body.pk), max(days, default=None))))
    return told


def _scored(rows: Iterable[BodyState], today: date) -> dict[int, Score]:
    """By the body's key; none on a day for which no regulation gives a method."""
    try:
        return scores(PublicBody.objects.filter(pk__in=[row.body.pk for row in rows]), today)
    except NoSuchParameter:
        return {}


def overdue_by_body(person: Person, today: date) -> QuerySet[Clock, Any]:
    """Of each body that let a term pass: its `code` and `name`, how `many`, and the `oldest`. Most first."""
    clocks = overdue(clocks_visible_to(person), today).order_by()
    by_body = clocks.values(code=F("request__body__code"), name=F("request__body__name"))
    return by_body.annotate(many=Count("pk"), oldest=Min("due_on")).order_by("-many", "oldest", "code")


def stages(found: Iterable[BodyState]) -> list[tuple[Stage, int]]:
    """How many bodies stand where, the best first."""
    many = Counter(one.stage for one in found)
    return [(stage, many[stage]) for stage in reversed(Stage)]


def _overdue(bodies: list[PublicBody], today: date) -> dict[int, int]:
    clocks = overdue(Clock.objects.filter(request__body__in=[body.pk for body in bodies]), today).order_by()
    return dict(clocks.values_list("request__body").annotate(many=Count("pk")))
