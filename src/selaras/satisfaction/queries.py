"""Everything that reads the satisfaction survey. Each page, file and feed starts from a `..._visible_to` function."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, QuerySet
from django.utils import timezone

from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.satisfaction import rules
from selaras.satisfaction.models import Answer, Desk, FollowUp, Result, Service, Survey
from selaras.satisfaction.scheme import asked_again_before


def services_at_desk_of(person: Person) -> QuerySet[Service]:
    """Which a person works with: of the own agency, and for who oversees, all."""
    found = Service.objects.select_related("agency")
    return found if rules.oversees(person) else found.filter(rules.at_own_agency(person))


def to_ask_again(person: Person, day: date) -> QuerySet[Service]:
    """Services at the person's desk whose newest survey ended too long ago, and about which none is open."""
    newest = services_at_desk_of(person).annotate(ended=Max("surveys__closes_on"))
    return newest.filter(ended__lt=asked_again_before(day)).exclude(surveys__state=Survey.State.OPEN)


def agencies_of(person: Person) -> QuerySet[Agency]:
    """For which a person may describe a service, as `rules.keeps_for` has it."""
    found = Agency.objects.order_by("name", "pk")
    return (
        found if rules.is_steward(person) else found.filter(pk__in=roles_of(person).agencies(Role.Kind.AGENCY_PLANNER))
    )


def surveys_visible_to(_person: Person) -> QuerySet[Survey]:
    """That there is a survey, what it asks and how long, is for everybody; what came in is not."""
    return Survey.objects.select_related("service__agency")


def surveys_at_desk_of(person: Person) -> QuerySet[Survey]:
    return surveys_visible_to(person).filter(service__in=services_at_desk_of(person))


def desk_named(service: Service, name: str) -> Desk | None:
    """Whatever its capitals and spaces."""
    return service.desks.filter(name__iexact=" ".join(name.split())).first()


def asked_today(code: str) -> Service | None:
    """The service of that code, where a survey about it takes answers today. One query."""
    today = timezone.localdate()
    running = Survey.objects.filter(state=Survey.State.OPEN, opens_on__lte=today, closes_on__gte=today)
    return Service.objects.select_related("agency").filter(code=code, surveys__in=running).first()


def answers_visible_to(person: Person) -> QuerySet[Answer]:
    """Forms as they were filled in: for the desk of the service, never for the public."""
    return Answer.objects.filter(survey__in=surveys_at_desk_of(person))


def results_visible_to(_person: Person) -> QuerySet[Result]:
    """What was published, for everybody: it holds nothing that could name a person."""
    return Result.objects.select_related("survey__service__agency")


def overdue_at_desk_of(person: Person, day: date) -> QuerySet[FollowUp]:
    """What was promised until an earlier day and of which nobody wrote what came of it; the longest overdue first."""
    late = FollowUp.objects.filter(outcome="", due_on__lt=day, survey__in=surveys_at_desk_of(person))
    return late.select_related("survey__service").order_by("due_on", "pk")


def published_before(survey: Survey) -> QuerySet[Survey]:
    """Earlier published periods of the same service, oldest first."""
    earlier = survey.service.surveys.filter(state=Survey.State.PUBLISHED, opens_on__lt=survey.opens_on)
    return earlier.order_by("opens_on", "pk")
