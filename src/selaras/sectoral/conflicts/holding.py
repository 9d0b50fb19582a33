"""Which number holds after a decision, and which of the stated ones it sets aside."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from selaras.engines.conflicts import read_unit
from selaras.sectoral.models import Conflict, Side


def in_common(number: str, unit: str) -> Fraction:
    """A number in the own unit of its dimension. Raises engines.conflicts.UnknownUnit."""
    return Fraction(Decimal(number)) * read_unit(unit).factor


def agrees(side: Side, number: str, unit: str) -> bool:
    """Whether rounding alone explains that the side says another number."""
    return abs(Fraction(side.common) - in_common(number, unit)) <= Fraction(side.half)


def superseded(conflict: Conflict, side: Side) -> bool:
    """A number in question for which the decision holds another one; parts and earlier numbers are not in question."""
    decided = conflict.outcome == Conflict.Outcome.NUMBER and side.role in Side.CONTESTED
    return decided and not agrees(side, conflict.number, conflict.number_unit)
