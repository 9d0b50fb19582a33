"""How well computed levels tell the class that people stated, beside always saying the commonest class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.propagation.errors import BeyondModel

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Shares of places told right by the levels and by `commonest`, both on places held out of the fitting.

    `confusion`: rows are what was stated, columns what the levels tell, from class 0 (weakest) up.
    """

    accuracy: float
    commonest: float
    confusion: Counts


def cross_validated(levels: npt.ArrayLike, stated: npt.ArrayLike, *, folds: int = 10, seed: int = 0) -> Judged:
    """Fit the two limits between the classes 0, 1 and 2 on all folds but one, judge that one, in turn.

    `levels` in dBm, `stated` the classes as numbers of `SignalClass`. The folds keep the share of each class (Kohavi,
    IJCAI 1995). O(folds · n²). Raises BeyondModel where there are fewer places than folds, or another class.

    >>> levels = [-120] * 10 + [-100] * 10 + [-80] * 20
    >>> judged = cross_validated(levels, [0] * 10 + [1] * 10 + [2] * 20)
    >>> judged.accuracy, judged.commonest
    (1.0, 0.5)
    """
    strength, truth = np.asarray(levels, dtype=np.float64), np.asarray(stated, dtype=np.int64)
    if strength.shape != truth.shape or folds < 2 or len(truth) < folds or not np.isin(truth, (0, 1, 2)).all():
        raise BeyondModel("Isi satu kuat sinyal dan satu kelas (0, 1, atau 2) tiap desa, lebih banyak dari lipatan.")
    fold = _folds(truth, folds, seed)
    told, common = np.zeros_like(truth), np.zeros_like(truth)
    for one in range(folds):
        held = fold == one
        low, high = fitted_limits(strength[~held], truth[~held])
        told[held] = (strength[held] >= low).astype(np.int64) + (strength[held] >= high)
        common[held] = np.bincount(truth[~held]).argmax()
    confusion = np.zeros((3, 3), dtype=np.int64)
    np.add.at(confusion, (truth, told), 1)
    return Judged(float((told == truth).mean()), float((common == truth).mean()), confusion)


def fitted_limits(levels: Numbers, truth: Counts) -> tuple[float, float]:
    """The pair of limits, the lower first, that tells most places right; of equal pairs the lowest."""
    limits = np.concatenate(([-np.inf], np.unique(levels), [np.inf]))
    below = [np.searchsorted(np.sort(levels[truth == each]), limits, side="left") for each in range(3)]
    weakest, middle, strongest = (each.astype(np.int64) for each in below)
    right = (weakest - middle)[:, None] + (middle - strongest)[None, :] + int((truth == 2).sum())
    right[np.tril_indices(len(limits), -1)] = -1
    low, high = np.unravel_index(int(right.argmax()), right.shape)
    return float(limits[low]), float(limits[high])


def _folds(truth: Counts, folds: int, seed: int) -> Counts:
    order = np.random.default_rng(seed).permutation(len(truth))
    order = order[np.argsort(truth[order], kind="stable")]
    fold = np.zeros(len(truth), dtype=np.int64)
    fold[order] = np.arange(len(truth)) % folds
    return fold
