"""Draw a region without a map server: districts as tiles on a grid, villages as numbered points that do not touch.

>>> half = Measure(lambda district: district["half"], in_percent, most=1.0)
>>> drawn = tile_map([{"code": "1", "name": "Ayah", "column": 3, "row": 7, "half": 0.5}], half)
>>> [(tile.x, tile.y, tile.told, tile.step) for tile in drawn.tiles]
[(0, 0, '50 %', 3)]
>>> villages = [{"number": at, "code": f"{at}", "name": "-", "latitude": -7 - at / 10, "longitude": 109, "step": 1,
...              "told": "-"} for at in (1, 2)]
>>> [(point.number, point.y) for point in point_map(villages).points]
[(1, 28), (2, 452)]
"""

from selaras.engines.schematic.points import LEAST, Point, PointMap, point_map, step_of
from selaras.engines.schematic.tiles import Measure, Tile, TileMap, in_percent, short_names, tile_map

__all__ = [
    "LEAST",
    "Measure",
    "Point",
    "PointMap",
    "Tile",
    "TileMap",
    "in_percent",
    "point_map",
    "short_names",
    "step_of",
    "tile_map",
]
