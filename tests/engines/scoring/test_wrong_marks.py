"""A mark that cannot be right stops the scoring with a sentence that says which one and what to do."""

from __future__ import annotations

from math import inf, nan

import pytest

from selaras.engines.scoring import Criterion, Mark, MarkError, ScoringError, UnknownError, score

CRITERIA = (Criterion("urgency", "Kemendesakan"),)


@pytest.mark.parametrize("value", [0, 5.5, -1, 6, nan, inf, 10**400, -(10**400)])
def test_a_value_outside_the_scale(value) -> None:
    with pytest.raises(MarkError) as caught:
        score(["u1"], CRITERIA, [Mark("Camat", "u1", "urgency", value)])
    assert str(caught.value) == (
        f"Nilai {value} dari penilai Camat untuk usulan u1 pada kriteria Kemendesakan "
        "di luar skala 1–5. Periksa kembali nilai itu."
    )


@pytest.mark.parametrize("value", [1, 5, 3.25])
def test_the_ends_of_the_scale_and_fractions_are_fine(value) -> None:
    assert score(["u1"], CRITERIA, [Mark("A", "u1", "urgency", value)]).scores()["u1"] == (value - 1) * 250_000


@pytest.mark.parametrize(
    ("marks", "error", "message"),
    [
        ([Mark("A", "u1", "urgency", 3), Mark("A", "u1", "urgency", 4)], MarkError, "memberi dua nilai"),
        ([Mark("A", "u9", "urgency", 3)], UnknownError, "menyebut usulan u9"),
        ([Mark("A", "u1", "beauty", 3)], UnknownError, "kriteria itu tidak disepakati forum"),
    ],
)
def test_marks_that_name_something_twice_or_unknown(marks, error, message) -> None:
    with pytest.raises(error, match=message):
        score(["u1"], CRITERIA, marks)


def test_a_proposal_listed_twice() -> None:
    with pytest.raises(UnknownError, match="Usulan u1 tercantum dua kali"):
        score(["u1", "u2", "u1"], CRITERIA, [])


def test_all_errors_are_of_one_tree() -> None:
    assert issubclass(MarkError, ScoringError)
    assert issubclass(UnknownError, ScoringError)
