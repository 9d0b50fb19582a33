"""A database beside that of this test run, for processes that need one of their own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

import psycopg
from django.db import connection


@contextlib.contextmanager
def own_database(purpose: str) -> Iterator[str]:
    """Its address; nothing for SQLite, which lies in the home of each office."""
    if connection.vendor != "postgresql":
        yield ""
        return
    server, name = connection.settings_dict, f"selaras_{purpose}_{os.getpid()}"
    address = f"postgresql://{server['USER']}@{server['HOST']}:{server['PORT']}"
    with contextlib.closing(psycopg.connect(f"{address}/postgres", autocommit=True)) as database:
        database.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{address}/{name}"
        finally:
            database.execute(f"DROP DATABASE {name} WITH (FORCE)")
