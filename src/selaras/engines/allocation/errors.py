"""What can be wrong with the material of an allocation, in words for the person who must mend it."""

from __future__ import annotations

from dataclasses import dataclass


class AllocationError(ValueError):
    """No allocation can be worked out from what was given; the message says what to mend (in Indonesian)."""


class InvalidProblem(AllocationError):
    """Items, ceilings or floors contradict their own form: an id twice, an amount that is no whole rupiah."""


class UnknownItem(AllocationError):
    """An id names no item of the problem."""


class NoAnswer(AllocationError):
    """The solver ended without an answer before its limit."""


class InvalidElection(AllocationError):
    """Ballots, costs or a Pabulib file contradict their own form."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of a conflict, of kind ceiling, floor, must_fund, group or requirement; `text` is Indonesian."""

    kind: str
    id: str
    amount: int | None
    text: str


class Infeasible(AllocationError):
    """No choice of items keeps all constraints.

    `conflicts` holds minimal sets: the constraints of one set cannot hold together, but do once any one is dropped.
    """

    def __init__(self, conflicts: tuple[tuple[Constraint, ...], ...]) -> None:
        self.conflicts = conflicts
        sets = " ".join(f"{', '.join(one.text for one in conflict)}." for conflict in conflicts)
        super().__init__(
            f"Ketentuan berikut tidak dapat dipenuhi bersama: {sets} Ubah salah satu dari tiap kelompok ketentuan itu."
        )
