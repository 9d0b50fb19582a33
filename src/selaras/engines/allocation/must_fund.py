"""Whether the must-fund items can be funded at all, and if not, which of them clash with what."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.allocation.errors import Constraint
from selaras.engines.allocation.layout import Layout
from selaras.engines.allocation.naming import named_ceiling, named_group, named_must_fund, named_requirement

Conflict = tuple[Constraint, ...]


def must_fund_conflicts(layout: Layout) -> tuple[Conflict, ...]:
    """Each minimal set of constraints that the must-fund items cannot keep; empty where they all fit."""
    items = layout.problem.items
    forced = [at for at, item in enumerate(items) if item.must_fund]
    if not forced:
        return ()
    return (*_unknown(layout, forced), *_groups(layout, forced), *_ceilings(layout, forced))


def _unknown(layout: Layout, forced: list[int]) -> Iterator[Conflict]:
    for at in forced:
        if not layout.bundle[at]:
            item = layout.problem.items[at]
            yield named_must_fund(item), named_requirement(item)


def _groups(layout: Layout, forced: list[int]) -> Iterator[Conflict]:
    items = layout.problem.items
    first: dict[int, int] = {}
    for at, root in _pulled(layout, forced).items():
        other = first.setdefault(layout.group[at], at)
        if layout.group[at] >= 0 and other != at:
            roots = dict.fromkeys((_pulled(layout, forced)[other], root))
            yield (*(named_must_fund(items[each]) for each in roots), named_group(items[at]))


def _ceilings(layout: Layout, forced: list[int]) -> Iterator[Conflict]:
    """For each ceiling that is broken, the fewest must-fund items that break it."""
    items, ceilings = layout.problem.items, layout.problem.ceilings
    pulled: dict[int, list[tuple[int, int]]] = {}
    for at, root in _pulled(layout, forced).items():
        for ceiling in layout.ceilings[at]:
            pulled.setdefault(ceiling, []).append((at, root))
    for ceiling, members in sorted(pulled.items()):
        if sum(layout.cost[at] for at, _ in members) <= ceilings[ceiling].amount:
            continue
        shares: dict[int, int] = {}
        for at, root in members:
            shares[root] = shares.get(root, 0) + layout.cost[at]
        total, breaking = 0, []
        for root in sorted(shares, key=lambda each: (-shares[each], layout.ids[each])):
            breaking.append(root)
            total += shares[root]
            if total > ceilings[ceiling].amount:
                break
        yield (*(named_must_fund(items[root]) for root in breaking), named_ceiling(ceilings[ceiling]))


def _pulled(layout: Layout, forced: list[int]) -> dict[int, int]:
    """Every item that must be funded, with the must-fund item that first pulls it in."""
    pulled: dict[int, int] = {at: at for at in forced}
    for root in forced:
        for at in layout.bundle[root]:
            pulled.setdefault(at, root)
    return pulled
