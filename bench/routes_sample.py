"""An invented inventory of any size: connections of every kind, shared hosts, cores, and fixes with costs."""

from __future__ import annotations

import random

from selaras.engines.routes import KINDS, Connection, Fix, FixKind, Foothold, Graph, Likelihood, SharedHost, System

DEGREE = 5


def inventory(count: int, seed: int = 2021, *, ends: int | None = None) -> Graph:
    """`count` systems with `DEGREE` connections each in the mean; one in twenty is a core, one in ten a foothold.

    `ends`: so many cores and footholds instead.
    """
    dice = random.Random(seed)
    keys = [f"s{at}" for at in range(count)]
    cores = ends or max(3, count // 20)
    systems = tuple(System(key, worth=float(at >= count - cores)) for at, key in enumerate(keys))
    kinds = [kind for kind in KINDS if kind != "hosting"]
    connections = tuple(
        Connection(*dice.sample(keys, 2), dice.choice(kinds), dice.random() < 0.3, _chance(dice))
        for _ in range(count * DEGREE)
    )
    shared = dice.sample(keys, count // 3)
    hosts = tuple(
        SharedHost(f"h{at}", tuple(shared[at * 5 : at * 5 + 5]), likelihood=_chance(dice))
        for at in range(len(shared) // 5)
    )
    return Graph(systems, connections, hosts, tuple(Foothold(key) for key in keys[: ends or max(1, count // 10)]))


def _chance(dice: random.Random) -> Likelihood:
    """Drawn from a range, so that no two routes are equally likely."""
    return Likelihood.exactly(dice.uniform(0.02, 0.4))


def possible_fixes(graph: Graph, seed: int = 2021) -> list[Fix]:
    """A patch a system, a cut of every fourth connection, an isolation a host; severities that know no routes."""
    dice = random.Random(seed)
    found = [
        Fix(
            f"patch {system.key}",
            FixKind.PATCH,
            system.key,
            dice.randrange(5, 60) * 1_000_000,
            0.3,
            dice.uniform(2, 10),
        )
        for system in graph.systems
    ]
    found += [
        Fix(f"cut {at}", FixKind.SEGMENT, one, dice.randrange(2, 30) * 1_000_000, 0.0, dice.uniform(2, 10))
        for at, one in enumerate(graph.connections)
        if at % 4 == 0
    ]
    found += [
        Fix(
            f"isolate {host.key}",
            FixKind.ISOLATE,
            host.key,
            dice.randrange(20, 90) * 1_000_000,
            0.1,
            dice.uniform(2, 10),
        )
        for host in graph.hosts
    ]
    return found
