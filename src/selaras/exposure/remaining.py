"""What part of the first risk a plan leaves."""

from __future__ import annotations


def part_left(risk: float, before: float) -> float:
    """At most 1, since both are sampled; 0 where there was no risk to begin with."""
    return min(1.0, risk / before) if before else 0.0
