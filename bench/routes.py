"""Routes to core systems beside networkx, scipy underneath as the limit; fixes within a budget beside severity."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice, pairwise
from math import exp
from typing import Any

import networkx as nx
import numpy as np
from scipy.sparse.csgraph import dijkstra

from bench import Spent, case, peak_mb, spent
from bench.route_greedy import route_greedy
from bench.routes_sample import inventory, possible_fixes
from selaras.engines.routes import Moment, best_routes, harden, reach, what_if
from selaras.engines.routes.best import best_in
from selaras.engines.routes.choke import choke_points_in, fewest_in
from selaras.engines.routes.layout import lay_out
from selaras.engines.routes.most_probable import most_probable_in
from selaras.engines.routes.network import Network, network

SIZES, ENDS, ROUTES = (1_000, 10_000, 100_000), 20, 20


def _timed(run: Callable[[], Any]) -> tuple[Any, Spent]:
    with spent() as figure:
        found = run()
    return found, figure


def _other(net: Network) -> nx.DiGraph:
    """The same arcs for networkx, lengths as `length`."""
    found = nx.DiGraph()
    found.add_nodes_from(range(net.layout.nodes))
    tails = np.repeat(np.arange(net.layout.nodes), np.diff(net.start))
    found.add_weighted_edges_from(zip(tails.tolist(), net.head.tolist(), net.length.tolist(), strict=True), "length")
    return found


def _line(what: str, ours: Spent, peer: Spent, same: bool) -> None:
    verdict = "same answers" if same else "ANSWERS DIFFER"
    print(
        f"  {what:<42} {ours.cpu:8.3f} CPU s   networkx {peer.cpu:8.2f}   {peer.cpu / ours.cpu:6.1f} times   {verdict}",
        flush=True,
    )


def _all_to_cores(net: Network, other: nx.DiGraph) -> None:
    ours, took = _timed(lambda: most_probable_in(net))
    backwards = other.reverse()
    cores = net.layout.core.tolist()
    peer, peer_took = _timed(
        lambda: [nx.single_source_dijkstra_path_length(backwards, core, weight="length") for core in cores]
    )
    lengths = np.array([[of.get(node, np.inf) for node in range(net.layout.nodes)] for of in peer])
    _line(f"all systems to {len(cores)} cores", took, peer_took, np.allclose(ours.chance, np.exp(-lengths)))
    _, limit = _timed(lambda: dijkstra(net.backwards, indices=net.layout.core))
    print(f"  {'  scipy alone, lengths without the ways':<42} {limit.cpu:8.3f} CPU s")


def _twenty_best(net: Network, other: nx.DiGraph) -> None:
    core = int(net.layout.core[0])
    key = net.layout.graph.systems[core].key
    ours, took = _timed(lambda: best_in(net, key, ROUTES))
    paths, peer_took = _timed(
        lambda: list(islice(nx.shortest_simple_paths(other, net.layout.outside, core, weight="length"), ROUTES))
    )
    chances = [exp(-sum(other.edges[arc]["length"] for arc in pairwise(path))) for path in paths]
    _line(f"{ROUTES} best routes to one core", took, peer_took, np.allclose([each.chance for each in ours], chances))


def _choke_points(net: Network, other: nx.DiGraph) -> None:
    ours, took = _timed(lambda: choke_points_in(net))
    starts = [net.layout.node(one.system) for one in net.layout.graph.footholds]
    cores = net.layout.core.tolist()
    peer, peer_took = _timed(
        lambda: nx.betweenness_centrality_subset(other, starts, cores, normalized=False, weight="length")
    )
    keys = [system.key for system in net.layout.graph.systems]
    counts = {keys[node]: round(count) for node, count in peer.items() if node < len(keys) and count}
    _line("choke points on most probable routes", took, peer_took, {one.system: one.routes for one in ours} == counts)


def _fewest(net: Network) -> None:
    layout = net.layout
    ours, took = _timed(lambda: fewest_in(layout))
    split, held = nx.DiGraph(), set(layout.head[layout.tail == layout.outside].tolist()) | {layout.outside}
    for node in range(layout.nodes):
        split.add_edge((node, 0), (node, 1), **({} if node in held else {"capacity": 1}))
    split.add_edges_from(((tail, 1), (head, 0)) for tail, head in zip(layout.tail, layout.head, strict=True))
    split.add_edges_from(((core, 1), "sink") for core in layout.core)
    peer, peer_took = _timed(lambda: nx.minimum_cut_value(split, (layout.outside, 1), "sink"))
    _line("fewest systems to secure", took, peer_took, len(ours) == peer)


@case("routes", asks="at least 20 times faster than networkx at 10,000 systems, the same answers")
def routes() -> None:
    for size in SIZES:
        graph = inventory(size, ends=ENDS)
        net, laid = _timed(lambda graph=graph: network(lay_out(graph)))
        print(f"{size:,} systems, {len(net.arc):,} arcs; laid out in {laid.cpu:.2f} CPU s, for networkx not counted")
        other = _other(net)
        _all_to_cores(net, other)
        _twenty_best(net, other)
        _choke_points(net, other)
        _fewest(net)
        sampled, took = _timed(lambda graph=graph: reach(graph))
        core = graph.cores[0].key
        best = best_routes(graph, core, 1)
        print(
            f"  sampled reach, {sampled.worlds:,} worlds: {took.cpu:.2f} CPU s; {core} falls in "
            f"{sampled.shares[core].chance:.0%}, by its best route alone {best[0].chance if best else 0:.0%}"
        )
    print(f"peak {peak_mb():.0f} MB")


HARDENED = ((300, 0.0), (3_000, 0.01))
LARGEST = 30_000


@case("hardening", asks="5 % of all cost: 300 proven in 5 s; 3,000 within 5 % of the bound in 60 s; what-if below 1 s")
def hardening() -> None:
    for size, gap in HARDENED:
        graph = inventory(size)
        fixes = possible_fixes(graph)
        every = sum(fix.cost for fix in fixes)
        print(f"{size:,} systems, {len(fixes):,} fixes; risk sampled anew, by routes and by severity")
        for percent in range(1, 11):
            plan, took = _timed(lambda: harden(graph, fixes, every * percent // 100, gap=gap))  # noqa: B023 - run at once
            state = "proven" if plan.proof.proven else f"gap {plan.proof.gap:.1%}"
            print(
                f"  {percent:2} % of the cost   {plan.before.chance:6.2f} to {plan.after.chance:6.2f}, by severity "
                f"{plan.by_severity.chance:6.2f}   {took.cpu:6.2f} CPU s   {plan.proof.worlds} worlds, {state}",
                flush=True,
            )
        _, took = _timed(lambda: what_if(graph, plan.steps and [plan.steps[0].fix]))  # noqa: B023 - run at once
        print(f"  what if the first were done: {took.cpu:.2f} CPU s")
    print(f"peak {peak_mb():.0f} MB")


@case("hardening_large", asks="30,000 systems at 5 % of all cost in 60 s, no worse than fixing along routes")
def hardening_large() -> None:
    graph = inventory(LARGEST)
    fixes = possible_fixes(graph)
    budget = sum(fix.cost for fix in fixes) // 20
    print(f"{LARGEST:,} systems, {len(fixes):,} fixes, 5 % of their cost; risk sampled anew in the same worlds")
    plan, took = _timed(lambda: harden(graph, fixes, budget))
    print(
        f"  Selaras       {plan.before.chance:8.2f} to {plan.after.chance:8.2f}   {took.cpu:7.2f} CPU s   "
        f"{plan.proof.worlds} worlds, gap {plan.proof.gap:.1%}",
        flush=True,
    )
    greedy, took = _timed(lambda: route_greedy(graph, fixes, budget))
    verdict = "no worse" if plan.after.chance <= greedy.chance else "WORSE"
    print(f"  route greedy  {plan.before.chance:8.2f} to {greedy.chance:8.2f}   {took.cpu:7.2f} CPU s   {verdict}")
    print(f"  by severity   {plan.before.chance:8.2f} to {plan.by_severity.chance:8.2f}")
    print(f"peak {peak_mb():.0f} MB")


DONE = (1, 10, 100)


@case("fix_what_if", asks="mark fixes as done and see the routes change in under 1 s at 3,000 systems")
def fix_what_if() -> None:
    """The routes to every core before and after, and the risk of both moments sampled in the same worlds."""
    size = HARDENED[-1][0]
    graph = inventory(size)
    gravest = sorted(possible_fixes(graph), key=lambda fix: (-fix.severity, fix.key))
    for count in DONE:
        seen, took = _timed(partial(what_if, graph, gravest[:count]))
        before, after = _ways(seen.before), _ways(seen.after)
        changed = sum(after.get(core) != way for core, way in before.items())
        print(
            f"{size:,} systems, {count:3} of {len(gravest):,} fixes done: {took.cpu:5.2f} CPU s, {took.wall:5.2f} s; "
            f"{changed} of {len(before)} routes changed, risk {seen.before.reach.risk.chance:.2f} to "
            f"{seen.after.reach.risk.chance:.2f}"
        )
    print(f"peak {peak_mb():.0f} MB")


def _ways(moment: Moment) -> dict[str, tuple[float, tuple[str, ...]]]:
    """To each core, with its chance: a fix may leave a route as it is and make it rarer."""
    return {route.core.key: (route.chance, route.systems) for route in moment.routes}
