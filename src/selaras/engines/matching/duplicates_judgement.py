"""How sure it is that two proposals ask for one thing, from what they share and what each says alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.matching.duplicates_pairs import Pairs
from selaras.engines.matching.duplicates_words import Kind

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_NEVER = 0.02  # another RT, another phase, another object: the same words, not the same thing
_PLACED_NUMBERS = (Kind.RT, Kind.RW, Kind.ORDINAL)


@dataclass(frozen=True)
class Rows:
    """What is known of every row beside its words. `volume` and `source` are numbered; volume -1 is none."""

    totals: Ints
    volume: Ints
    source: Ints
    placed: Flags  # whether the row names its village


def confidence(pairs: Pairs, rows: Rows) -> Floats:
    """Between 0 and 1 for every pair; 1 only where both say the same words. Linear, vectorised.

    A product of one factor a kind of word: what only one side says lowers it a little (a place added), what each
    side says differently lowers it much (another place). The factors are judgement, not fitted to a set.
    """
    left, right = rows.totals[pairs.left], rows.totals[pairs.right]
    only_left, only_right = left - pairs.shared, right - pairs.shared
    sure = np.ones(len(pairs.left))
    sure *= _activity(pairs.shared, left, right, only_left, only_right)
    sure *= _objects(pairs.shared[:, Kind.OBJECT], only_left[:, Kind.OBJECT], only_right[:, Kind.OBJECT])
    sure *= _names(pairs.shared[:, Kind.NAME], only_left[:, Kind.NAME], only_right[:, Kind.NAME])
    for kind in _PLACED_NUMBERS:
        sure *= _number(only_left[:, kind], only_right[:, kind], 0.7 if kind is Kind.ORDINAL else 0.85)
    sure *= _amounts(pairs, rows, only_left, only_right)
    unplaced = ~(rows.placed[pairs.left] & rows.placed[pairs.right])
    sure[unplaced & (pairs.shared[:, Kind.NAME] == 0)] = _NEVER
    sure[pairs.shared[:, Kind.OBJECT] + pairs.shared[:, Kind.NAME] == 0] = _NEVER
    return sure


def _activity(shared: Ints, left: Ints, right: Ints, only_left: Ints, only_right: Ints) -> Floats:
    same, family = shared[:, Kind.ACTIVITY] > 0, shared[:, Kind.FAMILY] > 0
    both = (left[:, Kind.ACTIVITY] > 0) & (right[:, Kind.ACTIVITY] > 0)
    one = (left[:, Kind.ACTIVITY] > 0) != (right[:, Kind.ACTIVITY] > 0)
    more = (only_left[:, Kind.ACTIVITY] > 0) | (only_right[:, Kind.ACTIVITY] > 0)
    factors = np.select([same & more, same, family, both, one], [0.85, 1.0, 0.8, 0.2, 0.93], default=1.0)
    return np.asarray(factors, dtype=np.float64)


def _objects(shared: Ints, only_left: Ints, only_right: Ints) -> Floats:
    either, each = np.maximum(only_left, only_right), np.minimum(only_left, only_right)
    part = (shared + 0.5) / (shared + 0.5 + either + 2.5 * each)
    return np.where(either == 0, 1.0, np.where(each == 0, part**0.6, part**1.5))


def _names(shared: Ints, only_left: Ints, only_right: Ints) -> Floats:
    either, each = np.maximum(only_left, only_right), np.minimum(only_left, only_right)
    added = np.where(shared > 0, 0.9, 0.82) * 0.95 ** np.maximum(either - 1, 0)
    other = np.where(shared > 2 * each, 0.45, np.where(shared > 0, 0.2, _NEVER))
    return np.where(either == 0, 1.0, np.where(each == 0, added, other))


def _number(only_left: Ints, only_right: Ints, added: float) -> Floats:
    return np.where((only_left > 0) & (only_right > 0), _NEVER, np.where(only_left + only_right > 0, added, 1.0))


def _amounts(pairs: Pairs, rows: Rows, only_left: Ints, only_right: Ints) -> Floats:
    """Another volume under the same words: two stretches in one list, but one thing asked for at two doors."""
    volume_left, volume_right = rows.volume[pairs.left], rows.volume[pairs.right]
    other = (volume_left != volume_right) & (volume_left >= 0) & (volume_right >= 0)
    other |= (only_left[:, Kind.QUANTITY] > 0) & (only_right[:, Kind.QUANTITY] > 0)
    one_door = rows.source[pairs.left] == rows.source[pairs.right]
    specific = pairs.shared[:, [Kind.NAME, Kind.RT, Kind.RW]].sum(axis=1) > 0
    factor = np.where(one_door, np.where(specific, 0.7, 0.4), np.where(specific, 0.9, 0.75))
    return np.where(other, factor, 1.0)
