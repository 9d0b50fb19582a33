"""Whether the must-fund items can be funded at all, and if not, which of them clash with what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from selaras.engines.allocation.errors import Constraint
from selaras.engines.allocation.layout import Layout
from selaras.engines.allocation.naming import named_ceiling, named_group, named_must_fund, named_requirement
from selaras.engines.allocation.problem import Item
from selaras.engines.allocation.smallest import smallest

Conflict = tuple[Constraint, ...]
Allows = Callable[[Set[str]], bool]


def must_fund_conflicts(layout: Layout) -> tuple[Conflict, ...]:
    """For each constraint that the must-fund items break, the fewest of them that do; empty where they all fit."""
    items = layout.problem.items
    forced = [item for item in items if item.must_fund]
    if not forced:
        return ()
    known = {item.id: item for item in items}
    pulled = _pulled(known, (item.id for item in forced), known)
    requiring = [known[each] for each in sorted(pulled & known.keys()) if known[each].requires]
    heavy = sorted(forced, key=lambda item: (-item.cost, item.id))

    def breaking(allows: Allows) -> Conflict:
        """The must-fund items, and requirements, that together pull in more than is allowed."""
        parts: list[tuple[Item, bool]] = [*((item, True) for item in heavy), *((item, False) for item in requiring)]

        def holds(kept: Sequence[int]) -> bool:
            sure = [parts[at][0].id for at in kept if parts[at][1]]
            return allows(_pulled(known, sure, {parts[at][0].id for at in kept if not parts[at][1]}))

        found = [parts[at] for at in sorted(smallest(holds, range(len(parts))))]
        return tuple(named_must_fund(item) if sure else named_requirement(item) for item, sure in found)

    return tuple((*breaking(allows), *named) for allows, named in _limits(layout, known, pulled) if not allows(pulled))


def _pulled(known: dict[str, Item], sure: Iterable[str], requiring: Iterable[str]) -> set[str]:
    """All ids that `sure` ones bring with them where only the requirements of `requiring` count."""
    counts, pulled, waiting = set(requiring), set[str](), list(sure)
    while waiting:
        each = waiting.pop()
        if each not in pulled:
            pulled.add(each)
            if each in counts and each in known:
                waiting.extend(known[each].requires)
    return pulled


def _limits(layout: Layout, known: dict[str, Item], pulled: set[str]) -> Iterator[tuple[Allows, Conflict]]:
    """Whatever could forbid a set of ids that are pulled in, with its name."""
    yield partial(_all_of, known.keys()), ()
    groups: dict[str, set[str]] = {}
    costs: dict[int, dict[str, int]] = {}
    for at, item in enumerate(layout.problem.items):
        if item.id in pulled:
            if item.group is not None:
                groups.setdefault(item.group, set()).add(item.id)
            for ceiling in layout.ceilings[at]:
                costs.setdefault(ceiling, {})[item.id] = item.cost
    for members in groups.values():
        yield partial(_one_of, members), (named_group(known[min(members)]),)
    for ceiling, by_id in sorted(costs.items()):
        limit = layout.problem.ceilings[ceiling]
        yield partial(_within, by_id, limit.amount), (named_ceiling(limit),)


def _all_of(known: Set[str], ids: Set[str]) -> bool:
    return ids <= known


def _one_of(members: Set[str], ids: Set[str]) -> bool:
    return len(ids & members) <= 1


def _within(costs: Mapping[str, int], most: int, ids: Set[str]) -> bool:
    return sum(costs.get(each, 0) for each in ids) <= most
