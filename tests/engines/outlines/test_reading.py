"""GeoJSON comes in: every feature is read or told why not, in words that say what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from selaras.engines.outlines import OutlineError, centre_of, features_of

SQUARE = [[109.0, -7.0], [109.1, -7.0], [109.1, -7.1], [109.0, -7.1], [109.0, -7.0]]


def collection(geometry: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": [{"properties": {}, "geometry": geometry}]}).encode()


def test_a_polygon_and_a_multipolygon_are_read_alike() -> None:
    one = features_of(collection({"type": "Polygon", "coordinates": [SQUARE]}))[0]
    many = features_of(collection({"type": "MultiPolygon", "coordinates": [[SQUARE]]}))[0]
    assert one.outline == many.outline
    assert centre_of(one.outline) == pytest.approx((109.05, -7.05))


def test_a_ring_that_is_left_open_is_closed_and_height_is_left_out() -> None:
    read = features_of(collection({"type": "Polygon", "coordinates": [[[x, y, 12.5] for x, y in SQUARE[:-1]]]}))[0]
    assert read.outline[0][0][0] == read.outline[0][0][-1] == (109.0, -7.0)


@pytest.mark.parametrize("content", [b"", b"kode,nama", b"[1]", b'{"features": 3}', b'{"features": [3]}', b"[" * 5000])
def test_what_is_no_collection_is_refused(content: bytes) -> None:
    with pytest.raises(OutlineError, match="GeoJSON"):
        features_of(content)


@pytest.mark.parametrize(
    ("geometry", "told"),
    [
        (None, "bukan poligon"),
        ({"type": "Point", "coordinates": [109, -7]}, "bukan poligon"),
        ({"type": "Polygon", "coordinates": []}, "kosong"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "kosong"),
        ({"type": "Polygon", "coordinates": [SQUARE[:2]]}, "kurang dari tiga titik"),
        ({"type": "Polygon", "coordinates": [[["a", 1], *SQUARE]]}, "bukan bujur dan lintang"),
        ({"type": "Polygon", "coordinates": [[[y, x] for x, y in SQUARE]]}, "tertukar"),
        ({"type": "Polygon", "coordinates": [[[351_000, 9_150_000], *SQUARE]]}, "dalam meter"),
        ({"type": "Polygon", "coordinates": [[[10, 50], *SQUARE]]}, "di luar Indonesia"),
    ],
)
def test_a_shape_that_cannot_be_says_what_to_do(geometry: Any, told: str) -> None:
    read = features_of(collection(geometry))[0]
    assert told in read.wrong
    assert read.outline == []
