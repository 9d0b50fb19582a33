"""An outcome with its reason for every item of an allocation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from selaras.engines.allocation.allocation import Allocation
from selaras.engines.allocation.bindings import bindings
from selaras.engines.allocation.explaining_ranked import RankedOutcomes
from selaras.engines.allocation.layout import Layout, lay_out
from selaras.engines.allocation.outcomes import Outcome, Reason
from selaras.engines.allocation.problem import Problem
from selaras.engines.allocation.ranked import RANKED, Ranker

_LEFT_OUT = {"optimal": Reason.NOT_CHOSEN, "equal_shares": Reason.NOT_ELECTED}
_NOBODY: Mapping[str, Sequence[str]] = {}


def explain(
    problem: Problem,
    allocation: Allocation,
    *,
    ineligible: Mapping[str, Sequence[str]] = _NOBODY,
    raises: bool = True,
) -> dict[str, Outcome]:
    """The outcome of every item, in the order of the problem, then of the `ineligible` (id to reasons).

    Under `ranked` the ceilings stand as they did at the item's turn, and every flip is exact: the rule, rerun with
    that one change, decides the other way, and with one rupiah or one score unit less it does not. Ceilings may have
    to rise together; an item that no tried raise funds has no such flip, and `raises=False` tries none. Items that
    require others have none at all. Under the other rules the ceilings stand as they do at the end and flips are
    left to `flips`, one item at a time.
    Complexity: O(n · ceilings per item · log n) for `ranked`, with `raises` times the lanes tried (at most 24 for
    each set of ceilings that stops items) in vector steps; else O(n · ceilings per item).

    >>> from selaras.engines.allocation.problem import Ceiling, Item
    >>> from selaras.engines.allocation.ranked import ranked
    >>> problem = Problem((Item("road", 70, 9), Item("drain", 50, 8)), (Ceiling("all", 100, label="Pagu total"),))
    >>> fate = explain(problem, ranked(problem))["drain"]
    >>> fate.reason.value, fate.binding[0].short, [(flip.change.value, flip.to) for flip in fate.flips]
    ('ceiling', 20, [('ceiling', None), ('cost', 30), ('score', 9)])
    """
    if allocation.rule == RANKED:
        fates: Iterator[Outcome] = iter(RankedOutcomes(Ranker.of(problem), raises=raises))
    else:
        fates = _standing(lay_out(problem), allocation)
    told = {fate.item: fate for fate in fates}
    for each, notes in ineligible.items():
        told[each] = Outcome(each, False, Reason.INELIGIBLE, notes=tuple(notes))
    return told


def _standing(layout: Layout, allocation: Allocation) -> Iterator[Outcome]:
    """Outcomes from what stands at the end of a rule that has no turns."""
    funded = set(allocation.selected)
    left = [line.left for line in allocation.ceilings].__getitem__
    items = layout.problem.items
    ranks = sorted(range(len(items)), key=lambda at: (-items[at].score, layout.ids[at]))
    rank = {at: place for place, at in enumerate(ranks, start=1)}
    holders = {item.group: item.id for item in items if item.group is not None and item.id in funded}
    for at, item in enumerate(items):
        if item.id in funded:
            reason = Reason.MUST_FUND if item.must_fund else Reason.FUNDED
            yield Outcome(item.id, True, reason, rank[at])
            continue
        rival = holders.get(item.group) if item.group is not None else None
        missing = tuple(each for each in item.requires if each not in funded)
        reason = _LEFT_OUT.get(allocation.rule, Reason.NOT_CHOSEN)
        if rival is not None:
            reason = Reason.GROUP_TAKEN
        elif missing:
            reason = Reason.REQUIREMENT_MISSING
        yield Outcome(item.id, False, reason, rank[at], bindings(layout, [at], left), rival=rival, missing=missing)
