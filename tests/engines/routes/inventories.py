"""Inventories for the tests: one to read, and random small ones with every kind of connection."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st

from selaras.engines.routes import KINDS, Connection, Foothold, Graph, Likelihood, SharedHost, System

DISTRICT = Graph(
    (
        System("net", "internet"),
        System("vendor", "vendor aplikasi"),
        System("desa", "situs Desa Contoh"),
        System("dinas", "situs Dinas Contoh"),
        System("simpeg", "SIMPEG", worth=2),
        System("sipd", "SIPD", worth=1),
    ),
    (
        Connection("net", "desa", "network"),
        Connection("net", "dinas", "network", protected=True),
        Connection("desa", "dinas", "credentials"),
        Connection("dinas", "simpeg", "api"),
        Connection("vendor", "simpeg", "vendor"),
        Connection("sipd", "simpeg", "sign_in"),
    ),
    (SharedHost("peladen 1", ("desa", "dinas")),),
    (Foothold("net"), Foothold("vendor", Likelihood(0.05, 0.1, 0.2))),
)


@st.composite
def inventories(draw: st.DrawFn, most: int = 7) -> Graph:
    """Up to `most` systems of which the last is a core, with connections of every kind and at most two shared hosts."""
    count = draw(st.integers(3, most))
    keys = [f"s{at}" for at in range(count)]
    chance = st.sampled_from([0.11, 0.23, 0.37, 0.53, 0.71, 0.97]).map(Likelihood.exactly)
    ends = st.sampled_from(keys)
    connections = draw(
        st.lists(
            st.builds(Connection, ends, ends, st.sampled_from(sorted(KINDS)), st.booleans(), st.none() | chance).filter(
                lambda one: one.source != one.target
            ),
            max_size=10,
        )
    )
    shared = draw(st.lists(st.lists(ends, min_size=2, max_size=3, unique=True), max_size=2))
    hosts = tuple(SharedHost(f"h{at}", tuple(systems), likelihood=draw(chance)) for at, systems in enumerate(shared))
    footholds = (Foothold("s0"), Foothold("s1", Likelihood.exactly(0.41)))
    systems = tuple(System(key, worth=float(key == keys[-1])) for key in keys)
    return Graph(systems, tuple(connections), hosts, footholds)


def peer(graph: Graph) -> nx.DiGraph:
    """The same inventory for networkx, without the engine's arrays: chances as `chance`, hosts as nodes."""
    found = nx.DiGraph()
    found.add_nodes_from(system.key for system in graph.systems)

    def add(tail: str, head: str, chance: float) -> None:
        if chance > found.get_edge_data(tail, head, {"chance": 0.0})["chance"]:
            found.add_edge(tail, head, chance=chance)

    for at, one in enumerate(graph.connections):
        if one.kind == "hosting":
            _share(add, f"pair {at}", (one.source, one.target), one.chance())
        if one.kind not in ("sign_in", "hosting"):
            add(one.source, one.target, one.chance())
        if one.kind in ("sign_in", "database"):
            add(one.target, one.source, one.chance())
    for host in graph.hosts:
        _share(add, f"host {host.key}", host.systems, host.chance())
    for foothold in graph.footholds:
        add("outside", foothold.system, foothold.chance())
    return found


def _share(add, host: str, systems: tuple[str, ...], chance: float) -> None:
    for key in systems:
        add(key, host, chance)
        add(host, key, 1.0)
