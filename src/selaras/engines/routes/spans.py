"""Rows of unequal length kept end to end, and the cells of some of them at once."""

from __future__ import annotations

import numpy as np

from selaras.engines.routes.layout import Ints


def spans(start: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """For rows with cells `start[row]` to `start[row + 1]`: which of `rows` each cell belongs to, and the cell.

    >>> owner, cell = spans(np.array([0, 2, 2, 5]), np.array([2, 0]))
    >>> owner.tolist(), cell.tolist()
    ([0, 0, 0, 1, 1], [2, 3, 4, 0, 1])
    """
    count = start[rows + 1] - start[rows]
    owner = np.repeat(np.arange(len(rows)), count)
    return owner, (start[rows] - np.cumsum(count) + count)[owner] + np.arange(len(owner))
