"""What a forum gives to the score model: criteria, gates, marks, conflicts of interest, multipliers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Normalise = Literal["bias", "zscore", "none"]
Missing = Literal["neutral", "exclude"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question the assessors answer, on a scale from `low` to `high`.

    Weights are those the forum agreed; they need not sum to one. An `objective` criterion is measured
    (a distance, a fact from a register): its marks are never levelled between assessors.
    """

    key: str
    label: str
    weight: Fraction | int = 1
    low: Fraction | int = 1
    high: Fraction | int = 5
    objective: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition a proposal must meet before anyone scores it."""

    key: str
    label: str


AUTHORITY = Gate("authority", "Kewenangan perangkat daerah")
COMPLETENESS = Gate("completeness", "Kelengkapan (lokasi, volume, satuan, biaya)")
LOCATION = Gate("location", "Lokasi yang benar")


@dataclass(frozen=True, slots=True)
class GateResult:
    """Whether a proposal passed a gate; `reason` (Indonesian) says why not."""

    proposal: str
    gate: Gate
    passed: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The value one assessor gave one proposal on one criterion."""

    assessor: str
    proposal: str
    criterion: str
    value: int | float | Fraction


@dataclass(frozen=True, slots=True)
class Conflict:
    """An assessor with an interest in a proposal: the marks are kept but set aside."""

    assessor: str
    proposal: str
    reason: str


@dataclass(frozen=True, slots=True)
class Multiplier:
    """What multiplies the weighted sum of a proposal that earned it, such as twofold when the papers are complete.

    Scores stay within the scale because the sum is divided by the largest product anyone can earn.
    """

    key: str
    label: str
    factor: Fraction | int
