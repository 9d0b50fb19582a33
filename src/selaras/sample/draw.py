"""Seeded draws that give the same result on every machine and every version of Python."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Draws from one named stream of a seed, so that adding to one file leaves the others as they were.

    Only `Random.random()` is used: it is the one method whose sequence Python promises to keep.
    """

    def __init__(self, seed: int, stream: str) -> None:
        self._random = random.Random(f"{seed}:{stream}").random  # noqa: S311 - a sample, not a secret

    def chance(self, share: float) -> bool:
        """True in `share` of the calls."""
        return self._random() < share

    def whole(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""
        return least + int(self._random() * (most - least + 1))

    def between(self, least: float, most: float) -> float:
        """A number from `least` up to `most`."""
        return least + self._random() * (most - least)

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`, each as likely."""
        return items[int(self._random() * len(items))]

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different places of `items`, in drawn order; all of them shuffled where there are fewer."""
        pool = list(items)
        for i in range(min(count, len(pool))):
            j = self.whole(i, len(pool) - 1)
            pool[i], pool[j] = pool[j], pool[i]
        return pool[:count]


class Weighted:
    """Items drawn in proportion to whole weights."""

    def __init__(self, weights: Sequence[int]) -> None:
        self._ends = list(accumulate(weights))

    def index(self, draw: Draw) -> int:
        """The place of the drawn item; logarithmic in the number of items."""
        return bisect_right(self._ends, draw.whole(0, self._ends[-1] - 1))
