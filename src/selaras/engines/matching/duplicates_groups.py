"""Groups out of pairs, so that in a group every two members are twins themselves: no chain from A to Z."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def grouped(left: Ints, right: Ints, sure: Floats, rows: int) -> list[list[int]]:
    """Complete linkage, surest pair first (ties by the lower rows): groups of two rows or more, each sorted.

    Two groups join only if every pair across them is given. Where a component of the pairs is complete the answer
    is the component; else the pairs are walked, at most (pairs × smaller group) steps.
    """
    links = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(rows, rows))
    _, component = connected_components(links, directed=False)
    size = np.bincount(component, minlength=1)
    pairs = np.bincount(component[left], minlength=len(size))
    complete = pairs == size * (size - 1) // 2
    whole = np.flatnonzero(complete[component] & (size[component] > 1))
    order = whole[np.argsort(component[whole], kind="stable")]
    groups = [part.tolist() for part in np.split(order, np.flatnonzero(np.diff(component[order])) + 1) if len(part)]
    partly = ~complete[component[left]]
    groups.extend(_linked(left[partly], right[partly], sure[partly]))
    return sorted(groups)


def _linked(left: Ints, right: Ints, sure: Floats) -> list[list[int]]:
    order = np.lexsort((right, left, -np.round(sure, 9)))
    walk = list(zip(left[order].tolist(), right[order].tolist(), strict=True))
    near: dict[int, set[int]] = {}
    for one, other in walk:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    group: dict[int, list[int]] = {row: [row] for row in near}
    for one, other in walk:
        first, second = group[one], group[other]
        if first is second:
            continue
        small, large = sorted((first, second), key=len)
        if all(near[row].issuperset(large) for row in small):
            large.extend(small)
            for row in small:
                group[row] = large
    different = {id(members): members for members in group.values() if len(members) > 1}
    return [sorted(members) for members in different.values()]
