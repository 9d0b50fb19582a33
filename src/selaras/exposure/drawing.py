"""Where each system stands on the drawn map: left where an intruder may begin, right what must not fall.

The columns, and the order within each, are those of `exposure.placing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from selaras.engines.routes import Direction, Graph, Route, SharedHost
from selaras.engines.routes.kinds import kind_of
from selaras.exposure.placing import Way, columns_of, ordered

WIDE, HIGH, GAP_X, GAP_Y = 168, 52, 72, 20
EDGE, BELOW = 8, 24  # room for outlines, and for lines that go back below the boxes
_LETTERS = 19
_FITTING = 4 * WIDE + 3 * GAP_X


@dataclass(frozen=True)
class Box:
    """A system or, of the sort `host`, a machine that several share."""

    key: str
    name: str
    lines: tuple[str, ...]
    sort: str
    x: int
    y: int
    leading: bool = False

    @property
    def middle(self) -> int:
        return self.x + WIDE // 2

    @property
    def first_line(self) -> int:
        return self.y + HIGH // 2 + (5 if len(self.lines) == 1 else -4)

    @property
    def second_line(self) -> int:
        return self.first_line + 18


@dataclass(frozen=True)
class Line:
    """One way an intruder may go, as the path of an SVG."""

    path: str
    kind: str
    protected: bool
    leading: bool


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    @property
    def systems(self) -> int:
        return sum(box.sort != "host" for box in self.boxes)

    @property
    def is_narrow(self) -> bool:
        """On a desk it is made to fit without becoming too small to read; a wider one is moved sideways."""
        return self.width <= _FITTING

    @property
    def box_width(self) -> int:
        return self.width + 2 * EDGE

    @property
    def box_height(self) -> int:
        return self.height + 2 * EDGE + BELOW


def drawn(graph: Graph, keys: Iterable[str], leading: Route | None = None) -> Drawing:
    """The systems of those keys, the ways between them and the hosts they share.

    The leading route goes straight along the top, alone, so that its sentence can be read off the drawing.
    """
    chosen = set(keys)
    ways = list(_ways(graph, chosen))
    names = {one.key: one.told for one in graph.systems if one.key in chosen}
    names |= {host.key: "" for host in graph.hosts if any(way.head == host.key for way in ways)}
    chain = _chain(leading) if leading else []
    starts = [one.system for one in graph.footholds if one.system in chosen]
    columns = ordered(columns_of(list(names), starts, {core.key for core in graph.cores}, ways, chain), ways, chain)
    sorts, at = _sorts(graph), dict[str, Box]()
    lane = int(bool(chain))
    tallest = max((lane + sum(key not in chain for key in column) for column in columns), default=0)
    for number, column in enumerate(columns):
        below = [key for key in column if key not in chain]
        top = lane * (HIGH + GAP_Y) + (tallest - lane - len(below)) * (HIGH + GAP_Y) // 2
        rows = {key: 0 for key in column if key in chain}
        rows |= {key: top + row * (HIGH + GAP_Y) for row, key in enumerate(below)}
        for key, y in rows.items():
            sort = sorts.get(key, "system")
            at[key] = Box(key, names[key], _cut(names[key]), sort, number * (WIDE + GAP_X), y, key in chain)
    steps = set(pairwise(chain))
    lines = sorted((_line(way, at, steps) for way in ways), key=lambda line: line.leading)  # the leading one on top
    width = max(len(columns), 1) * (WIDE + GAP_X) - GAP_X
    return Drawing(width, max(tallest, 1) * (HIGH + GAP_Y) - GAP_Y, tuple(at.values()), tuple(lines))


def _chain(route: Route) -> list[str]:
    """What the route passes, a shared host standing between two systems."""
    found = [route.start.key]
    for step in route.steps:
        found += [step.by.key] if isinstance(step.by, SharedHost) else []
        found.append(step.target.key)
    return found


def _ways(graph: Graph, chosen: set[str]) -> Iterable[Way]:
    for one in graph.connections:
        if not {one.source, one.target} <= chosen:
            continue
        direction = kind_of(one.kind).direction
        if direction is not Direction.BACKWARD:
            yield Way(one.source, one.target, one.kind, one.protected)
        if direction is not Direction.FORWARD:
            yield Way(one.target, one.source, one.kind, one.protected)
    for host in graph.hosts:
        there = [key for key in host.systems if key in chosen]
        if len(there) > 1:
            for key in there:
                yield Way(key, host.key, host.kind, host.protected)
                yield Way(host.key, key, host.kind, host.protected)


def _sorts(graph: Graph) -> dict[str, str]:
    found = {host.key: "host" for host in graph.hosts}
    found |= {one.system: "foothold" for one in graph.footholds}
    return found | {core.key: "core" for core in graph.cores}


def _line(way: Way, at: Mapping[str, Box], steps: set[tuple[str, str]]) -> Line:
    tail, head = at[way.tail], at[way.head]
    y1, y2 = tail.y + HIGH // 2, head.y + HIGH // 2
    if head.x > tail.x:
        x1, x2, bend = tail.x + WIDE, head.x - 6, GAP_X // 2
        path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    elif head.x == tail.x:
        x1, bend = tail.x + WIDE, GAP_X // 2
        path = f"M{x1} {y1}C{x1 + bend} {y1} {x1 + bend} {y2} {x1 + 6} {y2}"
    else:  # back to the left: out below and in from below, so that it does not hide the way there
        x1, x2 = tail.middle, head.middle
        path = f"M{x1} {tail.y + HIGH}C{x1} {tail.y + HIGH + 26} {x2} {head.y + HIGH + 26} {x2} {head.y + HIGH + 6}"
    return Line(path, way.kind, way.protected, (way.tail, way.head) in steps)


def _cut(name: str) -> tuple[str, ...]:
    """At most two lines; what does not fit ends in an ellipsis, and the link tells it whole."""
    lines = wrap(name, _LETTERS)
    if len(lines) <= 2:
        return tuple(lines)
    return lines[0], f"{lines[1][: _LETTERS - 1].rstrip()}…"
