"""Over 44 texts of own words at four levels the measure keeps the order, also where its parts are weighed anew on
other texts than those that are ranked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from selaras.engines.plain_language import Reading, read

TEXTS = Path(__file__).with_name("texts.txt")
LEAST, FOLDS = 0.8, 4


@pytest.fixture(scope="module")
def texts() -> list[tuple[int, Reading]]:
    blocks = [block.splitlines() for block in TEXTS.read_text(encoding="utf-8").split("\n\n")[1:]]
    return [(int(block[0]), read("\n".join(block[1:]))) for block in blocks]


def rank(found: list[float], levels: list[int]) -> float:
    return float(spearmanr(found, levels).statistic)


def test_there_are_forty_texts_and_more_as_many_at_each_level(texts: list[tuple[int, Reading]]) -> None:
    levels = [level for level, _reading in texts]
    assert {level: levels.count(level) for level in levels} == {1: 11, 2: 11, 3: 11, 4: 11}


def test_the_score_keeps_their_order(texts: list[tuple[int, Reading]]) -> None:
    assert rank([reading.score for _level, reading in texts], [level for level, _reading in texts]) >= LEAST


def test_in_each_quarter_that_was_set_aside_too(texts: list[tuple[int, Reading]]) -> None:
    for fold in range(FOLDS):
        aside = texts[fold::FOLDS]
        assert rank([reading.score for _level, reading in aside], [level for level, _reading in aside]) >= LEAST


def test_cross_validated_with_weights_from_the_other_texts(texts: list[tuple[int, Reading]]) -> None:
    """Weights of the five parts by least squares on three quarters, ranks on the fourth."""
    levels = np.array([level for level, _reading in texts], dtype=float)
    points = np.array([[1.0, *(float(part.points) for part in reading.parts)] for _level, reading in texts])
    found, places = np.empty(len(texts)), np.arange(len(texts))
    for fold in range(FOLDS):
        aside = places % FOLDS == fold
        weights, *_rest = np.linalg.lstsq(points[~aside], levels[~aside], rcond=None)
        found[aside] = points[aside] @ weights
    assert rank(list(found), [int(level) for level in levels]) >= LEAST


def test_the_bare_length_of_a_text_does_not_tell_its_level(texts: list[tuple[int, Reading]]) -> None:
    """Else the texts would not test the measure."""
    assert abs(rank([reading.words for _level, reading in texts], [level for level, _reading in texts])) < LEAST
