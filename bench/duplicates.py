"""Duplicates on a labelled set, beside splink, string-grouper and the simplest thing that works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import bench
from bench.duplicates_sample import Parameters, Sample, sample
from selaras.engines.matching.duplicates import Proposal, duplicates

SEED = 20200211


def pairs_in(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes have."""
    return sum(size * (size - 1) // 2 for size in sizes)


def agreement(groups: Iterable[Sequence[str]], truth: Mapping[str, int]) -> tuple[float, float, float]:
    """Pairwise precision, recall and F1 of groups against the wishes they should be."""
    groups = list(groups)
    found = pairs_in(map(len, groups))
    right = sum(pairs_in(Counter(truth[one] for one in group).values()) for group in groups)
    true = pairs_in(Counter(truth.values()).values())
    precision, recall = right / max(found, 1), right / true
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
