"""The rule most offices follow today: down the list by score, skipping what no longer fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from selaras.engines.allocation.allocation import Allocation, Tie, settle
from selaras.engines.allocation.errors import Infeasible
from selaras.engines.allocation.layout import Layout, lay_out
from selaras.engines.allocation.must_fund import must_fund_conflicts
from selaras.engines.allocation.problem import Problem
from selaras.engines.allocation.trace import Trace
from selaras.engines.allocation.walk import Walk, start

RANKED = "ranked"


@dataclass(frozen=True, slots=True)
class Ranker:
    """The rule `ranked` for one problem, ready to run again and again under other scores.

    >>> from selaras.engines.allocation.problem import Ceiling, Item
    >>> ranker = Ranker.of(Problem((Item("a", 70, 9), Item("b", 50, 8)), (Ceiling("all", 100),)))
    >>> ranker.funded(), ranker.funded({"a": 1, "b": 2})
    (('a',), ('b',))
    """

    layout: Layout
    by_id: tuple[int, ...]
    forced: tuple[int, ...]

    @classmethod
    def of(cls, problem: Problem) -> Ranker:
        """Raises InvalidProblem on a malformed problem, Infeasible where the must-fund items break a constraint."""
        layout = lay_out(problem)
        conflicts = must_fund_conflicts(layout)
        if conflicts:
            raise Infeasible(conflicts)
        by_id = tuple(sorted(range(len(layout.ids)), key=layout.ids.__getitem__))
        return cls(layout, by_id, tuple(at for at in by_id if problem.items[at].must_fund))

    def funded(self, scores: Mapping[str, int] | None = None) -> tuple[str, ...]:
        """Ids in the order of funding; `scores` replace the items' own (an item without one there counts as 0)."""
        walk = self.walk(scores)
        return tuple(self.layout.ids[each] for each in walk.events)

    def walk(self, scores: Mapping[str, int] | None = None) -> Walk:
        return self.walk_in(self.order(self._scores(scores)))

    def walk_in(self, order: Sequence[int]) -> Walk:
        walk = self.start()
        for going, floor in self.plan(order):
            walk.go(going, floor)
        return walk

    def start(self) -> Walk:
        """The walk before its first pass: only the must-fund items have their money."""
        walk = start(self.layout)
        for item in self.forced:
            walk.fund(walk.missing(item))
        return walk

    def plan(self, order: Sequence[int]) -> Iterator[tuple[Sequence[int], int | None]]:
        """The passes: for each floor by its id those it covers, then all; each with the floor that ends it."""
        floors = self.layout.problem.floors
        members: list[list[int]] = [[] for _ in floors]
        if floors:
            for item in order:
                for floor in self.layout.floors[item]:
                    members[floor].append(item)
        for floor in sorted(range(len(floors)), key=lambda at: floors[at].id):
            yield members[floor], floor
        yield order, None

    def order(self, scores: Sequence[int]) -> list[int]:
        """Items by score, the higher first; equal ones by id as text, the lower first."""
        return sorted(self.by_id, key=scores.__getitem__, reverse=True)  # stable: equal scores stay in order of id

    def _scores(self, scores: Mapping[str, int] | None) -> list[int]:
        if scores is None:
            return [item.score for item in self.layout.problem.items]
        return [scores.get(each, 0) for each in self.layout.ids]


def ranked(problem: Problem) -> Allocation:
    """Fund in order of score whatever fits every ceiling, and skip what does not.

    1. Must-fund items with all they require.
    2. For each floor in order of its id: its items by rank, until the floor is reached.
    3. All items by rank.

    Rank: the higher score first; equal scores by id as text, the lower first. The cost plays no part in it, so a
    cheaper version of a proposal keeps its place. The first item of a group that fits takes the group. An item
    brings what it requires with it: all fit together, or none is funded at its turn. A floor that is not reached
    shows in `unmet` of the result. Complexity: O(n log n + n · ceilings per item).
    Raises InvalidProblem on a malformed problem, Infeasible where the must-fund items break a constraint.

    >>> from selaras.engines.allocation.problem import Ceiling, Item
    >>> items = (Item("road", 70, score=9), Item("drain", 50, score=8), Item("lamp", 30, score=7))
    >>> result = ranked(Problem(items, (Ceiling("all", 100, label="Pagu total"),)))
    >>> result.selected, result.ceilings[0].left
    (('road', 'lamp'), 0)
    """
    ranker = Ranker.of(problem)
    walk = ranker.walk()
    selected = tuple(ranker.layout.ids[each] for each in walk.events)
    return settle(problem, RANKED, selected, ties=tuple(ties(Trace(walk))))


def ties(trace: Trace) -> Iterator[Tie]:
    """Runs of equal score in which an item that was left out would have been funded, had it come first of the run."""
    walk, layout = trace.walk, trace.walk.layout
    items = layout.problem.items
    main = walk.passes[-1]
    places = (place for place in range(len(main.order)) if not items[main.order[place]].must_fund)
    for score, run in groupby(places, key=lambda place: items[main.order[place]].score):
        first, *more = run
        if not more:
            continue
        tied = [main.order[place] for place in (first, *more)]
        lost = [i for i in tied if not walk.funded[i] and trace.fits_at(i, main.clock[first])]
        if lost:
            won = sorted(layout.ids[i] for i in tied if walk.funded[i])
            yield Tie(score, tuple(won), tuple(sorted(layout.ids[i] for i in lost)))
