"""Mark fixes as done, and see what changes, before a rupiah is spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selaras.engines.routes.fixes import Fix, effects
from selaras.engines.routes.layout import lay_out
from selaras.engines.routes.model import Graph
from selaras.engines.routes.most_probable import leading_in
from selaras.engines.routes.network import network
from selaras.engines.routes.reach import WORLDS, Reach, draw_worlds, reach_of
from selaras.engines.routes.route import Route


@dataclass(frozen=True, slots=True)
class Moment:
    """How exposed each system is, and the most probable route to each core that has one."""

    reach: Reach
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    before: Moment
    after: Moment

    @property
    def closed(self) -> tuple[str, ...]:
        """The cores that no route reaches any more."""
        still = {route.core.key for route in self.after.routes}
        return tuple(route.core.key for route in self.before.routes if route.core.key not in still)


def what_if(graph: Graph, done: Sequence[Fix], *, worlds: int = WORLDS, seed: int = 0) -> WhatIf:
    """Both moments in the same sampled worlds, so that their difference is the fixes' and not luck's.

    About two samplings and two searches from outside. Raises InventoryError.
    """
    layout = lay_out(graph)
    touched = effects(layout, done)
    happened = draw_worlds(layout, worlds, seed)
    before = Moment(reach_of(layout, happened, layout.outside), leading_in(network(layout)))
    lowered = replace(layout, chance=touched.lowered(layout.chance))
    left = touched.done(happened, seed)
    return WhatIf(before, Moment(reach_of(layout, left, layout.outside), leading_in(network(lowered))))
