"""What a rule of allocation gives back: who is funded, what each ceiling has left, which ties it broke and how."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from selaras.engines.allocation.problem import Ceiling, Floor, Item, Problem


@dataclass(frozen=True, slots=True)
class Line:
    """One ceiling or floor in the ledger: `amount` set, `used` by the funded items it covers."""

    id: str
    label: str
    amount: int
    used: int

    @property
    def left(self) -> int:
        """Rupiah between what is used and the amount: free below a ceiling, negative where a floor is not reached."""
        return self.amount - self.used

    @property
    def short(self) -> int:
        """Rupiah that a floor still lacks."""
        return max(self.amount - self.used, 0)


@dataclass(frozen=True, slots=True)
class Tie:
    """Equal items told apart by `broken_by` only: each of `unfunded` would have been funded, had it come first."""

    score: int
    funded: tuple[str, ...]
    unfunded: tuple[str, ...]
    broken_by: str = "id"


@dataclass(frozen=True, slots=True)
class Proof:
    """How near the best possible total score an allocation is shown to be.

    No allowed choice scores more than `bound`; `gap` is (bound - score) / score; `proven` says the score is the
    best possible and the choice among equal ones the canonical one.
    """

    bound: int
    gap: float
    proven: bool


@dataclass(frozen=True, slots=True)
class Allocation:
    """`selected` ids in the order the rule funded them, and what that does to every ceiling and floor.

    `parameters` hold the rule's settings that a replay needs.
    """

    rule: str
    selected: tuple[str, ...]
    cost: int
    score: int
    ceilings: tuple[Line, ...]
    floors: tuple[Line, ...] = ()
    ties: tuple[Tie, ...] = ()
    proof: Proof | None = None
    parameters: Mapping[str, str | int | float] | None = None

    @property
    def unmet(self) -> tuple[Line, ...]:
        """The floors that the funded items do not reach."""
        return tuple(line for line in self.floors if line.short)


def settle(
    problem: Problem,
    rule: str,
    selected: Collection[str],
    *,
    ties: tuple[Tie, ...] = (),
    proof: Proof | None = None,
    parameters: Mapping[str, str | int | float] | None = None,
) -> Allocation:
    """The allocation that funds `selected`: adds up cost, score and every line of the ledger."""
    items = {item.id: item for item in problem.items}
    chosen = [items[each] for each in selected]
    return Allocation(
        rule,
        tuple(selected),
        sum(item.cost for item in chosen),
        sum(item.score for item in chosen),
        tuple(_lines(problem.ceilings, chosen)),
        tuple(_lines(problem.floors, chosen)),
        ties,
        proof,
        parameters,
    )


def _lines(limits: Collection[Ceiling] | Collection[Floor], chosen: Collection[Item]) -> Iterator[Line]:
    used = spending(limits, chosen)
    for limit in limits:
        yield Line(limit.id, limit.label or limit.id, limit.amount, used[limit.id])


def spending(limits: Collection[Ceiling] | Collection[Floor], chosen: Collection[Item]) -> dict[str, int]:
    """Rupiah that `chosen` cost within each limit, by the limit's id."""
    kinds: dict[tuple[str, ...], dict[tuple[str | None, ...], int]] = {}
    for limit in limits:
        kinds.setdefault(tuple(sorted(limit.where)), {})
    for dimensions, sums in kinds.items():
        for item in chosen:
            place = tuple(map(item.tags.get, dimensions))
            sums[place] = sums.get(place, 0) + item.cost
    return {
        limit.id: kinds[dimensions].get(tuple(limit.where[each] for each in dimensions), 0)
        for limit in limits
        for dimensions in [tuple(sorted(limit.where))]
    }
