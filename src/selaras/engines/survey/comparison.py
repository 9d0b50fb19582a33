"""Desks and periods side by side, without telling apart what chance alone could have made different."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from selaras.engines.survey.answers import Sheet
from selaras.engines.survey.errors import TooFew
from selaras.engines.survey.guard import USUAL, Guarded, Limits, guard
from selaras.engines.survey.index import Index, index
from selaras.engines.survey.resampling import Interval, Numbers, drawn


@dataclass(frozen=True, slots=True)
class Standing:
    """One desk. Its rank lies between `best` and `worst`: no desk outside them is told apart from it wrongly."""

    name: str
    index: Index
    interval: Interval
    best: int
    worst: int

    @property
    def rank(self) -> int | None:
        """The rank, where the answers are enough to give one."""
        return self.best if self.best == self.worst else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Desks from the highest index down; `left_out`: desks with too few answers. `comparisons` were made at once."""

    standings: tuple[Standing, ...]
    left_out: tuple[str, ...]
    comparisons: int
    level: float


def compare(
    desks: Mapping[str, Sheet],
    *,
    limits: Limits = USUAL,
    level: float = 0.95,
    draws: int = 2_000,
    seed: int = 0,
) -> Comparison:
    """Which desks differ, all pairs at once: the greatest standardised difference over all pairs keeps within the
    limit in `level` of the draws (the bootstrap form of Tukey's range; Westfall and Young, Resampling-Based Multiple
    Testing, 1993). So among desks that are all alike, in 95 of 100 surveys none is told apart.

    Each interval is for its desk alone. Time O(draws · (answers · elements + desks²)).
    """
    kept, left_out = {}, []
    for at, name in enumerate(sorted(desks)):
        try:
            kept[name] = _measured(desks[name], limits, draws, [seed, at])
        except TooFew:
            left_out.append(name)
    names = sorted(kept, key=lambda name: (-kept[name].index.exact, name))
    apart = _apart([kept[name] for name in names], level)
    standings = tuple(
        Standing(
            name,
            kept[name].index,
            kept[name].interval(level),
            1 + int((apart[:, at] > 0).sum()),
            len(names) - int((apart[:, at] < 0).sum()),
        )
        for at, name in enumerate(names)
    )
    return Comparison(standings, tuple(left_out), len(names) * (len(names) - 1) // 2, level)


@dataclass(frozen=True, slots=True)
class Period:
    """One period; `change` from the one before with its interval, `real` where that interval leaves out zero."""

    name: str
    index: Index
    interval: Interval
    change: float | None
    change_interval: Interval | None

    @property
    def real(self) -> bool:
        return self.change_interval is not None and not self.change_interval.low <= 0 <= self.change_interval.high


def trend(
    periods: Sequence[tuple[str, Sheet]],
    *,
    limits: Limits = USUAL,
    level: float = 0.95,
    draws: int = 2_000,
    seed: int = 0,
) -> tuple[Period, ...]:
    """The index over periods in the order given, each change held against chance for all changes together (Bonferroni).

    Raises TooFew where a period has too few answers.
    """
    measured = [_measured(filled, limits, draws, [seed, at]) for at, (_, filled) in enumerate(periods)]
    each = 1 - (1 - level) / max(len(periods) - 1, 1)
    changes: list[tuple[float | None, Interval | None]] = [(None, None)]
    for before, after in pairwise(measured):
        changes.append((float(after.index.exact - before.index.exact), _difference(before, after, each)))
    return tuple(
        Period(name, one.index, one.interval(level), *change)
        for (name, _), one, change in zip(periods, measured, changes, strict=False)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    index: Index
    draws: Numbers
    least_error: float

    def interval(self, level: float) -> Interval:
        return Interval(*_percentiles(self.draws, level), level)


def _measured(filled: Sheet, limits: Limits, draws: int, seed: Sequence[int]) -> _Measured:
    """`least_error`: as if one person more had answered one mark apart throughout; equal answers are no certainty."""
    guarded: Guarded = guard(filled, limits)
    seeded = int(np.random.SeedSequence(seed).generate_state(1)[0])
    found = drawn(filled, guarded, draws=draws, seed=seeded)
    return _Measured(index(filled, guarded.weights), found, float(filled.scheme.factor) / (guarded.counted + 1))


def _percentiles(draws: Numbers, level: float) -> tuple[float, float]:
    tail = (1 - level) / 2 * 100
    low, high = np.percentile(draws, [tail, 100 - tail])
    return float(low), float(high)


def _difference(before: _Measured, after: _Measured, level: float) -> Interval:
    low, high = _percentiles(after.draws - before.draws, level)
    least = 2 * float(np.hypot(before.least_error, after.least_error))
    centre = float(after.index.exact - before.index.exact)
    return Interval(min(low, centre - least), max(high, centre + least), level)


def _apart(measured: Sequence[_Measured], level: float) -> Numbers:
    """+1 at (i, j) where i is surely above j, −1 where surely below."""
    if len(measured) < 2:
        return np.zeros((len(measured), len(measured)))
    values = np.array([float(one.index.exact) for one in measured])
    errors = np.array([max(float(one.draws.std(ddof=1)), one.least_error) for one in measured])
    off = np.array([one.draws - one.draws.mean() for one in measured])
    scale = np.hypot(errors[:, None], errors[None, :])
    greatest = np.zeros(off.shape[1])
    for at in range(len(measured)):
        greatest = np.maximum(greatest, (np.abs(off - off[at]) / scale[at][:, None]).max(axis=0))
    limit = float(np.quantile(greatest, level))
    difference = values[:, None] - values[None, :]
    found: Numbers = np.sign(difference) * (np.abs(difference) > limit * scale)
    return found
