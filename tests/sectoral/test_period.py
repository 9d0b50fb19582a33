"""Which time a table is about, told only where it is certain."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from selaras.engines.tabular.standard import read_standard
from selaras.sectoral.period import period_of


@pytest.mark.parametrize(
    ("kinds", "table", "told"),
    [
        ({"tahun": "year"}, {"tahun": [2019, 2018, None, 2020]}, ["2018", "2020"]),
        ({"bulan": "yearmonth"}, {"bulan": ["2020-03", "2019-12"]}, ["2019-12", "2020-03"]),
        ({"hari": "date"}, {"hari": [date(2020, 2, 13), date(2020, 1, 2)]}, ["2020-01-02", "2020-02-13"]),
        ({"saat": "datetime"}, {"saat": [datetime(2020, 2, 13, 9, 30)]}, ["2020-02-13", "2020-02-13"]),
        ({"tahun": "year", "desa": "string"}, {"tahun": [2020], "desa": ["Ayah"]}, ["2020", "2020"]),
        ({"lahir": "date", "daftar": "date"}, {"lahir": [date(1970, 1, 1)], "daftar": [date(2020, 1, 1)]}, None),
        ({"tahun": "year", "hari": "date"}, {"tahun": [2020]}, ["2020", "2020"]),
        ({"tahun": "year"}, {"tahun": pl.Series([None], dtype=pl.Int64)}, None),
        ({"desa": "string"}, {"desa": ["Ayah"]}, None),
    ],
    ids=str,
)
def test_the_one_column_of_time_tells_it(
    kinds: dict[str, str], table: dict[str, Any], told: list[str] | None, tmp_path: Path
) -> None:
    pl.DataFrame(table).write_parquet(tmp_path / "table.parquet")
    standard = read_standard({"fields": [{"name": name, "type": kind} for name, kind in kinds.items()]})
    assert period_of(tmp_path / "table.parquet", standard) == told
