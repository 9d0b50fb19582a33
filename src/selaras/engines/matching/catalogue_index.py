"""The entries of the catalogue as rows of a sparse matrix, and for each text the rows that come nearest.

A row holds the entry's words (TF-IDF, its name counting most), its field of duty and the beginnings of its code that
the lexicon knows. A text asks for all three at once, so that one sparse product gives the short list: what is worded
alike, in a field that is likely, where the lexicon points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, eye_array, hstack
from sparse_dot_topn import sp_matmul_topn

from selaras.engines.matching.catalogue import Entry
from selaras.engines.matching.catalogue_evidence import Scores
from selaras.engines.matching.catalogue_words import Terms, Vocabulary, terms

SHORT_LIST = 24
_ALIKE_ENTRIES = 8
_NAME, _FACTS, _PARENTS, _DEFINITION, _CONFIRMED = 3.0, 1.0, (0.3, 0.5, 1.0), 0.3, 3.0
_FIELD, _POINTED = 0.6, 0.3
_FIELDS_ASKED = 3
_SUPPORT = 0.7  # an agency's own running (programme 01 of each field) is seldom what a village asks for
_SPECIAL = 0.85  # activities of the provinces with special autonomy stand beside the general ones under the same name
_DESK = 0.8  # plans, meetings and supervision about a thing, where the thing itself is asked for
_DESK_WORK = frozenset(
    [
        "penyusunan",
        "perencanaan",
        "pengawasan",
        "pemantauan",
        "koordinasi",
        "evaluasi",
        "monitoring",
        "survei",
        "penerbitan",
        "sinkronisasi",
        "penetapan",
        "pengendalian",
        "pendataan",
        "inventarisasi",
        "verifikasi",
        "perumusan",
        "fasilitasi",
        "analisis",
    ]
)
# What a village says, and what the catalogue calls it: the second is asked for as well, half as strongly.
_ALIKE = {
    "baik": ("rehabilitasi", "pelihara"),
    "renovasi": ("rehabilitasi",),
    "pugar": ("rehabilitasi",),
    "aspal": ("rekonstruksi", "rehabilitasi"),
    "hotmix": ("rekonstruksi", "rehabilitasi"),
    "cor": ("bangun",),
    "rabat": ("bangun",),
    "buat": ("bangun",),
    "bantu": ("sedia", "ada"),
    "hibah": ("sedia", "bantu"),
    "beli": ("ada", "sedia"),
    "pasang": ("sedia", "lengkap"),
    "lampu": ("lengkap", "sedia"),
    "kursus": ("latih",),
    "gedung": ("sarana", "bangun"),
    "alat": ("sarana",),
    "sapi": ("ternak",),
    "kambing": ("ternak",),
    "domba": ("ternak",),
    "kerbau": ("ternak",),
    "ayam": ("ternak",),
    "itik": ("ternak",),
    "lele": ("ikan", "budi"),
    "bibit": ("benih",),
    "lantainisasi": ("rumah", "huni"),
    "jamban": ("sanitasi", "limbah"),
    "kakus": ("sanitasi", "limbah"),
    "wifi": ("internet",),
    "gamelan": ("seni",),
    "fogging": ("sakit", "tular"),
}
_ALIKE_SHARE = 0.5


class Index:
    """The catalogue, ready to be asked; `vocabulary` must know the lexicon already, and learns the entries' words."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        entries: Sequence[Entry],
        fields: Sequence[str],
        prefixes: Sequence[str],
        confirmed: Mapping[str, Sequence[Terms]],
    ) -> None:
        counts = [_counts(entry, confirmed.get(entry.code, ())) for entry in entries]
        for each in counts:
            vocabulary.learn(sorted(each))
        self._idf, self.words = _weighted(vocabulary, counts)
        numbers = {code: number for number, code in enumerate(fields)}
        self.field_of_entry = np.array([numbers.get(entry.field, -1) for entry in entries], dtype=np.int64)
        self._fields, self._by_word = len(fields), self.words.T.tocsr()
        damp = np.array([_share(entry) for entry in entries], dtype=np.float32)
        self._alike = _expansion(vocabulary)
        words, owners = diags(damp) @ self.words, _owned(self.field_of_entry, len(fields))
        self._columns = hstack([words, owners, _begun(entries, prefixes)]).T.tocsr().astype(np.float32)

    def asked(self, presence: csr_matrix) -> csr_matrix:
        """The texts as TF-IDF rows of length 1: texts × stems."""
        weighted = ((presence @ self._alike).minimum(1) @ diags(self._idf)).tocsr().astype(np.float32)
        lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        return (diags(1 / np.where(lengths > 0, lengths, 1)) @ weighted).tocsr().astype(np.float32)

    def worded_alike(self, asked: csr_matrix) -> Scores:
        """For each field of duty the cosine of its entry that is worded most like the text: texts × fields."""
        near = sp_matmul_topn(asked, self._by_word, top_n=_ALIKE_ENTRIES, n_threads=1).tocsr()
        rows, fields = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr)), self.field_of_entry[near.indices]
        alike = np.zeros((near.shape[0], self._fields), dtype=np.float32)
        owned = fields >= 0
        np.maximum.at(alike, (rows[owned], fields[owned]), near.data[owned])
        return alike

    def nearest(self, asked: csr_matrix, chances: Scores, points: csr_matrix) -> csr_matrix:
        """The short list of each text with its scores: texts × entries, at most SHORT_LIST a row."""
        question = hstack([asked, _likely(chances) * _FIELD, _pointed(points) * _POINTED]).tocsr()
        return sp_matmul_topn(question.astype(np.float32), self._columns, top_n=SHORT_LIST, n_threads=1)


def _counts(entry: Entry, confirmed: Sequence[Terms]) -> dict[str, float]:
    weighted = [(entry.name, _NAME), (entry.performance, _FACTS), (entry.indicator, _FACTS), (entry.unit, _FACTS)]
    weighted += list(zip(entry.parents, _PARENTS, strict=False))
    weighted.append((entry.definition, _DEFINITION))
    counts: dict[str, float] = {}
    for text, weight in weighted:
        for root, _ in terms(text):
            counts[root] = counts.get(root, 0.0) + weight
    for known in confirmed:
        for root, _ in known:
            counts[root] = counts.get(root, 0.0) + _CONFIRMED
    return counts


def _weighted(vocabulary: Vocabulary, counts: Sequence[Mapping[str, float]]) -> tuple[NDArray[np.float32], csr_matrix]:
    rows = [row for row, each in enumerate(counts) for _ in each]
    columns = [vocabulary.columns[root] for each in counts for root in each]
    values = [1 + np.log1p(count) for each in counts for count in each.values()]
    matrix = csr_matrix((values, (rows, columns)), shape=(len(counts), len(vocabulary)), dtype=np.float32)
    spread = np.asarray((matrix > 0).sum(axis=0)).ravel()
    idf = np.where(spread > 0, np.log((1 + len(counts)) / (1 + spread)) + 1, 0).astype(np.float32)
    matrix = (matrix @ diags(idf)).tocsr()
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return idf, (diags(1 / np.where(lengths > 0, lengths, 1)) @ matrix).tocsr().astype(np.float32)


def _expansion(vocabulary: Vocabulary) -> csr_matrix:
    columns = vocabulary.columns
    pairs = [
        (columns[said], columns[meant])
        for said, others in _ALIKE.items()
        for meant in others
        if said in columns and meant in columns
    ]
    rows, targets = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    shares = np.full(len(pairs), _ALIKE_SHARE, dtype=np.float32)
    also = csr_matrix((shares, (rows, targets)), shape=(len(vocabulary), len(vocabulary)))
    return (eye_array(len(vocabulary), dtype=np.float32, format="csr") + also).tocsr()


def _share(entry: Entry) -> float:
    first = entry.name.casefold().split(maxsplit=1)[0].strip(",.") if entry.name.strip() else ""
    return _place_of_code(entry.code) * (_DESK if first in _DESK_WORK else 1.0)


def _place_of_code(code: str) -> float:
    parts = code.split(".")
    if len(parts) > 2 and parts[2] == "01" and parts[0] not in {"4", "5", "6", "7", "8"}:
        return _SUPPORT
    return 1.0 if len(parts) < 4 or parts[3] in {"2", "02"} else _SPECIAL


def _owned(field_of_entry: NDArray[np.int64], fields: int) -> csr_matrix:
    rows = np.flatnonzero(field_of_entry >= 0)
    ones = np.ones(len(rows), dtype=np.float32)
    return csr_matrix((ones, (rows, field_of_entry[rows])), shape=(len(field_of_entry), fields))


def _begun(entries: Sequence[Entry], prefixes: Sequence[str]) -> csr_matrix:
    pairs = [
        (row, column)
        for row, entry in enumerate(entries)
        for column, prefix in enumerate(prefixes)
        if prefix.count(".") > 1 and entry.code.startswith(prefix + ".")
    ]
    rows, columns = ([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    return csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(len(entries), len(prefixes)), dtype=np.float32)


def _likely(chances: Scores) -> csr_matrix:
    """The chances of the likeliest fields only; the others cannot bring an entry onto a short list."""
    asked = min(_FIELDS_ASKED, chances.shape[1])
    columns = np.argpartition(-chances, asked - 1, axis=1)[:, :asked]
    rows = np.repeat(np.arange(len(chances)), asked)
    values = np.take_along_axis(chances, columns, axis=1).ravel()
    return csr_matrix((values, (rows, columns.ravel())), shape=chances.shape)


def _pointed(points: csr_matrix) -> csr_matrix:
    """Points of the lexicon, the highest of a text made 1."""
    highest = points.max(axis=1).toarray().ravel() if points.nnz else np.zeros(points.shape[0])
    return (diags(1 / np.where(highest > 0, highest, 1)) @ points).tocsr()
