"""What was left in each ceiling at any moment of a walk, so that "would it have fitted then" needs no rerun."""

from __future__ import annotations

from bisect import bisect_right

from selaras.engines.allocation.walk import Walk


class Trace:
    """The history of a finished walk. A moment is a count of items funded so far.

    What is left in a ceiling only shrinks and a taken group stays taken, so an item that asks for nobody else
    fits up to some moment and never after it.
    """

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        layout = walk.layout
        amounts = [ceiling.amount for ceiling in layout.problem.ceilings]
        self._moments: list[list[int]] = [[0] for _ in amounts]
        self._left: list[list[int]] = [[amount] for amount in amounts]
        self._taken: dict[int, int] = {}
        for moment, item in enumerate(walk.events, start=1):
            if layout.group[item] >= 0:
                self._taken[layout.group[item]] = moment
            for ceiling in layout.ceilings[item]:
                self._moments[ceiling].append(moment)
                self._left[ceiling].append(self._left[ceiling][-1] - layout.cost[item])

    def left(self, ceiling: int, moment: int) -> int:
        """Rupiah left in a ceiling at a moment."""
        return self._left[ceiling][bisect_right(self._moments[ceiling], moment) - 1]

    def group_free(self, item: int, moment: int) -> bool:
        taken = self._taken.get(self.walk.layout.group[item])
        return taken is None or taken > moment

    def room(self, item: int, moment: int) -> int | None:
        """The most that the item might cost at a moment and still fit its ceilings; None where it has none."""
        return min((self.left(each, moment) for each in self.walk.layout.ceilings[item]), default=None)

    def fits_at(self, item: int, moment: int) -> bool:
        """Whether the item would have been funded at a moment, requirements included."""
        layout = self.walk.layout
        if layout.bundle[item] != (item,):
            return False
        room = self.room(item, moment)
        return self.group_free(item, moment) and (room is None or room >= layout.cost[item])

    def last_fit(self, item: int) -> int:
        """The last moment at which the item fits by itself, -1 where there is none. O(ceilings · log events)."""
        layout = self.walk.layout
        cost = layout.cost[item]
        last = len(self.walk.events)
        taken = self._taken.get(layout.group[item])
        if taken is not None:
            last = min(last, taken - 1)
        for ceiling in layout.ceilings[item]:
            enough = bisect_right(self._left[ceiling], -cost, key=lambda left: -left)
            until = self._moments[ceiling][enough] - 1 if enough < len(self._left[ceiling]) else last
            last = min(last, until)
        return last
