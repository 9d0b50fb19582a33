"""What would turn the outcome of one item round under any rule, each claim tried by a rerun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from selaras.engines.allocation.allocation import Allocation
from selaras.engines.allocation.errors import Infeasible, UnknownItem
from selaras.engines.allocation.outcomes import Change, Flip, Raise
from selaras.engines.allocation.problem import Ceiling, Item, Problem

Rule = Callable[[Problem], Allocation]


def flips(problem: Problem, rule: Rule, item: str, *, step: int = 1, reruns: int = 40) -> tuple[Flip, ...]:
    """Changes of the item's cost, its score, or one ceiling above it that turn its outcome round under `rule`.

    For each change by halving: first the furthest sensible one is tried (a cost of one rupiah, a score above all
    others together, a ceiling above all costs; for a funded item the reverse), then the middle between what flips and
    what does not, down to `step` rupiah (one unit for scores) or until `reruns` are spent on that change. Both ends
    of what is claimed have been tried: with `to` the outcome is the other one, with `Flip.step` less it is not. The
    change is the smallest of all where the rule is monotone in it, as `optimal` is in an item's cost and score; in a
    ceiling no rule need be.
    A rerun that is infeasible flips nothing. Complexity: at most 1 + (2 + ceilings above the item) · `reruns` runs of
    the rule. Raises UnknownItem, and what the rule raises on the problem itself.

    >>> from selaras.engines.allocation.optimal import optimal
    >>> problem = Problem((Item("road", 70, 9), Item("drain", 50, 8)), (Ceiling("all", 100, label="Pagu total"),))
    >>> [(flip.change.value, flip.to or flip.ceilings[0].by) for flip in flips(problem, optimal, "drain")]
    [('cost', 30), ('score', 10), ('ceiling', 20)]
    """
    mine = next((each for each in problem.items if each.id == item), None)
    if mine is None:
        raise UnknownItem(f"Usulan {item} tidak ada dalam daftar usulan.")
    funded = item in rule(problem).selected

    def turned(changed: Problem) -> bool:
        try:
            return (item in rule(changed).selected) != funded
        except Infeasible:
            return False

    def search(now: int, furthest: int, least: int, change: Callable[[int], Problem]) -> tuple[int, int] | None:
        return _halve(now, furthest, least, reruns, lambda value: turned(change(value)))

    return tuple(_search_all(problem, mine, funded, step, search))


Search = Callable[[int, int, int, Callable[[int], Problem]], "tuple[int, int] | None"]


def _search_all(problem: Problem, mine: Item, funded: bool, step: int, search: Search) -> Iterator[Flip]:
    costs = max(sum(each.cost for each in problem.items), *(each.amount for each in problem.ceilings), 0)
    scores = sum(abs(each.score) for each in problem.items)
    for change, now, furthest, least in (
        (Change.COST, mine.cost, costs + 1 if funded else 1, step),
        (Change.SCORE, mine.score, -1 - scores if funded else scores + 1, 1),
    ):
        if found := search(now, furthest, least, partial(_with_item, problem, mine, change)):
            yield Flip(change, found[0], step=found[1])
    for ceiling in problem.ceilings:
        if ceiling.where.items() <= mine.tags.items():
            furthest = 0 if funded else costs
            if found := search(ceiling.amount, furthest, step, partial(_with_ceiling, problem, ceiling)):
                to, apart = found
                moved = Raise(ceiling.id, ceiling.label or ceiling.id, to - ceiling.amount, to)
                yield Flip(Change.CEILING, ceilings=(moved,), step=apart)


def _halve(now: int, furthest: int, least: int, reruns: int, turned: Callable[[int], bool]) -> tuple[int, int] | None:
    """A value that turns the outcome and how much less does not; None where the furthest does not turn it."""
    if now == furthest or not turned(furthest):
        return None
    keeps, turns = now, furthest
    for _ in range(reruns - 1):
        if abs(turns - keeps) <= least:
            break
        middle = (keeps + turns) // 2
        if turned(middle):
            turns = middle
        else:
            keeps = middle
    return turns, abs(turns - keeps)


def _with_item(problem: Problem, item: Item, change: Change, value: int) -> Problem:
    changed = replace(item, cost=value) if change is Change.COST else replace(item, score=value)
    return replace(problem, items=tuple(changed if each is item else each for each in problem.items))


def _with_ceiling(problem: Problem, ceiling: Ceiling, amount: int) -> Problem:
    changed = replace(ceiling, amount=amount)
    return replace(problem, ceilings=tuple(changed if each is ceiling else each for each in problem.ceilings))
