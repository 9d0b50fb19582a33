"""Levels are judged on places held out of the fitting, beside always saying the commonest class."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.signal_class import labelled, levels
from selaras.engines.propagation import BeyondModel, cross_validated, fitted_limits


@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(0, 2)), min_size=1, max_size=12))
def test_no_pair_of_limits_tells_more_places_right(rows: list[tuple[int, int]]) -> None:
    strength = np.array([float(level) for level, _ in rows])
    truth = np.array([stated for _, stated in rows])

    def right(low: float, high: float) -> int:
        return int((((strength >= low).astype(int) + (strength >= high)) == truth).sum())

    tried = [-np.inf, *range(-6, 7), np.inf]
    best = max(right(low, high) for low in tried for high in tried if low <= high)
    assert right(*fitted_limits(strength, truth)) == best


def test_levels_that_say_nothing_do_not_look_good() -> None:
    draw = np.random.default_rng(3)
    judged = cross_validated(draw.normal(size=400), draw.choice(3, 400, p=[0.1, 0.3, 0.6]))
    assert judged.commonest == pytest.approx(0.6, abs=0.08)
    assert judged.accuracy <= judged.commonest + 0.03
    assert judged.confusion.sum() == 400


@pytest.mark.parametrize(("strength", "stated"), [([1.0], [0]), ([1.0] * 20, [3] * 20), ([1.0] * 20, [0] * 19)])
def test_material_that_cannot_be_judged_is_refused(strength: list[float], stated: list[int]) -> None:
    with pytest.raises(BeyondModel):
        cross_validated(strength, stated)


@pytest.mark.shared_data
def test_the_labelled_villages_are_all_judged_and_the_model_is_compared_honestly(shared_data: Path) -> None:
    known = labelled(shared_data)
    judged = cross_validated(levels(shared_data, known.spots), known.stated)
    assert judged.confusion.sum() == len(known.stated) == 130
    assert judged.accuracy == pytest.approx(np.trace(judged.confusion) / 130)
    assert judged.commonest == pytest.approx(np.bincount(known.stated).max() / 130)
