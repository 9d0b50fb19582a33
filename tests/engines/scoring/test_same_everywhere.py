"""The same material gives the same sheet, whatever order it came in and whatever else the computer is."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.scoring import Conflict, Mark, score
from selaras.engines.scoring.levelling import _solve
from tests.engines.scoring.panels import CRITERIA, marks_of, proposals_in, tables


@given(tables(), st.sampled_from(["bias", "zscore", "none"]), st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(table, normalise, draw) -> None:
    proposals, marks = proposals_in(table), marks_of(table)
    conflicts = [Conflict("penilai 0", p, "pengusul") for p in proposals[:2]]
    shuffled, turned = draw.sample(marks, len(marks)), draw.sample(conflicts, len(conflicts))
    one = score(proposals, CRITERIA, marks, conflicts=conflicts, normalise=normalise)
    other = score(proposals, CRITERIA, shuffled, conflicts=turned, normalise=normalise)
    assert one == other
    assert list(one) == list(other)


@given(tables(), st.sampled_from(["bias", "zscore", "none"]), st.randoms(use_true_random=False))
def test_the_order_of_proposals_only_orders_the_lines(table, normalise, draw) -> None:
    proposals = proposals_in(table)
    turned = draw.sample(proposals, len(proposals))
    one = score(proposals, CRITERIA, marks_of(table), normalise=normalise)
    other = score(turned, CRITERIA, marks_of(table), normalise=normalise)
    assert one.scores() == other.scores()
    assert list(other.scores()) == turned


def test_elimination_is_made_of_single_rounded_steps() -> None:
    """The numpy solver gives bit for bit what plain Python floats give in the same order of steps."""
    draw = random.Random(7)
    size = 12
    weight = [[draw.random() for _ in range(size)] for _ in range(size)]
    matrix = [[-weight[i][j] - weight[j][i] for j in range(size)] for i in range(size)]
    for i in range(size):
        matrix[i][i] = -sum(matrix[i]) + 1
    right = [draw.uniform(-9, 9) for _ in range(size)]
    found = _solve(np.array(matrix), np.array(right)).tolist()
    for k in range(size):
        for i in range(k + 1, size):
            factor = matrix[i][k] / matrix[k][k]
            matrix[i][k:] = [a - factor * b for a, b in zip(matrix[i][k:], matrix[k][k:], strict=True)]
            right[i] -= factor * right[k]
    for k in range(size - 1, -1, -1):
        right[k] = right[k] / matrix[k][k]
        right[:k] = [value - matrix[i][k] * right[k] for i, value in enumerate(right[:k])]
    assert found == right


def test_a_known_panel_gives_these_units_on_every_machine() -> None:
    draw = random.Random(2021)
    proposals = [f"u{n:02d}" for n in range(12)]
    marks = [
        Mark(f"penilai {a}", p, c.key, draw.randint(0, 10))
        for p in proposals
        for a in draw.sample(range(5), 3)
        for c in CRITERIA
    ]
    known = score(proposals, CRITERIA, marks).scores()
    assert list(known.values()) == [
        668920,
        205320,
        611729,
        436541,
        597280,
        310587,
        572280,
        577254,
        568113,
        523087,
        332563,
        254660,
    ]
