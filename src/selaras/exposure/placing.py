"""In which column of the map each system stands, and in which order: so that ways lead rightwards and few cross.

A column is the fewest steps from a foothold; the leading route takes a column a step. Within a column the systems are
ordered by their neighbours (the barycentre rule of Sugiyama, Tagawa and Toda 1981).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_SWEEPS, _TALLEST = 4, 10


@dataclass(frozen=True)
class Way:
    """One way an intruder may go, between systems or to and from a machine that several share."""

    tail: str
    head: str
    kind: str
    protected: bool


def columns_of(
    keys: Sequence[str], starts: Sequence[str], cores: set[str], ways: Sequence[Way], chain: Sequence[str] = ()
) -> list[list[str]]:
    """Core systems, and what no foothold reaches, stand last; `chain` stands in the order of its steps."""
    depth = _depths(starts, ways) | {key: number for number, key in enumerate(chain)}
    last = max(max((steps for key, steps in depth.items() if key not in cores), default=-1) + 1, len(chain) - 1)
    found: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        found[last if key in cores and key not in chain[:-1] else depth.get(key, last)].append(key)
    return [found[number] for number in sorted(found)]


def _depths(starts: Sequence[str], ways: Sequence[Way]) -> dict[str, int]:
    onwards: Mapping[str, list[str]] = defaultdict(list)
    for way in ways:
        onwards[way.tail].append(way.head)
    depth, waiting = dict.fromkeys(starts, 0), deque(starts)
    while waiting:
        key = waiting.popleft()
        for after in onwards[key]:
            if after not in depth:
                depth[after] = depth[key] + 1
                waiting.append(after)
    return depth


def ordered(columns: list[list[str]], ways: Sequence[Way], chain: Sequence[str] = ()) -> list[list[str]]:
    """Each column by its neighbours, what belongs to the chain first."""
    beside: Mapping[str, set[str]] = defaultdict(set)
    for way in ways:
        beside[way.head].add(way.tail)
        beside[way.tail].add(way.head)
    for sweep in range(_SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in order:
            fixed = columns[number - 1] if sweep % 2 == 0 else columns[number + 1]
            place = {key: row / max(len(fixed), 1) for row, key in enumerate(fixed)}
            columns[number] = _by_barycentre(columns[number], place, beside)
    return list(_wrapped([sorted(column, key=lambda key: key not in chain) for column in columns]))


def _wrapped(columns: list[list[str]]) -> Iterator[list[str]]:
    """A column that is taller than a screen becomes several of about one height."""
    for column in columns:
        parts = -(-len(column) // _TALLEST)
        yield from (column[len(column) * at // parts : len(column) * (at + 1) // parts] for at in range(parts))


def _by_barycentre(column: list[str], place: Mapping[str, float], beside: Mapping[str, set[str]]) -> list[str]:
    def centre(at: int) -> float:
        near = [place[key] for key in beside[column[at]] if key in place]
        return sum(near) / len(near) if near else at / max(len(column), 1)

    return [column[at] for at in sorted(range(len(column)), key=lambda at: (centre(at), at))]
