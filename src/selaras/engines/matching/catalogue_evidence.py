"""How strongly the words of a text speak for each field of duty: the lexicon and the catalogue's own vocabulary.

The second is a TF-IDF in which each field of duty is one document (all its entries together), so that a word of many
fields says little and a word of one field says much.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from selaras.engines.indonesian.stems import stem
from selaras.engines.matching.catalogue import Entry, field_of_code
from selaras.engines.matching.catalogue_lexicon import Phrase, phrases
from selaras.engines.matching.catalogue_words import Vocabulary, terms

Scores = NDArray[np.float32]
_CHANCE_LIKENESS, _WORDED_ALIKE = 0.45, 6.0  # a cosine that many entries reach, and points for each unit above it
_OWN_WORDS = 1.5  # points for a text whose every word is a field's own, beside about 1 to 3 for a phrase of the lexicon


class Lexicon:
    """The lexicon as matrices: texts × stems → phrases met → points per beginning of a code."""

    def __init__(self, vocabulary: Vocabulary, fields: Sequence[str]) -> None:
        stemmed = _distinct(phrases(), set(fields))
        self.stems = [stems for _, stems in stemmed]
        self.prefixes = sorted({prefix for prefix, _ in stemmed})
        columns = [vocabulary.learn(sorted(stems)) for stems in self.stems]
        self._lengths = np.array([len(stems) for stems in self.stems], dtype=np.float32)
        rows = np.repeat(np.arange(len(columns)), [len(each) for each in columns])
        flat = np.array([column for each in columns for column in each], dtype=np.int64)
        self._holds = _ones(rows, flat, (len(columns), len(vocabulary)))
        self._inside = _contained(self.stems)
        place = {prefix: number for number, prefix in enumerate(self.prefixes)}
        self._points = csr_matrix(
            (
                np.array(list(stemmed.values()), dtype=np.float32),
                (np.arange(len(stemmed)), [place[prefix] for prefix, _ in stemmed]),
            ),
            shape=(len(stemmed), len(place)),
        )
        self._stemmed = stemmed
        numbers = {code: number for number, code in enumerate(fields)}
        owners = np.array([numbers[field_of_code(prefix)] for prefix in self.prefixes], dtype=np.int64)
        self._owners = _ones(np.arange(len(owners)), owners, (len(owners), len(fields)))

    def met(self, presence: csr_matrix) -> csr_matrix:
        """The phrases met by each text, those inside a longer one met left out: texts × phrases, ones."""
        counts = (presence[:, : self._holds.shape[1]] @ self._holds.T).tocsr()
        counts.data = (counts.data == self._lengths[counts.indices]).astype(np.float32)
        counts.eliminate_zeros()
        silent = (counts @ self._inside).tocsr()
        silent.data[:] = 1
        met = (counts - counts.multiply(silent)).tocsr()
        met.eliminate_zeros()
        return met

    def pointing(self) -> dict[str, dict[str, float]]:
        """For each of `prefixes` the stems that point to it, with the points of their phrase shared among its words."""
        found: dict[str, dict[str, float]] = {prefix: {} for prefix in self.prefixes}
        for (prefix, stems), weight in self._stemmed.items():
            for root in stems:
                found[prefix][root] = max(found[prefix].get(root, 0.0), weight / len(stems))
        return found

    def points(self, met: csr_matrix) -> csr_matrix:
        """Points of each text for each of `prefixes`."""
        return (met @ self._points).tocsr()

    def by_field(self, points: csr_matrix) -> Scores:
        """The same points summed per field of duty: texts × fields."""
        return np.asarray((points @ self._owners).toarray(), dtype=np.float32)


class OwnWords:
    """How much of a text is the vocabulary of each field of duty: cosine of the text and the field's entries."""

    def __init__(self, vocabulary: Vocabulary, entries: Iterable[Entry], fields: Sequence[str]) -> None:
        counts: dict[str, dict[str, float]] = {code: {} for code in fields}
        for entry in entries:
            if entry.field in counts:
                _count(entry, counts[entry.field])
        for each in counts.values():
            vocabulary.learn(sorted(each))
        weights = np.zeros((len(vocabulary), len(fields)), dtype=np.float32)
        for column, code in enumerate(fields):
            for word, count in counts[code].items():
                weights[vocabulary.columns[word], column] = 1 + np.log(max(count, 1.0))
        spread = (weights > 0).sum(axis=1)
        self._idf = np.log((1 + len(fields)) / (1 + spread)).astype(np.float32)
        self._known = spread > 0
        weights *= self._idf[:, None]
        lengths = np.linalg.norm(weights, axis=0)
        self._weights = weights / np.where(lengths > 0, lengths, 1)

    def scores(self, presence: csr_matrix) -> Scores:
        """Texts × fields, 0..1."""
        weighted = (presence[:, : len(self._idf)] @ diags(np.where(self._known, self._idf, 0))).tocsr()
        lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        scores = np.asarray(weighted @ self._weights, dtype=np.float32)
        return np.asarray(scores / np.where(lengths > 0, lengths, 1)[:, None], dtype=np.float32)


def field_scores(lexicon: Scores, own_words: Scores, worded_alike: Scores) -> Scores:
    """The evidence as one score: the lexicon, a field's own words, and an entry of it worded like the text."""
    alike = np.maximum(worded_alike - _CHANCE_LIKENESS, 0)
    return np.asarray(lexicon + _OWN_WORDS * own_words + _WORDED_ALIKE * alike, dtype=np.float32)


def _count(entry: Entry, counts: dict[str, float]) -> None:
    parents = zip(entry.parents, (3.0, 0.3, 0.3), strict=False)
    for text, times in ((entry.name, 2.0), (entry.indicator, 1.0), *parents):
        for root, _ in terms(text):
            counts[root] = counts.get(root, 0.0) + times


def _distinct(listed: Iterable[Phrase], fields: set[str]) -> dict[tuple[str, frozenset[str]], float]:
    """Phrases by beginning of code and stems, with their weight; of two that stem alike the heavier counts."""
    found: dict[tuple[str, frozenset[str]], float] = {}
    for phrase in listed:
        if field_of_code(phrase.prefix) in fields:
            key = phrase.prefix, frozenset(stem(word) for word in phrase.words)
            found[key] = max(found.get(key, 0.0), phrase.weight)
    return found


def _contained(stems: Sequence[frozenset[str]]) -> csr_matrix:
    """Row: the longer phrase; column: each phrase whose stems are a proper part of it."""
    by_stem: dict[str, list[int]] = {}
    for number, words in enumerate(stems):
        for word in words:
            by_stem.setdefault(word, []).append(number)
    rows: list[int] = []
    columns: list[int] = []
    for longer, words in enumerate(stems):
        inside = {other for word in words for other in by_stem[word] if stems[other] < words}
        rows.extend([longer] * len(inside))
        columns.extend(sorted(inside))
    return _ones(np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64), (len(stems), len(stems)))


def _ones(rows: NDArray[np.int64], columns: NDArray[np.int64], shape: tuple[int, int]) -> csr_matrix:
    return csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
