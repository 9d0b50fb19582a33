"""Proposals that say the same thing: in one village, and through two doors (village list, DPRD, Renja).

>>> twins = duplicates([
...     Proposal("A1", "Rehab jln usaha tani Dk Krajan RT 02", "33.05.01.2001"),
...     Proposal("A2", "Perbaikan Jalan Usahatani Krajan RT.2", "33.05.01.2001", source="dprd"),
...     Proposal("A3", "Perbaikan jalan usaha tani Krajan RT 03", "33.05.01.2001"),
... ])
>>> [group.ids for group in twins]
[('A1', 'A2')]
>>> twins[0].members[1].reason
'Sama: rehabilitasi, jalan, tani, usaha, Krajan, RT 2. Beda cara menulis saja. Diusulkan lewat dua pintu.'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from selaras.engines.matching.duplicates_places import Gazetteer
from selaras.engines.matching.duplicates_reasons import Said, reason
from selaras.engines.matching.duplicates_rows import Proposal, Table, tables
from selaras.engines.matching.duplicates_search import SUREST, Twins, find
from selaras.engines.matching.errors import MatchingError

__all__ = ["SURE_ENOUGH", "Group", "Member", "Proposal", "SameIdError", "duplicates"]

Ints = npt.NDArray[np.int64]

SURE_ENOUGH = 0.5
_DOORS = ("village", "district", "forum", "dprd", "renja")


class SameIdError(MatchingError):
    """Two proposals have one id, so that a group could not tell which is meant."""


@dataclass(frozen=True, slots=True)
class Member:
    """A proposal of a group: how sure it is that it asks for what the kept one asks for (0 to 1), and why."""

    id: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Proposals that ask for one thing. `kept` is the suggested representative and the first member.

    `confidence` is that of the least sure pair in the group.
    """

    kept: str
    members: tuple[Member, ...]
    confidence: float

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all members, the kept one first."""
        return tuple(member.id for member in self.members)


def duplicates(
    proposals: Iterable[Proposal], *, names: Mapping[str, str] | None = None, at_least: float = SURE_ENOUGH
) -> tuple[Group, ...]:
    """Groups of proposals that say the same thing, in the order of their kept ids; whoever has no twin is left out.

    Compared are proposals of one village, and a proposal that tells only its district with those of its villages
    (then a name must agree). `names` gives region codes their names: a place name then counts as said, and a text
    of the district that names one of its villages is taken to that village. `at_least`: the confidence a pair needs.

    In a group every two members are twins (complete linkage). The order of the input does not matter.
    Work is about linear: rows × words × at most `duplicates_pairs.COMMON`, however large a village is.
    Raises `SameIdError`.
    """
    rows = sorted(proposals, key=lambda one: one.id)
    if any(one.id == other.id for one, other in pairwise(rows)):
        raise SameIdError("Ada dua usulan dengan nomor yang sama. Beri setiap usulan nomornya sendiri, lalu ulangi.")
    found = (_told(table, find(table, at_least)) for table in tables(rows, Gazetteer(names or {})))
    return tuple(sorted(chain.from_iterable(found), key=lambda group: group.kept))


def _told(table: Table, twins: Twins) -> list[Group]:
    words = np.bincount(twins.features.row, minlength=len(table))
    ordered = [_kept_first(group, table, words) for group in twins.groups]
    pairs = [(group[0], row) for group in ordered for row in group]
    sure = twins.sure(*np.array(pairs, dtype=np.int64).reshape(-1, 2).T).round(3).tolist()
    least = _least_sure(twins, len(table))
    said = _Sayings(table, twins)
    groups, at = [], 0
    for group in ordered:
        first = said.of(group[0])
        members = tuple(
            Member(table.proposals[row].id, known, said.reason(first, row) if row != group[0] else "Usulan utama.")
            for row, known in zip(group, sure[at : at + len(group)], strict=True)
        )
        groups.append(Group(members[0].id, members, least[group[0]]))
        at += len(group)
    return groups


def _kept_first(group: list[int], table: Table, words: Ints) -> list[int]:
    """The one to keep tells its village, came by the door nearest the people, and says most."""

    def order(row: int) -> tuple[bool, int, int, str]:
        source = table.proposals[row].source
        door = _DOORS.index(source) if source in _DOORS else len(_DOORS)
        return not table.in_village[row], door, -int(words[row]), table.proposals[row].id

    kept = min(group, key=order)
    return [kept, *sorted((row for row in group if row != kept), key=lambda row: table.proposals[row].id)]


def _least_sure(twins: Twins, rows: int) -> list[float]:
    """For every grouped row the confidence of its group's least sure pair."""
    group = np.full(rows, -1)
    for number, members in enumerate(twins.groups):
        group[members] = number
    least = np.full(len(twins.groups) + 1, SUREST)
    inside = group[twins.pairs.left] == group[twins.pairs.right]
    np.minimum.at(least, group[twins.pairs.left][inside], twins.pairs.sure[inside])
    return [float(value) for value in least[group].round(3)]


class _Sayings:
    """Rows as the reasons need them, taken out of the arrays one at a time."""

    def __init__(self, table: Table, twins: Twins) -> None:
        self._table = table
        self._features = twins.features.feature.tolist()
        self._starts = np.searchsorted(twins.features.row, np.arange(len(table) + 1)).tolist()
        self._slips = (table.reading.slips | twins.respelt).tolist()

    def of(self, row: int) -> Said:
        """One row."""
        features = frozenset(self._features[self._starts[row] : self._starts[row + 1]])
        return Said(self._table.proposals[row], features, self._slips[row])

    def reason(self, first: Said, row: int) -> str:
        """Why the row goes with the kept one."""
        return reason(first, self.of(row), self._table.reading.meaning.__getitem__)
