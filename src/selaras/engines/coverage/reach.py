"""Which site reaches which place: straight distance over the globe, or polygons' points already joined elsewhere."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from selaras.engines.coverage.errors import InvalidMaterial

EARTH_KM = 6371.0088  # mean radius, IUGG 1980

Coordinates = Sequence[tuple[float, float]]


def within(sites: Coordinates, places: Coordinates, kilometres: float) -> csr_array:
    """A sparse matrix sites × places with a 1 where a place lies at most `kilometres` from a site.

    Coordinates are (latitude, longitude) in degrees; the distance is the great circle's. O((s + p) log p + found).
    Raises InvalidMaterial where a coordinate is none, or the distance is not above zero.

    >>> within([(-7.67, 109.65)], [(-7.67, 109.65), (-7.67, 109.68), (-7.67, 109.70)], 4).toarray().tolist()
    [[1.0, 1.0, 0.0]]
    """
    if not 0 < kilometres < math.pi * EARTH_KM:
        raise InvalidMaterial("Jarak jangkauan harus lebih dari 0 km. Isi jarak dalam kilometer.")
    chord = 2 * math.sin(kilometres / EARTH_KM / 2)
    if not len(sites) or not len(places):
        return csr_array((len(sites), len(places)), dtype=np.float64)
    near = cKDTree(_on_sphere(places)).query_ball_point(_on_sphere(sites), chord * (1 + 1e-12), return_sorted=True)
    lengths = [len(each) for each in near]
    found = np.fromiter((at for each in near for at in each), dtype=np.int32, count=sum(lengths))
    starts = np.cumsum([0, *lengths]).astype(np.int32)
    return csr_array((np.ones(len(found)), found, starts), shape=(len(sites), len(places)))


def _on_sphere(coordinates: Coordinates) -> npt.NDArray[np.float64]:
    degrees = np.asarray(coordinates, dtype=np.float64)
    if degrees.shape[1:] != (2,) or not np.isfinite(degrees).all() or (np.abs(degrees) > (90, 180)).any():
        raise InvalidMaterial("Ada koordinat yang bukan lintang dan bujur. Isi lintang −90..90 dan bujur −180..180.")
    north, east = np.radians(degrees).T
    return np.column_stack((np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)))
