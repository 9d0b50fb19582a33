"""Figures of requests by a stated method: each request received in a year is counted once, as it stands on a day.

received = in time + late + open + with the applicant + overdue + lapsed + withdrawn + moved, always.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from selaras.disclosure.models import Answer, Clock, Objection, Part, Pause, PublicBody, Request
from selaras.disclosure.terms import workdays_in
from selaras.engines.workdays import Workdays
from selaras.government.models import Calendar

State = Request.State
FEW = 5  # below so many answers a median tells of single cases, not of the body


@dataclass(frozen=True)
class Fates:
    """Where the requests stand; these parts never overlap and leave nothing out."""

    in_time: int = 0
    late: int = 0
    open: int = 0  # the body's turn, its day not over
    waiting: int = 0  # the applicant's turn: to be completed
    overdue: int = 0  # the body's turn, its day over
    lapsed: int = 0
    withdrawn: int = 0
    moved: int = 0

    @property
    def received(self) -> int:
        return sum(getattr(self, field.name) for field in fields(self))

    @property
    def answered(self) -> int:
        return self.in_time + self.late

    def __add__(self, other: Fates) -> Fates:
        return Fates(**{name: getattr(self, name) + getattr(other, name) for name in NAMES})


NAMES = tuple(field.name for field in fields(Fates))


@dataclass(frozen=True)
class Pace:
    """Working days from the day a request was complete to its answer, pauses left out."""

    answered: int
    median: int | None
    ninetieth: int | None  # nine of ten came within so many


@dataclass(frozen=True)
class Figures:
    """All figures of one set of requests."""

    year: int
    on: date
    fates: Fates
    by_body: dict[int, Fates]  # of those that received anything
    passed_on: int  # came from another body, and so are counted there as moved
    complete_at_first: int
    incomplete_at_first: int
    unchecked: int
    pace: Pace
    outcomes: dict[str, int]
    articles: dict[str, int]
    reasons: dict[str, int]  # not held, not documented
    objections: dict[str, int]
    disputes: dict[str, int]
    synthetic: bool

    @property
    def share_complete(self) -> Fraction | None:
        """Of those that were checked."""
        checked = self.complete_at_first + self.incomplete_at_first
        return Fraction(self.complete_at_first, checked) if checked else None

    @property
    def share_in_time(self) -> Fraction | None:
        """Of all whose day is over or whose answer is there: what is overdue counts as not in time."""
        fates = self.fates
        whole = fates.in_time + fates.late + fates.overdue
        return Fraction(fates.in_time, whole) if whole else None


def received_in(year: int, body: PublicBody | None = None) -> QuerySet[Request]:
    """By the day on which they came in; a request that was passed on keeps its first day."""
    found = Request.objects.filter(received_on__gte=date(year, 1, 1), received_on__lte=date(year, 12, 31)).order_by()
    return found.filter(body=body) if body else found


def years() -> list[int]:
    """From the newest in which anything was received to the first; by two looks at an index."""
    ends = Request.objects.order_by().aggregate(first=Min("received_on"), last=Max("received_on"))
    return list(range(ends["last"].year, ends["first"].year - 1, -1)) if ends["last"] else []


def fates_by_body(requests: QuerySet[Request], on: date) -> dict[int, Fates]:
    """Three grouped queries, whatever the number of requests."""
    clocks = Clock.objects.filter(request__in=requests).order_by()
    answers = clocks.filter(kind=Clock.Kind.ANSWER, state=Clock.State.LATE, request__state=State.ANSWERED)
    bound = clocks.filter(kind__in=["check", "answer"], state=Clock.State.RUNNING, due_on__lt=on)
    late = _counted(answers, "request__body")
    overdue = _counted(bound.filter(request__state__in=[State.CHECKING, State.OPEN]), "request__body")
    states: dict[int, Counter[str]] = defaultdict(Counter)
    for body, state, many in requests.values_list("body", "state").annotate(many=Count("pk")):
        states[body][state] = many
    return {body: _fates(many, late.get(body, 0), overdue.get(body, 0)) for body, many in states.items()}


def _fates(states: Counter[str], late: int, overdue: int) -> Fates:
    return Fates(
        in_time=states[State.ANSWERED] - late,
        late=late,
        open=states[State.CHECKING] + states[State.OPEN] - overdue,
        waiting=states[State.INCOMPLETE],
        overdue=overdue,
        lapsed=states[State.LAPSED],
        withdrawn=states[State.WITHDRAWN],
        moved=states[State.MOVED],
    )


def figures(year: int, on: date, body: PublicBody | None = None) -> Figures:
    """Some sixteen queries, whatever the number of requests."""
    requests = received_in(year, body)
    found = fates_by_body(requests, on)
    own = requests.filter(moved_from=None)  # a request passed on was checked once, where it came in
    checked = Counter(dict(own.values_list("complete_at_first").annotate(many=Count("pk"))))
    first = Answer.objects.filter(request__in=requests, objection=None).order_by()
    return Figures(
        year=year,
        on=on,
        fates=sum(found.values(), Fates()),
        by_body=found,
        passed_on=requests.exclude(moved_from=None).count(),
        complete_at_first=checked[True],
        incomplete_at_first=checked[False],
        unchecked=checked[None],
        pace=pace(requests),
        outcomes=_counted(first, "outcome"),
        articles=_counted(Part.objects.filter(answer__in=first, fate=Part.Fate.WITHHELD).order_by(), "article"),
        reasons=_counted(Part.objects.filter(answer__in=first, fate__startswith="not_").order_by(), "fate"),
        objections=_objections(requests),
        disputes=_disputes(requests),
        synthetic=requests.filter(synthetic=True).exists(),
    )


def _counted(rows: QuerySet[Any], by: str) -> dict[Any, int]:
    """The most frequent first."""
    found = dict(rows.values_list(by).annotate(many=Count("pk")))
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _objections(requests: QuerySet[Request]) -> dict[str, int]:
    """By decision; `open` has none yet."""
    found = _counted(Objection.objects.filter(request__in=requests).order_by(), "decision")
    return {name or "open": many for name, many in found.items()}


def _disputes(requests: QuerySet[Request]) -> dict[str, int]:
    """By outcome; `open` is not closed."""
    rows = Objection.objects.filter(request__in=requests, dispute__isnull=False).order_by()
    return {name or "open": many for name, many in _counted(rows, "dispute__outcome").items()}


def pace(requests: QuerySet[Request]) -> Pace:
    """Exact, from pairs of days that many requests share; what pauses took is taken off one by one."""
    answered = {"request__in": requests, "kind": Clock.Kind.ANSWER, "request__state": State.ANSWERED}
    clocks = Clock.objects.filter(**answered, done_on__isnull=False).order_by()
    days: Counter[int] = Counter()
    calendars = _Calendars()
    for calendar, starts, done, many in clocks.values_list("calendar", "starts_on", "done_on").annotate(
        many=Count("pk")
    ):
        days[calendars[calendar].between(starts, done)] += many
    for whole, still in _paused(clocks, calendars):
        days[whole] -= 1
        days[whole - still] += 1
    return Pace(days.total(), percentile(days, Fraction(1, 2)), percentile(days, Fraction(9, 10)))


class _Calendars(dict[int, Workdays]):
    """Each calendar, read when it is first asked for; a region has few."""

    def __missing__(self, pk: int) -> Workdays:
        self[pk] = workdays_in(Calendar.objects.get(pk=pk))
        return self[pk]


def _paused(clocks: QuerySet[Clock], calendars: Mapping[int, Workdays]) -> Iterator[tuple[int, int]]:
    """Of each clock that was paused its days, and those that pauses took; the day on which one ends counts again."""
    paused = clocks.filter(pk__in=Pause.objects.order_by().values("clock")).prefetch_related("pauses")
    for clock in paused.defer("derivation"):
        calendar, done = calendars[clock.calendar_id], clock.done_on or clock.starts_on
        still = {
            day
            for one in clock.pauses.all()
            for day in map(date.fromordinal, range(one.begins_on.toordinal(), (one.ends_on or done).toordinal()))
            if clock.starts_on < day <= done and calendar.is_workday(day)
        }
        yield calendar.between(clock.starts_on, done), len(still)


def percentile(days: Mapping[int, int], share: Fraction) -> int | None:
    """The smallest number of days within which that share of all lies (nearest rank); none without any."""
    total = sum(days.values())
    wanted = -(-total * share.numerator // share.denominator)
    ordered = sorted(days)
    reached = accumulate(days[day] for day in ordered)
    return next((day for day, so_far in zip(ordered, reached, strict=True) if so_far >= max(wanted, 1)), None)
