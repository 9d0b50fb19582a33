"""The schematic map: places, shades and names short enough for a phone."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.forum.tiles import short_names, tile_map

KEBUMEN = (
    *("Ayah", "Buayan", "Puring", "Petanahan", "Klirong", "Buluspesantren", "Ambal", "Mirit", "Prembun"),
    *("Kutowinangun", "Alian", "Kebumen", "Pejagoan", "Sruweng", "Adimulyo", "Kuwarasan", "Rowokele", "Sempor"),
    *("Gombong", "Karanganyar", "Karanggayam", "Sadang", "Bonorowo", "Padureso", "Poncowarno", "Karangsambung"),
)


def _district(column: int | None, row: int | None, asked: int = 100, funded: int = 0) -> dict[str, Any]:
    return {"code": "1", "name": "Ayah", "column": column, "row": row, "asked_cost": asked, "funded_cost": funded}


@pytest.mark.parametrize(("funded", "step"), [(0, 1), (19, 1), (20, 2), (59, 3), (60, 4), (79, 4), (80, 5), (100, 5)])
def test_the_shade_follows_the_share(funded: int, step: int) -> None:
    drawn = tile_map([_district(0, 0, 100, funded)])
    assert drawn
    assert drawn.tiles[0].step == step


def test_where_nothing_was_asked_there_is_no_share() -> None:
    drawn = tile_map([_district(0, 0, 0, 0)])
    assert drawn
    assert (drawn.tiles[0].told, drawn.tiles[0].step) == ("–", 0)


def test_the_map_starts_at_its_first_column_and_row() -> None:
    drawn = tile_map([_district(3, 7), _district(4, 8), _district(None, None)])
    assert drawn
    assert (drawn.tiles[0].x, drawn.tiles[0].y) == (0, 0)
    assert len(drawn.tiles) == 2


def test_without_places_there_is_no_map() -> None:
    assert tile_map([_district(None, None)]) is None


def test_short_names_are_short_and_all_different() -> None:
    shorts = short_names(KEBUMEN)
    assert len(set(shorts)) == len(KEBUMEN)
    assert max(map(len, shorts)) <= 4
    assert all(short[0] == name[0] for short, name in zip(shorts, KEBUMEN, strict=True))
