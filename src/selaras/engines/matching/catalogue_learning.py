"""What confirmed matches teach about fields of duty: a logistic regression beside the knowledge that needs no teaching.

The features of a text are its stems, its spelling (letters in runs of two to five inside a word) and the chances that
catalogue and lexicon give it, so that few confirmed matches already move what many would. How far the regression is
believed grows with their number and falls where catalogue and lexicon are sure; a text confirmed before answers for
itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from selaras.engines.matching.catalogue_confidence import fitted_sharpness, sharpened
from selaras.engines.matching.catalogue_evidence import Scores
from selaras.engines.matching.catalogue_words import Terms, Vocabulary

_COLD, _STRENGTH, _LEAST = 2.0, 3.0, 0.01
_HALF_BELIEVED, _KEPT = 10.0, 0.45
_FEWEST_TO_CALIBRATE = 50
_FOLDS = 5
_REPEATED = 2.0


class Learned:
    """Fitted on confirmed texts; `adjusted` gives the chances of other texts in the light of them."""

    def __init__(self, texts: Sequence[Terms], chances: Scores, fields: NDArray[np.int64]) -> None:
        self._model = _Regression(texts, chances, fields)
        self._sharpness = 1.0
        if len(texts) >= _FEWEST_TO_CALIBRATE:
            self._sharpness = _calibrated(texts, chances, fields)

    def adjusted(self, texts: Sequence[Terms], chances: Scores) -> Scores:
        """Chances per field, texts × fields, from the chances that no teaching gave."""
        return sharpened(self._model.chances(texts, chances), self._sharpness)


class _Regression:
    def __init__(self, texts: Sequence[Terms], chances: Scores, fields: NDArray[np.int64]) -> None:
        self._words, self._spelling = _Weights(_stems), _Weights(_letters)
        self._believed = len(texts) / (len(texts) + _HALF_BELIEVED)
        self._repeated = _repeated(texts, fields, chances.shape[1])
        features = hstack([self._words.fitted(texts), self._spelling.fitted(texts), _untaught(chances)])
        from sklearn.linear_model import LogisticRegression  # a second of loading that only learning is worth

        self._model: LogisticRegression | None = None
        if len(set(fields.tolist())) > 1:
            with threadpool_limits(1):  # more threads only wait for one another on matrices this small
                self._model = LogisticRegression(C=_STRENGTH, tol=1e-3, max_iter=500).fit(features.tocsr(), fields)

    def chances(self, texts: Sequence[Terms], chances: Scores) -> Scores:
        mixed = chances.copy()
        if self._model is not None:
            parts = [self._words.of(texts), self._spelling.of(texts), _untaught(chances)]
            told = np.zeros_like(chances)
            told[:, self._model.classes_] = self._model.predict_proba(hstack(parts).tocsr())
            believed = self._believed * (1 - _KEPT * chances.max(axis=1, keepdims=True))
            mixed = np.asarray(believed * told + (1 - believed) * chances, dtype=np.float32)
        for row, text in enumerate(texts):
            if (seen := self._repeated.get(_key(text))) is not None:
                mixed[row] = (seen + _REPEATED * mixed[row]) / (seen.sum() + _REPEATED)
        return mixed


def _untaught(chances: Scores) -> csr_matrix:
    """The chances without teaching on a scale from 0 (about none) to 1 (certain), by their logarithm."""
    return _COLD * csr_matrix(1 + np.log(chances + _LEAST) / -np.log(_LEAST))


def _calibrated(texts: Sequence[Terms], chances: Scores, fields: NDArray[np.int64]) -> float:
    unseen = np.zeros_like(chances)
    from sklearn.model_selection import KFold  # as above

    for taught, asked in KFold(_FOLDS, shuffle=True, random_state=0).split(chances):
        model = _Regression([texts[row] for row in taught], chances[taught], fields[taught])
        unseen[asked] = model.chances([texts[row] for row in asked], chances[asked])
    return fitted_sharpness(unseen, fields)


def _repeated(texts: Sequence[Terms], fields: NDArray[np.int64], width: int) -> dict[frozenset[str], Scores]:
    seen: dict[frozenset[str], Scores] = {}
    for text, field in zip(texts, fields, strict=True):
        if text:
            seen.setdefault(_key(text), np.zeros(width, dtype=np.float32))[field] += 1
    return seen


def _key(text: Terms) -> frozenset[str]:
    return frozenset(root for root, _ in text)


def _stems(text: Terms) -> tuple[str, ...]:
    return tuple(root for root, _ in text)


def _letters(text: Terms) -> tuple[str, ...]:
    runs: list[str] = []
    for _, word in text:
        edged = f" {word} "
        runs.extend(edged[start : start + size] for size in range(2, 6) for start in range(len(edged) - size + 1))
    return tuple(runs)


class _Weights:
    """TF-IDF rows of length 1 over what `parts` finds in a text; the parts of a word are worked out once."""

    def __init__(self, parts: Callable[[Terms], Sequence[str]]) -> None:
        self._parts = parts
        self._vocabulary = Vocabulary()
        self._idf: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self._rows: dict[tuple[str, str], NDArray[np.int32]] = {}

    def fitted(self, texts: Sequence[Terms]) -> csr_matrix:
        for text in texts:
            self._vocabulary.learn(self._parts(text))
        self._idf = np.ones(len(self._vocabulary), dtype=np.float32)
        counts = self._counts(texts)
        spread = np.asarray((counts > 0).sum(axis=0)).ravel()
        self._idf = (np.log((1 + len(texts)) / (1 + spread)) + 1).astype(np.float32)
        return self._scaled(counts)

    def of(self, texts: Sequence[Terms]) -> csr_matrix:
        return self._scaled(self._counts(texts))

    def _counts(self, texts: Sequence[Terms]) -> csr_matrix:
        rows = [[self._columns(term) for term in text] for text in texts]
        lengths = [sum(map(len, row)) for row in rows]
        flat = [columns for row in rows for columns in row]
        indices = np.concatenate(flat) if flat else np.zeros(0, dtype=np.int32)
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        ones = np.ones(len(indices), dtype=np.float32)
        counts = csr_matrix((ones, indices, starts), shape=(len(texts), len(self._vocabulary)))
        counts.sum_duplicates()
        return counts

    def _columns(self, term: tuple[str, str]) -> NDArray[np.int32]:
        known = self._rows.get(term)
        if known is None:
            columns = self._vocabulary.columns
            known = np.array([columns[part] for part in self._parts((term,)) if part in columns], dtype=np.int32)
            self._rows[term] = known
        return known

    def _scaled(self, counts: csr_matrix) -> csr_matrix:
        counts = counts.copy()
        counts.data = 1 + np.log(np.maximum(counts.data, 1))
        weighted = (counts @ diags(self._idf)).tocsr()
        lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        return (diags(1 / np.where(lengths > 0, lengths, 1)) @ weighted).tocsr().astype(np.float32)
