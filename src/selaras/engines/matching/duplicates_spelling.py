"""Names of one place written in two ways: a hamlet's slip of the pen, found among the names of one block only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from selaras.engines.matching.duplicates_reading import distinct

Ints = npt.NDArray[np.int64]

_SHORTEST = 4  # and the other form must be longer
_END = 4
_MOST_MET = 16
_LONG = 8  # from here on two slips are allowed


def same_names(block: Ints, name: Ints, rows: Ints, written: Sequence[str]) -> Ints:
    """For each (block, name) pair the name it stands for in its block: its own, or one a slip away.

    `rows` says in how many rows of the block the name stands. Two forms that both stand in several rows are two
    names (nobody makes the same slip every time), and a name that stands once joins the near form that most rows
    have, so that no chain of slips joins two names. Costs the sum of the names' lengths, by the delete-one-letter
    index (symmetric delete, W. Garbe 2012).
    """
    left, right = _near(block, name, written)
    both, other = np.concatenate([left, right]), np.concatenate([right, left])
    once = rows[both] == 1
    both, other = both[once], other[once]
    rank = _alphabetical(distinct(name), written)[name]
    chosen = np.arange(len(name))
    order = np.lexsort((rank[other], -rows[other], both))
    single, first = np.unique(both[order], return_index=True)
    best = other[order][first]
    better = (rows[best] > 1) | (rank[best] < rank[single])
    chosen[single[better]] = best[better]
    return name[chosen[chosen]]


def _alphabetical(used: Ints, written: Sequence[str]) -> Ints:
    rank = np.zeros(len(written), dtype=np.int64)
    rank[sorted(used.tolist(), key=written.__getitem__)] = np.arange(len(used))
    return rank


def _near(block: Ints, name: Ints, written: Sequence[str]) -> tuple[Ints, Ints]:
    """Positions of two names of one block that share a form with one letter missing and are as near as allowed."""
    used = distinct(name)
    forms: dict[str, int] = {}
    flat: list[int] = []
    starts = np.zeros(len(written) + 1, dtype=np.int64)
    for place in used.tolist():
        word = written[place]
        if len(word) >= _SHORTEST:
            shortened = {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
            if len(word) >= _LONG:  # two slips seldom meet in a shortened form, but spare one end of the word
                shortened |= {f"{word[:_END]}+", f"+{word[-_END:]}"}
            starts[place + 1] = len(shortened)
            flat.extend(forms.setdefault(form, len(forms)) for form in shortened)
    counts = starts[1:][name]
    offsets = np.cumsum(starts)
    at = np.repeat(offsets[name] - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    key = np.repeat(block, counts) * (len(forms) + 1) + np.array(flat, dtype=np.int64)[at]
    left, right = _met(key, np.repeat(np.arange(len(name)), counts))
    first = [written[place] for place in name[left].tolist()]
    second = [written[place] for place in name[right].tolist()]
    if not first:
        return left, right
    distance = cpdist(first, second, scorer=OSA.distance, score_cutoff=2)
    lengths = np.zeros(len(written), dtype=np.int64)
    lengths[used] = [len(written[place]) for place in used.tolist()]
    allowed = np.where(np.minimum(lengths[name[left]], lengths[name[right]]) >= _LONG, 2, 1)
    longest = np.maximum(lengths[name[left]], lengths[name[right]])
    near = (distance <= allowed) & (longest > _SHORTEST)
    return left[near], right[near]


def _met(key: Ints, place: Ints) -> tuple[Ints, Ints]:
    """Every two places with one key, once; of a key with many places only neighbours in order."""
    order = np.argsort(key, kind="stable")
    key, place = key[order], place[order]
    left, right = [], []
    for step in range(1, _MOST_MET):
        same = key[step:] == key[:-step]
        if not same.any():
            break
        left.append(place[:-step][same])
        right.append(place[step:][same])
    if not left:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    width = int(place.max()) + 1
    pair = distinct(np.concatenate(left) * width + np.concatenate(right))
    return pair // width, pair % width
