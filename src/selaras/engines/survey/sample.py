"""How many answers make a survey, and how many are still missing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from selaras.engines.survey.errors import SurveyError


@dataclass(frozen=True, slots=True)
class SampleRule:
    """`chi_square` for one degree of freedom at the confidence wanted, expected `share`, allowed `margin`; exact."""

    chi_square: Fraction
    share: Fraction
    margin: Fraction


@dataclass(frozen=True, slots=True)
class Sample:
    """Of `population` people served, `needed` must answer; `counted` did so far, `missing` still should."""

    population: int
    needed: int
    counted: int

    @property
    def missing(self) -> int:
        return max(self.needed - self.counted, 0)


def sample(rule: SampleRule, population: int, counted: int = 0) -> Sample:
    """The sample of Krejcie and Morgan (Educational and Psychological Measurement 30, 1970), to the nearest whole.

    χ²·N·P·(1−P) / (d²·(N−1) + χ²·P·(1−P)), never more than N. Raises SurveyError for a population below zero.

    >>> rule = SampleRule(Fraction("3.841"), Fraction("0.5"), Fraction("0.05"))
    >>> sample(rule, 1000, counted=251).missing
    27
    """
    if population < 0 or counted < 0:
        raise SurveyError("Jumlah orang yang dilayani dan jumlah jawaban tidak boleh minus.")
    spread = rule.chi_square * rule.share * (1 - rule.share)
    exact = spread * population / (rule.margin**2 * max(population - 1, 0) + spread)
    return Sample(population, min(math.floor(exact + Fraction(1, 2)), population), counted)
