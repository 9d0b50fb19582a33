"""Outcomes under the rule `ranked`: why at its turn, and which exact change would have turned it round.

All flips but higher ceilings for an unfunded item (see `raising`) need no rerun. Up to an item's turn nothing
depends on the item, what is left in a ceiling only shrinks and a taken group stays taken. So an unfunded item is
funded just when it costs no more than what its tightest ceiling had left at its first turn, or when its score brings
it to a moment at which it still fitted; a funded one is lost just when its cost, or a cut of a ceiling, exceeds what
was left right after it. Items that require others, or are required, can have their turn moved by those others: they
get no flip here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from selaras.engines.allocation.bindings import bindings
from selaras.engines.allocation.outcomes import Change, Flip, Outcome, Raise, Reason
from selaras.engines.allocation.raising import raises_that_fund
from selaras.engines.allocation.ranked import Ranker
from selaras.engines.allocation.trace import Trace
from selaras.engines.allocation.walk import Pass


class RankedOutcomes:
    """Iterates the outcomes in the order of the problem; `raises`: whether to try higher ceilings, the costly part."""

    def __init__(self, ranker: Ranker, *, raises: bool) -> None:
        self._layout = ranker.layout
        self._walk = ranker.walk()
        self._trace = Trace(self._walk)
        self._rank = {item: place for place, item in enumerate(self._walk.passes[-1].order, start=1)}
        self._first: dict[int, int] = {}
        self._passes: list[list[Pass]] = [[] for _ in self._layout.ids]
        for going in self._walk.passes:
            for item, moment in zip(going.order, going.clock, strict=False):
                self._first.setdefault(item, moment)
            for item in going.order:
                self._passes[item].append(going)
        self._funded_ids = {self._layout.ids[each] for each in self._walk.events}
        self._moment = {item: moment for moment, item in enumerate(self._walk.events)}
        stopped = {item: self._lacking(item) for item in range(len(self._layout.ids)) if self._is_stopped(item)}
        self._raises = raises_that_fund(ranker, self._walk.passes[-1].order, stopped) if raises else {}

    def __iter__(self) -> Iterator[Outcome]:
        for item in range(len(self._layout.ids)):
            if self._walk.funded[item]:
                yield self._funded(item)
            elif item in self._layout.network:
                yield self._linked(item)
            else:
                yield self._unfunded(item)

    def _funded(self, item: int) -> Outcome:
        layout = self._layout
        name = layout.ids[item]
        if layout.problem.items[item].must_fund:
            return Outcome(name, True, Reason.MUST_FUND, self._rank[item])
        room = self._trace.room(item, self._first[item])
        if room is None or item in layout.network or not layout.cost[item]:
            return Outcome(name, True, Reason.FUNDED, self._rank[item])
        flips = (self._cut(item, room - layout.cost[item] + 1), Flip(Change.COST, room + 1))
        return Outcome(name, True, Reason.FUNDED, self._rank[item], affordable=room, flips=flips)

    def _cut(self, item: int, by: int) -> Flip:
        """The tightest ceiling cut by one rupiah more than was left in it after the item."""
        layout, first = self._layout, self._first[item]
        at = min(layout.ceilings[item], key=lambda each: self._trace.left(each, first))
        ceiling = layout.problem.ceilings[at]
        moved = Raise(ceiling.id, ceiling.label or ceiling.id, -by, ceiling.amount - by)
        return Flip(Change.CEILING, ceilings=(moved,))

    def _unfunded(self, item: int) -> Outcome:
        layout, trace = self._layout, self._trace
        name, first = layout.ids[item], self._first[item]
        score = self._score(item)
        if not trace.group_free(item, first):
            rival = layout.ids[self._walk.taken[layout.group[item]]]
            return Outcome(name, False, Reason.GROUP_TAKEN, self._rank[item], flips=score, rival=rival)
        room = trace.room(item, first) or 0  # an item without a ceiling fits whenever its group is free
        cost = (Flip(Change.COST, room),) if room else ()
        stops = bindings(layout, [item], lambda each: trace.left(each, first))
        flips = (*self._raised(item), *cost, *score)
        return Outcome(name, False, Reason.CEILING, self._rank[item], stops, room, flips)

    def _is_stopped(self, item: int) -> bool:
        alone = item not in self._layout.network and not self._walk.funded[item]
        return alone and self._trace.group_free(item, self._first[item])

    def _lacking(self, item: int) -> dict[int, int]:
        layout, first = self._layout, self._first[item]
        short = {each: layout.cost[item] - self._trace.left(each, first) for each in layout.ceilings[item]}
        return {each: by for each, by in short.items() if by > 0}

    def _raised(self, item: int) -> Iterator[Flip]:
        if item in self._raises:
            ceilings = self._layout.problem.ceilings
            yield Flip(
                Change.CEILING,
                ceilings=tuple(
                    Raise(ceilings[at].id, ceilings[at].label or ceilings[at].id, by, ceilings[at].amount + by)
                    for at, by in self._raises[item].items()
                ),
            )

    def _score(self, item: int) -> tuple[Flip, ...]:
        """The lowest score that brings the item before the last moment at which it fitted."""
        layout = self._layout
        last = self._trace.last_fit(item)
        needed = []
        for going in self._passes[item]:
            place = bisect_right(going.clock, last) - 1
            if place >= 0:
                other = going.order[place]
                above = layout.ids[other] < layout.ids[item]
                needed.append(layout.problem.items[other].score + above)
        return (Flip(Change.SCORE, min(needed)),) if needed else ()

    def _linked(self, item: int) -> Outcome:
        """An item that requires others: told by how things stood at its last turn."""
        layout, trace = self._layout, self._trace
        name, rank = layout.ids[item], self._rank[item]
        last = self._walk.passes[-1].clock[rank - 1]
        requires = layout.problem.items[item].requires
        missing = tuple(each for each in requires if each not in self._funded_ids)
        if not trace.group_free(item, last):
            rival = layout.ids[self._walk.taken[layout.group[item]]]
            return Outcome(name, False, Reason.GROUP_TAKEN, rank, rival=rival, missing=missing)
        alone = bindings(layout, [item], lambda each: trace.left(each, last))
        if alone:
            return Outcome(name, False, Reason.CEILING, rank, alone, missing=missing)
        members = [each for each in layout.bundle[item] if self._moment.get(each, last) >= last]
        stops = bindings(layout, members, lambda each: trace.left(each, last))
        return Outcome(name, False, Reason.REQUIREMENT_MISSING, rank, stops, missing=missing)
