"""Which ceilings stop an item, or an item together with what it requires."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from selaras.engines.allocation.layout import Layout
from selaras.engines.allocation.outcomes import Binding
from selaras.engines.allocation.walk import needs


def bindings(layout: Layout, members: Sequence[int], left: Callable[[int], int]) -> tuple[Binding, ...]:
    """The ceilings with less `left` than `members` need together, the most lacking first."""
    ceilings = layout.problem.ceilings
    stops = [
        Binding(ceilings[at].id, ceilings[at].label or ceilings[at].id, left(at), need)
        for at, need in needs(layout, members).items()
        if need > left(at)
    ]
    return tuple(sorted(stops, key=lambda stop: (-stop.short, stop.left, stop.id)))
