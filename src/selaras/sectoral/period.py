"""Which time a table is about, as far as it says so itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from selaras.engines.tabular.standard import Standard

_TIMES = ("year", "yearmonth", "date", "datetime")


def period_of(table: Path, standard: Standard) -> list[str] | None:
    """The first and the last value of the one column that tells a time: `2020`, `2020-02` or `2020-02-13`.

    None where no column does, or several do: then nobody can tell which of them the table is about. Reads that column
    alone.
    """
    there = set(pl.read_parquet_schema(table))
    times = [one.name for one in standard.fields if one.type in _TIMES and one.name in there]
    if len(times) != 1:
        return None
    column = pl.col(times[0])
    first, last = pl.scan_parquet(table).select(column.min(), last=column.max()).collect().row(0)
    return None if first is None else [_plain(first), _plain(last)]


def _plain(value: Any) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else str(value)
