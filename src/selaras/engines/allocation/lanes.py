"""Many reruns of `ranked` side by side, each lane under ceilings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from selaras.engines.allocation.ranked import Ranker

Flags = npt.NDArray[np.bool_]
Amounts = npt.NDArray[np.int64]


class Lanes:
    """The state of a walk with one more axis: the lane, a rerun under raised ceilings (place to rupiah)."""

    def __init__(self, ranker: Ranker, raises: Sequence[Mapping[int, int]]) -> None:
        self.layout = layout = ranker.layout
        start = ranker.start()
        count = len(raises)
        most = sum(layout.cost)  # what a ceiling leaves beyond that stops nobody, and may be no machine integer
        self.left = np.repeat(
            np.array([min(each, most) for each in start.left], dtype=np.int64)[:, None], count, axis=1
        )
        for lane, raised in enumerate(raises):
            for ceiling, by in raised.items():
                self.left[ceiling, lane] += by
        self.reached = np.repeat(np.array(start.reached, dtype=np.int64)[:, None], count, axis=1)
        self.taken = np.repeat(np.array(start.taken, dtype=np.int64)[:, None] >= 0, count, axis=1)
        # Whoever may have more than one turn, or can be brought in by another, must be remembered.
        again = {item for item, floors in enumerate(layout.floors) if floors}
        self.funded = {item: np.zeros(count, dtype=np.bool_) for item in again | layout.network}
        self.funded.update((item, np.ones(count, dtype=np.bool_)) for item in start.events)

    def run(self, ranker: Ranker, order: Sequence[int]) -> Iterator[tuple[int, Flags]]:
        """Give every item its turns; tells after each in which lanes that turn funded the item."""
        for going, floor in ranker.plan(order):
            for item in going:
                fits = self._fits(item)
                if floor is not None:
                    fits &= self.reached[floor] < self.layout.problem.floors[floor].amount
                self._fund(item, fits)
                yield item, fits

    def _fits(self, item: int) -> Flags:
        layout = self.layout
        if layout.bundle[item] != (item,):
            return self._fit_together(item)
        fits = np.ones(self.left.shape[1], dtype=np.bool_)
        cost = layout.cost[item]
        for ceiling in layout.ceilings[item]:
            fits &= self.left[ceiling] >= cost
        if layout.group[item] >= 0:
            fits &= ~self.taken[layout.group[item]]
        if item in self.funded:
            fits &= ~self.funded[item]
        return fits

    def _fit_together(self, item: int) -> Flags:
        """Where the item and all that it still requires fit."""
        layout = self.layout
        if not layout.bundle[item]:
            return np.zeros(self.left.shape[1], dtype=np.bool_)
        fits = ~self.funded[item]
        need: dict[int, Amounts] = {}
        new: dict[int, Amounts] = {}
        for each in layout.bundle[item]:
            missing = ~self.funded[each]
            for ceiling in layout.ceilings[each]:
                need[ceiling] = need.get(ceiling, 0) + missing * layout.cost[each]
            if layout.group[each] >= 0:
                fits &= ~(missing & self.taken[layout.group[each]])
                new[layout.group[each]] = new.get(layout.group[each], 0) + missing.astype(np.int64)
        for ceiling, amount in need.items():
            fits &= self.left[ceiling] >= amount
        for members in new.values():
            fits &= members <= 1
        return fits

    def _fund(self, item: int, fits: Flags) -> None:
        layout = self.layout
        if layout.bundle[item] == (item,):
            self._pay(item, fits)
            return
        for each in layout.bundle[item]:
            self._pay(each, fits & ~self.funded[each])

    def _pay(self, item: int, where: Flags) -> None:
        layout = self.layout
        paid = where * np.int64(layout.cost[item])
        for ceiling in layout.ceilings[item]:
            self.left[ceiling] -= paid
        for floor in layout.floors[item]:
            self.reached[floor] += paid
        if layout.group[item] >= 0:
            self.taken[layout.group[item]] |= where
        if item in self.funded:
            self.funded[item] |= where
