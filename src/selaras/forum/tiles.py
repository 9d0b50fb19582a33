"""The schematic map: one tile a district, at its place on the grid of the region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

WIDTH = 132
HEIGHT = 84
GAP = 6
STEPS = 5
LETTERS = 4


@dataclass(frozen=True)
class Tile:
    code: str
    name: str
    short: str
    x: int
    y: int
    share: float | None  # of the money asked for; none where nothing was asked
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
    """The tiles and the box around them, with room for the ring of a focused tile."""

    box_width: int
    box_height: int
    tiles: Sequence[Tile]


def tile_map(districts: Sequence[dict[str, Any]]) -> TileMap | None:
    """The districts that have a place on the grid; none without any. O(n)."""
    placed = [
        district for district in districts if district.get("column") is not None and district.get("row") is not None
    ]
    if not placed:
        return None
    left, top = min(district["column"] for district in placed), min(district["row"] for district in placed)
    shorts = short_names([district["name"] for district in placed])
    tiles = [
        _tile(district, short, district["column"] - left, district["row"] - top)
        for district, short in zip(placed, shorts, strict=True)
    ]
    width, height = max(tile.x for tile in tiles) + WIDTH, max(tile.y for tile in tiles) + HEIGHT
    return TileMap(width + GAP, height + GAP, tiles)


def _tile(district: dict[str, Any], short: str, column: int, row: int) -> Tile:
    asked = district["asked_cost"]
    share = district["funded_cost"] / asked if asked else None
    return Tile(
        code=district["code"],
        name=district["name"],
        short=short,
        x=column * (WIDTH + GAP),
        y=row * (HEIGHT + GAP),
        share=share,
        step=0 if share is None else min(STEPS, int(share * STEPS) + 1),
    )


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
