"""The risk left after each fix of a list, done one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from selaras.engines.routes.fixes import Effects
from selaras.engines.routes.layout import Layout
from selaras.engines.routes.reach import Share, draw_worlds, losses, mean_of, risk_of
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
    fallen = flood.fallen[layout.core]
    lost = losses(layout.worth, fallen)
    risks = [mean_of(lost)]
    by_event = np.argsort(layout.event, kind="stable")
    first = np.searchsorted(layout.event[by_event], np.arange(len(layout.chance) + 1))
    for events, before in reversed(undone):
        flood.passable[events] = before
        _, cells = spans(first, events)
        flood.spread(np.unique(layout.tail[by_event[cells]]))
        fresh = flood.fallen[layout.core] ^ fallen
        cores = np.flatnonzero(fresh.any(axis=1))
        if len(cores):
            lost = lost + losses(layout.worth[cores], fresh[cores])
            fallen ^= fresh
        risks.append(mean_of(lost))
    return tuple(reversed(risks))


def left_by(layout: Layout, effects: Effects, worlds: int, seed: int) -> Share:
    """The sampled risk once every fix is done: the last of what `follow` tells, in one walk."""
    left = effects.done(draw_worlds(layout, worlds, seed), seed)
    return risk_of(layout, flood_from(layout, left, layout.outside).fallen)
