"""Which rows could be twins: what every two rows of a block share, counted kind by kind.

The counts of all kinds ride in one integer, eight bits a kind, so that one sparse product gives them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from selaras.engines.matching.duplicates_words import Kind

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_BITS = 8
COMMON = 400  # a word that more rows of one block have no longer leads to candidates
_WORK = 2_000_000  # products held at once; bounds the memory


@dataclass(frozen=True)
class Features:
    """Sorted by row: in row `row[i]` of block `block[row]` stands `feature[i]` of kind `kind[i]`."""

    row: Ints
    feature: Ints
    kind: Ints


@dataclass(frozen=True)
class Pairs:
    """Candidate pairs and, packed, the number of features they share of each kind."""

    left: Ints
    right: Ints
    packed: Ints

    def shared(self, kind: Kind) -> Ints:
        """How many features of the kind each pair shares."""
        return np.right_shift(self.packed, _BITS * int(kind)) & ((1 << _BITS) - 1)

    def where(self, mask: Flags) -> Pairs:
        """Only some of the pairs."""
        return Pairs(self.left[mask], self.right[mask], self.packed[mask])


def totals(features: Features, rows: int) -> Ints:
    """How many features of each kind a row has, `[row, kind]`."""
    flat = np.bincount(features.row * len(Kind) + features.kind, minlength=rows * len(Kind))
    return flat.reshape(rows, len(Kind))


def candidates(features: Features, block: Ints, asking: Flags | None = None) -> Iterator[Pairs]:
    """Every two rows of one block (rows sorted by block) that share a word which at most `COMMON` rows of it have.

    With `asking`, only pairs of an asking row and one that does not ask. The counts cover all words, the
    common too. Work is at most rows × words a row × COMMON and memory about 60 MB, however large a block is.
    """
    if not len(features.row):
        return
    key = block[features.row] * (int(features.feature.max()) + 1) + features.feature
    _, column, often = np.unique(key, return_inverse=True, return_counts=True)
    leads = often[column] <= COMMON
    common = _common_words(features, block, column, ~leads)
    row, column, kind = features.row[leads], column[leads], features.kind[leads]
    starts = np.searchsorted(row, np.arange(len(block) + 1))
    shape = (len(block), len(often))
    packed = csr_array((np.left_shift(np.int64(1), _BITS * kind), column, starts), shape=shape)
    plain = csr_array((np.ones(len(row), dtype=np.int64), column, starts), shape=shape)
    asks = np.ones(len(block), dtype=np.bool_) if asking is None else asking
    cost = np.concatenate([[0], np.cumsum(often[column] * asks[row])])[starts]
    for first, last in _slices(cost):
        end = int(np.searchsorted(block, block[last - 1], side="right"))
        begin = int(np.searchsorted(block, block[first], side="left"))
        rows = np.flatnonzero(asks[first:last]) + first
        product = (packed[rows] @ plain[begin:end].T).tocoo()
        left, right = rows[product.coords[0]], product.coords[1].astype(np.int64) + begin
        keep = left < right if asking is None else ~asks[right]
        left, right = left[keep], right[keep]
        yield Pairs(left, right, product.data[keep] + common.shared(left, right))


def _slices(cost: Ints) -> Iterator[tuple[int, int]]:
    """Runs of rows whose products fit the memory together."""
    first, rows = 0, len(cost) - 1
    while first < rows:
        last = int(np.searchsorted(cost, cost[first] + _WORK, side="right")) - 1
        last = min(max(last, first + 1), rows)
        yield first, last
        first = last


@dataclass(frozen=True)
class _CommonWords:
    """The words too common to lead, as bits: word `w` of a row holds bits of one kind, `kind[block, w]`."""

    block: Ints
    bits: npt.NDArray[np.uint64]
    kind: Ints

    def shared(self, left: Ints, right: Ints) -> Ints:
        packed = np.zeros(len(left), dtype=np.int64)
        for word in range(self.bits.shape[1]):
            both = np.bitwise_count(self.bits[left, word] & self.bits[right, word]).astype(np.int64)
            packed += np.left_shift(both, _BITS * self.kind[self.block[left], word])
        return packed


def _common_words(features: Features, block: Ints, column: Ints, common: Flags) -> _CommonWords:
    row, column, kind = features.row[common], column[common], features.kind[common]
    blocks = int(block.max()) + 1
    if not len(row):
        return _CommonWords(block, np.zeros((len(block), 0), dtype=np.uint64), np.zeros((blocks, 0), dtype=np.int64))
    columns, first = np.unique(column, return_index=True)
    group = block[row[first]] * len(Kind) + kind[first]
    order = np.argsort(group, kind="stable")
    rank = np.empty(len(columns), dtype=np.int64)
    rank[order] = _rank_in_runs(group[order])
    in_kind = np.bincount(group, minlength=blocks * len(Kind)).reshape(blocks, len(Kind))
    words = -(-in_kind // 64)
    words_before = np.cumsum(words, axis=1) - words
    word = words_before.reshape(-1)[group] + rank // 64
    place = np.searchsorted(columns, column)
    bits = np.zeros((len(block), int(word.max()) + 1), dtype=np.uint64)
    np.bitwise_or.at(bits, (row, word[place]), np.left_shift(np.uint64(1), (rank[place] % 64).astype(np.uint64)))
    kinds = np.zeros((blocks, bits.shape[1]), dtype=np.int64)
    kinds[group // len(Kind), word] = group % len(Kind)
    return _CommonWords(block, bits, kinds)


def _rank_in_runs(ordered: Ints) -> Ints:
    return np.arange(len(ordered)) - np.searchsorted(ordered, ordered, side="left")
