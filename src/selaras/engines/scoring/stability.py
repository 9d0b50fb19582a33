"""Which decisions would flip if the forum had weighed its criteria a little differently.

Every scenario multiplies weights by 1 ± swing: each weight alone, then all of them together (every corner up
to 64, else a seeded Latin hypercube sample: McKay, Beckman and Conover, Technometrics 21, 1979).
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from selaras.engines.scoring.errors import CriteriaError
from selaras.engines.scoring.sheet import ScoreSheet

Decide = Callable[[Mapping[str, int]], Collection[str]]
Moves = tuple[Fraction, ...]  # one relative move per criterion

_SAMPLE = 64
_GRID = 10_000


@dataclass(frozen=True, slots=True)
class Scenario:
    """Weights moved by `moves` (criterion key to relative move), and who entered or left the funded."""

    moves: Mapping[str, Fraction]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fragile:
    """A proposal whose outcome flips in some scenario.

    `share` of scenarios keep its outcome. `criterion` and `move`: the smallest move of one weight at which the
    flip was seen; at `kept_at` on the same way it had not yet flipped. Both None where it takes several weights.
    """

    proposal: str
    funded: bool
    share: Fraction
    criterion: str | None
    move: Fraction | None
    kept_at: Fraction | None


@dataclass(frozen=True, slots=True)
class StabilityReport:
    """`share` per proposal (scored, or funded in some scenario): the part of the scenarios that keep its outcome."""

    swing: Fraction
    funded: frozenset[str]
    scenarios: tuple[Scenario, ...]
    share: Mapping[str, Fraction]
    fragile: tuple[Fragile, ...]
    decisions: int

    @property
    def stable(self) -> bool:
        return not self.fragile


def stability(
    sheet: ScoreSheet,
    decide: Decide,
    *,
    swing: Fraction = Fraction(1, 10),
    precision: int = 5,
    limit: int = 100,
    seed: int = 0,
) -> StabilityReport:
    """Rerun `decide` (scores in, funded proposals out) under moved weights and report what flips.

    The smallest moves are narrowed by halving: for each weight and direction all proposals share the halvings,
    down to swing / 2**precision, and no more than `limit` extra decisions are asked for; what is reported is
    always a move that was tried. Between tried moves a decision may flip and flip back unseen.
    Complexity: at most 2C + 64 + 1 + `limit` calls of `decide`, each with O(P·C) of rescoring.
    Raises CriteriaError unless 0 ≤ swing < 1.

    >>> from selaras.engines.scoring import Criterion, Mark, score
    >>> criteria = [Criterion("a", "A", 20), Criterion("b", "B", 21)]
    >>> marks = [Mark("X", "u1", "a", 5), Mark("X", "u1", "b", 1), Mark("X", "u2", "a", 1), Mark("X", "u2", "b", 5)]
    >>> sheet = score(["u1", "u2"], criteria, marks)
    >>> report = stability(sheet, lambda scores: [max(scores, key=scores.get)])
    >>> [(f.proposal, f.funded, f.criterion, str(f.move)) for f in report.fragile]
    [('u1', False, 'a', '1/20'), ('u2', True, 'a', '1/20')]
    """
    if not 0 <= swing < 1:
        raise CriteriaError("Pergeseran bobot harus antara 0 dan 100 persen.")
    trial = _Trial(sheet, decide)
    count = len(sheet.criteria)
    base = trial.funded((Fraction(0),) * count)
    scenarios = tuple(dict.fromkeys(_moves(count, swing, seed)))
    flips = [base ^ trial.funded(moves) for moves in scenarios]
    decided = (*sheet.scores(), *sorted(base.union(*flips) - sheet.scores().keys()))
    kept = dict.fromkeys(decided, len(scenarios))
    for flipped in flips:
        for proposal in flipped:
            kept[proposal] -= 1
    share = {proposal: Fraction(times, len(scenarios)) for proposal, times in kept.items()}
    smallest = _smallest_moves(trial, base, swing, precision, limit)
    fragile = tuple(
        Fragile(p, p in base, share[p], *smallest.get(p, (None, None, None)))
        for p in decided
        if share[p] < 1 or p in smallest
    )
    return StabilityReport(
        swing,
        base,
        tuple(_scenario(sheet, moves, flipped, base) for moves, flipped in zip(scenarios, flips, strict=True)),
        share,
        fragile,
        trial.decisions,
    )


class _Trial:
    """Asks for each decision once."""

    def __init__(self, sheet: ScoreSheet, decide: Decide) -> None:
        self._sheet = sheet
        self._decide = decide
        self._known: dict[Moves, frozenset[str]] = {}
        self.keys = tuple(criterion.key for criterion in sheet.criteria)

    @property
    def decisions(self) -> int:
        return len(self._known)

    def funded(self, moves: Moves) -> frozenset[str]:
        if moves not in self._known:
            criteria = zip(self._sheet.criteria, moves, strict=True)
            weights = {criterion.key: criterion.weight * (1 + move) for criterion, move in criteria}
            self._known[moves] = frozenset(self._decide(self._sheet.reweighed(weights)))
        return self._known[moves]

    def alone(self, criterion: int, move: Fraction) -> frozenset[str]:
        return self.funded(_alone(len(self.keys), criterion, move))


def _alone(count: int, criterion: int, move: Fraction) -> Moves:
    return tuple(move if place == criterion else Fraction(0) for place in range(count))


def _moves(count: int, swing: Fraction, seed: int) -> Iterator[Moves]:
    for criterion in range(count):
        yield _alone(count, criterion, swing)
        yield _alone(count, criterion, -swing)
    if 2**count <= _SAMPLE:
        yield from itertools.product((-swing, swing), repeat=count)
    else:
        yield from _latin(count, swing, random.Random(seed))  # noqa: S311 (a sample to be repeated, not a secret)


def _latin(count: int, swing: Fraction, draw: random.Random) -> Iterator[Moves]:
    columns = []
    for _ in range(count):
        strata = list(range(_SAMPLE))
        draw.shuffle(strata)
        inside = [Fraction(draw.randrange(_GRID), _GRID) for _ in strata]
        columns.append([swing * (2 * (s + i) / _SAMPLE - 1) for s, i in zip(strata, inside, strict=True)])
    yield from zip(*columns, strict=True)


def _scenario(sheet: ScoreSheet, moves: Moves, flipped: frozenset[str], base: frozenset[str]) -> Scenario:
    by = {criterion.key: move for criterion, move in zip(sheet.criteria, moves, strict=True)}
    return Scenario(by, tuple(sorted(flipped - base)), tuple(sorted(flipped & base)))


_Smallest = dict[str, tuple[str, Fraction, Fraction]]


def _smallest_moves(trial: _Trial, base: frozenset[str], swing: Fraction, precision: int, limit: int) -> _Smallest:
    """Per proposal that a single weight flips: criterion, move, and the nearest smaller tried move that did not."""
    tried: dict[tuple[int, int], dict[Fraction, frozenset[str]]] = {}
    for criterion, sign in itertools.product(range(len(trial.keys)), (1, -1)):
        end = trial.alone(criterion, sign * swing)
        tried[criterion, sign] = {Fraction(0): frozenset(), swing: base ^ end}
    last = trial.decisions + limit
    for _ in range(precision):
        for (criterion, sign), flips in tried.items():
            for middle in _halvings(flips):
                if trial.decisions >= last:
                    return _read_off(trial, tried)
                flips[middle] = base ^ trial.alone(criterion, sign * middle)
    return _read_off(trial, tried)


def _halvings(flips: Mapping[Fraction, frozenset[str]]) -> list[Fraction]:
    """The middles of the gaps between tried moves in which some proposal flips for the first time."""
    seen: set[str] = set()
    middles = []
    for low, high in itertools.pairwise(sorted(flips)):
        if flips[high] - seen:
            middles.append((low + high) / 2)
        seen |= flips[high]
    return middles


def _read_off(trial: _Trial, tried: Mapping[tuple[int, int], Mapping[Fraction, frozenset[str]]]) -> _Smallest:
    smallest: _Smallest = {}
    for (criterion, sign), flips in tried.items():
        for low, high in itertools.pairwise(sorted(flips)):
            for proposal in flips[high] - flips[low]:
                if proposal not in smallest or high < abs(smallest[proposal][1]):
                    smallest[proposal] = (trial.keys[criterion], sign * high, sign * low)
    return smallest
