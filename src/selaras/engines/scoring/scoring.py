"""Score proposals by weighted criteria behind an eligibility gate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeVar

import numpy as np

from selaras.engines.scoring import reading
from selaras.engines.scoring.levelling import Column, Levelled, level
from selaras.engines.scoring.model import Conflict, Criterion, GateResult, Mark, Missing, Multiplier, Normalise
from selaras.engines.scoring.reading import Columns
from selaras.engines.scoring.sheet import Apart, Cells, Gap, Leniency, ScoreSheet
from selaras.engines.scoring.weighing import weigh
from selaras.engines.scoring.whole import NANO, IntArray, kind_for, largest, scaled, summed

_HALF = NANO // 2
_Named = TypeVar("_Named", Gap, Conflict)


def score(
    proposals: Sequence[str],
    criteria: Sequence[Criterion],
    marks: Iterable[Mark],
    gates: Iterable[GateResult] = (),
    conflicts: Iterable[Conflict] = (),
    *,
    normalise: Normalise = "bias",
    missing: Missing = "neutral",
    shrinkage: int = 0,
    multipliers: Mapping[Multiplier, Collection[str]] | None = None,
) -> ScoreSheet:
    """Score P proposals on C criteria from m marks of a assessors.

    A proposal that fails a gate gets no score, and its marks sway nobody else's. Marks of an assessor with a
    conflict of interest are set aside and listed. `normalise` levels lenient and severe assessors (see
    `levelling`); a proposal's value on a criterion is the mean of its levelled marks, so that more assessors do
    not mean more points. `multipliers` maps each to the proposals that earned it.

    Units are whole, 0 … 1,000,000. The same material gives the same sheet on every machine and in any order.
    Complexity O(m log m + C·a³ + P·C); 55,000 marks take well under a second.
    Raises CriteriaError, UnknownError, MarkError (all ScoringError) with a message in Indonesian.

    >>> criteria = [Criterion("urgent", "Kemendesakan", 3), Criterion("useful", "Kemanfaatan", 1)]
    >>> marks = [Mark("A", "u1", "urgent", 5), Mark("A", "u1", "useful", 3), Mark("A", "u2", "urgent", 1),
    ...          Mark("A", "u2", "useful", 3)]
    >>> score(["u1", "u2"], criteria, marks).scores()
    {'u1': 875000, 'u2': 125000}
    """
    reading.check_criteria(criteria)
    places = reading.index_of(proposals)
    results, interests, earned = list(gates), sorted(set(conflicts), key=_conflict_order), multipliers or {}
    reading.require_known((c.proposal for c in interests), places, "Benturan kepentingan")
    reading.check_multipliers(earned)
    for multiplier, of in earned.items():
        reading.require_known(of, places, f"Pengali {multiplier.label}")
    out = reading.ineligible(results, places)
    given = reading.columns_of(marks, places, criteria)
    aside = reading.set_aside(given, interests, places)
    eligible = np.array([p not in out for p in proposals], dtype=bool)
    used = given.where(~aside & eligible[given.proposal])
    columns = [_column(used, place, len(proposals)) for place in range(len(criteria))]
    levelled = [
        level(column, "none" if criterion.objective else normalise, shrinkage)
        for column, criterion in zip(columns, criteria, strict=True)
    ]
    cells, squeeze = _cells(criteria, columns, levelled, eligible, missing, _factors(proposals, earned))
    weights = [Fraction(c.weight) for c in criteria]
    judged = used.where(~np.array([c.objective for c in criteria], dtype=bool)[used.criterion])
    return ScoreSheet(
        criteria=tuple(criteria),
        proposals=tuple(proposals),
        normalise=normalise,
        missing=missing,
        squeeze=squeeze,
        gaps_of=_gaps(proposals, criteria, judged, cells, eligible),
        set_aside_of=_aside(given.where(aside), interests, proposals),
        ineligible=out,
        leniencies=_leniencies(criteria, columns, levelled, used.assessors),
        apart=_apart(criteria, levelled, used.assessors),
        unchecked=_unchecked(proposals, results),
        multipliers=_earned(earned),
        cells=cells,
        weighed=weigh(cells.share, cells.counted, weights, cells.factor, cells.factor_of),
        places=places,
        assessors=_assessors_of(judged, proposals),
    )


def _conflict_order(conflict: Conflict) -> tuple[str, str, str]:
    return conflict.proposal, conflict.assessor, conflict.reason


def _column(used: Columns, criterion: int, proposals: int) -> Column:
    of = used.criterion == criterion
    return Column(used.proposal[of], used.assessor[of], used.value[of], proposals, len(used.assessors))


def _factors(proposals: Sequence[str], earned: Mapping[Multiplier, Collection[str]]) -> tuple[IntArray, int]:
    """Whole factors per proposal and the whole that stands for the largest anyone can earn."""
    factor = [Fraction(1)] * len(proposals)
    top = Fraction(1)
    for multiplier, of in earned.items():
        having, times = frozenset(of), Fraction(multiplier.factor)
        factor = [f * times if p in having else f for f, p in zip(factor, proposals, strict=True)]
        top *= max(times, Fraction(1))
    common = lcm(top.denominator, *{f.denominator for f in factor})
    whole = [int(f * common) for f in factor]
    return np.array(whole, dtype=kind_for(max(whole, default=0))), int(top * common)


def _cells(
    criteria: Sequence[Criterion],
    columns: Sequence[Column],
    levelled: Sequence[Levelled],
    eligible: np.ndarray[tuple[int], np.dtype[np.bool_]],
    missing: Missing,
    factors: tuple[IntArray, int],
) -> tuple[Cells, Fraction]:
    worths, shares, present = [], [], []
    for criterion, column, result in zip(criteria, columns, levelled, strict=True):
        low, span = _nano(criterion.low), _nano(criterion.high) - _nano(criterion.low)
        marked = column.counts > 0
        neutral = _centre(result.worth[marked], low + span // 2)
        worth = np.where(marked, result.worth, neutral)
        worths.append(worth)
        shares.append(scaled(worth - low, NANO, span))
        present.append(eligible & (marked | (missing == "neutral")))
    counted = np.column_stack(present)
    share = np.column_stack(shares)
    overshoot = max(largest(share[counted] - _HALF), _HALF)
    squeezed = _HALF + scaled(share.ravel() - _HALF, _HALF, overshoot).reshape(share.shape)
    counts = np.column_stack([column.counts for column in columns])
    return Cells(np.column_stack(worths), squeezed, counts, counted, *factors), Fraction(_HALF, overshoot)


def _nano(bound: Fraction | int) -> int:
    return round(Fraction(bound) * NANO)


def _centre(values: IntArray, otherwise: int) -> int:
    return (2 * int(values.sum()) + len(values)) // (2 * len(values)) if len(values) else otherwise


def _assessors_of(used: Columns, proposals: Sequence[str]) -> dict[str, tuple[str, ...]]:
    size = max(len(used.assessors), 1)
    pairs = np.unique(used.proposal * size + used.assessor)
    by: dict[str, list[str]] = {}
    for pair in pairs.tolist():
        by.setdefault(proposals[pair // size], []).append(used.assessors[pair % size])
    return {proposal: tuple(names) for proposal, names in by.items()}


def _gaps(
    proposals: Sequence[str],
    criteria: Sequence[Criterion],
    judged: Columns,
    cells: Cells,
    eligible: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> dict[str, tuple[Gap, ...]]:
    """Criteria nobody marked, and criteria an assessor of the proposal skipped."""
    gaps = [
        Gap(proposals[p], criteria[c].key, None)
        for p, c in np.argwhere((cells.counts == 0) & eligible[:, None]).tolist()
    ]
    size = max(len(judged.assessors), 1)
    pairs = judged.proposal * size + judged.assessor
    everyone = np.unique(pairs)
    for c, criterion in enumerate(criteria):
        if criterion.objective:
            continue  # measured by whoever holds the register, not by each assessor
        skipped = np.setdiff1d(everyone, pairs[judged.criterion == c], assume_unique=True)
        skipped = skipped[cells.counts[skipped // size, c] > 0]
        gaps += [
            Gap(proposals[pair // size], criterion.key, judged.assessors[pair % size]) for pair in skipped.tolist()
        ]
    return _by_proposal(gaps)


def _by_proposal(of: Iterable[_Named]) -> dict[str, tuple[_Named, ...]]:
    by: dict[str, list[_Named]] = {}
    for one in of:
        by.setdefault(one.proposal, []).append(one)
    return {proposal: tuple(those) for proposal, those in by.items()}


def _aside(aside: Columns, interests: Sequence[Conflict], proposals: Sequence[str]) -> dict[str, tuple[Conflict, ...]]:
    size = max(len(aside.assessors), 1)
    pairs = np.unique(aside.proposal * size + aside.assessor).tolist()
    had = {(proposals[pair // size], aside.assessors[pair % size]) for pair in pairs}
    return _by_proposal(c for c in interests if (c.proposal, c.assessor) in had)


def _leniencies(
    criteria: Sequence[Criterion], columns: Sequence[Column], levelled: Sequence[Levelled], names: Sequence[str]
) -> tuple[Leniency, ...]:
    found = []
    for criterion, column, result in zip(criteria, columns, levelled, strict=True):
        over = summed(column.value - result.worth[column.proposal], column.assessor, column.assessors)
        marks = np.bincount(column.assessor, minlength=column.assessors)
        for assessor in np.flatnonzero(marks).tolist():
            count = int(marks[assessor])
            points = Fraction(int(over[assessor]), count * NANO)
            found.append(Leniency(names[assessor], criterion.key, points, count))
    return tuple(found)


def _apart(criteria: Sequence[Criterion], levelled: Sequence[Levelled], names: Sequence[str]) -> tuple[Apart, ...]:
    return tuple(
        Apart(criterion.key, tuple(tuple(names[a] for a in group) for group in result.groups))
        for criterion, result in zip(criteria, levelled, strict=True)
        if len(result.groups) > 1
    )


def _unchecked(proposals: Sequence[str], results: Sequence[GateResult]) -> tuple[tuple[str, str], ...]:
    """Proposals (with the gate's label) for which a gate that others went through was never answered."""
    answered: dict[tuple[str, str], set[str]] = {}
    for result in results:
        answered.setdefault((result.gate.key, result.gate.label), set()).add(result.proposal)
    return tuple((p, label) for (_, label), known in sorted(answered.items()) for p in proposals if p not in known)


def _earned(earned: Mapping[Multiplier, Collection[str]]) -> dict[str, tuple[Multiplier, ...]]:
    by: dict[str, list[Multiplier]] = {}
    for multiplier in sorted(earned, key=lambda m: m.key):
        for proposal in sorted(set(earned[multiplier])):
            by.setdefault(proposal, []).append(multiplier)
    return {proposal: tuple(having) for proposal, having in by.items()}
