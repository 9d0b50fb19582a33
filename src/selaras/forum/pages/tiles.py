"""The schematic map: one tile a district, at its place on the grid of the region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

TILE = 100
GAP = 6
STEPS = 5


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
        return self.x + TILE // 2

    @property
    def name_line(self) -> int:
        return self.y + 44

    @property
    def share_line(self) -> int:
        return self.y + 74


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
    tiles = [_tile(district, district["column"] - left, district["row"] - top) for district in placed]
    width, height = max(tile.x for tile in tiles) + TILE, max(tile.y for tile in tiles) + TILE
    return TileMap(width + GAP, height + GAP, tiles)


def _tile(district: dict[str, Any], column: int, row: int) -> Tile:
    asked = district["asked_cost"]
    share = district["funded_cost"] / asked if asked else None
    return Tile(
        code=district["code"],
        name=district["name"],
        short=_short(district["name"]),
        x=column * (TILE + GAP),
        y=row * (TILE + GAP),
        share=share,
        step=0 if share is None else min(STEPS, int(share * STEPS) + 1),
    )


def _short(name: str) -> str:
    """A few letters that still tell districts apart on a phone: `Karanggayam` is `Kgym`, `Ayah` stays."""
    if len(name) <= 4:
        return name
    rest = [letter for letter in name[1:] if letter.lower() not in "aeiou "]
    return name[0] + "".join(dict.fromkeys(rest))[:3]
