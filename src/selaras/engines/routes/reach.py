"""How likely each system falls by any route at all: by sampling, since routes share steps and hosts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np

from selaras.engines.routes.errors import InventoryError
from selaras.engines.routes.layout import Floats, Layout, lay_out
from selaras.engines.routes.model import Graph, Levels
from selaras.engines.routes.sampling import WORD, Words, counts, draw, flood_from

WORLDS = 1_024
_NORMAL = 1.96  # half the width of a 95 % interval in standard errors


@dataclass(frozen=True, slots=True)
class Share:
    """A sampled chance with its 95 % interval; the interval is about the sampling, not about the assumptions."""

    chance: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Reach:
    """`shares`: how likely each system falls. `risk`: the expected worth of the cores that fall."""

    worlds: int
    shares: Mapping[str, Share]
    risk: Share

    def ranked(self) -> tuple[str, ...]:
        """The systems, most exposed first."""
        return tuple(sorted(self.shares, key=lambda key: (-self.shares[key].chance, key)))


def reach(graph: Graph, *, worlds: int = WORLDS, seed: int = 0, levels: Levels | None = None) -> Reach:
    """How likely an intruder outside gets to each system, and the risk to the cores.

    Monte Carlo over independent events, one a shared host, 64 worlds to a machine word; Wilson's interval for a
    system (Wilson 1927), the normal one for the risk. O(m · d · worlds / 64) for m arcs and routes of d steps.
    `worlds` is rounded up to a multiple of 64. Raises InventoryError.

    >>> from selaras.engines.routes.model import Connection, Foothold, System
    >>> systems = (System("net"), *(System(f"w{at}") for at in range(20)), System("core", worth=1))
    >>> ways = [Connection("net", f"w{at}", "api") for at in range(20)]
    >>> ways += [Connection(f"w{at}", "core", "api") for at in range(20)]
    >>> found = reach(Graph(systems, tuple(ways), (), (Foothold("net"),)))
    >>> 0.14 < found.shares["core"].low < 1 - 0.99**20 < found.shares["core"].high < 0.23  # the best route alone: 0.01
    True
    """
    layout = lay_out(graph, levels)
    return reach_of(layout, draw_worlds(layout, worlds, seed), layout.outside)


def opened_by(graph: Graph, system: str, *, worlds: int = WORLDS, seed: int = 0) -> Reach:
    """What one breached system opens: the same for an intruder who holds `system` and nothing else."""
    layout = lay_out(graph)
    return reach_of(layout, draw_worlds(layout, worlds, seed), layout.node(system))


def draw_worlds(layout: Layout, worlds: int, seed: int) -> Words:
    if worlds < 1:
        raise InventoryError("Minta paling sedikit satu dunia contoh.")
    return draw(layout.chance, -(-worlds // WORD) * WORD, seed)


def reach_of(layout: Layout, happened: Words, node: int) -> Reach:
    fallen = flood_from(layout, happened, node).fallen
    worlds = happened.shape[1] * WORD
    fell = counts(fallen[: layout.systems])
    shares = {system.key: _wilson(int(fell[at]), worlds) for at, system in enumerate(layout.graph.systems)}
    return Reach(worlds, shares, risk_of(layout, fallen))


def risk_of(layout: Layout, fallen: Words) -> Share:
    """The expected worth of the fallen cores, from where each node fell."""
    return mean_of(losses(layout.worth, fallen[layout.core]))


def mean_of(lost: Floats) -> Share:
    """The mean of what was lost in each world, and where it lies with 95 %."""
    mean, half = float(lost.mean()), _NORMAL * float(lost.std()) / sqrt(len(lost))
    return Share(mean, max(0.0, mean - half), mean + half)


def losses(worth: Floats, fallen: Words) -> Floats:
    """The worth of the cores that fell, a world. `fallen`: a row a core, as long as `worth`."""
    lost: Floats = worth @ np.unpackbits(fallen.view(np.uint8), axis=1)
    return lost


def _wilson(fell: int, worlds: int) -> Share:
    share, square = fell / worlds, _NORMAL**2 / worlds
    centre = (share + square / 2) / (1 + square)
    half = sqrt(share * (1 - share) * square + square**2 / 4) / (1 + square)
    return Share(share, max(0.0, centre - half), min(1.0, centre + half))
