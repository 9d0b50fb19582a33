"""Villages as shapes of a map: their outlines, or points where no source has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selaras.engines.outlines import Frame, Outline
from selaras.government.models import Region
from selaras.outreach.models import Signal
from selaras.outreach.reach.queries import Known
from selaras.outreach.reach.siting import point_of

WIDTH, _MARGIN = 720, 10
_LETTER, _LINE = 8, 17  # of the names, as signal.css sets them
_SIGNS = {  # a shape for each class, since a point is too small for a pattern
    Signal.COVERED: "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    Signal.CONSTRAINED: "m0-7l7 12h-14z",
    Signal.BLANK: "m-6-6h12v12h-12z",
    Signal.NOT_KNOWN: "m0-7l7 7l-7 7l-7-7z",
}


@dataclass(frozen=True)
class Shape:
    """One village. `x`, `y`: where its mark stands; `fits`: it is among those asked for; `named`: its name has room."""

    known: Known
    path: str
    x: int
    y: int
    fits: bool
    named: bool


@dataclass(frozen=True)
class VillageMap:
    """`districts`: each with its shapes, in the order of the codes; `left_out`: villages without a place."""

    left: int
    width: int
    height: int
    districts: tuple[tuple[Region, tuple[Shape, ...]], ...]
    left_out: int


def village_map(known: Sequence[Known], fits: Callable[[Known], bool]) -> VillageMap | None:
    """None where no village has a place. The villages come with their outlines, in the order of the codes."""
    placed = [(one, point, _outline(one)) for one in known if (point := point_of(one))]
    if not placed:
        return None
    points = [(east, north) for _one, (north, east), _drawn in placed]
    frame = Frame.around([drawn for _one, _point, drawn in placed], points, width=WIDTH)
    found: dict[Region, list[Shape]] = {}
    written: list[tuple[int, int, int]] = []
    for one, (north, east), drawn in placed:
        x, y = frame.spot((east, north))
        path = frame.path(drawn) or f"M{x} {y}{_SIGNS[one.signal]}"
        shape = Shape(one, path, x, y, fits(one), _has_room(one.village.name, x, y, written))
        found.setdefault(one.village.parent or one.village, []).append(shape)
    districts = tuple((district, tuple(shapes)) for district, shapes in found.items())
    return VillageMap(-_MARGIN, WIDTH + 2 * _MARGIN, frame.height + 2 * _MARGIN, districts, len(known) - len(placed))


def _has_room(name: str, x: int, y: int, written: list[tuple[int, int, int]]) -> bool:
    """Whether the name covers none in `written` (x, y and half the width of each); then it is added there."""
    half = len(name) * _LETTER // 2
    if any(abs(x - left) < half + other and abs(y - top) < _LINE for left, top, other in written):
        return False
    written.append((x, y, half))
    return True


def _outline(one: Known) -> Outline:
    drawn: Outline = (one.place.outline if one.place else None) or []
    return drawn
