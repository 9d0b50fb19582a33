"""One Parquet table opened for questions: a DuckDB of its own that can read this file and nothing else."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from django.utils.translation import gettext as _

from selaras.sectoral.errors import TooLong
from selaras.sectoral.models import Version
from selaras.sectoral.serving.asking import Ask, order, selected, shown, slice_of, source_of, where
from selaras.sectoral.serving.fitting import Column, Kind
from selaras.sectoral.serving.placing import place_of

MEMORY, THREADS, SPILL = "256MB", 1, "2GB"
SECONDS = 10.0  # a question that takes longer is broken off
_BLOCK = 10_000
_KINDS: dict[type[pl.DataType], Kind] = {
    pl.Int64: "integer", pl.Float64: "number", pl.Boolean: "boolean", pl.Date: "date", pl.Datetime: "datetime",
}  # fmt: skip
Row = tuple[Any, ...]


@contextmanager
def open_table(version: Version) -> Iterator[ServedTable]:
    """The table of a version that the reader may see. Raises TableGone."""
    with open_file(place_of(version)) as table:
        yield table


@contextmanager
def open_file(path: Path) -> Iterator[ServedTable]:
    """A Parquet file of typed columns, through a DuckDB in memory that is closed to all else."""
    columns = tuple(
        Column(name, _KINDS.get(kind.base_type(), "string")) for name, kind in pl.read_parquet_schema(path).items()
    )
    with tempfile.TemporaryDirectory(prefix="selaras-table-") as spill, _closed_to_all_but(path, spill) as connection:
        yield ServedTable(connection, str(path), columns)


def _closed_to_all_but(path: Path, spill: str) -> duckdb.DuckDBPyConnection:
    """No other file, no network, no extension, little memory; and none of it can be changed afterwards."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": str(THREADS),
            "memory_limit": MEMORY,
            "temp_directory": spill,
            "max_temp_directory_size": SPILL,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "python_enable_replacements": "false",
        },
    )
    quoted = str(path).replace("'", "''")
    connection.execute(f"SET allowed_paths = ['{quoted}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


@dataclass(frozen=True)
class ServedTable:
    """Questions raise NotAsked where they name what is not there, TooLong where the answer takes over ten seconds.

    One at a time: a new question ends the rows of the one before.
    """

    connection: duckdb.DuckDBPyConnection
    path: str
    columns: tuple[Column, ...]

    def named(self, ask: Ask) -> list[Column]:
        """The columns of the rows that an ask is answered with."""
        return selected(self.columns, ask)

    def rows(self, ask: Ask) -> list[Row]:
        """One page: at most `MOST_ROWS`."""
        sql, values = self._select(ask)
        return self._answer(sql + slice_of(ask), values)

    def count(self, ask: Ask) -> int:
        """How many rows there are in all, whatever the page."""
        condition, values = where(self.columns, ask)
        inner = f"SELECT DISTINCT {shown(self.columns, ask)}" if ask.distinct else "SELECT 1"
        sql = f"SELECT count(*) FROM ({inner} FROM {self._source}{condition})"  # noqa: S608 - only c0, c1, …
        return int(self._answer(sql, values)[0][0])

    def distinct(self, column: str, ask: Ask | None = None, limit: int = 100) -> list[tuple[Any, int]]:
        """The values of a column with how many rows hold each, the most frequent first."""
        asked = ask or Ask()
        condition, values = where(self.columns, asked)
        name = shown(self.columns, Ask(columns=(column,)))
        sql = f"SELECT {name}, count(*) FROM {self._source}{condition} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
        found = self._answer(sql + slice_of(Ask(limit=limit)), values)
        return [(value, int(many)) for value, many in found]

    def blocks(self, ask: Ask) -> Iterator[list[Row]]:
        """All rows, whatever the page, some thousand at a time: memory stays small."""
        sql, values = self._select(ask)
        found = self.connection.execute(sql, [self.path, *values])
        while block := found.fetchmany(_BLOCK):
            yield block

    @property
    def _source(self) -> str:
        return source_of(self.columns)

    def _select(self, ask: Ask) -> tuple[str, list[Any]]:
        condition, values = where(self.columns, ask)
        what = "SELECT DISTINCT" if ask.distinct else "SELECT"
        sql = f"{what} {shown(self.columns, ask)} FROM {self._source}{condition}{order(self.columns, ask)}"
        return sql, values

    def _answer(self, sql: str, values: list[Any]) -> list[Row]:
        answered = threading.Event()
        watch = threading.Thread(target=_break_off, args=(self.connection, answered, SECONDS), daemon=True)
        watch.start()
        try:
            return self.connection.execute(sql, [self.path, *values]).fetchall()
        except duckdb.InterruptException:
            raise TooLong(_("Pencarian ini terlalu lama. Persempit saringannya, atau unduh tabelnya.")) from None
        finally:
            answered.set()
            watch.join()  # it must not interrupt the next question, nor one that is closed


def _break_off(connection: duckdb.DuckDBPyConnection, answered: threading.Event, seconds: float) -> None:
    """Again and again: an interruption that comes before the question has begun is lost."""
    wait = seconds
    while not answered.wait(wait):
        connection.interrupt()
        wait = 0.01
