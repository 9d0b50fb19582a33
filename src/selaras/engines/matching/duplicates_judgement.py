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
_SAME_AMOUNT = 0.75  # the exponent by which an equal amount takes back doubt


@dataclass(frozen=True)
class Rows:
    """What is known of every row beside its words. `volume` and `source` are numbered; volume -1 is none."""

    totals: Ints
    volume: Ints
    source: Ints
    placed: Flags  # whether the row names its village


def names_agree(pairs: Pairs, rows: Rows) -> Flags:
    """Whether not each side names what the other does not: the quick test that most pairs of a village fail."""
    shared = pairs.shared(Kind.NAME)
    names = rows.totals[:, Kind.NAME]
    return np.asarray((names[pairs.left] == shared) | (names[pairs.right] == shared))


def confidence(pairs: Pairs, rows: Rows) -> Floats:
    """Between 0 and 1 for every pair whose names agree; 1 only where both say the same words. Linear, vectorised.

    A product of one factor a kind of word: what only one side says lowers it a little (a place added), what each
    side says differently lowers it much (another phase). The factors are judgement, not fitted to a set.
    """
    told = {kind: _told(pairs, rows, kind) for kind in Kind}
    names, objects = told[Kind.NAME], told[Kind.OBJECT]
    sure = _activity(told[Kind.ACTIVITY], told[Kind.FAMILY]) * _objects(objects) * _names(names)
    sure *= _number(told[Kind.RT], 0.85) * _number(told[Kind.RW], 0.9)
    sure *= np.where(_each_adds([names, objects, told[Kind.RT]]), 0.6, 1.0)
    volume_left, volume_right = rows.volume[pairs.left], rows.volume[pairs.right]
    known = (volume_left >= 0) & (volume_right >= 0)
    same = (known & (volume_left == volume_right)) | (told[Kind.QUANTITY].shared > 0)
    sure = np.where(same, sure**_SAME_AMOUNT, sure)
    sure *= _number(told[Kind.ORDINAL], 0.45)
    quantity = told[Kind.QUANTITY]
    other = (known & (volume_left != volume_right)) | ((quantity.left > 0) & (quantity.right > 0))
    specific = told[Kind.RT].shared + told[Kind.RW].shared > 0
    sure *= np.where(other & ~same, _other_amount(rows.source[pairs.left] == rows.source[pairs.right], specific), 1.0)
    unplaced = ~(rows.placed[pairs.left] & rows.placed[pairs.right])
    at_home = (told[Kind.RT].shared > 0) & (told[Kind.RW].shared > 0)
    sure[(unplaced & (names.shared == 0) & ~at_home) | (objects.shared + names.shared == 0)] = _NEVER
    return sure


@dataclass(frozen=True)
class _Told:
    """Of one kind of word: how many both sides say, and how many only the one or the other."""

    shared: Ints
    left: Ints
    right: Ints


def _each_adds(kinds: list[_Told]) -> Flags:
    """Whether each side tells something that the other does not: a hamlet here, an RT there."""
    left = np.any([told.left > 0 for told in kinds], axis=0)
    return np.asarray(left & np.any([told.right > 0 for told in kinds], axis=0))


def _told(pairs: Pairs, rows: Rows, kind: Kind) -> _Told:
    shared, every = pairs.shared(kind), rows.totals[:, kind]
    return _Told(shared, every[pairs.left] - shared, every[pairs.right] - shared)


def _activity(activity: _Told, family: _Told) -> Floats:
    same, one_side = activity.shared > 0, (activity.left > 0) | (activity.right > 0)
    both = (activity.left > 0) & (activity.right > 0)
    cases = [same & one_side, same, family.shared > 0, both, one_side]
    return np.asarray(np.select(cases, [0.85, 1.0, 0.6, 0.2, 0.93], default=1.0), dtype=np.float64)


def _objects(told: _Told) -> Floats:
    either, each = np.maximum(told.left, told.right), np.minimum(told.left, told.right)
    part = (told.shared + 0.5) / (told.shared + 0.5 + either + 2.5 * each)
    return np.where(either == 0, 1.0, np.where(each == 0, part**0.6, part**1.5))


def _names(told: _Told) -> Floats:
    added = np.maximum(told.left, told.right)
    return np.where(added == 0, 1.0, np.where(told.shared > 0, 0.9, 0.82) * 0.95 ** np.maximum(added - 1, 0))


def _number(told: _Told, added: float) -> Floats:
    other = (told.left > 0) & (told.right > 0)
    return np.where(other, _NEVER, np.where(told.left + told.right > 0, added, 1.0))


def _other_amount(one_door: Flags, specific: Flags) -> Floats:
    """Another amount under the same words: two stretches in one list, but one thing asked for at two doors."""
    return np.where(one_door, np.where(specific, 0.7, 0.4), np.where(specific, 0.9, 0.8))
