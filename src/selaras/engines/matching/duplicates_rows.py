"""Proposals as rows of arrays: their place, their words, what else is known of them; equal rows told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from selaras.engines.matching.duplicates_pairs import Features, totals
from selaras.engines.matching.duplicates_places import Gazetteer, district_of, is_village, placed
from selaras.engines.matching.duplicates_reading import Reading, Texts, among, distinct
from selaras.engines.matching.duplicates_spelling import same_names
from selaras.engines.matching.duplicates_words import Kind

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_ROWS_AT_ONCE = 20_000  # bounds the memory


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is known of one proposal.

    `region`: code of the village (`33.05.01.2001`), or of its district (`33.05.01`) where the village is not told.
    `source`: the door it came through: village, district, forum, dprd, renja, or any other word.
    """

    id: str
    text: str
    region: str
    rt: str = ""
    rw: str = ""
    source: str = "village"
    volume: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of whole districts, sorted by district, place and id. `block` numbers the places, `district` the districts.

    Both ascend from 0.
    """

    proposals: Sequence[Proposal]
    block: Ints
    district: Ints
    in_village: Flags
    volume: Ints
    source: Ints
    reading: Reading
    said: Features
    own: Ints  # (block, word) keys of the names of each place itself

    def __len__(self) -> int:
        return len(self.proposals)


def tables(proposals: Sequence[Proposal], gazetteer: Gazetteer) -> Iterator[Table]:
    """Read the proposals (sorted by id) and lay them out by place, some districts at a time: none spans two tables."""
    regions = placed(((one.region, one.text) for one in proposals), gazetteer)
    codes = sorted(set(regions), key=lambda code: (district_of(code), code))
    number = {code: place for place, code in enumerate(codes)}
    block = np.array([number[code] for code in regions], dtype=np.int64)
    order = np.argsort(block, kind="stable")
    block, rows = block[order], [proposals[place] for place in order.tolist()]
    district = _districts(codes)[block]
    in_village = np.array([is_village(code) for code in codes])[block]
    texts = Texts(map(_with_neighbourhood, rows), gazetteer.words)
    names = {word: place for place, (kind, word) in enumerate(texts.meaning) if kind == Kind.NAME}
    for first, last in _whole(district):
        some, part = rows[first:last], slice(first, last)
        reading = texts.read(first, last)
        yield Table(
            some,
            block[part] - block[first],
            district[part] - district[first],
            in_village[part],
            _numbered(None if row.volume is None else (row.volume, row.unit.casefold()) for row in some),
            _numbered(row.source for row in some),
            reading,
            Features(reading.row, reading.feature, reading.kind[reading.feature]),
            _own_names(codes[block[first] : block[last - 1] + 1], names, len(texts.meaning) + 1, gazetteer),
        )


def _whole(district: Ints) -> Iterator[tuple[int, int]]:
    """Runs of whole districts with `_ROWS_AT_ONCE` rows or a little more."""
    first = 0
    while first < len(district):
        last = min(first + _ROWS_AT_ONCE, len(district))
        last = int(np.searchsorted(district, district[last - 1], side="right"))
        yield first, last
        first = last


def _districts(sorted_codes: Sequence[str]) -> Ints:
    number: dict[str, int] = {}
    return np.array([number.setdefault(district_of(code), len(number)) for code in sorted_codes], dtype=np.int64)


def spelt(table: Table) -> Features:
    """The features with every name in its most usual spelling in its village, without the place's own name."""
    return _spelt(table, table.said, table.block, table.own)


def spelt_in_district(table: Table, features: Features) -> Features:
    """The features with every name in its most usual spelling in the whole district."""
    return _spelt(table, features, table.district, np.empty(0, dtype=np.int64))


def _spelt(table: Table, said: Features, block: Ints, own: Ints) -> Features:
    words, width = table.reading.word, len(table.reading.word) + 1
    named = said.kind == Kind.NAME
    key = np.concatenate([block[said.row[named]] * width + said.feature[named], own])
    names, place, rows = np.unique(key, return_inverse=True, return_counts=True)
    own_place = place[len(key) - len(own) :]
    rows[own_place] += len(table)
    right = same_names(names // width, names % width, rows, words)
    feature = said.feature.copy()
    feature[named] = right[place[: len(key) - len(own)]]
    told = ~named
    told[named] = ~among(block[said.row[named]] * width + feature[named], own)
    key = distinct((said.row * width + feature)[told])
    return Features(key // width, key % width, table.reading.kind[key % width])


def first_of_equals(table: Table, features: Features) -> Ints:
    """For every row the first row of its place, door and volume that says the same; itself where there is none.

    Rows that tell too little to be compared stay themselves. Rows are told apart by a 64-bit sum of their features.
    """
    count = totals(features, len(table))
    tells = (count[:, Kind.OBJECT] + count[:, Kind.NAME] > 0) & (table.in_village | (count[:, Kind.NAME] > 0))
    sums = np.zeros(len(table), dtype=np.uint64)
    np.add.at(sums, features.row, _mixed(features.feature))
    for column in (table.block, table.volume, table.source, np.where(tells, -1, np.arange(len(table)))):
        sums = _mixed(sums.view(np.int64)) + _mixed(column)
    _, first, group = np.unique(sums, return_index=True, return_inverse=True)
    return first[group]


def _mixed(values: Ints) -> npt.NDArray[np.uint64]:
    """Integers scattered over 64 bits (the finaliser of SplitMix64)."""
    mixed = values.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(mixed ^ (mixed >> np.uint64(31)))


def _with_neighbourhood(row: Proposal) -> str:
    text = row.text
    if row.rt.strip():
        text += f" RT {row.rt}"
    return f"{text} RW {row.rw}" if row.rw.strip() else text


def _numbered(values: Iterable[Hashable]) -> Ints:
    """Equal values, equal numbers; None is -1."""
    number: dict[Hashable, int] = {}
    return np.array(
        [-1 if value is None else number.setdefault(value, len(number)) for value in values], dtype=np.int64
    )


def _own_names(codes: Sequence[str], names: Mapping[str, int], width: int, gazetteer: Gazetteer) -> Ints:
    """The name of the village and of its district says nothing new there."""
    own = [
        number * width + names[word]
        for number, code in enumerate(codes)
        for word in gazetteer.own_words(code)
        if word in names
    ]
    return np.array(sorted(own), dtype=np.int64)
