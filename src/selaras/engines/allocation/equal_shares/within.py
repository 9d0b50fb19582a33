"""Equal shares where more than one ceiling stands over the items."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from selaras.engines.allocation.allocation import Allocation, Tie, settle
from selaras.engines.allocation.ballots import Profile
from selaras.engines.allocation.equal_shares.market import Satisfaction
from selaras.engines.allocation.equal_shares.run import Run, run
from selaras.engines.allocation.equal_shares.shelf import Shelf
from selaras.engines.allocation.layout import Layout
from selaras.engines.allocation.problem import Problem
from selaras.engines.allocation.ranked import Ranker, ties
from selaras.engines.allocation.trace import Trace

EQUAL_SHARES = "equal_shares"

Fill: TypeAlias = Literal["none", "ranked"]


def equal_shares_within(
    problem: Problem,
    profile: Profile,
    *,
    satisfaction: Satisfaction | None = None,
    completion: Fill = "ranked",
    budget: int | None = None,
) -> Allocation:
    """Share the money equally among those who voted, and let them buy items within every ceiling.

    1. Must-fund items with all they require, then the items that reach each floor, as in `ranked`: what has to be
       funded is paid for by all. What remains of `budget` is shared equally among the voters.
    2. Rounds of the Method of Equal Shares (see `equal_shares`). An item is offered together with what it requires
       and is not yet funded, at the cost of all of it, for the satisfaction from all of it. It takes part in a round
       only while all of it fits every ceiling above it and every group among it is free; an offer that does not will
       not again, for ceilings only fill up. Equal prices: the lower id as text.
    3. With `completion` "ranked", all items by rank as in `ranked`, so that what voters leave is not lost.

    `budget`: rupiah to share; by default the most the ceilings allow in total (the least sum over ceilings of one
    kind that cover all items; where no kind does, what all items cost). `profile`: ballots or scores over ids of
    the items; its costs are not read. No ceiling, group or requirement is ever broken; floors that cannot be
    reached show in `unmet`. Complexity: O(rounds · voters) in the mean, O(items · rounds · voters) at worst.
    Raises InvalidProblem, Infeasible as `ranked` does, UnknownItem for a ballot that names no item.

    >>> from selaras.engines.allocation.ballots import approval_profile
    >>> from selaras.engines.allocation.problem import Ceiling, Item
    >>> items = (Item("a", 50, tags={"k": "1"}), Item("b", 50, tags={"k": "1"}), Item("c", 40, tags={"k": "2"}))
    >>> problem = Problem(items, (Ceiling("all", 100), Ceiling("one", 60, {"k": "1"})))
    >>> profile = approval_profile({"a": 50, "b": 50, "c": 40}, [{"a", "b"}, {"a", "b"}, {"c"}, {"c"}])
    >>> equal_shares_within(problem, profile, completion="none").selected
    ('a', 'c')
    """
    ranker = Ranker.of(problem)
    walk = ranker.start()
    *obliged, everything = ranker.plan(ranker.order([item.score for item in problem.items]))
    for order, floor in obliged:
        walk.go(order, floor)
    if satisfaction is None:
        satisfaction = "cost" if profile.scores is None else "scores"
    total = _most(ranker.layout) if budget is None else budget
    remaining = max(total - sum(ranker.layout.cost[each] for each in walk.events), 0)
    shelf = Shelf(walk, profile, satisfaction)
    going = run(shelf.market, shelf.opening(), Fraction(remaining, max(profile.voters, 1)), gate=shelf)
    if completion == "ranked":
        walk.go(*everything)
    tied = [*_ties(shelf, going), *(ties(Trace(walk)) if completion == "ranked" else ())]
    selected = tuple(ranker.layout.ids[each] for each in walk.events)
    parameters = {"satisfaction": satisfaction, "completion": completion, "budget": total}
    return settle(problem, EQUAL_SHARES, selected, ties=tuple(tied), parameters=parameters)


def _most(layout: Layout) -> int:
    """The most that all items together may cost, as far as one kind of ceiling tells."""
    kinds: dict[tuple[str, ...], list[int]] = {}
    for at, ceiling in enumerate(layout.problem.ceilings):
        kinds.setdefault(tuple(sorted(ceiling.where)), []).append(at)
    sums = []
    for members in kinds.values():
        known = set(members)
        if all(known.intersection(above) for above in layout.ceilings):
            sums.append(sum(layout.problem.ceilings[at].amount for at in members))
    return min(sums, default=sum(layout.cost))


def _ties(shelf: Shelf, going: Run) -> Iterator[Tie]:
    """Equal prices, as far as one that had to wait for its turn went unfunded in the end."""
    items, funded = shelf.walk.layout.problem.items, shelf.walk.funded
    for alike in going.ties:
        waited = set(alike.displaced)
        lost = sorted(items[shelf.item[at]].id for at in waited if not funded[shelf.item[at]])
        won = [shelf.item[at] for at in alike.tied if at not in waited and funded[shelf.item[at]]]
        if lost and won:
            yield Tie(items[won[0]].score, tuple(sorted(items[each].id for each in won)), tuple(lost))
