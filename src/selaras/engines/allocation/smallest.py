"""A smallest part of some constraints that still clashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def smallest(holds: Callable[[Sequence[int]], bool], constraints: Sequence[int]) -> list[int]:
    """A minimal part of `constraints` that does not hold, given that the whole does not and nothing at all would.

    QuickXplain (Junker, AAAI 2004): about 2k·log2(n/k) + 2k questions for k found among n; where there is a
    choice, earlier ones are kept.

    >>> smallest(lambda kept: sum(kept) <= 10, [7, 6, 5, 1])
    [7, 6]
    """

    def explain(base: list[int], added: bool, rest: Sequence[int]) -> list[int]:
        if added and not holds(base):
            return []
        if len(rest) == 1:
            return list(rest)
        half = len(rest) // 2
        later = explain([*base, *rest[:half]], True, rest[half:])
        sooner = explain([*base, *later], bool(later), rest[:half])
        return [*sooner, *later]

    return explain([], False, constraints)
