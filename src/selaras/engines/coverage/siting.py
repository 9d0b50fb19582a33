"""The answer to where next: the sites, what each adds, and how sure it is that none reach more."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from selaras.engines.coverage.problem import Material, Truths
from selaras.engines.coverage.relaxing import TINY


@dataclass(frozen=True, slots=True)
class Step:
    """A chosen site: `adds` people to those before it in the list; without it, `alone` people would be lost."""

    site: int
    adds: int
    alone: int
    cost: int


@dataclass(frozen=True, slots=True)
class Siting:
    """`newly` reached people; no choice within the budget reaches more than `bound`.

    `steps` in the order in which to build: each brings most for its money after those before it. `spent` in rupiah,
    or in sites where the problem has no costs. `before`: people reached already.
    """

    steps: tuple[Step, ...]
    newly: int
    before: int
    spent: int
    bound: int

    @property
    def sites(self) -> tuple[int, ...]:
        return tuple(step.site for step in self.steps)

    @property
    def proven(self) -> bool:
        return self.bound == self.newly

    @property
    def gap(self) -> float:
        """How much better than this any choice can be at most, as a part of `newly`."""
        return 0.0 if self.proven else (self.bound - self.newly) / self.newly if self.newly else float("inf")


def siting(material: Material, chosen: Truths, bound: float) -> Siting:
    """Count a choice again from the whole material."""
    sites = np.flatnonzero(chosen)
    count = np.bincount(material.reach[sites].indices, minlength=len(material.worth))
    newly = int(material.worth[count > 0].sum())
    alone = material.reach[sites] @ np.where(count == 1, material.worth, 0.0)
    steps, open_worth, left = [], material.worth.copy(), list(range(len(sites)))
    while left:
        adds = material.reach[sites[left]] @ open_worth
        at = int(np.argmax(adds / np.maximum(material.costs[sites[left]], TINY)))
        one = left.pop(at)
        steps.append(Step(int(sites[one]), int(adds[at]), int(alone[one]), int(material.costs[sites[one]])))
        open_worth[material.reach[[sites[one]]].indices] = 0.0
    before, spent = int(material.people[material.reached].sum()), int(material.costs[sites].sum())
    return Siting(tuple(steps), newly, before, spent, max(int(np.floor(bound + 1e-6)), newly))
