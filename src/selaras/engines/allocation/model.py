"""A problem as rows of whole numbers and one objective, ready for a solver of 0/1 programmes."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt

from selaras.engines.allocation.errors import InvalidProblem
from selaras.engines.allocation.layout import Layout

Numbers = npt.NDArray[np.float64]
_LOT_BITS = 16
_EXACT_BITS = 50  # the whole objective spans no more, so that double precision still counts it by ones
_WEIGHT_BITS = 24  # HiGHS fails on larger weights now and then; they are divided by a power of two
_FINE_BITS = 16  # ... which keeps one lot well above its tolerance of 1e-7


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the programme: low <= sum of coefficient * item <= high. `source` tells what it stands for."""

    source: tuple[str, int]
    low: float
    high: float
    items: tuple[int, ...]
    coefficients: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """Score first, lots second: maximise `scale` * score - lots, counted in `unit`.

    A lot is a number that only the item's id decides, so it favours nobody: among choices of equal score the one
    with the lowest sum of lots wins. `scale` exceeds every possible sum of lots.
    """

    weights: Numbers
    scale: int
    unit: float

    def score_bound(self, bound: float) -> int:
        """The highest score that a bound on the objective allows."""
        return math.floor(bound / self.unit + 0.5 + self.scale - 1) // self.scale

    def value(self, chosen: Iterable[int]) -> float:
        return float(sum(self.weights[at] for at in chosen))


def rows(layout: Layout) -> Iterator[Entry]:
    """Ceilings, floors, groups and requirements as rows of whole numbers, divided by their greatest common divisor."""
    problem = layout.problem
    costs = layout.cost
    for at, members in _members(layout.ceilings, len(problem.ceilings)):
        if sum(costs[each] for each in members) <= problem.ceilings[at].amount:
            continue  # binds nobody
        unit = _unit(costs[each] for each in members)
        most = problem.ceilings[at].amount // unit
        # An item beyond the ceiling by itself stays beyond it with one more than the ceiling, and HiGHS counts better.
        coefficients = tuple(float(min(costs[each] // unit, most + 1)) for each in members)
        yield Entry(("ceiling", at), -math.inf, most, members, coefficients)
    for at, members in _members(layout.floors, len(problem.floors)):
        unit = _unit(costs[each] for each in members)
        coefficients = tuple(float(costs[each] // unit) for each in members)
        least = min(-(-problem.floors[at].amount // unit), sum(costs[each] // unit for each in members) + 1)
        yield Entry(("floor", at), least, math.inf, members, coefficients)
    grouped = [(group,) if group >= 0 else () for group in layout.group]
    for at, members in _members(grouped, layout.groups):
        if len(members) > 1:
            yield Entry(("group", at), -math.inf, 1.0, members, (1.0,) * len(members))
    yield from _requirements(layout)


def _requirements(layout: Layout) -> Iterator[Entry]:
    place = {each: at for at, each in enumerate(layout.ids)}
    for at, item in enumerate(layout.problem.items):
        for required in item.requires:
            if required in place:
                yield Entry(("requirement", at), -math.inf, 0.0, (at, place[required]), (1.0, -1.0))


def _members(of_item: Sequence[Sequence[int]], count: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    members: list[list[int]] = [[] for _ in range(count)]
    for item, limits in enumerate(of_item):
        for at in limits:
            members[at].append(item)
    return ((at, tuple(those)) for at, those in enumerate(members))


def _unit(costs: Iterable[int]) -> int:
    return reduce(math.gcd, costs, 0) or 1


def objective(layout: Layout) -> Objective:
    """Scores and lots in one number; without lots where scores are so large that both do not fit.

    Raises InvalidProblem where scores are too large to be added exactly in doubles.
    """
    scores = [item.score for item in layout.problem.items]
    if sum(map(abs, scores)).bit_length() > _EXACT_BITS:
        raise InvalidProblem("Nilai usulan terlalu besar untuk dihitung tepat. Pakai satuan nilai yang lebih kasar.")
    largest = max(map(abs, scores), default=0).bit_length()
    room = min(_EXACT_BITS - sum(map(abs, scores)).bit_length(), _WEIGHT_BITS + _FINE_BITS - largest)
    bits = min(room - len(scores).bit_length(), _LOT_BITS)
    lots = [lot(each, bits) for each in layout.ids] if bits > 1 else [0] * len(scores)
    scale = 1 << sum(lots).bit_length()
    finer = max(largest + scale.bit_length() - 1 - _WEIGHT_BITS, 0)
    unit = 1 / (1 << min(finer, _FINE_BITS))
    weights = [(scale * score - one) * unit for score, one in zip(scores, lots, strict=True)]
    return Objective(np.array(weights, dtype=np.float64), scale, unit)


def lot(name: str, bits: int = _LOT_BITS) -> int:
    """The lot of an id: 1 to 2**bits, from the first bytes of its SHA-256."""
    return 1 + (int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") >> (32 - bits))
