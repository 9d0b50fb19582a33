"""Questions to a released table of 2,000,000 rows: its Parquet through DuckDB beside the same table in SQLite."""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import django
import polars as pl

from bench import case, peak_mb, spent

ROWS, TURNS = 2_000_000, 5
_COLUMNS = "nomor, desa, tahun, jiwa, luas, keterangan"
# The question, what Selaras asks, and the SQL of it. SQLite has an index on desa, as a site's table would.
_QUESTIONS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("first page", {"limit": 50}, "LIMIT 50"),
    ("page in the middle", {"limit": 50, "offset": 1_000_000}, "LIMIT 50 OFFSET 1000000"),
    ("one village", {"filters": [("desa", "is", "Desa 77")], "limit": 50}, "WHERE desa = 'Desa 77' LIMIT 50"),
    ("figures from", {"filters": [("jiwa", "from", 9_990)], "limit": 50}, "WHERE jiwa >= 9990 LIMIT 50"),
    ("sorted", {"sort": ["luas"], "limit": 50}, "ORDER BY luas DESC NULLS LAST, rowid LIMIT 50"),
    ("a word anywhere", {"q": "keterangan 49", "limit": 50}, ""),
)


@case("serving", asks="2,000,000 rows asked in their Parquet and in SQLite: the ratio of CPU, no figure is set")
def serving() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
    django.setup()
    with tempfile.TemporaryDirectory(prefix="selaras-bench-") as folder:
        parquet, database = Path(folder, "t.parquet"), Path(folder, "t.sqlite3")
        _write(parquet, database)
        print(f"{'':22}{'SQLite':>10} {'DuckDB':>10}   CPU ms, rows and count; DuckDB with opening the file")
        print(f"{'bytes':22}{database.stat().st_size / 1e6:8.0f}MB {parquet.stat().st_size / 1e6:8.0f}MB")
        for name, asked, sql in _QUESTIONS:
            ours, peers = _median(_selaras, parquet, asked), _median(_sqlite, database, sql or _anywhere())
            assert ours[1] == peers[1], name
            print(f"{name:22}{peers[0]:10.1f} {ours[0]:10.1f}   ratio {peers[0] / ours[0]:.2f}", flush=True)
        print(f"peak of this process, the table's making included: {peak_mb():.0f} MB")


def _write(parquet: Path, database: Path) -> None:
    place = pl.int_range(ROWS)
    table = pl.select(
        nomor=place,
        desa=pl.format("Desa {}", place * 7919 % 5000),
        tahun=2010 + place * 31 % 11,
        jiwa=place * 104_729 % 10_000,
        luas=(place * 15_485_863 % 1_000_003) / 100,
        keterangan=pl.format("keterangan {}", place * 13 % 50),
    )
    table.write_parquet(parquet)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE t (nomor INTEGER, desa TEXT, tahun INT, jiwa INT, luas REAL, keterangan TEXT)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", table.iter_rows())
        connection.execute("CREATE INDEX t_desa ON t (desa)")
        connection.commit()


def _median(answer: Callable[[Path, Any], Any], path: Path, asked: Any) -> tuple[float, Any]:
    """CPU milliseconds, and what was answered."""
    figures = []
    for _turn in range(TURNS):
        with spent() as one:
            found = answer(path, asked)
        figures.append(one.cpu * 1000)
    return statistics.median(figures), found


def _selaras(path: Path, asked: dict[str, Any]) -> tuple[list[Any], int]:
    from selaras.sectoral.serving import Ask, Filter, Sort, open_file

    filters = tuple(Filter(*each) for each in asked.get("filters", ()))
    sort = tuple(Sort(name, descending=True) for name in asked.get("sort", ()))
    ask = Ask(asked.get("q", ""), filters, sort, limit=asked["limit"], offset=asked.get("offset", 0))
    with open_file(path) as table:
        return table.rows(ask), table.count(ask)


def _sqlite(path: Path, rest: str) -> tuple[list[Any], int]:
    condition = rest[rest.index("WHERE") : rest.index("LIMIT")] if "WHERE" in rest else ""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM t {rest}").fetchall()  # noqa: S608 - questions of this file
        many = connection.execute(f"SELECT count(*) FROM t {condition}").fetchone()[0]  # noqa: S608
        return rows, many


def _anywhere() -> str:
    parts = [
        "(" + " OR ".join(f"instr(lower({name}), '{word}')" for name in _COLUMNS.split(", ")) + ")"
        for word in ("keterangan", "49")
    ]
    return f"WHERE {' AND '.join(parts)} LIMIT 50"
