"""A table that is served opens no way to anything else: no other file, no network, no setting, no endless question."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest

from selaras.sectoral.errors import TooLong
from selaras.sectoral.serving import Ask, open_file, table
from tests.sectoral.serving.tables import a_file


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_parquet('{other}')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_parquet('http://127.0.0.1:9/x.parquet')",
        "COPY (SELECT 1) TO '{folder}/x.csv'",
        "ATTACH '{folder}/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 8",
        "SET memory_limit = '8GB'",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/etc/passwd']",
    ],
)
def test_nothing_but_the_one_file_can_be_reached(query: str, tmp_path: Path) -> None:
    other = tmp_path / "lain.parquet"
    pl.DataFrame({"rahasia": [1]}).write_parquet(other)
    with open_file(a_file(tmp_path)) as opened, pytest.raises(duckdb.Error):
        opened.connection.execute(query.format(other=other, folder=tmp_path)).fetchall()


def test_memory_and_threads_are_bounded(tmp_path: Path) -> None:
    with open_file(a_file(tmp_path)) as opened:
        told = dict(opened.connection.execute("SELECT name, value FROM duckdb_settings()").fetchall())
    assert (told["threads"], told["memory_limit"]) == ("1", "244.1 MiB")


def test_a_question_without_end_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "besar.parquet"
    pl.select(a=pl.int_range(3_000_000).cast(pl.String)).write_parquet(path)
    monkeypatch.setattr(table, "SECONDS", 0.0)
    with open_file(path) as opened, pytest.raises(TooLong, match="Persempit saringannya"):
        opened.rows(Ask(q="tidak ada yang memuat kata ini"))
