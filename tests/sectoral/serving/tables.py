"""A Parquet table with a column of every kind, and names that would break a query that trusts them. All invented."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import polars as pl

BAD_NAME = "ja\"wa'; DROP TABLE t --"
ROWS: list[tuple[object, ...]] = [
    ("Ayah", 3, 1.5, True, date(2020, 2, 13), datetime(2020, 2, 13, 9, 30), "=1+1"),
    ("Srati", -7, None, False, date(2020, 3, 1), None, "100% _aman_"),
    ("ayah lama", 3, 2.25, None, None, None, None),
    ("Argosari", 12, -0.5, True, date(2019, 12, 31), None, "Ayah pindah"),
]
NAMES = ("desa", "jiwa", "luas", "aktif", "tanggal", "jam", BAD_NAME)


def a_file(folder: Path) -> Path:
    path = folder / "ta'bel.parquet"
    pl.DataFrame(ROWS, schema=list(NAMES), orient="row").write_parquet(path)
    return path
