"""Proposals as rows of arrays: their place, their words, what else is known of them; equal rows told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from selaras.engines.matching.duplicates_pairs import Features, totals
from selaras.engines.matching.duplicates_places import Gazetteer, district_of, is_village, placed
from selaras.engines.matching.duplicates_reading import Reading, among, distinct, read
from selaras.engines.matching.duplicates_spelling import same_names
from selaras.engines.matching.duplicates_words import Kind

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


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
    """Rows sorted by place, then id. `block` numbers the places and `district` the districts, both ascending."""

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


def tabulate(proposals: Sequence[Proposal], gazetteer: Gazetteer) -> Table:
    """Read the proposals (sorted by id) and lay them out by place."""
    regions = placed(((one.region, one.text) for one in proposals), gazetteer)
    order = sorted(range(len(proposals)), key=regions.__getitem__)
    rows, regions = [proposals[place] for place in order], [regions[place] for place in order]
    reading = read([_with_neighbourhood(row) for row in rows], gazetteer.words)
    block = _places(regions)
    return Table(
        rows,
        block,
        _places([district_of(region) for region in regions]),
        np.array([is_village(region) for region in regions]),
        _numbered(None if row.volume is None else (row.volume, row.unit.casefold()) for row in rows),
        _numbered(row.source for row in rows),
        reading,
        Features(reading.row, reading.feature, reading.kind[reading.feature]),
        _own_names(reading, regions, gazetteer),
    )


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


def _places(sorted_codes: Sequence[str]) -> Ints:
    number: dict[str, int] = {}
    return np.array([number.setdefault(code, len(number)) for code in sorted_codes], dtype=np.int64)


def _numbered(values: Iterable[Hashable]) -> Ints:
    """Equal values, equal numbers; None is -1."""
    number: dict[Hashable, int] = {}
    return np.array(
        [-1 if value is None else number.setdefault(value, len(number)) for value in values], dtype=np.int64
    )


def _own_names(reading: Reading, regions: Sequence[str], gazetteer: Gazetteer) -> Ints:
    """The name of the village and of its district says nothing new there."""
    numbers = {word: place for place, word in enumerate(reading.word) if reading.kind[place] == Kind.NAME}
    width = len(reading.word) + 1
    own = [
        number * width + numbers[word]
        for number, code in enumerate(dict.fromkeys(regions))
        for word in gazetteer.own_words(code)
        if word in numbers
    ]
    return np.array(sorted(own), dtype=np.int64)
