"""One tile a district, at its place on the grid of the region, shaded in five steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import floor, log10
from typing import Any

from selaras.engines.indonesian.wording import number

WIDTH = 132
HEIGHT = 84
GAP = 6
STEPS = 5
LETTERS = 4


def round_up(largest: float) -> float:
    """The next number whose fifth part is round too."""
    if largest <= 0:
        return 1.0
    magnitude = 10.0 ** floor(log10(largest))
    return next(one * magnitude for one in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10) if one * magnitude >= largest)


@dataclass(frozen=True)
class Measure:
    """What the shade of a tile tells: read from a district's counts, in words for the tile and for the key."""

    read: Callable[[Mapping[str, Any]], float | None]
    told: Callable[[float], str]
    most: float | None = None  # the end of the scale; by `fit` of the largest value where none is given
    fit: Callable[[float], float] = round_up


def in_percent(value: float) -> str:
    """A share in words short enough for a tile; less than half a percent is not called nothing."""
    return "< 1 %" if 0 < value < 0.005 else f"{number(round(value * 100))} %"


@dataclass(frozen=True)
class Tile:
    code: str
    name: str
    short: str
    x: int
    y: int
    told: str  # its value in words; a dash where there is none
    step: int

    @property
    def centre(self) -> int:
        return self.x + WIDTH // 2

    @property
    def name_line(self) -> int:
        return self.y + 38

    @property
    def share_line(self) -> int:
        return self.y + 64


@dataclass(frozen=True)
class TileMap:
    """The tiles and the box around them, with room for the ring of a focused tile; `key` names the five shades."""

    box_width: int
    box_height: int
    tiles: Sequence[Tile]
    key: Sequence[tuple[int, str]]


def tile_map(districts: Sequence[dict[str, Any]], measure: Measure) -> TileMap | None:
    """The districts that have a place on the grid, shaded by a measure; none without any. O(n).

    A district has a `code`, a `name`, a `column` and a `row`, and what the measure reads.
    """
    placed = [
        district for district in districts if district.get("column") is not None and district.get("row") is not None
    ]
    if not placed:
        return None
    left, top = min(district["column"] for district in placed), min(district["row"] for district in placed)
    shorts = short_names([district["name"] for district in placed])
    most = measure.most or measure.fit(max(measure.read(district) or 0 for district in placed)) or 1
    tiles = [
        _tile(district, short, district["column"] - left, district["row"] - top, measure, most)
        for district, short in zip(placed, shorts, strict=True)
    ]
    width, height = max(tile.x for tile in tiles) + WIDTH, max(tile.y for tile in tiles) + HEIGHT
    return TileMap(width + GAP, height + GAP, tiles, _key(measure, most))


def _tile(district: dict[str, Any], short: str, column: int, row: int, measure: Measure, most: float) -> Tile:
    value = measure.read(district)
    return Tile(
        code=district["code"],
        name=district["name"],
        short=short,
        x=column * (WIDTH + GAP),
        y=row * (HEIGHT + GAP),
        told="–" if value is None else measure.told(value),
        step=0 if value is None else min(STEPS, int(value / most * STEPS + 1e-9) + 1),
    )


def _key(measure: Measure, most: float) -> list[tuple[int, str]]:
    """Each shade with the values it stands for."""
    ends = [measure.told(most * step / STEPS) for step in range(STEPS + 1)]
    inner = [(step, f"{ends[step - 1]} – {ends[step]}") for step in range(2, STEPS)]
    return [(1, f"< {ends[1]}"), *inner, (STEPS, f"≥ {ends[STEPS - 1]}")]


def short_names(names: Sequence[str]) -> list[str]:
    """Up to four letters a name that still tell the names apart: `Kebumen` is `Kbmn`, `Ayah` stays.

    >>> short_names(["Ayah", "Karanganyar", "Karanggayam"])
    ['Ayah', 'Krng', 'Krny']
    """
    given: list[str] = []
    for name in names:
        free = (short for short in _shortenings(name) if short not in given)
        given.append(next(free, name[:LETTERS]))
    return given


def _shortenings(name: str) -> Iterator[str]:
    """The first letter with letters that follow it, consonants before any."""
    if len(name) <= LETTERS:
        yield name
    rest = [letter for letter in name[1:].lower() if letter.isalpha()]
    consonants = [letter for letter in rest if letter not in "aeiou"]
    for letters in (consonants, rest):
        for chosen in combinations(letters, min(LETTERS - 1, len(letters))):
            if len(set(chosen)) == len(chosen):
                yield name[0] + "".join(chosen)
