"""Make a siting smaller without changing its optimum: merge places that are alike, drop sites that another beats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from selaras.engines.coverage.problem import Material, Numbers, Places, Truths

_MOST_PAIRS = 30_000_000  # meetings of two sites at a place; beyond, looking costs more than it saves


@dataclass(frozen=True, slots=True, eq=False)
class Reduced:
    """`site[i]` tells where kept site i stood in the problem; `district[p]` that of a merged place (0 unless asked)."""

    worth: Numbers
    reach: csr_array
    costs: Numbers
    site: Places
    district: Places


def reduced(material: Material, budget: float, *, by_district: bool = False) -> Reduced:
    """Sites beyond the budget, reaching nobody new, or beaten go; places with the same sites become one.

    A site is beaten where another reaches all that it reaches for no more money (Church and ReVelle, Papers of the
    Regional Science Association 32, 1974); of sites alike the first stays. `by_district`: only places of one district
    are merged. O(Σ d²) for d sites that reach a place; beyond thirty million no beaten site is looked for.
    """
    site = np.flatnonzero(material.costs <= budget)
    place = np.flatnonzero(material.worth > 0)
    reach, worth = material.reach[site][:, place], material.worth[place]
    district = material.districts[place] * by_district
    while True:
        reach, worth, district = _merged(reach, worth, district)
        stays = _unbeaten(reach, material.costs[site])
        if stays.all():
            return Reduced(worth, reach, material.costs[site], site, district)
        site, reach = site[stays], reach[stays]


def _merged(reach: csr_array, worth: Numbers, district: Places) -> tuple[csr_array, Numbers, Places]:
    """Places reached by none are dropped, those reached by the same sites become one with the people of all."""
    columns = reach.tocsc()
    columns.sort_indices()
    known: dict[tuple[bytes, int], int] = {}
    group = np.empty(columns.shape[1], dtype=np.int64)
    for place, (start, end) in enumerate(zip(columns.indptr[:-1], columns.indptr[1:], strict=True)):
        alike = (columns.indices[start:end].tobytes(), int(district[place]))
        group[place] = -1 if start == end else known.setdefault(alike, len(known))
    kept = group >= 0
    _, first = np.unique(group[kept], return_index=True)
    first = np.flatnonzero(kept)[first]
    people = np.bincount(group[kept], weights=worth[kept], minlength=len(known)).astype(np.float64)
    return columns[:, first].tocsr(), people, district[first]


def _unbeaten(reach: csr_array, costs: Numbers) -> Truths:
    sizes = np.diff(reach.indptr)
    stays: Truths = sizes > 0
    if (np.bincount(reach.indices, minlength=1).astype(np.float64) ** 2).sum() > _MOST_PAIRS:
        return stays
    shared = (reach @ reach.T).tocoo()
    one, other = shared.row, shared.col
    inside = (shared.data == sizes[one]) & (one != other) & (costs[other] <= costs[one])
    better = (sizes[other] > sizes[one]) | (costs[other] < costs[one]) | (other < one)
    stays[one[inside & better]] = False
    return stays
