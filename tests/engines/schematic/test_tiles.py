"""The schematic map: places, shades and names short enough for a phone."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.engines.schematic import Measure, in_percent, short_names, tile_map

KEBUMEN = (
    *("Ayah", "Buayan", "Puring", "Petanahan", "Klirong", "Buluspesantren", "Ambal", "Mirit", "Prembun"),
    *("Kutowinangun", "Alian", "Kebumen", "Pejagoan", "Sruweng", "Adimulyo", "Kuwarasan", "Rowokele", "Sempor"),
    *("Gombong", "Karanganyar", "Karanggayam", "Sadang", "Bonorowo", "Padureso", "Poncowarno", "Karangsambung"),
)


SHARE = Measure(lambda district: district["share"], in_percent, most=1.0)


def _district(column: int | None, row: int | None, share: float | None = 0.0) -> dict[str, Any]:
    return {"code": "1", "name": "Ayah", "column": column, "row": row, "share": share}


@pytest.mark.parametrize(("share", "step"), [(0, 1), (0.19, 1), (0.2, 2), (0.59, 3), (0.6, 4), (0.8, 5), (1, 5)])
def test_the_shade_follows_the_share(share: float, step: int) -> None:
    drawn = tile_map([_district(0, 0, share)], SHARE)
    assert drawn
    assert drawn.tiles[0].step == step


def test_what_cannot_be_measured_has_no_shade() -> None:
    drawn = tile_map([_district(0, 0, None)], SHARE)
    assert drawn
    assert (drawn.tiles[0].told, drawn.tiles[0].step) == ("–", 0)


def test_the_map_starts_at_its_first_column_and_row() -> None:
    drawn = tile_map([_district(3, 7), _district(4, 8), _district(None, None)], SHARE)
    assert drawn
    assert (drawn.tiles[0].x, drawn.tiles[0].y) == (0, 0)
    assert len(drawn.tiles) == 2


def test_without_places_there_is_no_map() -> None:
    assert tile_map([_district(None, None)], SHARE) is None


def test_short_names_are_short_and_all_different() -> None:
    shorts = short_names(KEBUMEN)
    assert len(set(shorts)) == len(KEBUMEN)
    assert max(map(len, shorts)) <= 4
    assert all(short[0] == name[0] for short, name in zip(shorts, KEBUMEN, strict=True))
