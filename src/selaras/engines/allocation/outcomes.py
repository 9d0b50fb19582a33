"""What became of one item and why, and the smallest change that would turn it round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    FUNDED = "funded"
    MUST_FUND = "must_fund"
    CEILING = "ceiling"
    GROUP_TAKEN = "group_taken"
    REQUIREMENT_MISSING = "requirement_missing"
    NOT_CHOSEN = "not_chosen"
    NOT_ELECTED = "not_elected"
    INELIGIBLE = "ineligible"


class Change(StrEnum):
    COST = "cost"
    SCORE = "score"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class Binding:
    """A ceiling that stops an item: what it had left at the item's turn, what it would have needed."""

    id: str
    label: str
    left: int
    needed: int

    @property
    def short(self) -> int:
        return self.needed - self.left


@dataclass(frozen=True, slots=True)
class Raise:
    """A ceiling moved `by` rupiah (below zero: cut) to `to`."""

    id: str
    label: str
    by: int
    to: int


@dataclass(frozen=True, slots=True)
class Flip:
    """One change that turns the outcome of an item round, while `step` less of it does not.

    `to`: the item's new cost or score; None where ceilings move. `ceilings`: those that move, all of them together.
    """

    change: Change
    to: int | None = None
    ceilings: tuple[Raise, ...] = ()
    step: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of one item.

    `rank`: its place by score, from 1, equal scores by id. `binding`: every ceiling that stops it, the one it lacks
    most in first. `affordable`: the highest cost at which the same rule funds it; None where no cost limits it or it is
    not known. `flips`: changes proven to turn the outcome round. `rival`: the funded item of its group. `missing`:
    required items that are not funded. `notes`: why it is ineligible.
    """

    item: str
    funded: bool
    reason: Reason
    rank: int | None = None
    binding: tuple[Binding, ...] = ()
    affordable: int | None = None
    flips: tuple[Flip, ...] = ()
    rival: str | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
