"""The schematic map: places, shades and names short enough for a phone."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.forum.tiles import MEASURES, short_names, tile_map

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


@pytest.mark.parametrize(
    ("measure", "largest", "told", "key"),
    [
        ("dana", 65_900_000_000, "66 M", ["< 15 M", "15 M – 30 M", "30 M – 45 M", "45 M – 60 M", "≥ 60 M"]),
        (
            "dana",
            850_000_000,
            "850 jt",
            ["< 200 jt", "200 jt – 400 jt", "400 jt – 600 jt", "600 jt – 800 jt", "≥ 800 jt"],
        ),
        ("bagian", 37, "37 %", ["< 10 %", "10 % – 20 %", "20 % – 30 %", "30 % – 40 %", "≥ 40 %"]),
        ("bagian", 88, "88 %", ["< 20 %", "20 % – 40 %", "40 % – 60 %", "60 % – 80 %", "≥ 80 %"]),
    ],
)
def test_the_scale_ends_at_round_numbers(measure: str, largest: int, told: str, key: list[str]) -> None:
    asked, funded = (100, largest) if measure == "bagian" else (largest, 0)
    drawn = tile_map([_district(0, 0, asked, funded)], MEASURES[measure])
    assert drawn
    assert drawn.tiles[0].told == told
    assert [words for _, words in drawn.key] == key
