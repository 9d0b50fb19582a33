"""What the system itself holds about how open a body is, counted for many bodies at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from selaras.disclosure.models import Exemption, Item, Officer, PublicBody, ReportText, Request, Training
from selaras.disclosure.publication import completeness_of, months_later
from selaras.disclosure.statistics import fates_by_body
from selaras.government.queries import parameter_value

DESK_FACTS = ("address", "phone", "email", "hours")


@dataclass(frozen=True)
class Tally:
    """So many of so many; where there is nothing to count, nothing is judged."""

    have: int
    of: int


Evidence = Mapping[str, Tally]  # by the key of the measure
_ByBody = dict[int, Tally]
_NONE = Tally(0, 0)


def gather(bodies: Sequence[PublicBody], day: date, rules: Mapping[str, Any]) -> dict[int, Evidence]:
    """By the body's key, each measure of `rules` (parameter disclosure.maturity.evidence). Some sixteen queries,
    whatever the number of bodies; a measure that a body has nothing for is a tally of nothing.
    """
    found: dict[int, dict[str, Tally]] = {body.pk: {} for body in bodies}
    for source in (_lists, _items, _exemptions, _requests, _organisation, _desks):
        for key, by_body in source(bodies, day, rules):
            for body, known in found.items():
                known[key] = by_body.get(body, _NONE)
    return dict(found)


def _lists(bodies: Sequence[PublicBody], day: date, _rules: Mapping[str, Any]) -> Iterator[tuple[str, _ByBody]]:
    complete = completeness_of(bodies, day)
    yield "published", {pk: Tally(one.published, one.required) for pk, one in complete.items()}
    yield "fresh", {pk: Tally(one.fresh, one.required) for pk, one in complete.items()}


def _items(bodies: Sequence[PublicBody], _day: date, rules: Mapping[str, Any]) -> Iterator[tuple[str, _ByBody]]:
    open_format = Q()
    for ending in rules["open_formats"]:
        open_format |= Q(file__name__iendswith=f".{ending}") | Q(link__iendswith=f".{ending}")
    told = ~Q(unit="") & ~Q(responsible="") & Q(made_on__isnull=False)
    rows = (
        Item.objects.filter(body__in=bodies, withdrawn_on=None)
        .order_by()
        .values("body")
        .annotate(
            standing=Count("pk"),
            online=Count("pk", filter=Q(file__isnull=False) | ~Q(link="")),
            open_data=Count("pk", filter=open_format),
            described=Count("pk", filter=told),
            read=Count("pk", filter=Q(readability__isnull=False)),
            readable=Count("pk", filter=Q(readability__lt=rules["readable_below"])),
        )
    )
    by_body = {row["body"]: row for row in rows}
    wanted = rules["open_items"]
    yield "online", {pk: Tally(row["online"], row["standing"]) for pk, row in by_body.items()}
    yield "open_data", {pk: Tally(min(row["open_data"], wanted), wanted) for pk, row in by_body.items()}
    yield "described", {pk: Tally(row["described"], row["standing"]) for pk, row in by_body.items()}
    yield "readable", {pk: Tally(row["readable"], row["read"]) for pk, row in by_body.items()}
    yield "standing", {pk: Tally(row["standing"], row["standing"]) for pk, row in by_body.items()}


def _exemptions(bodies: Sequence[PublicBody], day: date, _rules: Mapping[str, Any]) -> Iterator[tuple[str, _ByBody]]:
    """Withheld soundly: approved by the superior, and not past its end."""
    sound = Q(approved_at__isnull=False) & (Q(lasts_until__isnull=True) | Q(lasts_until__gte=day))
    closed = Exemption.objects.filter(body__in=bodies, opened_on=None).order_by().values_list("body")
    rows = closed.annotate(many=Count("pk"), sound=Count("pk", filter=sound))
    yield "excepted", {body: Tally(good, many) for body, many, good in rows}


def _requests(bodies: Sequence[PublicBody], day: date, rules: Mapping[str, Any]) -> Iterator[tuple[str, _ByBody]]:
    """Those received in the months before the day; what is open and in time is not judged yet."""
    since = months_later(day, -rules["request_months"])
    received = Request.objects.filter(body__in=bodies, received_on__gt=since, received_on__lte=day).order_by()
    fates = fates_by_body(received, day)
    yield "in_time", {pk: Tally(one.in_time, one.answered + one.overdue) for pk, one in fates.items()}
    own = received.filter(moved_from=None, complete_at_first__isnull=False).values_list("body")
    rows = own.annotate(many=Count("pk"), whole=Count("pk", filter=Q(complete_at_first=True)))
    yield "complete", {body: Tally(whole, many) for body, many, whole in rows}


def _organisation(bodies: Sequence[PublicBody], day: date, rules: Mapping[str, Any]) -> Iterator[tuple[str, _ByBody]]:
    yield "decree", {body.pk: Tally(int(bool(body.decree)), 1) for body in bodies}
    since = months_later(day, -rules["training_months"])
    recent = Training.objects.filter(body__in=bodies, held_on__gt=since, held_on__lte=day)
    trained = set(recent.order_by().values_list("body", flat=True))
    yield "trained", {body.pk: Tally(int(body.pk in trained), 1) for body in bodies}
    sections = len(ReportText.Section.values)
    told = ReportText.objects.filter(body__in=bodies, year=_year_reported(day)).exclude(text="").order_by()
    written = dict(told.values_list("body").annotate(many=Count("pk")))
    yield "report", {body.pk: Tally(written.get(body.pk, 0), sections) for body in bodies}


def _year_reported(day: date) -> int:
    """The last year whose service report is due by that day."""
    months = parameter_value("disclosure.service_report", day)
    return day.year - 1 if months_later(date(day.year - 1, 12, 31), months) <= day else day.year - 2


def _desks(bodies: Sequence[PublicBody], day: date, _rules: Mapping[str, Any]) -> Iterator[tuple[str, _ByBody]]:
    holding = Officer.objects.filter(Q(since__isnull=True) | Q(since__lte=day), body__in=bodies).order_by()
    holding = holding.filter(Q(until__isnull=True) | Q(until__gte=day))
    posts: dict[int, set[str]] = defaultdict(set)
    for body_pk, post in holding.values_list("body", "post"):
        posts[body_pk].add(post)
    yield "officers", {body.pk: Tally(len(posts[body.pk]), len(Officer.Post.values)) for body in bodies}
    facts = {body.pk: sum(bool(getattr(body, name)) for name in DESK_FACTS) for body in bodies}
    yield "desk", {pk: Tally(many, len(DESK_FACTS)) for pk, many in facts.items()}
