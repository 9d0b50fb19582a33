"""An interval holds the truth as often as it says, repeats by its seed, and takes a cluster for one voice."""

from __future__ import annotations

import math

import numpy as np
import pytest

from selaras.engines.survey import Answer, TooFew, guard, index, interval, sheet
from tests.engines.survey.surveys import DAY, SCHEME, form, honest


def test_the_same_seed_gives_the_same_interval() -> None:
    filled = sheet(SCHEME, honest(120))
    assert interval(filled, guard(filled), seed=5) == interval(filled, guard(filled), seed=5)


def test_it_is_about_as_wide_as_theory_says() -> None:
    filled = sheet(SCHEME, honest(400))
    found = interval(filled, guard(filled))
    error = filled.marks.mean(axis=1).std(ddof=1) * 25 / math.sqrt(400)
    centre = float(index(filled).exact)
    assert found.low == pytest.approx(centre - 1.96 * error, abs=0.25 * error)
    assert found.high == pytest.approx(centre + 1.96 * error, abs=0.25 * error)


def test_it_holds_the_truth_about_as_often_as_it_says() -> None:
    everybody = sheet(SCHEME, honest(20_000, seed=9))
    truth = float(index(everybody).exact)
    draw = np.random.default_rng(4)
    held = 0
    for turn in range(80):
        some = [everybody.answers[at] for at in draw.choice(20_000, 150, replace=False)]
        filled = sheet(SCHEME, some)
        found = interval(filled, guard(filled), draws=300, seed=turn)
        held += found.low <= truth <= found.high
    assert 0.87 <= held / 80 <= 1.0


def test_stuffed_answers_do_not_narrow_it() -> None:
    answers = honest(200)
    stuffed = answers + [Answer(form((4,) * 9), "Loket", DAY, "one")] * 2_000
    plain, more = sheet(SCHEME, answers), sheet(SCHEME, stuffed)
    before, after = interval(plain, guard(plain)), interval(more, guard(more))
    assert after.high - after.low == pytest.approx(before.high - before.low, rel=0.1)


def test_nine_voices_are_too_few() -> None:
    filled = sheet(SCHEME, honest(9))
    with pytest.raises(TooFew, match="Baru ada 9 suara"):
        interval(filled, guard(filled))


def test_an_element_hardly_answered_is_told() -> None:
    answers = [
        Answer({k: m for k, m in one.marks.items() if k != "cost" or at == 0}) for at, one in enumerate(honest(30))
    ]
    filled = sheet(SCHEME, answers)
    with pytest.raises(TooFew, match="hampir tidak pernah"):
        interval(filled, guard(filled))
