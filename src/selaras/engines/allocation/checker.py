"""An independent check of any choice of items, sharing no code with the rules that make one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from selaras.engines.allocation.problem import Item, Problem


class Broken(StrEnum):
    CEILING = "ceiling"
    FLOOR = "floor"
    GROUP = "group"
    REQUIREMENT = "requirement"
    MUST_FUND = "must_fund"
    UNKNOWN = "unknown"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken constraint: `id` of the limit, group or item, `by` how many rupiah or items, `items` involved."""

    kind: Broken
    id: str
    by: int
    items: tuple[str, ...] = ()


def violations(problem: Problem, selected: Iterable[str]) -> tuple[Violation, ...]:
    """Everything that funding `selected` (item ids) would break; empty where all constraints hold.

    Complexity: O(items · limits), on purpose by the plainest reading of each constraint.

    >>> from selaras.engines.allocation.problem import Ceiling, Item, Problem
    >>> problem = Problem((Item("a", 70), Item("b", 50)), (Ceiling("all", 100),))
    >>> violations(problem, ["a", "b"])
    (Violation(kind=<Broken.CEILING: 'ceiling'>, id='all', by=20, items=()),)
    """
    times = Counter(selected)
    chosen = {item.id: item for item in problem.items if item.id in times}
    return (
        *(Violation(Broken.UNKNOWN, each, 1) for each in sorted(times) if each not in chosen),
        *(Violation(Broken.TWICE, each, many - 1) for each, many in sorted(times.items()) if many > 1),
        *_limits(problem, list(chosen.values())),
        *_groups(chosen.values()),
        *_requirements(chosen),
        *(Violation(Broken.MUST_FUND, i.id, i.cost) for i in problem.items if i.must_fund and i.id not in chosen),
    )


def _limits(problem: Problem, chosen: list[Item]) -> Iterator[Violation]:
    for ceiling in problem.ceilings:
        over = _within(ceiling.where, chosen) - ceiling.amount
        if over > 0:
            yield Violation(Broken.CEILING, ceiling.id, over)
    for floor in problem.floors:
        under = floor.amount - _within(floor.where, chosen)
        if under > 0:
            yield Violation(Broken.FLOOR, floor.id, under)


def _within(where: Mapping[str, str], chosen: list[Item]) -> int:
    total = 0
    for item in chosen:
        if where.items() <= item.tags.items():
            total += item.cost
    return total


def _groups(chosen: Iterable[Item]) -> Iterator[Violation]:
    members: dict[str, list[str]] = {}
    for item in chosen:
        if item.group is not None:
            members.setdefault(item.group, []).append(item.id)
    for group, ids in sorted(members.items()):
        if len(ids) > 1:
            yield Violation(Broken.GROUP, group, len(ids) - 1, tuple(sorted(ids)))


def _requirements(chosen: Mapping[str, Item]) -> Iterator[Violation]:
    for item in chosen.values():
        missing = tuple(sorted(set(item.requires) - chosen.keys()))
        if missing:
            yield Violation(Broken.REQUIREMENT, item.id, len(missing), missing)
