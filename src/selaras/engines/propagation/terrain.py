"""Heights of the ground on a grid, and what of them lies between a mast and a phone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selaras.engines.propagation.errors import BadTerrain

Numbers = npt.NDArray[np.float64]

MOST_CELLS = 4_000_000
_WORD = re.compile(rb"\s*(ncols|nrows|[xy]ll(?:corner|center)|cellsize|nodata_value)\s+(\S+)", re.IGNORECASE)
_LOWEST, _HIGHEST = -500.0, 9_000.0  # metres; beyond these no ground of the earth lies
_COARSEST = 0.1  # degrees


@dataclass(frozen=True, slots=True, eq=False)
class Terrain:
    """`heights`: rows × columns in metres above sea level, the northernmost row first, not a number where nobody
    measured. `west` and `south`: the outer edges; `cell`: the side of a cell; all in degrees (WGS 84).
    """

    heights: npt.NDArray[np.float32]
    west: float
    south: float
    cell: float

    def profiles(self, masts: npt.ArrayLike, phones: npt.ArrayLike, *, points: int = 100) -> Numbers:
        """The heights along the straight line of each pair: pairs × `points`, the mast's end first.

        `masts` and `phones`: pairs × (latitude, longitude). Each height is that of the cell it falls into; not a number
        outside the grid. O(pairs · points).
        """
        begin, end = (np.asarray(one, dtype=np.float64).reshape(-1, 1, 2) for one in (masts, phones))
        along = begin + (end - begin) * np.linspace(0, 1, points)[None, :, None]
        rows, columns = self.heights.shape
        row = np.floor((self.south + rows * self.cell - along[..., 0]) / self.cell).astype(np.int64)
        column = np.floor((along[..., 1] - self.west) / self.cell).astype(np.int64)
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        found = self.heights[np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)].astype(np.float64)
        return np.where(inside, found, np.nan)


def read_ascii_grid(content: bytes) -> Terrain:
    """An Esri ASCII grid in degrees, as every program of maps writes one (`gdal_translate -of AAIGrid`).

    Raises BadTerrain. O(cells) of memory.

    >>> grid = b"ncols 2 nrows 1 xllcorner 109.5 yllcorner -7.5 cellsize 0.1 NODATA_value -9999 120 -9999"
    >>> terrain = read_ascii_grid(grid)
    >>> terrain.profiles([[-7.45, 109.55]], [[-7.45, 109.75]], points=3).tolist()
    [[120.0, nan, nan]]
    """
    told, numbers = _header(content)
    columns, rows, cell = _size(told)
    try:
        heights = np.fromstring(numbers, dtype=np.float32, sep=" ")
    except ValueError:
        raise BadTerrain("Ada yang bukan angka di antara ketinggiannya. Simpan lagi dari program petanya.") from None
    if len(heights) != columns * rows:
        said = f"Kepalanya menyebut {columns * rows} ketinggian, tetapi {len(heights)} yang terbaca."
        raise BadTerrain(f"{said} Simpan lagi dari program petanya, lalu kirim berkas yang utuh.")
    heights[heights == np.float32(told.get("nodata_value", -9999.0))] = np.nan
    measured = heights[np.isfinite(heights)]
    if not len(measured):
        raise BadTerrain("Tidak satu ketinggian pun terisi. Pilih peta yang mencakup daerah ini.")
    if measured.min() < _LOWEST or measured.max() > _HIGHEST:
        raise BadTerrain("Ada ketinggian di luar −500 sampai 9.000 m. Simpan peta ketinggiannya dalam meter.")
    return Terrain(heights.reshape(rows, columns), _corner(told, "x", cell), _corner(told, "y", cell), cell)


def _header(content: bytes) -> tuple[dict[str, float], bytes]:
    """The words before the heights, and the heights."""
    told, rest = dict[str, float](), content.removeprefix(b"\xef\xbb\xbf")
    while found := _WORD.match(rest):
        told[found[1].decode().casefold()] = _number(found[2])
        rest = rest[found.end() :]
    if not {"ncols", "nrows", "cellsize"} <= told.keys():
        raise BadTerrain("Berkas ini bukan peta ketinggian ASCII (.asc). Simpan petanya sebagai Arc/Info ASCII Grid.")
    return told, rest


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        shown = text.decode("ascii", "replace")[:20]
        raise BadTerrain(f"“{shown}” di kepala berkas bukan angka. Simpan lagi dari program petanya.") from None


def _size(told: dict[str, float]) -> tuple[int, int, float]:
    columns, rows, cell = told["ncols"], told["nrows"], told["cellsize"]
    if not (columns.is_integer() and rows.is_integer() and columns > 0 and rows > 0):
        raise BadTerrain("Jumlah kolom dan baris peta ini bukan bilangan bulat. Simpan lagi dari program petanya.")
    if columns * rows > MOST_CELLS:
        raise BadTerrain("Peta ini lebih dari 4 juta petak. Perbesar petaknya, misalnya menjadi 90 m, lalu kirim lagi.")
    if not 0 < cell <= _COARSEST:
        raise BadTerrain("Petak peta ini tidak dalam derajat. Simpan dalam derajat (WGS 84), bukan dalam meter.")
    return int(columns), int(rows), cell


def _corner(told: dict[str, float], axis: str, cell: float) -> float:
    most = 180.0 if axis == "x" else 90.0
    found = told.get(f"{axis}llcorner")
    if found is None and f"{axis}llcenter" in told:
        found = told[f"{axis}llcenter"] - cell / 2
    if found is None or not -most <= found <= most:
        raise BadTerrain("Peta ini tidak menyebut sudut barat dayanya dalam derajat. Simpan lagi dalam WGS 84.")
    return found
