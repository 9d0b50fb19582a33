"""A quality score can be worked out again from its counts, and says what it did not measure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import (
    METHODS,
    BadQuality,
    Measure,
    completeness,
    consistency,
    quality,
    timeliness,
    uniqueness,
    validity,
)

TABLE = pl.DataFrame({"kode": ["1", "2", "2", None], "nama": ["A", " ", "C", "D"], "jiwa": [1, None, 3, 4]})


@pytest.mark.parametrize(
    ("measure", "good", "of"),
    [
        (completeness(TABLE, ["kode", "nama", "jiwa"]), 9, 12),
        (completeness(TABLE, []), 0, 0),
        (uniqueness(TABLE, ["kode"]), 3, 4),
        (uniqueness(TABLE, ["kode", "nama"]), 4, 4),
        (uniqueness(TABLE.clear(), ["kode"]), 0, 0),
        (validity(12, 3), 9, 12),
        (consistency(40, 1), 39, 40),
        (timeliness(date(2021, 3, 31), date(2021, 3, 30), 365), 365, 365),
        (timeliness(date(2021, 3, 31), date(2021, 4, 1), 365), 364, 365),
        (timeliness(date(2021, 3, 31), date(2023, 4, 1), 365), 0, 365),
    ],
)
def test_a_dimension_tells_what_it_counted(measure: Measure, good: int, of: int) -> None:
    assert (measure.good, measure.of) == (good, of)
    assert measure.method == METHODS[measure.name]


def test_the_score_is_the_weighted_mean_worked_out_by_hand() -> None:
    found = quality(
        [validity(100, 20), completeness(TABLE, ["kode"]), timeliness(date(2021, 1, 1), date(2021, 1, 1), 365)],
        {"validity": 3, "completeness": 2, "timeliness": 1, "uniqueness": 9},
    )
    # (3·0,8 + 2·0,75 + 1·1) / 6 = 4,9 / 6; what was not measured weighs nothing.
    assert found.score == Fraction("4.9") / 6
    assert found.weights == {"completeness": 2, "validity": 3, "timeliness": 1}
    assert found.unmeasured == ("consistency", "uniqueness")


def test_where_nothing_was_measured_there_is_no_score() -> None:
    assert quality([]).score is None
    assert quality([consistency(0, 0)]).unmeasured == tuple(METHODS)


@pytest.mark.parametrize(
    ("measures", "weights", "told"),
    [
        ([validity(2, 1), validity(2, 1)], {}, "dua kali"),
        ([validity(2, 1)], {"validity": -1}, "di bawah nol"),
    ],
)
def test_what_contradicts_itself_is_refused(measures: list[Measure], weights: dict[str, int], told: str) -> None:
    with pytest.raises(BadQuality, match=told):
        quality(measures, weights)  # type: ignore[arg-type]


@pytest.mark.parametrize(("checked", "faulty"), [(2, 3), (2, -1)])
def test_counts_that_cannot_be_are_refused(checked: int, faulty: int) -> None:
    with pytest.raises(BadQuality, match="tidak mungkin"):
        validity(checked, faulty)


@given(counts=st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=5, max_size=5))
def test_the_score_lies_between_the_worst_and_the_best_dimension(counts: list[tuple[int, int]]) -> None:
    measures = [Measure(name, good, good + bad) for name, (good, bad) in zip(METHODS, counts, strict=True)]
    shares = [Fraction(good, good + bad) for good, bad in counts]
    score = quality(measures).score
    assert score is not None
    assert min(shares) <= score <= max(shares)
