"""Proposal → catalogue entries: the best five, the field of duty, how sure, and by which words; or: none fits.

>>> catalogue = [
...     Entry("1.03.10.2.01.0001", "Rekonstruksi Jalan", parents=("Pekerjaan Umum dan Penataan Ruang",)),
...     Entry("3.27.02.2.01.0001", "Pengawasan Penggunaan Pupuk", parents=("Pertanian",)),
... ]
>>> match = Matcher(catalogue).match(["Cor blok jln Dk. Krajan", "qwerty"])
>>> match[0].best[0].code, match[0].field.name, [word.text for word in match[0].best[0].words]
('1.03.10.2.01.0001', 'Pekerjaan Umum dan Penataan Ruang', ['jalan', 'blok', 'cor'])
>>> match[1].fits, match[1].best
(False, ())
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from selaras.engines.indonesian.text import normalise
from selaras.engines.matching.catalogue import Candidate, Confirmed, Entry, Field, Match, checked
from selaras.engines.matching.catalogue_confidence import FITS, chances_of_scores, entry_confidences
from selaras.engines.matching.catalogue_evidence import Lexicon, OwnWords, Scores, field_scores
from selaras.engines.matching.catalogue_explanation import Explanation
from selaras.engines.matching.catalogue_fields import field_name, field_of_label
from selaras.engines.matching.catalogue_index import Index
from selaras.engines.matching.catalogue_learning import Learned
from selaras.engines.matching.catalogue_words import Terms, Vocabulary, terms
from selaras.engines.matching.errors import ConfirmedError

BEST = 5
LIKELIEST_FIELDS = 3
_AT_ONCE = 4096
_HONOURED = 0.99  # the confidence of a code that people confirmed for this very text, each time they did


class Matcher:
    """Matches texts with the entries of one catalogue, in the light of what was confirmed before.

    Fitting reads every entry once: about a second for the 3,400 subactivities of the official catalogue. Matching is
    linear in the number of texts, in blocks of 4,096 distinct wordings, memory bounded by the block and the answers.
    Deterministic: the same catalogue, confirmed matches and texts give the same answer, whatever their order.
    Raises CatalogueError for a catalogue without entries or with a code twice, ConfirmedError for an unknown answer.

    Method: Salton & Buckley (1988), term weighting, for entries; a lexicon of everyday words and the fields' own
    vocabulary for the field of duty; with confirmed matches a logistic regression stacked on those (Wolpert 1992) and
    temperature scaling on held-out answers (Guo et al. 2017).
    """

    def __init__(self, catalogue: Iterable[Entry], *, confirmed: Iterable[Confirmed] = ()) -> None:
        self._entries = checked(catalogue)
        self._codes = {entry.code: number for number, entry in enumerate(self._entries)}
        self._fields = sorted({entry.field for entry in self._entries if entry.field[0].isdecimal()})
        self._names = {entry.field: field_name(entry.field, next(iter(entry.parents), "")) for entry in self._entries}
        self._confirmed: tuple[Confirmed, ...] = ()
        self._learned: Learned | None = None
        self._same_text: dict[str, Counter[str]] = {}
        self._read_catalogue({})
        self.learn(confirmed)

    def learn(self, confirmed: Iterable[Confirmed]) -> None:
        """Take further confirmed matches into account, beside those known; refits in about a second."""
        added = tuple(confirmed)
        if not added:
            return
        for each in added:
            self._answered(each)
        self._confirmed = tuple(sorted((*self._confirmed, *added), key=lambda each: (each.text, each.answer)))
        self._fit()

    def forget(self) -> None:
        """Drop what was learned, so that the same catalogue can be taught anew without being read again."""
        if self._same_text:
            self._read_catalogue({})
        self._confirmed, self._same_text, self._learned = (), {}, None

    def match(self, proposals: Iterable[str]) -> list[Match]:
        """One answer per text, in the order of the texts."""
        return list(self.matches(proposals))

    def matches(self, proposals: Iterable[str]) -> Iterator[Match]:
        """As `match`, one answer after the other, for more texts than answers should be held."""
        remaining = iter(proposals)
        while block := list(islice(remaining, _AT_ONCE)):
            yield from self._block(block)

    def _read_catalogue(self, by_code: dict[str, list[Terms]]) -> None:
        vocabulary = self._vocabulary = Vocabulary()
        self._lexicon = Lexicon(vocabulary, self._fields)
        self._own_words = OwnWords(vocabulary, self._entries, self._fields)
        self._index = Index(vocabulary, self._entries, self._fields, self._lexicon.prefixes, by_code)
        self._explanation = Explanation(self._entries, self._index.words, self._lexicon, vocabulary)

    def _fit(self) -> None:
        taught = [(each, *self._answered(each)) for each in self._confirmed]
        by_code: dict[str, list[Terms]] = {}
        self._same_text = {}
        for each, code, _ in taught:
            if code:
                by_code.setdefault(code, []).append(terms(each.text))
                self._same_text.setdefault(normalise(each.text), Counter())[code] += 1
        if by_code:
            self._read_catalogue(by_code)
        duties = [(terms(each.text), field) for each, _, field in taught if field in self._fields]
        if duties:
            texts = [text for text, _ in duties]
            numbers = np.array([self._fields.index(field) for _, field in duties], dtype=np.int64)
            cold, _, _ = self._cold(texts)
            self._learned = Learned(texts, cold, numbers)

    def _answered(self, confirmed: Confirmed) -> tuple[str, str]:
        """The code (empty where only the field was confirmed) and the field of duty of an answer."""
        answer = confirmed.answer.strip()
        if answer in self._codes:
            return answer, self._entries[self._codes[answer]].field
        field = field_of_label(answer)
        if field is None:
            raise ConfirmedError(
                f"Jawaban {answer!r} untuk usulan {confirmed.text!r} bukan kode katalog dan bukan nama bidang urusan. "
                "Perbaiki jawaban itu, atau hapus barisnya."
            )
        return "", field

    def _cold(self, texts: Sequence[Terms]) -> tuple[Scores, csr_matrix, csr_matrix]:
        """Chances of the fields that no teaching gave, the texts as TF-IDF rows, and the lexicon's points for them."""
        presence = self._vocabulary.presence(texts)
        points, asked = self._lexicon.points(self._lexicon.met(presence)), self._index.asked(presence)
        own_words, alike = self._own_words.scores(presence), self._index.worded_alike(asked)
        return chances_of_scores(field_scores(self._lexicon.by_field(points), own_words, alike)), asked, points

    def _block(self, block: Sequence[str]) -> Iterator[Match]:
        read = [self._deciding(text) for text in block]
        distinct = {text: number for number, text in enumerate(dict.fromkeys(read))}
        answers = self._answers(list(distinct))
        for text, words in zip(block, read, strict=True):
            best, fields = answers[distinct[words]]
            if self._same_text and (codes := self._same_text.get(normalise(text))):
                best, fields = self._honoured(codes, words, best, fields)
            yield Match(text, best, fields[0], fields, bool(best))

    def _deciding(self, text: str) -> Terms:
        """The words that can decide: all where spelling was learned, else those that catalogue or lexicon know."""
        found = terms(text)
        if self._learned is not None:
            return found
        known = self._vocabulary.columns
        return tuple([term for term in found if term[0] in known])

    def _answers(self, texts: list[Terms]) -> list[tuple[tuple[Candidate, ...], tuple[Field, ...]]]:
        chances, asked, points = self._cold(texts)
        if self._learned is not None:
            chances = self._learned.adjusted(texts, chances)
        listed = self._index.nearest(asked, chances, points).tocsr()
        rows = np.repeat(np.arange(len(texts)), np.diff(listed.indptr))
        sure = entry_confidences(rows, self._index.field_of_entry[listed.indices], listed.data, chances)
        order = np.lexsort((listed.indices, -sure, rows))
        starts = listed.indptr
        fits = chances.max(axis=1) >= FITS
        likeliest = np.argsort(-chances, axis=1, kind="stable")[:, :LIKELIEST_FIELDS]
        answers = []
        for row, text in enumerate(texts):
            chosen = order[starts[row] : starts[row + 1]][:BEST] if fits[row] else order[:0]
            best = tuple(self._candidate(int(listed.indices[place]), float(sure[place]), text) for place in chosen)
            answers.append((best, self._field_row(likeliest[row], chances[row])))
        return answers

    def _candidate(self, number: int, sure: float, text: Terms) -> Candidate:
        entry = self._entries[number]
        return Candidate(entry.code, entry.name, round(sure, 4), self._explanation.words(number, text))

    def _field_row(self, numbers: NDArray[np.int64], chances: Scores) -> tuple[Field, ...]:
        codes = [(self._fields[number], float(chances[number])) for number in numbers]
        return tuple(Field(code, self._names[code], round(chance, 4)) for code, chance in codes)

    def _honoured(
        self, codes: Counter[str], text: Terms, best: tuple[Candidate, ...], fields: tuple[Field, ...]
    ) -> tuple[tuple[Candidate, ...], tuple[Field, ...]]:
        """What people confirmed for this very text stands first, as often as they did."""
        total = codes.total()
        confirmed = [
            self._candidate(self._codes[code], _HONOURED * count / total, text)
            for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0]))
        ]
        left = 1 - _HONOURED
        others = [
            Candidate(each.code, each.name, round(each.confidence * left, 4), each.words)
            for each in best
            if each.code not in codes
        ]
        duties: dict[str, float] = {}
        for each in confirmed:
            duty = self._entries[self._codes[each.code]].field
            duties[duty] = duties.get(duty, 0.0) + each.confidence
        told = [Field(code, self._names[code], round(min(sure, 1.0), 4)) for code, sure in duties.items()]
        rest = [
            Field(each.code, each.name, round(each.confidence * left, 4)) for each in fields if each.code not in duties
        ]
        return tuple((confirmed + others)[:BEST]), tuple((told + rest)[:LIKELIEST_FIELDS])
