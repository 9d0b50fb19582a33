"""Texts into arrays: every row's words and numbers as features, each of one kind."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from selaras.engines.indonesian.text import is_number
from selaras.engines.matching.duplicates_numbers import Numbers
from selaras.engines.matching.duplicates_words import KNOWN, ROMAN, UNITS, Kind, spelt_right

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_WORD, _NUMBER, _RT, _RW, _UNIT, _PLACE, _END = range(7)
_MARKS = {"rt": _RT, "rw": _RW}
_PLACE_MARKS = frozenset({"dusun", "dukuh", "kampung"})  # what follows is a name: Dusun Pesantren
_EARLIEST_YEAR, _LATEST_YEAR = 1945, 2099
_ONCE = 2
_SLIPS, _SHORT_SLIPS = 0.01, 0.004  # the share of a word's uses that one wrong form of it may have
_MOST_A_KIND = 100  # the counters of one kind must fit in seven bits


@dataclass(frozen=True)
class Reading:
    """Features sorted by row: `feature[i]` stands in row `row[i]`, is of `kind[feature[i]]`, reads `word[feature[i]]`.

    `meaning` says both of a feature at once. `slips[r]` tells that a word of row r was corrected by the list of
    known words.
    """

    row: Ints
    feature: Ints
    kind: Ints
    word: tuple[str, ...]
    meaning: Sequence[tuple[Kind, str]]
    slips: Flags

    def of_row(self, row: int) -> Ints:
        """The features of one row."""
        first, last = np.searchsorted(self.row, (row, row + 1))
        return self.feature[first:last]


def read(texts: Sequence[str], names: Container[str] = ()) -> Reading:
    """Read the texts; about 5 µs a text. `names` are never taken for slips."""
    return Texts(texts, names).read(0, len(texts))


class Texts:
    """Texts taken in together, since how often a word stands decides what is a slip, and read in parts.

    Holds about 40 bytes a text and the distinct words; only a part's reading is large.
    """

    def __init__(self, texts: Iterable[str], names: Container[str] = ()) -> None:
        numbers = Numbers()
        self._flow = np.fromiter(chain.from_iterable(map(numbers.of, texts)), dtype=np.int32)
        self._ends = np.flatnonzero(self._flow == 0) + 1
        words = numbers.words
        self._table = _tabulate(words, _corrections(words, np.bincount(self._flow).tolist(), names))
        self.meaning: Sequence[tuple[Kind, str]] = self._table.meaning

    def read(self, first: int, last: int) -> Reading:
        """The texts from `first` up to `last`, which counts no more, as rows from 0."""
        begin, end = (int(self._ends[text - 1]) if text else 0 for text in (first, last))
        return _features(self._flow[begin:end], self._table, last - first)


@dataclass(frozen=True)
class _Table:
    """For every distinct token: what it does to its neighbours, and its features as slices of `features`.

    The tokens stand in it twice: as they mean, and as names (after "Dusun").
    """

    role: Ints
    value: Ints  # which number it is; -1 for words
    slip: Flags
    starts: Ints
    features: Ints
    kind: Ints
    word: tuple[str, ...]
    meaning: tuple[tuple[Kind, str], ...]
    first_number: int
    year: Flags


def _corrections(words: Sequence[str], often: Sequence[int], names: Container[str]) -> dict[str, str]:
    """The known word for every unknown one that is a slip of it; what stands often is no slip but a word."""
    counts = dict(zip(words, often, strict=False))
    corrections = {}
    for word, count in counts.items():
        if word in KNOWN or word in _MARKS or word in names or not word.isalpha():
            continue
        for share, rare in ((_SHORT_SLIPS, True), (_SLIPS, False)):
            right = spelt_right(word, rare=rare)
            if right is not None and count <= _ONCE + counts.get(right, 0) * share:
                corrections[word] = right
                break
    return corrections


def _tabulate(words: Sequence[str], corrections: Mapping[str, str]) -> _Table:
    meanings: dict[tuple[Kind, str], int] = {}
    role: list[int] = []
    value: list[int] = []
    slip: list[bool] = []
    starts, features = [0], list[int]()
    values: dict[str, int] = {}
    for place, word in enumerate((*words, *words)):
        number = word if is_number(word) else ROMAN.get(word)
        corrected = corrections.get(word)
        role.append(_role(corrected or word, number))
        value.append(-1 if number is None else values.setdefault(number, len(values)))
        slip.append(corrected is not None)
        if number is None and word and word not in _MARKS:
            name = ((Kind.NAME, corrected or word),)
            known = KNOWN.get(corrected or word, name)
            known = name if place >= len(words) and (Kind.OBJECT, corrected or word) in known else known
            features.extend(meanings.setdefault(part, len(meanings)) for part in known)
        starts.append(len(features))
    meaning = (*meanings, *((kind, number) for kind in _NUMBER_KINDS for number in values))
    years = [place for place, number in enumerate(values) if _is_year(number)]
    return _Table(
        np.array(role),
        np.array(value),
        np.array(slip),
        np.array(starts),
        np.array(features, dtype=np.int64),
        np.array([kind for kind, _ in meaning], dtype=np.int64),
        tuple(word for _, word in meaning),
        meaning,
        len(meanings),
        np.isin(value, years),
    )


_NUMBER_KINDS = (Kind.RT, Kind.RW, Kind.ORDINAL, Kind.QUANTITY)


def _role(word: str, number: str | None) -> int:
    if not word:
        return _END
    if number is not None:
        return _NUMBER
    if word in _PLACE_MARKS:
        return _PLACE
    return _UNIT if word in UNITS else _MARKS.get(word, _WORD)


def _is_year(number: str) -> bool:
    """A bare year tells when, not which."""
    return number.isdecimal() and len(number) == 4 and _EARLIEST_YEAR <= int(number) <= _LATEST_YEAR


def _features(flow: npt.NDArray[np.int32], table: _Table, rows: int) -> Reading:
    row = np.cumsum(flow == 0) - (flow == 0)
    after_place = np.roll(table.role[flow], 1) == _PLACE
    flow = np.where(after_place, flow + len(table.role) // 2, flow)
    counts = np.diff(table.starts)[flow]
    at = np.repeat(table.starts[:-1][flow] - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    number_place, number_feature = _number_features(flow, table)
    every_row = np.concatenate([np.repeat(row, counts), row[number_place]])
    every_feature = np.concatenate([table.features[at], number_feature])
    slips = np.bincount(row[table.slip[flow]], minlength=rows) > 0
    return Reading(*_unique(every_row, every_feature, table.kind), table.kind, table.word, table.meaning, slips)


def _number_features(flow: npt.NDArray[np.int32], table: _Table) -> tuple[Ints, Ints]:
    """Where numbers stand, and what each counts: `RT 1, 2` are two RT, `150 meter` a quantity, else an ordinal."""
    role = table.role[flow]
    before, after = np.roll(role, 1), np.roll(role, -1)
    kind = np.full(len(flow), int(Kind.ORDINAL))
    kind[before == _RT], kind[before == _RW] = Kind.RT, Kind.RW
    number = role == _NUMBER
    for _ in range(2):  # a list of three numbers after one marker
        listed = number & (before == _NUMBER)
        kind[listed] = np.roll(kind, 1)[listed]
    kind[number & (after == _UNIT)] = Kind.QUANTITY
    place = np.flatnonzero(number & ~table.year[flow])
    values = (len(table.word) - table.first_number) // len(_NUMBER_KINDS)
    slot = kind[place] - int(Kind.RT)
    return place, table.first_number + slot * values + table.value[flow[place]]


def distinct(values: Ints) -> Ints:
    """The sorted distinct values; for millions of integers faster than `np.unique`, which hashes them."""
    ordered = np.sort(values)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))]


def among(values: Ints, ordered: Ints) -> Flags:
    """Which values stand in the sorted distinct ones; `np.isin` would hash them all."""
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    place = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[place] == values)


def _unique(row: Ints, feature: Ints, kind: Ints) -> tuple[Ints, Ints]:
    """Each feature once a row, sorted by row; of one kind at most `_MOST_A_KIND` a row are kept."""
    width = len(kind) + 1
    key = distinct(row * width + feature)
    row, feature = key // width, key % width
    group = row * len(Kind) + kind[feature]
    order = np.argsort(group, kind="stable")
    ordered = group[order]
    rank = np.empty(len(key), dtype=np.int64)
    rank[order] = np.arange(len(key)) - np.searchsorted(ordered, ordered, side="left")
    keep = rank < _MOST_A_KIND
    return row[keep], feature[keep]
