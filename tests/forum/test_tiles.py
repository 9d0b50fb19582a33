"""What the shades of the forum's map stand for."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.engines.schematic import tile_map
from selaras.forum.tiles import MEASURES, SHARE


def _district(asked: int, funded: int) -> dict[str, Any]:
    return {"code": "1", "name": "Ayah", "column": 0, "row": 0, "asked_cost": asked, "funded_cost": funded}


def test_where_nothing_was_asked_there_is_no_share() -> None:
    drawn = tile_map([_district(0, 0)], SHARE)
    assert drawn
    assert (drawn.tiles[0].told, drawn.tiles[0].step) == ("–", 0)


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
    drawn = tile_map([_district(asked, funded)], MEASURES[measure])
    assert drawn
    assert drawn.tiles[0].told == told
    assert [words for _, words in drawn.key] == key
