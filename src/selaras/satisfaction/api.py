"""Published surveys as machine-readable answers: what their pages say, and nothing that could name a person."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from selaras.people.api import NOT_FOUND, NotThere
from selaras.satisfaction.models import Result
from selaras.satisfaction.queries import results_visible_to

router = Router(tags=["satisfaction"])
SurveyKey = Annotated[str, StringConstraints(max_length=12, pattern=r"^[a-z0-9]+$")]


class ServiceOut(Schema):
    code: str
    name: str
    agency: str


class SurveyOut(Schema):
    """One published period. `index` and its 95 % interval lie between 25 and 100; `counted` is `answers` without what
    came from one device or network too often.
    """

    key: str
    service: ServiceOut
    period: str
    opens_on: date
    closes_on: date
    published_at: datetime
    index: Decimal
    band: str
    low: float
    high: float
    answers: int
    counted: int
    page: str


class ElementOut(Schema):
    """`mean` is on the scale from 1 to 4, `value` from 25 to 100."""

    key: str
    name: str
    mean: Decimal
    value: Decimal
    band: str
    answered: int


class DeskOut(Schema):
    """Ranks from `best` to `worst` cannot be told apart."""

    name: str
    index: Decimal
    band: str
    answers: int
    low: float
    high: float
    best: int
    worst: int


class PeriodOut(Schema):
    """`change` since the period before, `real` where it is more than chance; none for the first, nor
    where other elements were asked than before.
    """

    name: str
    index: Decimal
    change: float | None
    real: bool


class SampleOut(Schema):
    population: int
    needed: int
    missing: int


class ResultOut(SurveyOut):
    """The whole result; `unguarded` is the index as it would be had every answer counted one."""

    elements: list[ElementOut]
    desks: list[DeskOut]
    trend: list[PeriodOut]
    sample: SampleOut
    unguarded: Decimal
    digest: str


class Part(Schema):
    limit: Annotated[int, Field(ge=1, le=200)] = 100
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0


class SurveyPage(Schema):
    count: int
    items: list[SurveyOut]


@router.get("/surveys", response={200: SurveyPage, 422: NOT_FOUND[422]}, operation_id="list_surveys")
def list_surveys(request: HttpRequest, part: Query[Part]) -> dict[str, Any]:
    """What was published, the newest first."""
    found = results_visible_to(request.user).order_by("-published_at", "-pk")
    return {"count": found.count(), "items": [_told(one) for one in found[part.offset : part.offset + part.limit]]}


@router.get("/surveys/{key}", response={200: ResultOut, **NOT_FOUND}, operation_id="read_survey")
def read_survey(request: HttpRequest, key: SurveyKey) -> dict[str, Any]:
    """One published period with its elements, desks and the periods before."""
    result = results_visible_to(request.user).filter(survey__key=key).first()
    if result is None:
        raise NotThere("Survei ini tidak ada, atau hasilnya belum diumumkan.")
    return whole(result)


def _told(result: Result) -> dict[str, Any]:
    survey, figures = result.survey, result.figures
    service = survey.service
    return {
        "key": survey.key,
        "service": {"code": service.code, "name": service.name, "agency": service.agency.name},
        "period": survey.name,
        "opens_on": survey.opens_on,
        "closes_on": survey.last_day,
        "published_at": result.published_at,
        "index": result.index,
        "band": result.band,
        "low": figures["interval"]["low"],
        "high": figures["interval"]["high"],
        "answers": figures["answers"],
        "counted": figures["counted"],
        "page": reverse("survey-results", args=[survey.key]),
    }


def whole(result: Result) -> dict[str, Any]:
    """What `ResultOut` and the file in JSON say."""
    figures = result.figures
    more = {name: figures[name] for name in ("elements", "trend", "sample")}
    more |= {"desks": figures["desks"]["standings"], "unguarded": figures["guard"]["without"]}
    return _told(result) | more | {"digest": result.digest}
