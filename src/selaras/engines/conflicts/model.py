"""What a comparison takes: figures as agencies state them, and how they are brought to common terms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from selaras.engines.conflicts.crosswalks import Crosswalk
from selaras.engines.conflicts.periods import Period
from selaras.engines.conflicts.units import Unit

Breakdown = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one source, as it was stated.

    `code_system` names whose codes `region` uses (``kemendagri 2025``). `breakdown` tells which part of the whole is
    meant, such as ``(("jenis kelamin", "L"),)``. `step`: what the number was rounded to, in its own unit; where it is
    None, the last written digit. The value is a Decimal or int: a float has forgotten how many digits were written.
    """

    source: str
    indicator: str
    region: str
    code_system: str
    period: str
    value: Decimal | int
    unit: str = ""
    breakdown: Breakdown = ()
    step: Decimal | int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How figures are brought together.

    `system`: the shared code system, whose codes need no crosswalk. `crosswalks` lead into it, by the `code_system`
    that figures name. `known`: the codes of the shared system; where it is not empty, no other code passes.
    `indicators`: other names of an indicator to the shared one; a name without an entry is its own.
    """

    system: str
    crosswalks: Mapping[str, Crosswalk] = field(default_factory=dict)
    known: Collection[str] = frozenset()
    indicators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A figure in common terms: `value` in its dimension's own unit, give or take `half` for its rounding."""

    figure: Figure
    indicator: str
    region: str
    period: Period
    unit: Unit
    breakdown: Breakdown
    value: Fraction
    half: Fraction


@dataclass(frozen=True, slots=True)
class Unread:
    """A figure that was not compared, with the reason (Indonesian)."""

    figure: Figure
    reason: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every figure given is in one of the two."""

    aligned: tuple[Aligned, ...]
    unread: tuple[Unread, ...]
