"""A map of heights is read as programs of maps write it, and tells what lies between a mast and a phone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.propagation import BadTerrain, PropagationError, read_ascii_grid, terrain_loss

HEAD = b"ncols 3\nnrows 2\nxllcorner 109.0\nyllcorner -7.2\ncellsize 0.1\nNODATA_value -9999\n"
HEIGHTS = b"10 20 30\n40 -9999 60\n"
MIDDLES = {(row, column): (-7.05 - 0.1 * row, 109.05 + 0.1 * column) for row in range(2) for column in range(3)}


def height_at(content: bytes, spot: tuple[float, float]) -> float:
    return float(read_ascii_grid(content).profiles([spot], [spot], points=1)[0, 0])


@pytest.mark.parametrize(("cell", "height"), [((0, 0), 10), ((0, 2), 30), ((1, 0), 40), ((1, 1), np.nan), ((1, 2), 60)])
def test_the_first_row_is_the_northernmost(cell: tuple[int, int], height: float) -> None:
    assert height_at(HEAD + HEIGHTS, MIDDLES[cell]) == pytest.approx(height, nan_ok=True)


@pytest.mark.parametrize("spot", [(-6.99, 109.1), (-7.21, 109.1), (-7.1, 108.99), (-7.1, 109.31)])
def test_outside_the_map_nothing_is_known(spot: tuple[float, float]) -> None:
    assert np.isnan(height_at(HEAD + HEIGHTS, spot))


@pytest.mark.parametrize(
    "head",
    [
        HEAD.upper(),
        HEAD.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + HEAD,
        HEAD.replace(b"xllcorner 109.0", b"xllcenter 109.05").replace(b"yllcorner -7.2", b"yllcenter -7.15"),
        HEAD.replace(b"NODATA_value -9999\n", b""),
        HEAD.replace(b" ", b"        "),
    ],
    ids=["upper case", "lines of Windows", "byte order mark", "middle of the cell", "no word for nothing", "columns"],
)
def test_every_usual_head_is_read(head: bytes) -> None:
    assert height_at(head + HEIGHTS, MIDDLES[0, 1]) == 20


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "bukan peta ketinggian"),
        (b"Desa;Lat;Lon\nAmbal;-7;109\n", "bukan peta ketinggian"),
        (HEAD + b"10 20 30 40", "6 ketinggian, tetapi 4"),
        (HEAD + b"10 20 tiga 40 50 60", "bukan angka di antara"),
        (HEAD + HEIGHTS + b"70", "6 ketinggian, tetapi 7"),
        (HEAD.replace(b"0.1", b"30") + HEIGHTS, "tidak dalam derajat"),
        (HEAD.replace(b"109.0", b"335000") + HEIGHTS, "sudut barat daya"),
        (HEAD.replace(b"xllcorner 109.0\n", b"") + HEIGHTS, "sudut barat daya"),
        (HEAD.replace(b"ncols 3", b"ncols tiga") + HEIGHTS, "bukan angka"),
        (HEAD.replace(b"ncols 3", b"ncols 2.5") + HEIGHTS, "bilangan bulat"),
        (HEAD.replace(b"ncols 3", b"ncols 30000000") + HEIGHTS, "4 juta petak"),
        (HEAD.replace(b"ncols 3", b"ncols inf") + HEIGHTS, "bilangan bulat"),
        (HEAD + b"-9999 " * 6, "Tidak satu ketinggian pun"),
        (HEAD + b"10 20 30 40 50 32767", "dalam meter"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, told: str) -> None:
    with pytest.raises(BadTerrain, match=told):
        read_ascii_grid(content)


@given(st.binary(max_size=300) | st.builds(lambda cut: (HEAD + HEIGHTS)[:cut], st.integers(0, 120)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        terrain = read_ascii_grid(content)
    except PropagationError:
        return
    assert terrain.heights.ndim == 2


def test_a_ridge_between_costs_and_one_behind_does_not() -> None:
    rows = [" ".join("500" if column == 50 else "0" for column in range(100))] * 3
    head = b"ncols 100\nnrows 3\nxllcorner 109\nyllcorner -7.003\ncellsize 0.001\n"
    terrain = read_ascii_grid(head + "\n".join(rows).encode())
    mast = (-7.0015, 109.0305)
    over, before = terrain.profiles([mast, mast], [(-7.0015, 109.0705), (-7.0015, 109.0005)])
    lost = terrain_loss([over, before], [4.4, 3.3], mhz=900, mast=40)
    assert lost[0] > 25
    assert lost[1] < 7
