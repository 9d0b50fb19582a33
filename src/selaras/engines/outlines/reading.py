"""Shapes out of GeoJSON (RFC 7946): polygons in degrees, each judged on its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

from selaras.engines.outlines.errors import OutlineError

Point = tuple[float, float]  # longitude, latitude
Ring = list[Point]
Outline = list[list[Ring]]  # polygons, each an outer ring and its holes; rings end where they begin

_DECIMALS = 6  # of a degree: a tenth of a metre
_EAST, _NORTH = (94.0, 142.0), (-12.0, 7.0)  # Indonesia with its seas


@dataclass(frozen=True)
class Feature:
    """`outline` is empty where `wrong` says why."""

    properties: Mapping[str, Any]
    outline: Outline
    wrong: str = ""


def features_of(content: bytes) -> list[Feature]:
    """Every feature of a collection. Raises OutlineError where the file is no such collection.

    >>> features_of(b'{"type": "FeatureCollection", "features": [{"properties": {}, "geometry": null}]}')[0].wrong
    'Bentuk ini bukan poligon. Simpan batas desa sebagai Polygon atau MultiPolygon.'
    """
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise OutlineError("Berkas ini bukan GeoJSON. Simpan ulang peta batas desa sebagai GeoJSON.") from error
    found = told.get("features") if isinstance(told, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise OutlineError("GeoJSON ini tidak berisi daftar “features”. Simpan ulang sebagai FeatureCollection.")
    return [_feature(one) for one in found]


def centre_of(outline: Outline) -> Point:
    """The middle of the area of the largest part; it may lie outside a part that is bent.

    >>> centre_of([[[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]]])
    (1.0, 1.0)
    """
    ring = max((polygon[0] for polygon in outline), key=lambda each: abs(doubled_area(each)))
    left, low = ring[0]
    moved = [(x - left, y - low) for x, y in ring]
    area = doubled_area(moved)
    if not area:
        return ring[0]
    crossed = [(x1 * y2 - x2 * y1, x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in pairwise(moved)]
    return (left + sum(c * x for c, x, _ in crossed) / (3 * area), low + sum(c * y for c, _, y in crossed) / (3 * area))


def doubled_area(ring: Ring) -> float:
    """Twice the area of a closed ring, above zero where it turns against the clock; in squares of its unit."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def _feature(told: Mapping[str, Any]) -> Feature:
    named = told.get("properties")
    properties = named if isinstance(named, dict) else {}
    try:
        return Feature(properties, _outline(told.get("geometry")))
    except OutlineError as wrong:
        return Feature(properties, [], str(wrong))


def _outline(geometry: Any) -> Outline:
    kind = geometry.get("type") if isinstance(geometry, dict) else ""
    if kind not in ("Polygon", "MultiPolygon"):
        raise OutlineError("Bentuk ini bukan poligon. Simpan batas desa sebagai Polygon atau MultiPolygon.")
    told = geometry.get("coordinates")
    polygons = [told] if kind == "Polygon" else told
    if not isinstance(polygons, list) or not polygons or not all(isinstance(one, list) and one for one in polygons):
        raise OutlineError("Poligon ini kosong. Gambar batasnya, lalu simpan lagi.")
    return [[_ring(ring) for ring in polygon] for polygon in polygons]


def _ring(told: Any) -> Ring:
    points = [_point(one) for one in told] if isinstance(told, list) else []
    ring = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    if len(ring) < 4:
        raise OutlineError("Garis batasnya kurang dari tiga titik. Periksa gambarnya.")
    return ring


def _point(told: Any) -> Point:
    pair = told[:2] if isinstance(told, list) else []
    if len(pair) != 2 or not all(isinstance(one, int | float) and isfinite(one) for one in pair):
        raise OutlineError("Ada titik batas yang bukan bujur dan lintang. Periksa berkasnya.")
    east, north = round(float(pair[0]), _DECIMALS), round(float(pair[1]), _DECIMALS)
    if _inside(east, _EAST) and _inside(north, _NORTH):
        return east, north
    if _inside(north, _EAST) and _inside(east, _NORTH):
        raise OutlineError("Bujur dan lintangnya tertukar. GeoJSON menulis bujur lebih dahulu, misalnya [109,6, −7,7].")
    if max(abs(east), abs(north)) > 360:
        raise OutlineError("Titiknya dalam meter, bukan derajat. Simpan ulang dengan sistem WGS 84 (EPSG:4326).")
    raise OutlineError("Ada titik batas di luar Indonesia. Periksa sistem koordinatnya: WGS 84 (EPSG:4326).")


def _inside(value: float, span: tuple[float, float]) -> bool:
    return span[0] <= value <= span[1]
