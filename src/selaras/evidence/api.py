"""The register of indicators as machine-readable answers: definition, target and value of every year; its problems."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Schema
from pydantic import StringConstraints

from selaras.engines.privacy import mask
from selaras.evidence.models import Indicator, Problem
from selaras.evidence.queries import Standing, indicators_visible_to, problems_visible_to, standings
from selaras.people.api import NOT_FOUND, NotThere

router = Router(tags=["evidence"])
Code = Annotated[str, StringConstraints(max_length=60, pattern=r"^[-a-zA-Z0-9_]+$")]


class YearOut(Schema):
    """What was to be reached in a year and by which document; what was measured last, by which method."""

    year: int
    target: Decimal | None
    basis: str
    value: Decimal | None
    measured_on: date | None
    method: str
    reached: bool | None


class IndicatorOut(Schema):
    """`source` is the room that measures it, `source_key` the thing there, such as the code of a surveyed service."""

    code: str
    name: str
    definition: str
    unit: str
    source: str
    source_key: str
    method: str
    more_is_better: bool
    years: list[YearOut]
    page: str


@router.get("/indicators", response=list[IndicatorOut], operation_id="list_indicators")
def list_indicators(request: HttpRequest) -> list[dict[str, Any]]:
    """Every indicator; three queries, whatever their number."""
    return _told(indicators_visible_to(request.user))


@router.get("/indicators/{code}", response={200: IndicatorOut, **NOT_FOUND}, operation_id="read_indicator")
def read_indicator(request: HttpRequest, code: Code) -> dict[str, Any]:
    """One indicator."""
    found = _told(indicators_visible_to(request.user).filter(code=code))
    if not found:
        raise NotThere("Indikator ini tidak ada.")
    return found[0]


class ProblemOut(Schema):
    """What should become better, and the `evidence` that it is so. `indicator` is its code, empty where there is none;
    `settled_how` is empty while the problem is open.
    """

    title: str
    evidence: str
    indicator: str
    raised_at: datetime
    settled_at: datetime | None
    settled_how: str


@router.get("/problems", response=list[ProblemOut], operation_id="list_problems")
def list_problems(request: HttpRequest) -> list[dict[str, Any]]:
    """Every problem, the newest first; what names private persons is masked as on the pages. One query."""
    return [_problem(one) for one in problems_visible_to(request.user)]


def _problem(one: Problem) -> dict[str, Any]:
    words = {name: mask(getattr(one, name)) for name in ("title", "evidence", "settled_how")}
    indicator = one.indicator.code if one.indicator else ""
    return words | {"indicator": indicator, "raised_at": one.raised_at, "settled_at": one.settled_at}


def _told(indicators: Iterable[Indicator]) -> list[dict[str, Any]]:
    known = list(indicators)
    years: dict[int, list[Standing]] = {one.pk: [] for one in known}
    for standing in standings(known):
        years[standing.indicator.pk].append(standing)
    names = ("code", "name", "definition", "unit", "source", "source_key", "method", "more_is_better")
    return [
        {name: getattr(one, name) for name in names}
        | {"years": [_year(each) for each in years[one.pk]], "page": reverse("indicator", args=[one.code])}
        for one in known
    ]


def _year(one: Standing) -> dict[str, Any]:
    target, value = one.target, one.value
    return {
        "year": one.year,
        "target": target and target.value,
        "basis": target.basis if target else "",
        "value": value and value.value,
        "measured_on": value and value.measured_on,
        "method": value.method if value else "",
        "reached": one.is_reached,
    }
