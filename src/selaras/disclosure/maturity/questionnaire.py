"""The monitoring questionnaire: its questions, its points by the regulation's formula, and what the next band needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from selaras.disclosure.maturity.method import WHOLE, Indicator, Method, method_on
from selaras.engines.maturity import rounded
from selaras.government.queries import parameter_value


@dataclass(frozen=True)
class Question:
    key: str
    indicator: str
    text: str
    answers: Mapping[str, str]  # letter to what it says, the best first
    measure: str = ""  # of the evidence in the system that supports it, if any


@dataclass(frozen=True)
class Gap:
    """A question that could be answered better: how much the total would gain, and what it would be with all before."""

    question: Question
    now: str
    best: str
    gain: Decimal
    reached: Decimal


@dataclass(frozen=True)
class Questionnaire:
    """The questions of a year with the method that counts them."""

    version: str
    method: Method
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question | None:
        return next((one for one in self.questions if one.key == key), None)

    def by_indicator(self) -> Iterator[tuple[Indicator, list[Question]]]:
        for indicator in self.method.indicators:
            yield indicator, [one for one in self.questions if one.indicator == indicator.key]

    def shares(self, choices: Mapping[str, str]) -> dict[str, Fraction]:
        """Of each indicator, from 0 to 1: the mean of its questions; what is not answered counts nothing."""
        percents = self.method.answers
        return {
            indicator.key: Fraction(
                sum(percents[choices[one.key]] for one in questions if one.key in choices), WHOLE * len(questions)
            )
            for indicator, questions in self.by_indicator()
        }

    def points(self, choices: Mapping[str, str]) -> Fraction:
        """Of 100: each indicator weighs as the regulation says, its questions alike."""
        shares = self.shares(choices)
        return sum((shares[one.key] * one.weight for one in self.method.indicators), Fraction(0))

    def total(self, choices: Mapping[str, str], visit: Decimal | None) -> Fraction:
        """Of 100: the questionnaire and the visit by their shares; before the visit, the questionnaire alone."""
        if visit is None:
            return self.points(choices)
        method = self.method
        return (self.points(choices) * method.questionnaire + Fraction(visit) * method.visit) / WHOLE

    def gaps(self, choices: Mapping[str, str], visit: Decimal | None) -> list[Gap]:
        """Every question that is not at its best, by what its best answer would add to the total."""
        best, now = next(iter(self.method.answers)), self.total(choices, visit)
        gains = [
            (self.total({**choices, one.key: best}, visit) - now, one)
            for one in self.questions
            if choices.get(one.key) != best
        ]
        reached, found = now, []
        for gain, one in sorted(gains, key=lambda pair: (-pair[0], pair[1].key)):
            reached += gain
            found.append(Gap(one, choices.get(one.key, ""), best, rounded(gain), rounded(reached)))
        return found

    def as_json(self) -> dict[str, Any]:
        """Whole, so that a result is counted again by the method of its year."""
        return {
            "version": self.version,
            "method": asdict(self.method),
            "questions": [asdict(one) for one in self.questions],
        }


def questionnaire_on(day: date) -> Questionnaire:
    """Five queries. Raises government.NoSuchParameter where none is in force."""
    told, method = parameter_value("disclosure.maturity.questionnaire", day), method_on(day)
    whole = [
        {**one, "answers": told["share"] if one["answers"] == "share" else one["answers"]} for one in told["questions"]
    ]
    return Questionnaire(told["version"], method, _questions(whole, method))


def kept_questionnaire(told: Mapping[str, Any]) -> Questionnaire:
    """As `Questionnaire.as_json` kept it."""
    method = Method.of(told["method"])
    return Questionnaire(told["version"], method, _questions(told["questions"], method))


def _questions(told: Iterable[Mapping[str, Any]], method: Method) -> tuple[Question, ...]:
    """With the answers in the order of the method: PostgreSQL keeps JSON in an order of its own."""
    return tuple(Question(**{**one, "answers": {key: one["answers"][key] for key in method.answers}}) for one in told)
