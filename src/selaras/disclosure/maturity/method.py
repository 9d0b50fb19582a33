"""How maturity is weighed, as the regulation parameters of a day tell it: indicators, answers, the total, bands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from selaras.government.queries import parameter, parameter_value

WHOLE = 100


@dataclass(frozen=True)
class Indicator:
    key: str
    name: str
    weight: int  # of 100


@dataclass(frozen=True)
class Band:
    key: str
    name: str
    least: int  # the fewest points, of 100


@dataclass(frozen=True)
class Method:
    """One method, whole, so that a result can be counted again by the method of its day."""

    indicators: tuple[Indicator, ...]
    answers: Mapping[str, int]  # letter to percent of what a question is worth, the best first
    questionnaire: int  # percent of the total
    visit: int
    bands: tuple[Band, ...]  # the highest first
    legal_basis: str

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Method:
        """From plain JSON, whatever the order in which a database gave it back."""
        ordered = {
            "indicators": tuple(Indicator(**one) for one in told["indicators"]),
            "answers": dict(sorted(told["answers"].items(), key=lambda one: (-one[1], one[0]))),
            "bands": tuple(sorted((Band(**one) for one in told["bands"]), key=lambda band: -band.least)),
        }
        return cls(**{**told, **ordered})

    def band_of(self, points: Decimal) -> Band:
        """Judged on the points as they are shown, so that a shown 90,00 is never called less."""
        return next(band for band in self.bands if points >= band.least)

    def next_band(self, points: Decimal) -> Band | None:
        """The one above; none for the highest."""
        return next((band for band in reversed(self.bands) if band.least > points), None)

    def letter_of(self, share: Fraction) -> str:
        """The best answer that a share from 0 to 1 reaches."""
        return next(letter for letter, percent in self.answers.items() if share >= Fraction(percent, WHOLE))

    def indicator(self, key: str) -> Indicator:
        return next(one for one in self.indicators if one.key == key)


def method_on(day: date) -> Method:
    """Four queries. Raises government.NoSuchParameter where no regulation of that day tells it."""
    indicators = parameter("disclosure.maturity.indicators", day)
    told = {
        "indicators": indicators.value,
        "answers": parameter_value("disclosure.maturity.answers", day),
        "bands": parameter_value("disclosure.maturity.bands", day),
        "legal_basis": indicators.legal_basis,
    }
    return Method.of(told | parameter_value("disclosure.maturity.total", day))
