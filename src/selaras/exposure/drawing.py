"""Where each system stands on the drawn map: left where an intruder may begin, right what must not fall.

A column is the fewest steps from a foothold. Within a column the systems are ordered by their neighbours to the left
(the barycentre rule of Sugiyama, Tagawa and Toda 1981), so that few lines cross.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from selaras.engines.routes import Direction, Graph, Route
from selaras.engines.routes.kinds import kind_of

WIDE, HIGH, GAP_X, GAP_Y = 168, 52, 92, 20
EDGE, BELOW = 8, 24  # room for outlines, and for lines that go back below the boxes
_LETTERS, _SWEEPS = 19, 4


@dataclass(frozen=True)
class Box:
    """A system or, of the sort `host`, a machine that several share."""

    key: str
    name: str
    lines: tuple[str, ...]
    sort: str
    x: int
    y: int

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
    def box_width(self) -> int:
        return self.width + 2 * EDGE

    @property
    def box_height(self) -> int:
        return self.height + 2 * EDGE + BELOW


@dataclass(frozen=True)
class _Way:
    tail: str
    head: str
    kind: str
    protected: bool


def drawn(graph: Graph, keys: Iterable[str], leading: Sequence[Route] = ()) -> Drawing:
    """The systems of those keys, the ways between them and the hosts they share; what leads to a core is set apart."""
    chosen = set(keys)
    ways = list(_ways(graph, chosen))
    names = {one.key: one.told for one in graph.systems if one.key in chosen}
    names |= {host.key: "" for host in graph.hosts if any(way.head == host.key for way in ways)}
    starts = [one.system for one in graph.footholds if one.system in chosen]
    cores = {core.key for core in graph.cores}
    columns = _ordered(_columns(list(names), starts, cores, ways), ways)
    sorts = _sorts(graph)
    at: dict[str, Box] = {}
    tallest = max((len(column) for column in columns), default=0)
    for number, column in enumerate(columns):
        top = (tallest - len(column)) * (HIGH + GAP_Y) // 2
        for row, key in enumerate(column):
            x, y = number * (WIDE + GAP_X), top + row * (HIGH + GAP_Y)
            at[key] = Box(key, names[key], _cut(names[key]), sorts.get(key, "system"), x, y)
    steps = _steps(leading)
    lines = sorted((_line(way, at, steps) for way in ways), key=lambda line: line.leading)  # the leading one on top
    width = max(len(columns), 1) * (WIDE + GAP_X) - GAP_X
    return Drawing(width, max(tallest, 1) * (HIGH + GAP_Y) - GAP_Y, tuple(at.values()), tuple(lines))


def _ways(graph: Graph, chosen: set[str]) -> Iterable[_Way]:
    for one in graph.connections:
        if not {one.source, one.target} <= chosen:
            continue
        direction = kind_of(one.kind).direction
        if direction is not Direction.BACKWARD:
            yield _Way(one.source, one.target, one.kind, one.protected)
        if direction is not Direction.FORWARD:
            yield _Way(one.target, one.source, one.kind, one.protected)
    for host in graph.hosts:
        there = [key for key in host.systems if key in chosen]
        if len(there) > 1:
            for key in there:
                yield _Way(key, host.key, host.kind, host.protected)
                yield _Way(host.key, key, host.kind, host.protected)


def _columns(keys: Sequence[str], starts: Sequence[str], cores: set[str], ways: Sequence[_Way]) -> list[list[str]]:
    """By the fewest steps; core systems, and what no foothold reaches, stand last."""
    onwards: Mapping[str, list[str]] = defaultdict(list)
    for way in ways:
        onwards[way.tail].append(way.head)
    depth, waiting = dict.fromkeys(starts, 0), deque(starts)
    while waiting:
        key = waiting.popleft()
        for after in onwards[key]:
            if after not in depth:
                depth[after] = depth[key] + 1
                waiting.append(after)
    last = max((steps for key, steps in depth.items() if key not in cores), default=-1) + 1
    found: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        found[last if key in cores else depth.get(key, last)].append(key)
    return [found[number] for number in sorted(found)]


def _ordered(columns: list[list[str]], ways: Sequence[_Way]) -> list[list[str]]:
    beside: Mapping[str, set[str]] = defaultdict(set)
    for way in ways:
        beside[way.head].add(way.tail)
        beside[way.tail].add(way.head)
    for sweep in range(_SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in order:
            fixed = columns[number - 1] if sweep % 2 == 0 else columns[number + 1]
            place = {key: row / max(len(fixed), 1) for row, key in enumerate(fixed)}
            columns[number] = _by_barycentre(columns[number], place, beside)
    return columns


def _by_barycentre(column: list[str], place: Mapping[str, float], beside: Mapping[str, set[str]]) -> list[str]:
    def centre(at: int) -> float:
        near = [place[key] for key in beside[column[at]] if key in place]
        return sum(near) / len(near) if near else at / max(len(column), 1)

    return [column[at] for at in sorted(range(len(column)), key=lambda at: (centre(at), at))]


def _sorts(graph: Graph) -> dict[str, str]:
    found = {host.key: "host" for host in graph.hosts}
    found |= {one.system: "foothold" for one in graph.footholds}
    return found | {core.key: "core" for core in graph.cores}


def _steps(leading: Sequence[Route]) -> set[tuple[str, str]]:
    """The pairs that leading routes go by, a shared host standing between two systems."""
    found: set[tuple[str, str]] = set()
    for route in leading:
        for step in route.steps:
            host = getattr(step.by, "key", None)
            pair = (step.source.key, step.target.key)
            found |= {(pair[0], host), (host, pair[1])} if host else {pair}
    return found


def _line(way: _Way, at: Mapping[str, Box], steps: set[tuple[str, str]]) -> Line:
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
