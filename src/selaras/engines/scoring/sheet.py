"""The score sheet: what every proposal got, from whom, and how its number came about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selaras.engines.scoring.model import Conflict, Criterion, GateResult, Missing, Multiplier, Normalise
from selaras.engines.scoring.reading import check_weights
from selaras.engines.scoring.weighing import Weighed, weigh
from selaras.engines.scoring.whole import NANO, IntArray


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion adds. `mark` is the levelled mean on the criterion's own scale, None where left out.

    Levelled marks may lie a little outside the scale. `units` of all parts sum to the line's units.
    """

    criterion: Criterion
    mark: Fraction | None
    units: int
    assessors: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A mark that is not there: an assessor who skipped one criterion, or (None) a criterion nobody marked.

    The first counts as the mean of the proposal's other assessors on that criterion, the second as the mean of
    all proposals or, with ``missing="exclude"``, not at all.
    """

    proposal: str
    criterion: str
    assessor: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal on the sheet; `units` (0 … 1,000,000) is None when it is ineligible or nothing could be scored."""

    proposal: str
    units: int | None
    parts: tuple[Part, ...]
    assessors: tuple[str, ...]
    set_aside: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]
    ineligible: tuple[GateResult, ...]
    multipliers: tuple[Multiplier, ...]


@dataclass(frozen=True, slots=True)
class Leniency:
    """By how much an assessor marks above (or below) the levelled worth of the same proposals, in points."""

    assessor: str
    criterion: str
    points: Fraction
    marks: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Assessors of one criterion in groups that share no proposal: between groups only an equal mean is assumed."""

    criterion: str
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """The columns behind a sheet, P proposals × C criteria, all whole numbers.

    `worth`: levelled mean in nano-points. `share`: the same as a share of the scale in billionths (0 … 10⁹).
    `counts`: marks used. `factor` / `factor_of`: each proposal's multiplier.
    """

    worth: IntArray
    share: IntArray
    counts: IntArray
    counted: NDArray[np.bool_]
    factor: IntArray
    factor_of: int


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The scores of a forum, in the order its proposals were given; lines are made when asked for.

    `squeeze` below 1 tells that levelled marks overshot a scale, and that all were drawn together by that factor
    about the middle, which keeps their order.
    """

    criteria: tuple[Criterion, ...]
    proposals: tuple[str, ...]
    normalise: Normalise
    missing: Missing
    squeeze: Fraction
    gaps_of: Mapping[str, tuple[Gap, ...]]
    set_aside_of: Mapping[str, tuple[Conflict, ...]]
    ineligible: Mapping[str, tuple[GateResult, ...]]
    leniencies: tuple[Leniency, ...]
    apart: tuple[Apart, ...]
    unchecked: tuple[tuple[str, str], ...]
    multipliers: Mapping[str, tuple[Multiplier, ...]]
    cells: Cells = field(repr=False, compare=False)
    weighed: Weighed = field(repr=False, compare=False)
    places: Mapping[str, int] = field(repr=False, compare=False)
    assessors: Mapping[str, tuple[str, ...]] = field(repr=False)

    def __iter__(self) -> Iterator[Line]:
        return (self.line(proposal) for proposal in self.proposals)

    def __len__(self) -> int:
        return len(self.proposals)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every missing mark of the sheet."""
        return tuple(gap for proposal in self.proposals for gap in self.gaps_of.get(proposal, ()))

    @property
    def set_aside(self) -> tuple[Conflict, ...]:
        """Every conflict of interest because of which marks were set aside."""
        return tuple(c for proposal in self.proposals for c in self.set_aside_of.get(proposal, ()))

    def line(self, proposal: str) -> Line:
        """The line of one proposal; KeyError where it is not on the sheet. O(C)."""
        place = self.places[proposal]
        scored = bool(self.weighed.scored[place])
        return Line(
            proposal,
            int(self.weighed.units[place]) if scored else None,
            self._parts(place) if scored else (),
            self.assessors.get(proposal, ()),
            self.set_aside_of.get(proposal, ()),
            self.gaps_of.get(proposal, ()),
            self.ineligible.get(proposal, ()),
            self.multipliers.get(proposal, ()),
        )

    def _parts(self, place: int) -> tuple[Part, ...]:
        return tuple(
            Part(
                criterion,
                Fraction(int(self.cells.worth[place, c]), NANO) if self.cells.counted[place, c] else None,
                int(self.weighed.parts[place, c]),
                int(self.cells.counts[place, c]),
            )
            for c, criterion in enumerate(self.criteria)
        )

    def scores(self) -> dict[str, int]:
        """Score units of every proposal that has a score; the ineligible are not in it. O(P)."""
        return scored_units(self.proposals, self.weighed)

    def reweighed(self, weights: Mapping[str, Fraction | int]) -> dict[str, int]:
        """The scores under other weights (by criterion key; each criterion needs one). O(P·C).

        Raises CriteriaError for a negative weight or none above zero, KeyError for a criterion without one.
        """
        return reweighed(self.proposals, self.cells, [Fraction(weights[c.key]) for c in self.criteria])


def reweighed(proposals: Sequence[str], cells: Cells, weights: Sequence[Fraction]) -> dict[str, int]:
    """The scores of a sheet of which only the cells were kept, under other weights, in the order of its criteria.

    O(P·C). Raises CriteriaError for a negative weight or none above zero.
    """
    check_weights({str(at): weight for at, weight in enumerate(weights)})
    return scored_units(proposals, weigh(cells.share, cells.counted, weights, cells.factor, cells.factor_of))


def scored_units(proposals: Sequence[str], weighed: Weighed) -> dict[str, int]:
    """Units by proposal, without those that nothing could be weighed of."""
    units: list[Any] = weighed.units.tolist()
    scored: list[bool] = weighed.scored.tolist()
    return {p: u for p, u, kept in zip(proposals, units, scored, strict=True) if kept}
