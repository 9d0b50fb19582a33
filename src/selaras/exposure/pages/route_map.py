"""What the map of the routes page shows: the systems of the routes, those around them, or what was asked for.

An agency and a kind of connection narrow the lines: one is drawn where it is of that kind and ends at that agency, a
system where a line of it is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from selaras.engines.routes import KINDS, Graph, Route
from selaras.exposure.drawing import Drawing, drawn
from selaras.exposure.viewing import INTERNET, View

_MOST_DRAWN, _MOST_AROUND = 24, 16


@dataclass(frozen=True)
class Asked:
    """`agency` and `kind` by their key; empty for all. `whole`: with the systems around the routes."""

    whole: bool = False
    agency: str = ""
    kind: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.agency or self.kind)


def asked_of(view: View, told: Mapping[str, str]) -> Asked:
    """As the address has it; an agency or a kind that the view does not have is all of them."""
    return Asked(
        told["peta"] == "semua",
        told["opd"] if told["opd"] in dict(agencies_in(view)) else "",
        told["jenis"] if told["jenis"] in dict(kinds_in(view)) else "",
    )


def agencies_in(view: View) -> list[tuple[str, str]]:
    """Owners of what is seen, neighbours included, by name."""
    found = {str(one.agency.pk): one.agency.label for one in (*view.own.values(), *view.near.values())}
    return sorted(found.items(), key=lambda one: one[1])


def kinds_in(view: View) -> list[tuple[str, str]]:
    """Kinds of connection that there are, a shared machine being one, in the order of their register."""
    found = {one.kind for one in view.graph.connections} | {one.kind for one in view.graph.hosts}
    return [(key, _(kind.label)) for key, kind in KINDS.items() if key in found]


def map_of(view: View, graph: Graph, routes: Sequence[Route], asked: Asked) -> Drawing | None:
    """As many systems as a person can still tell apart; None where there is nothing to draw."""
    shown = _narrowed(view, graph, asked)
    there = [one.key for one in shown.systems]
    keys = [key for key in dict.fromkeys(key for route in routes for key in route.systems) if key in there]
    keys = keys[:_MOST_DRAWN]
    if asked.whole:
        around = _around(shown, set(keys)) + (there if asked.narrows or not keys else [])
        keys += list(dict.fromkeys(key for key in around if key not in keys))[: max(0, _MOST_AROUND - len(keys))]
    leading = routes[0] if routes and set(routes[0].systems) & set(keys) else None
    return drawn(shown, keys, leading) if keys else None


def _narrowed(view: View, graph: Graph, asked: Asked) -> Graph:
    """The lines that were asked for and the systems at their ends."""
    if not asked.narrows:
        return graph
    ours = {one.key for one in (*view.own.values(), *view.near.values()) if asked.agency in ("", str(one.agency.pk))}
    ways = [one for one in graph.connections if {one.source, one.target} & ours and asked.kind in ("", one.kind)]
    hosts = [one for one in graph.hosts if ours & set(one.systems) and asked.kind in ("", one.kind)]
    ends = {key for one in ways for key in (one.source, one.target)} | {key for one in hosts for key in one.systems}
    systems = tuple(one for one in graph.systems if one.key in ends)
    footholds = tuple(one for one in graph.footholds if one.system in ends)
    return replace(graph, systems=systems, connections=tuple(ways), hosts=tuple(hosts), footholds=footholds)


def _around(graph: Graph, keys: set[str]) -> list[str]:
    """What is connected to one of those systems, or shares a host with it; being open to the internet is no tie."""
    ends = [(one.source, one.target) for one in graph.connections if one.source != INTERNET]
    ends += [
        (first, other) for host in graph.hosts for first in host.systems if first in keys for other in host.systems
    ]
    return [b if a in keys else a for a, b in ends if (a in keys) != (b in keys)]
