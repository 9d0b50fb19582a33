"""Whose answers count together: many from one device on one day, or a burst of the same form at one desk.

Nobody is followed: a device token lives for a day, and a burst is known by its hour and its marks alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

import numpy as np

from selaras.engines.survey.answers import Sheet


class Suspicion(StrEnum):
    DEVICE = "device"
    BURST = "burst"


@dataclass(frozen=True, slots=True)
class Limits:
    """`household`: so many answers of one device a day are believed one by one. `burst`: so many equal forms at one
    desk, each within `seconds` of the one before, are not. `trusted`: tokens of a desk's own tablet.
    """

    household: int = 3
    burst: int = 10
    seconds: int = 120
    trusted: Collection[str] = ()


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Answers (places in the sheet) that together count `weight`, and why."""

    answers: tuple[int, ...]
    suspicion: Suspicion
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Guarded:
    """`weights` per answer, and the clusters that made some smaller than 1."""

    weights: tuple[Fraction, ...]
    clusters: tuple[Cluster, ...]

    @property
    def counted(self) -> int:
        """How many answers these are worth for a sample, rounded down."""
        return int(sum(self.weights, Fraction(0)))


_SHARE = 200  # a suspicious cluster weighs at most one in so many of the others: 75 / 201 < 0.4 points


def guard(filled: Sheet, limits: Limits = USUAL) -> Guarded:
    """Let a suspicious cluster count as one answer at most, and in a small survey as less: 1/200 of the other answers.

    So on a scale that converts to 25..100 one cluster, however large, moves the index by less than 0.4 points where
    everybody answers every element. Where nothing else was answered, a cluster counts as one. Paper counts in full.
    O(n log n).

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from selaras.engines.survey import Answer, Band, Scheme, equal_weights, sheet
    >>> scheme = Scheme(equal_weights([("cost", "Biaya")]), [Band("D", "Tidak baik", Decimal("25"))])
    >>> day = date(2021, 3, 1)
    >>> honest = [Answer({"cost": 3}, day=day, device=f"t{n}") for n in range(300)]
    >>> stuffed = [Answer({"cost": 1}, day=day, device="same")] * 500
    >>> found = guard(sheet(scheme, honest + stuffed))
    >>> found.counted, [(len(c.answers), c.suspicion.value) for c in found.clusters]
    (301, [(500, 'device')])
    """
    groups = list(_groups(filled, limits))
    inside = np.zeros(len(filled), dtype=np.bool_)
    for answers, _ in groups:
        inside[list(answers)] = True
    others = int((filled.marks[~inside] > 0).sum(axis=0).min(initial=len(filled)))
    most = min(Fraction(1), Fraction(others, _SHARE)) if others else Fraction(1)
    weights = [Fraction(1)] * len(filled)
    clusters = []
    for answers, suspicion in groups:
        clusters.append(Cluster(answers, suspicion, most))
        for at in answers:
            weights[at] = most / len(answers)
    return Guarded(tuple(weights), tuple(clusters))


def _groups(filled: Sheet, limits: Limits) -> Iterator[tuple[tuple[int, ...], Suspicion]]:
    """Each answer in one group at most: devices first, bursts among what they leave."""
    left = [at for at, answer in enumerate(filled.answers) if answer.device not in {None, *limits.trusted}]
    devices: dict[object, list[int]] = {}
    for at in left:
        devices.setdefault((filled.answers[at].day, filled.answers[at].device), []).append(at)
    bursts: dict[object, list[int]] = {}
    for together in devices.values():
        if len(together) > limits.household:
            yield tuple(together), Suspicion.DEVICE
            continue
        for at in together:
            if filled.answers[at].at is not None:
                bursts.setdefault((filled.answers[at].desk, filled.marks[at].tobytes()), []).append(at)
    for alike in bursts.values():
        for run in _runs(filled, alike, limits.seconds):
            if len(run) >= limits.burst:
                yield tuple(sorted(run)), Suspicion.BURST


def _runs(filled: Sheet, alike: list[int], seconds: int) -> Iterator[list[int]]:
    """Split answers by their time wherever a pause is longer than `seconds`."""
    timed = sorted((moment.timestamp(), at) for at in alike if (moment := filled.answers[at].at) is not None)
    run = [timed[0][1]]
    for (before, _), (after, at) in pairwise(timed):
        if after - before > seconds:
            yield run
            run = []
        run.append(at)
    yield run
