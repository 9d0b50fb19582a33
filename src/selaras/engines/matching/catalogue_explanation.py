"""The words that decided for an entry: those it shares with the text, and those by which the lexicon pointed to it."""

from __future__ import annotations

from collections.abc import Sequence

from scipy.sparse import csr_matrix

from selaras.engines.matching.catalogue import Entry, Word, field_of_code
from selaras.engines.matching.catalogue_evidence import Lexicon
from selaras.engines.matching.catalogue_words import Terms, Vocabulary

_SHOWN = 5
_POINTED = 0.5  # a word of the lexicon weighs as much as a shared word that makes up half of an entry's wording


class Explanation:
    """Works out the words of the few candidates that are shown; what is known of an entry or word is kept."""

    def __init__(self, entries: Sequence[Entry], words: csr_matrix, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._entries, self._words = entries, words
        self._roots = list(vocabulary.columns)
        self._pointing = lexicon.pointing()
        self._known: dict[int, dict[str, float]] = {}

    def words(self, number: int, text: Terms) -> tuple[Word, ...]:
        """At most five words of the text with their shares, heaviest first, as the text has them written out."""
        weights = self._known.get(number)
        if weights is None:
            weights = self._known[number] = self._weights(number)
        found = [(-weights[root], written) for root, written in text if root in weights]
        if not found:
            return ()
        found.sort()
        total = sum([weight for weight, _ in found])
        return tuple([Word(written, round(weight / total, 3)) for weight, written in found[:_SHOWN]])

    def _weights(self, number: int) -> dict[str, float]:
        row = self._words.getrow(number)
        weights = {
            self._roots[column]: float(value) for column, value in zip(row.indices, row.data, strict=True) if value > 0
        }
        code = self._entries[number].code
        for prefix, points in self._pointing.items():
            if code.startswith(prefix + ".") or field_of_code(code) == prefix:
                for root, weight in points.items():
                    weights[root] = max(weights.get(root, 0.0), _POINTED * weight)
        return weights
