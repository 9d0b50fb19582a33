"""The index equals tables worked out by hand, and its bands hold at their edges."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.survey import Answer, AnswerError, Band, Element, Scheme, SchemeError, TooFew, index, sheet
from tests.engines.survey.surveys import BANDS, KEYS, ROUNDED, SCHEME, form

MARKS = st.lists(st.integers(1, 4), min_size=9, max_size=9)


# Sums per element by hand, over four forms: 13 12 10 16 13 14 15 11 12, together 116; 116 / 4 / 9 * 25 = 80.5555…
FOUR = [
    (3, 3, 2, 4, 3, 3, 4, 2, 3),
    (4, 3, 3, 4, 3, 4, 4, 3, 3),
    (3, 2, 2, 4, 4, 3, 3, 3, 3),
    (3, 4, 3, 4, 3, 4, 4, 3, 3),
]


def test_four_forms_by_hand() -> None:
    found = index(sheet(SCHEME, [Answer(form(marks)) for marks in FOUR]))
    assert [str(part.mean) for part in found.parts] == ["13/4", "3", "5/2", "4", "13/4", "7/2", "15/4", "11/4", "3"]
    assert (found.exact, found.value, found.band.key, found.answers) == (
        Fraction(116 * 25, 36),
        Decimal("80.56"),
        "B",
        4,
    )
    assert [part.band.key for part in found.parts] == ["B", "C", "D", "A", "B", "B", "A", "C", "C"]


def test_the_same_forms_with_weights_rounded_to_eleven_hundredths() -> None:
    found = index(sheet(ROUNDED, [Answer(form(marks)) for marks in FOUR]))
    assert found.value == Decimal("79.75")  # 29 * 0.11 * 25


def test_a_mean_is_taken_over_those_who_answered_the_element() -> None:
    found = index(sheet(SCHEME, [Answer(form((4,) * 9)), Answer(form((1, 0, 0, 0, 0, 0, 0, 0, 0)))]))
    assert [part.answered for part in found.parts] == [2, 1, 1, 1, 1, 1, 1, 1, 1]
    assert found.value == Decimal("95.83")  # (2.5 + 8 * 4) / 9 * 25


@pytest.mark.parametrize(
    ("marks", "value", "band"),
    [
        ((1,) * 9, "25.00", "D"),
        ((4,) * 9, "100.00", "A"),
        ((3,) * 9, "75.00", "C"),
        ((4, 4, 4, 3, 3, 3, 3, 3, 3), "83.33", "B"),
        ((4, 4, 4, 4, 4, 3, 3, 3, 3), "88.89", "A"),
        ((4, 4, 4, 4, 3, 3, 3, 3, 3), "86.11", "B"),
        ((3, 3, 3, 3, 3, 2, 2, 2, 2), "63.89", "D"),
        ((3, 3, 3, 3, 3, 3, 2, 2, 2), "66.67", "C"),
    ],
)
def test_single_forms(marks: tuple[int, ...], value: str, band: str) -> None:
    found = index(sheet(SCHEME, [Answer(form(marks))]))
    assert (found.value, found.band.key) == (Decimal(value), band)


@pytest.mark.parametrize(
    ("figure", "band"),
    [
        ("25.00", "D"), ("64.99", "D"), ("65.00", "C"), ("76.60", "C"), ("76.61", "B"),
        ("88.30", "B"), ("88.31", "A"), ("100.00", "A"),
    ],
)  # fmt: skip
def test_bands_at_their_edges(figure: str, band: str) -> None:
    assert SCHEME.band(Decimal(figure)).key == band


@pytest.mark.parametrize(
    ("exact", "value", "band"),
    [
        (Fraction(76604, 1000), "76.60", "C"),
        (Fraction(76605, 1000), "76.61", "B"),  # between 76.60 and 76.61: rounded first, halves up
        (Fraction(64995, 1000), "65.00", "C"),
        (Fraction(88304, 1000), "88.30", "B"),
        (Fraction(88305, 1000), "88.31", "A"),
    ],
)
def test_a_figure_between_two_bands_is_rounded_first(exact: Fraction, value: str, band: str) -> None:
    one = Scheme([Element("only", "Satu", exact / 100)], BANDS)
    found = index(sheet(one, [Answer({"only": 4})]))
    assert (found.exact, found.value, found.band.key) == (exact, Decimal(value), band)


def test_the_lowest_index_of_rounded_weights_still_has_a_band() -> None:
    found = index(sheet(ROUNDED, [Answer(form((1,) * 9))]))
    assert (found.value, found.band.key) == (Decimal("24.75"), "D")


@given(st.lists(MARKS, min_size=1, max_size=12))
def test_it_lies_between_25_and_100(forms: list[list[int]]) -> None:
    assert 25 <= index(sheet(SCHEME, [Answer(form(marks)) for marks in forms])).exact <= 100


@given(st.lists(MARKS, min_size=1, max_size=12), st.randoms())
def test_the_order_of_answers_does_not_matter(forms: list[list[int]], random: object) -> None:
    answers = [Answer(form(marks)) for marks in forms]
    shuffled = list(answers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert index(sheet(SCHEME, answers)) == index(sheet(SCHEME, shuffled))


@given(st.lists(MARKS, min_size=1, max_size=12), st.data())
def test_a_higher_mark_never_lowers_it(forms: list[list[int]], data: st.DataObject) -> None:
    before = index(sheet(SCHEME, [Answer(form(marks)) for marks in forms]))
    row, column = data.draw(st.integers(0, len(forms) - 1)), data.draw(st.integers(0, 8))
    forms[row][column] = min(forms[row][column] + 1, 4)
    after = index(sheet(SCHEME, [Answer(form(marks)) for marks in forms]))
    assert after.exact >= before.exact
    assert after.value >= before.value


@given(st.lists(MARKS, min_size=1, max_size=6), st.integers(2, 4))
def test_the_same_answers_many_times_give_the_same_index(forms: list[list[int]], times: int) -> None:
    answers = [Answer(form(marks)) for marks in forms]
    assert index(sheet(SCHEME, answers * times)).exact == index(sheet(SCHEME, answers)).exact


def test_an_element_nobody_answered_is_named() -> None:
    with pytest.raises(TooFew, match="Cost"):
        index(sheet(SCHEME, [Answer({key: 3 for key in KEYS if key != "cost"})]))


def test_no_answers_are_no_index() -> None:
    with pytest.raises(TooFew, match="Belum ada jawaban"):
        index(sheet(SCHEME, []))


@pytest.mark.parametrize(("marks", "says"), [({"cost": 0}, "nilai 0"), ({"cost": 5}, "nilai 5"), ({"x": 3}, "unsur x")])
def test_a_wrong_mark_is_named_with_its_form(marks: dict[str, int], says: str) -> None:
    with pytest.raises(AnswerError, match=f"Jawaban ke-2.*{says}"):
        sheet(SCHEME, [Answer({"cost": 3}), Answer(marks)])


@pytest.mark.parametrize(
    ("elements", "bands"),
    [
        ([], BANDS),
        ([Element("a", "A", Fraction(1)), Element("a", "A", Fraction(1))], BANDS),
        ([Element("a", "A", Fraction(0))], BANDS),
        ([Element("a", "A", Fraction(1))], ()),
        ([Element("a", "A", Fraction(1))], (BANDS[0], BANDS[0])),
    ],
)
def test_a_scheme_that_contradicts_itself_is_refused(elements: list[Element], bands: tuple[Band, ...]) -> None:
    with pytest.raises(SchemeError):
        Scheme(elements, bands)
