"""How the answer moves when the assumptions do."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from selaras.engines.routes.errors import InventoryError
from selaras.engines.routes.kinds import KINDS, Level
from selaras.engines.routes.model import Cause, Foothold, Graph
from selaras.engines.routes.reach import Reach, Share, reach

_LEVELS: tuple[Level, ...] = ("low", "usual", "high")


@dataclass(frozen=True, slots=True)
class Moved:
    """One assumption at the ends of its range, the others as usual: the risk, and who leaves the most exposed."""

    kind: str
    low: Share
    high: Share
    leave_at_low: tuple[str, ...]
    leave_at_high: tuple[str, ...]

    @property
    def swing(self) -> float:
        return self.high.chance - self.low.chance


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """`leaders`: the most exposed systems under the usual assumptions, footholds apart. `moved`: what hangs on each
    assumption, the largest swing first. `all_low`, `all_high`: every assumption at one end. `stays`: in which part of
    random choices of levels each leader is still a leader.
    """

    risk: Share
    leaders: tuple[str, ...]
    moved: tuple[Moved, ...]
    all_low: Share
    all_high: Share
    stays: Mapping[str, float]


def sensitivity(graph: Graph, *, leaders: int = 10, choices: int = 32, worlds: int = 512, seed: int = 0) -> Sensitivity:
    """Each assumption moved alone, all together, and `choices` random mixtures of low, usual and high.

    All in the same sampled worlds, so that a difference is the assumption's and not luck's. About
    `2 · kinds + choices` samplings. Raises InventoryError.
    """
    if leaders < 1 or choices < 1:
        raise InventoryError("Minta paling sedikit satu sistem dan satu campuran asumsi.")
    kinds = [key for key in (*KINDS, Foothold.kind) if key in _present(graph)]

    def at(levels: Mapping[str, Level]) -> Reach:
        return reach(graph, worlds=worlds, seed=seed, levels=levels)

    usual = at({})
    first = _leaders(graph, usual, leaders)
    moved = [_moved(graph, kind, first, at({kind: "low"}), at({kind: "high"})) for kind in kinds]
    dice = random.Random(seed)  # noqa: S311 - mixtures, not secrets
    times: Counter[str] = Counter()
    for _ in range(choices):
        times.update(_leaders(graph, at({kind: dice.choice(_LEVELS) for kind in kinds}), leaders))
    return Sensitivity(
        usual.risk,
        first,
        tuple(sorted(moved, key=lambda one: (-one.swing, one.kind))),
        at(dict.fromkeys(kinds, "low")).risk,
        at(dict.fromkeys(kinds, "high")).risk,
        {key: times[key] / choices for key in first},
    )


def _present(graph: Graph) -> set[str]:
    causes: tuple[Cause, ...] = (*graph.connections, *graph.hosts, *graph.footholds)
    return {one.kind for one in causes}


def _leaders(graph: Graph, found: Reach, count: int) -> tuple[str, ...]:
    held = {foothold.system for foothold in graph.footholds}
    return tuple(key for key in found.ranked() if key not in held and found.shares[key].chance > 0)[:count]


def _moved(graph: Graph, kind: str, first: tuple[str, ...], low: Reach, high: Reach) -> Moved:
    gone = [tuple(key for key in first if key not in _leaders(graph, moved, len(first))) for moved in (low, high)]
    return Moved(kind, low.risk, high.risk, gone[0], gone[1])
