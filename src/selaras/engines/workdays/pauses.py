"""Pauses on the line of days (ordinals): put together, left out, and what each one cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from selaras.engines.workdays.model import Pause
from selaras.engines.workdays.numbering import Numbering


class Still(NamedTuple):
    """Days on which the clock stands: from `first` until before `end`; without end while `end` is None."""

    first: int
    end: int | None


def in_order(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """By their first day, open ones behind those that end."""
    return tuple(sorted(pauses, key=lambda pause: (pause.start, pause.end is None, pause.end, pause.reason)))


def merged(pauses: Iterable[Pause]) -> list[Still]:
    """The pauses in order, overlapping ones joined, empty ones gone. An open one is the last. O(p log p)."""
    found: list[Still] = []
    for pause in in_order(pauses):
        first, end = pause.start.toordinal(), None if pause.end is None else pause.end.toordinal()
        if found and (found[-1].end is None or found[-1].end >= first):
            before = found.pop()
            first, end = before.first, None if end is None or before.end is None else max(end, before.end)
        if end is None or end > first:
            found.append(Still(first, end))
    return found


def between(stills: Iterable[Still], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of days from `first` to `last`, both included, on which the clock goes."""
    for still in stills:
        if still.first > last:
            break
        if first < still.first:
            yield first, still.first - 1
        if still.end is None:
            return
        first = max(first, still.end)
    if first <= last:
        yield first, last


def costs(pauses: Iterable[Pause], numbering: Numbering, after: int, until: int | None) -> Iterator[int | None]:
    """The counted days each pause took, of those after one day and before another; None for one that stops the clock.

    Without `until` an open pause does; one that begins behind `until` costs nothing. Days under two pauses are the
    cost of the first in order.
    """
    covered = after + 1
    stopped = False
    for pause in pauses:
        if pause.end is None:
            yield None if until is None else 0
            stopped = True
            continue
        end = pause.end.toordinal() if until is None else min(pause.end.toordinal(), until)
        first = max(pause.start.toordinal(), covered)
        yield 0 if stopped else max(numbering.rank(end - 1) - numbering.rank(first - 1), 0)
        covered = max(covered, end)
