"""How sure an index is: the survey drawn again and again from itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.survey.answers import Sheet
from selaras.engines.survey.errors import TooFew
from selaras.engines.survey.guard import Guarded

Numbers = npt.NDArray[np.float64]

LEAST = 10  # fewer voices say nothing about those who kept silent
_CELLS = 4_000_000  # of the table of draws at a time


@dataclass(frozen=True, slots=True)
class Interval:
    """In `level` of surveys made like this one the true index lies between `low` and `high`."""

    low: float
    high: float
    level: float


def interval(filled: Sheet, guarded: Guarded, *, level: float = 0.95, draws: int = 2_000, seed: int = 0) -> Interval:
    """The percentile bootstrap (Efron, Annals of Statistics 7, 1979) of the index, without a finite population's gain.

    A suspicious cluster is drawn as one voice. Time O(draws · voices · elements), memory bounded. The same seed gives
    the same interval. Raises TooFew below ten voices or where an element is hardly answered.
    """
    tail = (1 - level) / 2 * 100
    low, high = np.percentile(drawn(filled, guarded, draws=draws, seed=seed), [tail, 100 - tail])
    return Interval(float(low), float(high), level)


def drawn(filled: Sheet, guarded: Guarded, *, draws: int, seed: int) -> Numbers:
    """The index of `draws` surveys of as many voices, each drawn from this one with replacement."""
    totals, counts = _voices(filled, guarded)
    if len(totals) < LEAST:
        raise TooFew(f"Baru ada {len(totals)} suara. Rentang keyakinan perlu paling sedikit {LEAST}.")
    weights = np.array([float(element.weight) for element in filled.scheme.elements])
    dice = np.random.default_rng(seed)
    found, size, even = [], max(1, _CELLS // len(totals)), np.full(len(totals), 1 / len(totals))
    for start in range(0, draws, size):
        times = dice.multinomial(len(totals), even, size=min(size, draws - start)).astype(np.float64)
        with np.errstate(invalid="ignore"):
            found.append((times @ totals) / (times @ counts) @ weights * float(filled.scheme.factor))
    indices = np.concatenate(found)
    known = indices[~np.isnan(indices)]
    if len(known) < len(indices) * 0.9:
        raise TooFew("Ada unsur yang hampir tidak pernah dijawab. Rentang keyakinan belum dapat dihitung.")
    return np.where(np.isnan(indices), known.mean(), indices)


def _voices(filled: Sheet, guarded: Guarded) -> tuple[Numbers, Numbers]:
    """Per voice and element the weighted sum of marks and of answers."""
    voice = np.arange(len(filled))
    for cluster in guarded.clusters:
        voice[list(cluster.answers)] = cluster.answers[0]
    _, voice = np.unique(voice, return_inverse=True)
    weight = np.array([float(each) for each in guarded.weights])[:, None]
    count = int(voice.max(initial=-1)) + 1
    totals, counts = (np.zeros((count, filled.marks.shape[1])) for _ in range(2))
    np.add.at(totals, voice, filled.marks * weight)
    np.add.at(counts, voice, (filled.marks > 0) * weight)
    return totals, counts
