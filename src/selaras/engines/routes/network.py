"""The arcs as a sparse matrix of lengths, a length being minus the logarithm of a chance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from selaras.engines.routes.layout import Floats, Ints, Layout


@dataclass(frozen=True)
class Network:
    """Of parallel arcs the likeliest; arcs that cannot be taken are left out."""

    layout: Layout
    arc: Ints  # the arc of the layout behind each cell of the matrix
    start: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    length: Floats

    @cached_property
    def onwards(self) -> csr_array:
        size = self.layout.nodes
        return csr_array((self.length, self.head, self.start), shape=(size, size))

    @cached_property
    def backwards(self) -> csr_array:
        return self.onwards.T.tocsr()

    def arc_between(self, tail: int, head: int) -> int:
        low, high = self.start[tail], self.start[tail + 1]
        return int(self.arc[low + np.searchsorted(self.head[low:high], head)])


def network(layout: Layout) -> Network:
    """O(m log m) for m arcs. A certain arc has length 0 and is kept as a cell of its own."""
    chance = layout.chance[layout.event]
    arc = np.flatnonzero((chance > 0) & (layout.tail != layout.head))
    arc = arc[np.lexsort((arc, -chance[arc], layout.head[arc], layout.tail[arc]))]
    tail, head = layout.tail[arc], layout.head[arc]
    first = np.ones(len(arc), dtype=np.bool_)
    first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    arc = arc[first]
    start = np.searchsorted(tail[first], np.arange(layout.nodes + 1)).astype(np.int32)
    return Network(layout, arc, start, head[first].astype(np.int32), np.abs(np.log(chance[arc])))
