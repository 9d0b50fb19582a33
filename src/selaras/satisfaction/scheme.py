"""What the regulation asks and how it is weighed, from the regulation parameters of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from selaras.engines.survey import Band, Limits, SampleRule, Scheme, equal_weights
from selaras.government.queries import parameter_value

PROFILE = ("age", "sex", "education", "work")


@dataclass(frozen=True)
class Question:
    """One element as it is asked; `words` from the lowest mark to the highest."""

    key: str
    name: str
    text: str
    words: tuple[str, ...]


def scheme_on(day: date) -> Scheme:
    """Nine elements of 1/9 each, with the bands in force."""
    elements = [(one["key"], one["name"]) for one in parameter_value("satisfaction.elements", day)]
    bands = [Band(one["key"], one["name"], Decimal(one["least"])) for one in parameter_value("satisfaction.bands", day)]
    return Scheme(equal_weights(elements), bands)


def questions_on(day: date) -> list[Question]:
    """The questions that come with the program, in the order of the elements."""
    asked = {one["key"]: one for one in parameter_value("satisfaction.questions", day)}
    return [
        Question(one["key"], one["name"], asked[one["key"]]["question"], tuple(asked[one["key"]]["words"]))
        for one in parameter_value("satisfaction.elements", day)
    ]


def profile_on(day: date) -> dict[str, list[tuple[str, str]]]:
    """What respondents may tell of themselves: field to (key, name)."""
    told: dict[str, list[dict[str, str]]] = parameter_value("satisfaction.profile", day)
    return {field: [(one["key"], one["name"]) for one in told[field]] for field in PROFILE}


def sample_rule_on(day: date) -> SampleRule:
    told = parameter_value("satisfaction.sample", day)
    return SampleRule(*(Fraction(told[name]) for name in ("chi_square", "share", "margin")))


@dataclass(frozen=True)
class GuardRule:
    """`network`: so many answers a day of one address are told apart by their devices."""

    limits: Limits
    network: int


def guard_rule_on(day: date) -> GuardRule:
    told: dict[str, Any] = parameter_value("satisfaction.guard", day)
    limits = Limits(household=told["household"], burst=told["burst"], seconds=told["seconds"])
    return GuardRule(limits, told["network"])


def least_group_on(day: date) -> int:
    """Fewer persons than this are not told apart in public."""
    return int(parameter_value("satisfaction.least_group", day))


def asked_again_before(day: date) -> date:
    """A service whose newest survey ended before this day is to be asked about again."""
    return day - timedelta(days=int(parameter_value("satisfaction.every", day)))
