"""One walk through the items in order of rank, funding what fits; it remembers when each item had its turn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from selaras.engines.allocation.layout import Layout


@dataclass(slots=True)
class Pass:
    """One time through `order`. `clock[p]`: how many items were funded when place p had its turn.

    A pass for a floor ends once the floor is reached: then `clock` is shorter than `order`.
    """

    order: Sequence[int]
    clock: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """The state of a walk, and its trace: `events` are the items funded, in that order."""

    layout: Layout
    left: list[int]
    reached: list[int]
    taken: list[int]
    funded: bytearray
    events: list[int] = field(default_factory=list)
    passes: list[Pass] = field(default_factory=list)

    def fund(self, members: Collection[int]) -> None:
        layout = self.layout
        for each in members:
            cost = layout.cost[each]
            for ceiling in layout.ceilings[each]:
                self.left[ceiling] -= cost
            for floor in layout.floors[each]:
                self.reached[floor] += cost
            if layout.group[each] >= 0:
                self.taken[layout.group[each]] = each
            self.funded[each] = 1
            self.events.append(each)

    def missing(self, item: int) -> list[int]:
        """The item and what it requires, as far as not yet funded."""
        return [each for each in self.layout.bundle[item] if not self.funded[each]]

    def clash(self, members: Sequence[int]) -> bool:
        """Whether a group of one of `members` has its funded item already, or would get two."""
        groups = [self.layout.group[each] for each in members if self.layout.group[each] >= 0]
        return len(set(groups)) < len(groups) or any(self.taken[group] >= 0 for group in groups)

    def fits(self, members: Sequence[int]) -> bool:
        if len(members) == 1:
            (only,) = members
            cost = self.layout.cost[only]
            return all(self.left[ceiling] >= cost for ceiling in self.layout.ceilings[only])
        need = needs(self.layout, members)
        return all(self.left[ceiling] >= amount for ceiling, amount in need.items())

    def go(self, order: Sequence[int], floor: int | None = None) -> None:
        """Give every item of `order` its turn, or as many as it takes to reach `floor`."""
        going = Pass(order)
        self.passes.append(going)
        if floor is None:
            self._all(order, going.clock)
            return
        amount = self.layout.problem.floors[floor].amount
        for item in order:
            if self.reached[floor] >= amount:
                break
            self._all((item,), going.clock)

    def _all(self, order: Sequence[int], clock: list[int]) -> None:
        left, reached, funded, events = self.left, self.reached, self.funded, self.events
        costs, ceilings, floors = self.layout.cost, self.layout.ceilings, self.layout.floors
        groups, bundles = self.layout.group, self.layout.bundle
        for item in order:
            clock.append(len(events))
            if funded[item]:
                continue
            if groups[item] >= 0 or len(bundles[item]) != 1:
                self._together(item)
                continue
            cost = costs[item]  # by far the most: one item by itself, so it is spelled out here
            for ceiling in ceilings[item]:
                if left[ceiling] < cost:
                    break
            else:
                for ceiling in ceilings[item]:
                    left[ceiling] -= cost
                for floor in floors[item]:
                    reached[floor] += cost
                funded[item] = 1
                events.append(item)

    def _together(self, item: int) -> None:
        members = self.missing(item)
        if members and not self.clash(members) and self.fits(members):
            self.fund(members)


def needs(layout: Layout, members: Collection[int]) -> dict[int, int]:
    """What `members` cost together within each ceiling they count against."""
    need: dict[int, int] = {}
    for each in members:
        for ceiling in layout.ceilings[each]:
            need[ceiling] = need.get(ceiling, 0) + layout.cost[each]
    return need


def start(layout: Layout) -> Walk:
    return Walk(
        layout,
        [ceiling.amount for ceiling in layout.problem.ceilings],
        [0] * len(layout.problem.floors),
        [-1] * layout.groups,
        bytearray(len(layout.ids)),
    )
