"""From scores to confidences that mean what they say: of the matches at 0.8, about eight of ten are right.

Without confirmed matches the two mappings below are fixed. The field's is a softmax whose sharpness, with a share for
what no word told, was fitted by likelihood to the labels of one office (Kulon Progo 2024, 273 proposals); the entry's
was set on proposals made by a generator that knows the entry it words. `python -m bench matching` prints the expected
calibration error of the first.
With confirmed matches the sharpness is fitted anew, on answers the model gave for texts it had not seen.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from selaras.engines.matching.catalogue_evidence import Scores
from selaras.engines.matching.catalogue_fields import FIELD_NAMES

FIELD_SHARPNESS, UNTOLD = 3.8, 0.08
ENTRY_SHARPNESS, ELSEWHERE = 9.0, 0.75
FITS = 0.3  # below this chance of the best field, nothing is proposed: the guess would be wrong more often than right


def chances_of_scores(scores: Scores) -> Scores:
    """Field scores (texts × fields) as chances; no evidence gives every field the same small chance.

    A row sums to 1 with the official fields that the catalogue does not hold: a text may be about one of them.
    """
    absent = max(len(FIELD_NAMES) - scores.shape[1], 0)
    highest = np.maximum(scores.max(axis=1, keepdims=True), 0)
    raised = np.exp(FIELD_SHARPNESS * (scores - highest))
    chances = raised / (raised.sum(axis=1, keepdims=True) + absent * np.exp(-FIELD_SHARPNESS * highest))
    return np.asarray((1 - UNTOLD) * chances + UNTOLD / (scores.shape[1] + absent), dtype=np.float32)


def sharpened(chances: Scores, sharpness: float) -> Scores:
    """Chances, and what they leave of 1, raised to a power and scaled back: the order stays, the confidence changes."""
    raised = np.power(np.maximum(chances, 1e-9), sharpness)
    left = np.power(np.maximum(1 - chances.sum(axis=1, keepdims=True), 0), sharpness)
    return np.asarray(raised / (raised.sum(axis=1, keepdims=True) + left), dtype=np.float32)


def fitted_sharpness(chances: Scores, truth: NDArray[np.int64]) -> float:
    """The power for `sharpened` under which the true fields are likeliest; 0.3 to 3, by bounded scalar search."""
    rows = np.arange(len(truth))

    def loss(sharpness: float) -> float:
        return float(-np.log(np.maximum(sharpened(chances, sharpness)[rows, truth], 1e-9)).mean())

    from scipy.optimize import minimize_scalar  # half a second that only learning is worth

    return float(minimize_scalar(loss, bounds=(0.3, 3.0), method="bounded").x)


def entry_confidences(
    rows: NDArray[np.int64], fields: NDArray[np.int64], scores: Scores, chances: Scores
) -> NDArray[np.float64]:
    """The chance of each short-listed entry: its field's chance, shared out among the entries of that field.

    `rows` tells the text and `fields` the field number of each score; -1 is a field of no duty (support to an agency),
    which shares what the three likeliest fields leave. `ELSEWHERE` stands for the entries that are not listed.
    """
    width = chances.shape[1] + 1
    top = np.sort(chances, axis=1)[:, -3:].sum(axis=1, keepdims=True)
    of_field = np.hstack([chances, np.clip(1 - top, 0, 1)]).astype(np.float64)
    raised = np.exp(ENTRY_SHARPNESS * scores.astype(np.float64))
    group = rows * width + np.where(fields < 0, width - 1, fields)
    total = np.bincount(group, weights=raised, minlength=len(chances) * width)
    shared = raised / (total[group] + np.exp(ENTRY_SHARPNESS * ELSEWHERE))
    return np.asarray(np.clip(of_field.ravel()[group] * shared, 0.0, 1.0), dtype=np.float64)
