"""The regulation's formula: six weighted indicators, 80 for the questionnaire, 20 for the visit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.disclosure.maturity.questionnaire import kept_questionnaire
from selaras.engines.maturity import rounded
from tests.disclosure.maturity.methods import METHOD
from tests.disclosure.maturity.questionnaires import KEYS, QUESTIONNAIRE

LETTERS = list(METHOD.answers)
choices = st.fixed_dictionaries({key: st.sampled_from(LETTERS) for key in KEYS})
some_choices = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(LETTERS))
visits = st.decimals(0, 100, places=2)
VALUE = {"A": Decimal(1), "B": Decimal("0.75"), "C": Decimal("0.5"), "D": Decimal("0.25"), "E": Decimal(0)}


def all_at(letter: str, **others: str) -> dict[str, str]:
    return {**dict.fromkeys(KEYS, letter), **others}


def test_every_indicator_has_questions_and_every_question_an_indicator() -> None:
    asked = Counter(one.indicator for one in QUESTIONNAIRE.questions)
    assert set(asked) == {one.key for one in METHOD.indicators}
    assert len(KEYS) == len(set(KEYS)) == 22
    assert all(list(one.answers) == LETTERS for one in QUESTIONNAIRE.questions)


# Worked out on paper. Information has 5 questions (8 points each), digital 4 (5 each), quality 3 (3.333), service 3
# (3.333), commitment 4 (2.5 each), facilities 3 (3.333).
@pytest.mark.parametrize(
    ("answers", "visit", "questionnaire", "total", "band"),
    [
        (all_at("A"), "100", "100.00", "100.00", "Informatif"),
        (all_at("E"), "0", "0.00", "0.00", "Tidak Informatif"),
        ({}, "100", "0.00", "20.00", "Tidak Informatif"),
        (all_at("B"), "75", "75.00", "75.00", "Cukup Informatif"),
        (all_at("A"), "50", "100.00", "90.00", "Informatif"),
        (all_at("A"), "49.95", "100.00", "89.99", "Menuju Informatif"),
        (all_at("A", published="E"), "100", "92.00", "93.60", "Informatif"),
        (all_at("A", published="B", online="C"), "80", "95.50", "92.40", "Informatif"),
        (all_at("A", checked="E"), "0", "96.67", "77.33", "Cukup Informatif"),
        (all_at("C", decree="A"), "60", "51.25", "53.00", "Kurang Informatif"),
        (all_at("E", published="A", fresh="A", list="A", excepted="A", immediate="A"), "40", "40.00", "40.00",
         "Kurang Informatif"),
        (all_at("D"), "99.99", "25.00", "40.00", "Kurang Informatif"),
    ],
)  # fmt: skip
def test_cases_worked_out_by_hand(
    answers: Mapping[str, str], visit: str, questionnaire: str, total: str, band: str
) -> None:
    assert rounded(QUESTIONNAIRE.points(answers)) == Decimal(questionnaire)
    found = rounded(QUESTIONNAIRE.total(answers, Decimal(visit)))
    assert (found, METHOD.band_of(found).name) == (Decimal(total), band)


@settings(deadline=None)
@given(some_choices, visits)
def test_a_total_lies_within_0_and_100(answers: dict[str, str], visit: Decimal) -> None:
    assert 0 <= QUESTIONNAIRE.total(answers, visit) <= 100


@settings(deadline=None)
@given(choices, visits)
def test_a_total_equals_a_naive_computation(answers: dict[str, str], visit: Decimal) -> None:
    points = Decimal(0)
    for indicator in METHOD.indicators:
        values = [VALUE[answers[one.key]] for one in QUESTIONNAIRE.questions if one.indicator == indicator.key]
        points += indicator.weight * sum(values, Decimal(0)) / len(values)
    naive = (points * Decimal("0.8") + visit * Decimal("0.2")).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    exact = QUESTIONNAIRE.total(answers, visit)
    assert abs(Fraction(naive) - exact) <= Fraction(1, 10000)


@settings(deadline=None)
@given(choices, st.sampled_from(KEYS), st.sampled_from(LETTERS), visits)
def test_a_better_answer_never_lowers_the_total(answers: dict[str, str], key: str, letter: str, visit: Decimal) -> None:
    better = {**answers, key: min(letter, answers[key])}
    assert QUESTIONNAIRE.total(better, visit) >= QUESTIONNAIRE.total(answers, visit)


@settings(deadline=None)
@given(choices, visits, visits)
def test_a_better_visit_never_lowers_the_total(answers: dict[str, str], one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert QUESTIONNAIRE.total(answers, low) <= QUESTIONNAIRE.total(answers, high)


@settings(deadline=None)
@given(some_choices, st.none() | visits)
def test_closing_every_gap_reaches_the_most(answers: dict[str, str], visit: Decimal | None) -> None:
    gaps = QUESTIONNAIRE.gaps(answers, visit)
    assert [one.gain for one in gaps] == sorted((one.gain for one in gaps), reverse=True)
    most = rounded(QUESTIONNAIRE.total(all_at("A"), visit))
    assert (gaps[-1].reached if gaps else most) == most
    assert {one.question.key for one in gaps} == {key for key in KEYS if answers.get(key) != "A"}


def test_the_gap_that_is_worth_most_comes_first() -> None:
    first, second = QUESTIONNAIRE.gaps(all_at("A", published="E", online="E"), Decimal(50))
    assert (first.question.key, first.gain, first.reached) == ("published", Decimal("6.40"), Decimal("86.00"))
    assert (second.question.key, second.gain, second.reached) == ("online", Decimal("4.00"), Decimal("90.00"))


def test_a_questionnaire_is_kept_whole() -> None:
    assert kept_questionnaire(QUESTIONNAIRE.as_json()) == QUESTIONNAIRE
