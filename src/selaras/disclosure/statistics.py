"""Figures of requests by a stated method: each request received in a year is counted once, as it stands on a day.

received = in time + late + open + with the applicant + overdue + lapsed + withdrawn + moved, always.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet

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
    """From the newest in which anything was received to the first; by two looks at the ends of an index."""
    days = Request.objects.order_by("received_on").values_list("received_on", flat=True)
    first, last = days.first(), days.last()
    return list(range(last.year, first.year - 1, -1)) if first and last else []


class Group(NamedTuple):
    """So many requests of a body that stand alike."""

    body: int
    state: str
    complete_at_first: bool | None
    synthetic: bool
    passed_on: bool
    many: int


def groups_of(requests: QuerySet[Request]) -> list[Group]:
    """One query, answered by an index alone: all that a request tells of itself is counted from these groups."""
    passed_on = ExpressionWrapper(Q(moved_from__isnull=False), BooleanField())
    found = requests.order_by().annotate(passed_on=passed_on)
    rows = found.values_list("body", "state", "complete_at_first", "synthetic", "passed_on").annotate(many=Count("pk"))
    return [Group(*row) for row in rows]


def fates_by_body(requests: QuerySet[Request], on: date) -> dict[int, Fates]:
    """Three grouped queries, whatever the number of requests."""
    return _fates_by_body(groups_of(requests), requests, on)


def _fates_by_body(groups: Iterable[Group], requests: QuerySet[Request], on: date) -> dict[int, Fates]:
    # One join each, not the clocks of so many listed requests: so the database begins with the few that are late.
    bound = {"clocks__kind__in": Clock.OF_DESK, "clocks__state": Clock.State.RUNNING, "clocks__due_on__lt": on}
    answers = {"clocks__kind": Clock.Kind.ANSWER, "clocks__state": Clock.State.LATE}
    late = _counted(requests.filter(**answers, state=State.ANSWERED), "body")
    overdue = _counted(requests.filter(**bound, state__in=[State.CHECKING, State.OPEN]), "body")
    states: dict[int, Counter[str]] = defaultdict(Counter)
    for group in groups:
        states[group.body][group.state] += group.many
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
    """Nine queries, whatever the number of requests, and one for each calendar of their clocks."""
    requests = received_in(year, body)
    groups = groups_of(requests)
    found = _fates_by_body(groups, requests, on)
    # A request that was passed on was checked once, where it came in.
    checked = _summed((one.complete_at_first, one.many) for one in groups if not one.passed_on)
    first = Answer.objects.filter(request__in=requests, objection=None).order_by()
    articles, reasons = _kept_back(first)
    objections, disputes = _argued(requests)
    return Figures(
        year=year,
        on=on,
        fates=sum(found.values(), Fates()),
        by_body=found,
        passed_on=sum(one.many for one in groups if one.passed_on),
        complete_at_first=checked[True],
        incomplete_at_first=checked[False],
        unchecked=checked[None],
        pace=pace(requests),
        outcomes=_counted(first, "outcome"),
        articles=articles,
        reasons=reasons,
        objections=objections,
        disputes=disputes,
        synthetic=any(one.synthetic for one in groups),
    )


def _counted(rows: QuerySet[Any], by: str) -> dict[Any, int]:
    """The most frequent first."""
    return _most_first(Counter(dict(rows.values_list(by).annotate(many=Count("pk")))))


def _summed(pairs: Iterable[tuple[Any, int]]) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for name, many in pairs:
        found[name] += many
    return found


def _most_first(found: Counter[Any]) -> dict[Any, int]:
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _kept_back(answers: QuerySet[Answer]) -> tuple[dict[str, int], dict[str, int]]:
    """Of the parts that were not given: by article what was withheld, by fate what the body does not have."""
    fates = [fate for fate in Part.Fate if fate != Part.Fate.GIVEN]
    parts = Part.objects.filter(answer__in=answers, fate__in=fates).order_by()
    rows = list(parts.values_list("fate", "article").annotate(many=Count("pk")))
    articles = _summed((article, many) for fate, article, many in rows if fate == Part.Fate.WITHHELD)
    reasons = _summed((fate, many) for fate, _article, many in rows if fate != Part.Fate.WITHHELD)
    return _most_first(articles), _most_first(reasons)


def _argued(requests: QuerySet[Request]) -> tuple[dict[str, int], dict[str, int]]:
    """Objections by decision, and disputes by outcome; `open` has none yet."""
    found = Objection.objects.filter(request__in=requests).order_by()
    rows = list(found.values_list("decision", "dispute", "dispute__outcome"))
    decisions = Counter(decision or "open" for decision, _dispute, _outcome in rows)
    outcomes = Counter(outcome or "open" for _decision, dispute, outcome in rows if dispute)
    return _most_first(decisions), _most_first(outcomes)


def pace(requests: QuerySet[Request]) -> Pace:
    """Exact, from pairs of days that many requests share; what pauses took is taken off one by one."""
    answered = requests.filter(state=State.ANSWERED)
    clocks = Clock.objects.filter(request__in=answered, kind=Clock.Kind.ANSWER, done_on__isnull=False).order_by()
    days: Counter[int] = Counter()
    calendars = _Calendars()
    terms = clocks.values_list("calendar", "starts_on", "done_on").annotate(many=Count("pk"))
    for calendar, starts, done, many in terms:
        days[calendars[calendar].between(starts, done)] += many
    for whole, still in _paused(answered, calendars):
        days[whole] -= 1
        days[whole - still] += 1
    return Pace(days.total(), percentile(days, Fraction(1, 2)), percentile(days, Fraction(9, 10)))


class _Calendars(dict[int, Workdays]):
    """Each calendar, read when it is first asked for; a region has few."""

    def __missing__(self, pk: int) -> Workdays:
        self[pk] = workdays_in(Calendar.objects.get(pk=pk))
        return self[pk]


def _paused(requests: QuerySet[Request], calendars: Mapping[int, Workdays]) -> Iterator[tuple[int, int]]:
    """Of each answer's clock that was paused its days, and those that pauses took; the day on which one ends counts
    again.
    """
    pauses = Pause.objects.filter(
        clock__request__in=requests, clock__kind=Clock.Kind.ANSWER, clock__done_on__isnull=False
    )
    columns = ("clock", "clock__calendar", "clock__starts_on", "clock__done_on", "begins_on", "ends_on")
    rows = pauses.order_by("clock").values_list(*columns)
    for (_clock, number, starts, done), stretches in groupby(rows, key=lambda row: row[:4]):
        calendar = calendars[number]
        still = {
            day
            for *_, begins, ends in stretches
            for day in map(date.fromordinal, range(begins.toordinal(), (ends or done).toordinal()))
            if starts < day <= done and calendar.is_workday(day)
        }
        yield calendar.between(starts, done), len(still)


def percentile(days: Mapping[int, int], share: Fraction) -> int | None:
    """The smallest number of days within which that share of all lies (nearest rank); none without any."""
    total = sum(days.values())
    wanted = -(-total * share.numerator // share.denominator)
    ordered = sorted(days)
    reached = accumulate(days[day] for day in ordered)
    return next((day for day, so_far in zip(ordered, reached, strict=True) if so_far >= max(wanted, 1)), None)
