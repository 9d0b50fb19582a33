"""The risk left after each fix of a list, done one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from selaras.engines.routes.fixes import Effects
from selaras.engines.routes.layout import Layout
from selaras.engines.routes.reach import Share, draw_worlds, risk_of
from selaras.engines.routes.sampling import flood_from
from selaras.engines.routes.spans import spans


def follow(layout: Layout, effects: Effects, order: Sequence[int], worlds: int, seed: int) -> tuple[Share, ...]:
    """The sampled risk before the first fix of `order`, and after each.

    Worked out backwards: with all fixes done first, then undone one by one, since what falls only grows on the way
    and nothing is walked twice. As much work as a few samplings, however many fixes.
    """
    happened = draw_worlds(layout, worlds, seed)
    stopped = effects.closed(happened, seed)
    start = np.searchsorted(effects.fix, np.arange(len(effects.fixes) + 1))
    undone = []
    for at in order:
        rows = slice(start[at], start[at + 1])
        events = effects.event[rows]
        undone.append((events, happened[events]))
        happened[events] &= ~stopped[rows]
    flood = flood_from(layout, happened, layout.outside)
    risks = [risk_of(layout, flood.fallen)]
    by_event = np.argsort(layout.event, kind="stable")
    first = np.searchsorted(layout.event[by_event], np.arange(len(layout.chance) + 1))
    for events, before in reversed(undone):
        flood.passable[events] = before
        _, cells = spans(first, events)
        flood.spread(np.unique(layout.tail[by_event[cells]]))
        risks.append(risk_of(layout, flood.fallen))
    return tuple(reversed(risks))
