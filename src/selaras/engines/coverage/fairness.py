"""The same question with every district in mind: first the district worst off, then all people."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from selaras.engines.coverage.errors import InvalidMaterial, NoAnswer, OutOfReach
from selaras.engines.coverage.problem import Material, Problem, read
from selaras.engines.coverage.programme import Floors, solved
from selaras.engines.coverage.reducing import Reduced, reduced
from selaras.engines.coverage.siting import Siting, siting


@dataclass(frozen=True, slots=True)
class Fair:
    """In every district at least `share` of the people are reached; no choice within the budget lifts the least
    district by another `precision`, where `proven`.
    """

    siting: Siting
    share: float
    precision: float
    proven: bool


def fairest(problem: Problem, budget: int, *, precision: float = 0.01, seconds: float = 60.0, seed: int = 0) -> Fair:
    """Lift the least share reached in any district as far as the budget allows, then reach most people.

    The share, people reached already included, is found by halving, each trial a covering programme with one row per
    district; districts without people do not count. `seconds` of HiGHS are for each of the about 1 + log2(1/precision)
    trials. Meant for a region's hundreds of places, not for a hundred thousand.
    Raises InvalidMaterial without districts, NoAnswer where time ran out before any choice was found.

    >>> problem = Problem([90, 80, 10], csr_array(np.eye(3)), districts=[0, 0, 1])
    >>> fair = fairest(problem, 2)
    >>> fair.siting.sites, fair.siting.newly, round(fair.share, 2), fair.proven
    ((0, 2), 100, 0.53, True)
    """
    material = read(problem)
    if problem.districts is None:
        raise InvalidMaterial("Isi kecamatan tiap desa dahulu, agar bagian tiap kecamatan dapat dihitung.")
    if budget < 0 or not 0 < precision < 1:
        raise InvalidMaterial("Dana atau jumlah lokasi tidak boleh minus, dan ketelitian antara 0 dan 1.")
    small = reduced(material, budget, by_district=True)
    low, high, proven = 0.0, 1.0 + precision, True
    answer = _attempt(material, small, budget, 0.0, seconds, seed)
    if answer is None:
        raise NoAnswer(
            "Belum ada pilihan lokasi yang ditemukan dalam batas waktu. Perpanjang batas waktu, lalu ulangi."
        )
    while high - low > precision:
        middle = (low + high) / 2
        try:
            better = _attempt(material, small, budget, middle, seconds, seed)
        except OutOfReach:
            better = None
        else:
            proven = proven and better is not None
        if better is None:
            high = middle
        else:
            answer, low = better, max(middle, _least_share(material, better))
    return Fair(answer, _least_share(material, answer), precision, proven)


def _attempt(
    material: Material, small: Reduced, budget: float, share: float, seconds: float, seed: int
) -> Siting | None:
    """The best choice that reaches `share` in every district; None where time ran out, OutOfReach where none does."""
    found = solved(small, budget, floors=_floors(material, small, share), seconds=seconds, seed=seed)
    if found.chosen is None:
        return None
    chosen = np.zeros(len(material.costs), dtype=np.bool_)
    chosen[small.site[found.chosen]] = True
    return siting(material, chosen, found.bound)


def _floors(material: Material, small: Reduced, share: float) -> Floors:
    districts = int(material.districts.max(initial=-1)) + 1
    people = np.bincount(material.districts, weights=material.people, minlength=districts)
    before = np.bincount(material.districts, weights=material.people * material.reached, minlength=districts)
    least = np.maximum(np.ceil(share * people - 1e-9) - before, 0.0)
    shape = (districts, len(small.worth))
    return Floors(csr_array((small.worth, (small.district, np.arange(len(small.worth)))), shape=shape), least)


def _least_share(material: Material, answer: Siting) -> float:
    reached = np.bincount(material.reach[list(answer.sites)].indices, minlength=len(material.people)) > 0
    people = np.bincount(material.districts, weights=material.people)
    now = np.bincount(material.districts, weights=material.people * (reached | material.reached))
    shares = now[people > 0] / people[people > 0]
    return float(shares.min(initial=math.inf)) if shares.size else 1.0
