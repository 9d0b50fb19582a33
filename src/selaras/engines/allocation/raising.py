"""How far ceilings must rise until `ranked` funds an item, by many reruns side by side.

A higher ceiling first serves the items ahead, so what an item lacked at its turn is seldom enough. Items that the
same ceilings stop share their reruns, each lane under raises of its own. Where a lane funds an item, what a raised
ceiling still has left right after it was not needed: without that everyone ahead stays as they are, and with one
rupiah less still the item no longer fits. So each lane proves the exact raise for all items it funds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.allocation.lanes import Lanes
from selaras.engines.allocation.ranked import Ranker

Raises = Mapping[int, int]
_LANES = 24  # for the items that the same ceilings stop


@dataclass(frozen=True, slots=True)
class _Shared:
    """The lanes from `first` to before `end` of items stopped by `ceilings`; `by[c]`: how far each raises that one."""

    ceilings: tuple[int, ...]
    first: int
    end: int
    by: Mapping[int, npt.NDArray[np.int64]]


def raises_that_fund(ranker: Ranker, order: Sequence[int], lacking: Mapping[int, Raises]) -> dict[int, Raises]:
    """For each item, with what its ceilings lacked at its turn, raises that fund it and none of which can be smaller.

    Items that no lane funds are left out. O(n · ceilings per item) steps, each over all lanes.
    """
    groups: dict[tuple[int, ...], list[int]] = {}
    for item in order:
        if item in lacking:
            groups.setdefault(tuple(sorted(lacking[item])), []).append(item)
    plans = {ceilings: list(_lanes(ranker, order, ceilings, items, lacking)) for ceilings, items in groups.items()}
    lanes = Lanes(ranker, [raises for those in plans.values() for raises in those])
    shared: dict[int, _Shared] = {}
    first = 0
    for ceilings, those in plans.items():
        by = {each: np.array([raises[each] for raises in those], dtype=np.int64) for each in ceilings}
        one = _Shared(ceilings, first, first + len(those), by)
        shared.update(dict.fromkeys(groups[ceilings], one))
        first += len(those)
    found: dict[int, Raises] = {}
    for item, fits in lanes.run(ranker, order):
        if item in shared:
            best = _least(shared[item], lanes.left, fits)
            if best and (item not in found or sum(best.values()) < sum(found[item].values())):
                found[item] = best
    return found


def _lanes(
    ranker: Ranker, order: Sequence[int], ceilings: tuple[int, ...], items: Sequence[int], lacking: Mapping[int, Raises]
) -> Iterator[Raises]:
    """Raises likely to fund the first, ..., the last of `items`: what it lacks, and what those ahead would take."""
    layout = ranker.layout
    step = -(-len(items) // _LANES)
    wanted = set(items[::-step])
    ahead = dict.fromkeys(ceilings, 0)
    for item in order:
        if item not in lacking or not lacking[item].keys() <= set(ceilings):
            continue
        if item in wanted:
            yield {each: lacking[item][each] + ahead[each] for each in ceilings}
        for each in ceilings:
            ahead[each] += layout.cost[item] * (each in layout.ceilings[item])


def _least(shared: _Shared, left: npt.NDArray[np.int64], fits: npt.NDArray[np.bool_]) -> Raises | None:
    """Of the lanes that fund the item, the smallest raises once what is left over is taken off."""
    mine = slice(shared.first, shared.end)
    lanes = np.flatnonzero(fits[mine])
    if not len(lanes):
        return None
    needed = {each: np.maximum(shared.by[each][lanes] - left[each, mine][lanes], 0) for each in shared.ceilings}
    at = int(np.argmin(sum(needed.values())))
    return {each: int(amounts[at]) for each, amounts in needed.items() if amounts[at]}
