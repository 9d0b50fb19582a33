"""What waits at the villages of a district that may help them: what the village asked it to, and what it did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from selaras.disclosure.desk import cases_at_desk, to_do
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.network import BodyState, states
from selaras.disclosure.rules import helped_by, may_be_helped_by
from selaras.people.queries import Person

State = Request.State


@dataclass(frozen=True)
class Waiting:
    """What a desk must do next, and by which day."""

    check: int = 0
    answer: int = 0
    until: date | None = None


def helped(person: Person, today: date) -> list[tuple[BodyState, Waiting]]:
    """The villages that named this person's district, the most urgent first. Eight queries or less."""
    villages = PublicBody.objects.filter(helped_by(person)).select_related("region")
    found = states(villages, today)
    cases = to_do(cases_at_desk(person)).filter(body__in=[one.body for one in found])
    told = (
        cases.order_by()
        .values("body")
        .annotate(
            check=Count("pk", Q(state=State.CHECKING)),
            answer=Count("pk", ~Q(state=State.CHECKING)),
            until=Min("due"),
        )
    )
    waiting = {row["body"]: Waiting(row["check"], row["answer"], row["until"]) for row in told}
    rows = [(one, waiting.get(one.body.pk, Waiting())) for one in found]
    return sorted(rows, key=lambda row: (row[1].until or date.max, row[0].body.name))


def not_helped(person: Person) -> QuerySet[PublicBody]:
    """The other villages of the district: their desks are closed to it."""
    return PublicBody.objects.filter(may_be_helped_by(person), helper=None).order_by("name")
