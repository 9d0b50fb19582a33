"""What lies at the desks of the openness room: whose cases, which of them first, and what is late anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, F, FilteredRelation, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from selaras.disclosure import queries, rules
from selaras.disclosure.gathering import Gathered
from selaras.disclosure.models import (
    Answer,
    Clock,
    Exemption,
    Hearing,
    IdentityDocument,
    Objection,
    PublicBody,
    Request,
)
from selaras.disclosure.publication import last_day_of_notice
from selaras.government.queries import in_force
from selaras.people.queries import Person

Kind, State = Clock.Kind, Clock.State
GRANTING = (Objection.Decision.GRANTED, Objection.Decision.PARTLY)


def to_answer_anew() -> QuerySet[Objection]:
    """Objections that a superior granted and after which nothing was answered."""
    since = Q(objection=OuterRef("pk")) | Q(
        objection=None, request=OuterRef("request"), made_at__gt=OuterRef("decided_at")
    )
    return Objection.objects.filter(~Exists(Answer.objects.filter(since)), decision__in=GRANTING)


def cases_for(person: Person) -> QuerySet[Any]:
    """The visible cases, each with what the person is to it: `at_desk`, at the body's `own_desk`, its `judge`."""

    def is_one_of(bodies: Q) -> Exists:
        return Exists(PublicBody.objects.filter(bodies, pk=OuterRef("body")))

    return queries.requests_visible_to(person).annotate(
        at_desk=is_one_of(rules.desks(person)),
        own_desk=is_one_of(rules.own_desks(person)),
        judge=is_one_of(rules.judged(person)),
        anew=Exists(to_answer_anew().filter(request=OuterRef("pk"))),
    )


def whole_cases_for(person: Person) -> QuerySet[Any]:
    """As `cases_for`, with what their page tells in the same query: the objection that there may be as `argued` with
    its dispute, what its grounds are in the words of its day, and what was gathered of papers and hearings.
    """
    papers = IdentityDocument.objects.filter(request=OuterRef("pk")).order_by()
    hearings = Hearing.objects.filter(dispute__objection__request=OuterRef("pk")).order_by()
    grounds = in_force("disclosure.objection_grounds", OuterRef("argued__received_on")).values("value")[:1]
    # At most one: its number is that of its case.
    argued = cases_for(person).annotate(argued=FilteredRelation("objections"))
    whole: QuerySet[Any] = argued.annotate(
        grounds=Subquery(grounds),
        gathered_papers=Gathered(papers, "id", "kind", "added_at"),
        gathered_hearings=Gathered(hearings, "id", "stage", "held_at", "place", "note"),
    )
    return whole.select_related("body__helper", "applicant", "moved_from", "argued__dispute")


def cases_at_desk(person: Person) -> QuerySet[Any]:
    """The cases of the own desks with the day that binds each, `due`, and whether it must be answered `anew`."""
    running = Clock.objects.filter(request=OuterRef("pk"), state=State.RUNNING, kind__in=Clock.OF_DESK)
    # The least, not the first in order: for an order SQLite would walk all running clocks instead of the few of a case.
    first = running.order_by().values("request").annotate(first=Min("due_on")).values("first")
    granted = to_answer_anew().filter(request=OuterRef("pk"))
    return (
        Request.objects.filter(body__in=queries.desks_of(person))
        .select_related("body")
        .annotate(
            anew=Exists(granted),
            due=Coalesce(
                Subquery(first),
                TruncDate(Subquery(granted.values("decided_at")[:1])),
            ),
        )
    )


def to_do(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Those of `cases_at_desk` on which the desk must do the next thing. Granted objections are few and listed once:
    asked of each case, whether it is among them costs more than all the rest.
    """
    anew = Q(pk__in=to_answer_anew().order_by().values("request"))
    return cases.filter(Q(state__in=[Request.State.CHECKING, Request.State.OPEN]) | anew)


def most_urgent_first(cases: QuerySet[Any]) -> QuerySet[Any]:
    """One that is paused has no day and comes last."""
    return cases.order_by(F("due").asc(nulls_last=True), "-received_on", "-pk")


def newest_first(cases: QuerySet[Any]) -> QuerySet[Any]:
    """For what is mostly over: an index has this order, however many cases the desk ever had."""
    return cases.order_by("-received_on", "-pk")


def in_order(cases: QuerySet[Any], keys: Sequence[int]) -> list[Any]:
    """Those with these keys as the keys stand, with the clocks that still run as `running`. Two queries.

    A page is chosen by keys first: what is told of a case is then counted for that page alone.
    """
    going = Clock.objects.filter(state__in=[State.RUNNING, State.PAUSED]).order_by("due_on", "pk")
    found = cases.filter(pk__in=keys).prefetch_related(Prefetch("clocks", going, to_attr="running")).in_bulk()
    return [found[key] for key in keys if key in found]


def late(cases: QuerySet[Any], today: date) -> QuerySet[Any]:
    return cases.filter(due__lt=today, state__in=[Request.State.CHECKING, Request.State.OPEN])


def objections_before(person: Person) -> QuerySet[Objection]:
    """Objections that this person has to answer as superior, the one that is due first on top, as `due`."""
    clock = Clock.objects.filter(request=OuterRef("request"), kind=Kind.SUPERIOR, state=State.RUNNING)
    judged = PublicBody.objects.filter(rules.judged(person))
    return (
        Objection.objects.filter(decided_at=None, request__body__in=judged)
        .select_related("request__body")
        .annotate(due=Subquery(clock.values("due_on")[:1]))
        .order_by("due", "pk")
    )


def exemptions_for(person: Person) -> QuerySet[Exemption]:
    """Every test of the bodies at whose desk the person works or which it judges, approved or not."""
    bodies = PublicBody.objects.filter(rules.desks(person)) | PublicBody.objects.filter(rules.judged(person))
    return Exemption.objects.filter(body__in=bodies).select_related("body")


def endings_for(person: Person, today: date) -> QuerySet[Exemption]:
    """Exemptions of the own desks that end soon, or are over and must be opened."""
    desks = PublicBody.objects.filter(rules.desks(person))
    return queries.exemptions().filter(body__in=desks, lasts_until__lte=last_day_of_notice(today))


def tests_before(person: Person) -> QuerySet[Exemption]:
    """Tests that wait for this person's approval."""
    judged = PublicBody.objects.filter(rules.judged(person))
    return Exemption.objects.filter(approved_at=None, opened_on=None, body__in=judged).select_related("body")


def usable_exemptions(body: PublicBody, today: date) -> QuerySet[Exemption]:
    """Those on which a refusal may rest today, as `actions.withholding.in_force` has it."""
    standing = queries.exemptions().filter(Q(lasts_until=None) | Q(lasts_until__gte=today))
    return standing.filter(body=body)


def overdue_everywhere(person: Person, today: date) -> QuerySet[Clock]:
    """Every term that a body of the network has let pass, the oldest first; of the cases only their numbers."""
    clocks = queries.overdue(queries.clocks_visible_to(person), today)
    return clocks.only("kind", "due_on", "state", "request__number", "request__body__name").order_by("due_on", "pk")
