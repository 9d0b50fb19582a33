"""What is reported of funded proposals: in which forum, up to which quarter, and of which nothing was told yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from selaras.forum import queries
from selaras.forum.models import Forum, Progress
from selaras.people.queries import Person


def quarters_ended(year: int, today: date) -> int:
    """How many quarters of a year are over: 0 before its April, 4 once it is past."""
    if today.year != year:
        return 4 if today.year > year else 0
    return (today.month - 1) // 3


def forum_reported(person: Person, today: date, year: str = "") -> Forum | None:
    """The decided forum of the year asked for; else of the newest year with a quarter that is over; else the next."""
    decided = queries.forums_visible_to(person).filter(decisions__current=True).order_by("-cycle__year", "-pk")
    known = list(decided)
    asked = next((one for one in known if str(one.cycle.year) == year), None)
    begun = (one for one in known if quarters_ended(one.cycle.year, today))
    return asked or next(begun, None) or (known[-1] if known else None)


def funded_in(person: Person, forum: Forum | None) -> QuerySet[Any]:
    """The proposals that the decision in force funds, each with its `granted` rupiah."""
    here = queries.proposals_visible_to(person).filter(forum=forum)
    return queries.with_outcome(here, queries.decision_in_force(forum)).filter(granted__isnull=False)


def without_report(funded: QuerySet[Any], quarter: int) -> QuerySet[Any]:
    """Those of which nothing was told up to that quarter; figures run from January, so a later one tells it too."""
    told = Progress.objects.filter(proposal=OuterRef("pk"), quarter__gte=quarter)
    return funded.filter(~Exists(told))
