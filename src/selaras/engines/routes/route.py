"""One way an intruder could take, and the plain sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import prod

from selaras.engines.indonesian.wording import number
from selaras.engines.routes.kinds import KINDS, Level
from selaras.engines.routes.model import Cause, Connection, Graph, SharedHost, System
from selaras.engines.routes.network import Network


@dataclass(frozen=True, slots=True)
class Step:
    """From one system to the next, by a connection or by a host they share."""

    source: System
    target: System
    by: Connection | SharedHost
    chance: float


@dataclass(frozen=True, slots=True)
class Route:
    """Steps from a foothold to a core; `chance` is that of all its events together, the foothold's own included."""

    start: System
    core: System
    steps: tuple[Step, ...]
    chance: float

    @property
    def systems(self) -> tuple[str, ...]:
        return (self.start.key, *(step.target.key for step in self.steps))

    def sentence(self) -> str:
        """`Dari internet ke SIMPEG dalam 2 langkah lewat situs desa; peluangnya sekitar 3,5 %.`

        Without steps, of a core that is a foothold itself: `SIMPEG sendiri titik masuk; peluangnya sekitar 10 %.`
        """
        if not self.steps:
            return f"{self.core.told} sendiri titik masuk; peluangnya {percent(self.chance)}."
        between = [step.target.told for step in self.steps[:-1]]
        by_way = f" lewat {_listed(between)}" if between else ""
        return (
            f"Dari {self.start.told} ke {self.core.told} dalam {len(self.steps)} langkah{by_way}; "
            f"peluangnya {percent(self.chance)}."
        )

    def told_steps(self) -> tuple[str, ...]:
        """Each step in words: `internet → situs desa (jangkauan jaringan, sekitar 10 %)`."""
        return tuple(
            f"{step.source.told} → {step.target.told} ({KINDS[step.by.kind].label}, {percent(step.chance)})"
            for step in self.steps
        )


def chance_at(route: Route, graph: Graph, level: Level) -> float:
    """The chance of the same steps with every likelihood at one end of its range, the foothold's own included.

    >>> from selaras.engines.routes.model import Foothold
    >>> ways = (Connection("net", "web", "network"), Connection("web", "hr", "credentials"))
    >>> graph = Graph((System("net"), System("web"), System("hr", worth=1)), ways, (), (Foothold("net"),))
    >>> steps = tuple(Step(System(way.source), System(way.target), way, 0.1) for way in ways)
    >>> route = Route(System("net"), System("hr"), steps, 0.07)
    >>> [round(chance_at(route, graph, level), 3) for level in ("low", "usual", "high")]
    [0.008, 0.07, 0.285]
    """
    start = max(one.chance(level) for one in graph.footholds if one.system == route.start.key)
    return start * prod(_chance_of(step, level) for step in route.steps)


def _chance_of(step: Step, level: Level) -> float:
    by = step.by
    return by.chance_into(step.target.key, level) if isinstance(by, Connection) else by.chance(level)


def percent(chance: float) -> str:
    """Two digits that count, since the chances are assumptions.

    >>> [percent(chance) for chance in (0.62, 0.0349, 0.0004, 1.0)]
    ['sekitar 62 %', 'sekitar 3,5 %', 'kurang dari 0,1 %', 'sekitar 100 %']
    """
    if chance < 0.001:
        return "kurang dari 0,1 %" if chance > 0 else "0 %"
    hundredths = Decimal(f"{100 * chance:.2g}")
    return f"sekitar {number(hundredths)} %"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dan {names[-1]}"


def route_of(network: Network, nodes: Sequence[int]) -> Route:
    """The route along those nodes; the node outside may be the first."""
    layout = network.layout
    chance, steps, systems = 1.0, [], layout.graph.systems
    source = systems[nodes[0]] if nodes[0] < len(systems) else systems[nodes[1]]
    start, so_far = source, 1.0
    for node, cause, of_arc in _arcs(network, nodes):
        chance *= of_arc
        so_far *= of_arc
        if node >= len(systems):
            continue  # a shared host: the step ends at the system after it
        if isinstance(cause, Connection | SharedHost):
            steps.append(Step(source, systems[node], cause, so_far))
        source, so_far = systems[node], 1.0
    return Route(start, source, tuple(steps), chance)


def _arcs(network: Network, nodes: Sequence[int]) -> Iterator[tuple[int, Cause, float]]:
    layout = network.layout
    for tail, head in pairwise(nodes):
        event = layout.event[network.arc_between(tail, head)]
        yield head, layout.causes[event], float(layout.chance[event])
