"""The inventory as one person sees it, as the engine of routes takes it.

Routes are worked out from what the person may see and from nothing else, so that no answer tells of a system that is
kept from them: an agency's officer gets own systems and the neighbours, who count as possible footholds.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from selaras.engines.routes import KINDS, Connection, Direction, Foothold, Graph, Likelihood, SharedHost
from selaras.engines.routes import System as Node
from selaras.exposure import models, rules
from selaras.exposure.assumptions import FOOTHOLDS, NEIGHBOUR
from selaras.exposure.models import System
from selaras.exposure.queries import connections_visible_to, named_to, scope_of, systems_visible_to
from selaras.exposure.weaknesses import Weaknesses, weaknesses_of
from selaras.people.queries import Person

INTERNET = "internet"
_ALIVE = (System.LifeCycle.BUILT, System.LifeCycle.USED)


@dataclass(frozen=True)
class View:
    """`scope` names whose view it is; `own` are the systems seen in full, `near` the neighbours, both by their key."""

    scope: str
    graph: Graph
    own: Mapping[str, System]
    near: Mapping[str, System]

    @property
    def facts(self) -> dict[str, Any]:
        """Everything that the routes depend on, the assumptions included, as plain JSON."""
        return {
            "graph": asdict(self.graph),
            "kinds": {key: asdict(kind) for key, kind in KINDS.items()},
        }

    @property
    def digest(self) -> str:
        """Of the facts: SHA-256 of their JSON with sorted keys."""
        return hashlib.sha256(json.dumps(self.facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def name(self, key: str) -> str:
        found = self.own.get(key) or self.near.get(key)
        return found.name if found else key


def view_of(person: Person) -> View:
    """Systems that are built or in use, each as weak as its findings and patches say. Six queries."""
    own = {one.key: one for one in systems_visible_to(person).filter(life_cycle__in=_ALIVE).order_by("name", "pk")}
    near: dict[str, System] = {}
    if not rules.oversees(person):
        around = named_to(person).filter(life_cycle__in=_ALIVE).order_by("name", "pk")
        near = {one.key: one for one in around if one.key not in own}
    known = {**own, **near}
    ways = [one for one in connections_visible_to(person) if {one.source.key, one.target.key} <= known.keys()]
    weak = weaknesses_of(own, person)
    graph = Graph(
        (Node(INTERNET, "internet"), *_nodes(own.values(), near.values())),
        (*_from_internet(own.values(), weak), *(_way(one, weak) for one in ways)),
        tuple(_hosts(own.values(), near.values())),
        (Foothold(INTERNET), *_footholds(own.values(), near)),
    )
    return View(scope_of(person), graph, own, near)


def _nodes(own: Iterable[System], near: Iterable[System]) -> Iterable[Node]:
    yield from (Node(one.key, one.name, float(one.worth)) for one in own)
    yield from (Node(one.key, one.name) for one in near)


def _from_internet(own: Iterable[System], weak: Weaknesses) -> Iterable[Connection]:
    for one in own:
        if one.internet != System.Internet.CLOSED:
            likelihood = weak.likelihood_into(one.key, "network")
            yield Connection(INTERNET, one.key, "network", one.internet == System.Internet.GUARDED, likelihood)


def _way(one: models.Connection, weak: Weaknesses) -> Connection:
    """Each way as likely as the system at its end is weak."""
    kind, source, target = KINDS[one.kind], one.source.key, one.target.key
    there, back = weak.likelihood_into(target, one.kind), weak.likelihood_into(source, one.kind)
    if kind.direction == Direction.BACKWARD:
        return Connection(source, target, one.kind, one.protected, back)
    if kind.direction == Direction.BOTH and (there or back):
        either = (there or kind.likelihood, back or kind.likelihood)
        return Connection(source, target, one.kind, one.protected, *either)
    return Connection(source, target, one.kind, one.protected, there)


def _hosts(own: Iterable[System], near: Iterable[System]) -> Iterable[SharedHost]:
    """Machines that at least two of the systems stand on."""
    standing: dict[int, list[str]] = defaultdict(list)
    machines = {one.host_id: one.host for one in own if one.host}
    for one in (*own, *near):
        if one.host_id in machines and one.host_id is not None:
            standing[one.host_id].append(one.key)
    for pk, keys in standing.items():
        host = machines[pk]
        if host and len(keys) > 1:
            yield SharedHost(host.key, tuple(keys), host.isolated)


def _footholds(own: Iterable[System], near: Iterable[str]) -> Iterable[Foothold]:
    for one in own:
        if one.foothold != System.Foothold.NONE:
            yield Foothold(one.key, _likelihood(one.foothold))
    yield from (Foothold(key, _likelihood(NEIGHBOUR)) for key in near)


def _likelihood(key: str) -> Likelihood:
    return FOOTHOLDS[key]
