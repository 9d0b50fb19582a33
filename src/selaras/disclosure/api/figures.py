"""The figures of requests for everybody, by the method that the page states."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from selaras.disclosure.api.bodies import MaybeCode, body_named
from selaras.disclosure.api.caching import for_all
from selaras.disclosure.exports.method import METHOD
from selaras.disclosure.pages.reports.asked import FIRST_YEAR, this_year
from selaras.disclosure.statistics import FEW, NAMES, Figures, figures, years
from selaras.people.api import NOT_FOUND, NotThere

router = Router()
router.add_decorator(for_all, mode="view")


class FatesOut(Schema):
    """Where the requests stand: these parts never overlap, and together they are all that were received."""

    in_time: int
    late: int
    open: int
    waiting: int
    overdue: int
    lapsed: int
    withdrawn: int
    moved: int


class PaceOut(Schema):
    """Working days from complete to answered; none without an answer. `few`: so few that they tell of single cases."""

    answered: int
    median: int | None
    ninetieth: int | None
    few: bool


class FiguresOut(Schema):
    """The requests received in a year as they stand on a day. Shares go from 0 to 1, none where nothing counts yet;
    `synthetic` says that invented requests are among them; `method` says in words how it is counted.
    """

    year: int
    on: date
    synthetic: bool
    received: int
    fates: FatesOut
    share_in_time: float | None
    share_complete: float | None
    passed_on: int
    pace: PaceOut
    outcomes: dict[str, int]
    articles: dict[str, int]
    reasons: dict[str, int]
    objections: dict[str, int]
    disputes: dict[str, int]
    years: list[int]
    method: list[str]


class FiguresAsked(Schema):
    year: int | None = Field(
        None, ge=FIRST_YEAR, le=9999, description="The newest with a request where it is left out."
    )
    body: MaybeCode = Field("", description="Of one body; else of the whole network.")


@router.get("/statistics", response={200: FiguresOut, **NOT_FOUND}, operation_id="read_statistics")
def read_statistics(request: HttpRequest, asked: Query[FiguresAsked]) -> dict[str, Any]:
    """How many requests came, and what became of them."""
    known = years()
    year = asked.year or (known[0] if known else this_year())
    if year > this_year():
        raise NotThere("Tahun itu belum ada. Pilih salah satu tahun yang sudah berjalan.")
    body = body_named(asked.body) if asked.body else None
    return {**_told(figures(year, timezone.localdate(), body)), "years": known, "method": [str(one) for one in METHOD]}


def _told(found: Figures) -> dict[str, Any]:
    plain = ("year", "on", "synthetic", "passed_on", "outcomes", "articles", "reasons", "objections", "disputes")
    pace = found.pace
    return {
        **{name: getattr(found, name) for name in plain},
        "received": found.fates.received,
        "fates": {name: getattr(found.fates, name) for name in NAMES},
        "share_in_time": _share(found.share_in_time),
        "share_complete": _share(found.share_complete),
        "pace": {
            "answered": pace.answered,
            "median": pace.median,
            "ninetieth": pace.ninetieth,
            "few": pace.answered < FEW,
        },
    }


def _share(exact: Fraction | None) -> float | None:
    return None if exact is None else round(float(exact), 4)
