"""A hall that votes at once against the site in two processes, one killed in the middle: nothing lost, nothing double.

The same run as `bench voting`, with fewer people; there the times are measured too.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from bench.hall.voting import Hall, run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(importlib.util.find_spec("locust") is None, reason="locust is not installed (group bench)"),
]


@pytest.fixture
def own_database() -> Iterator[str]:
    """One beside that of this test run; nothing for SQLite, which lies in the office's home."""
    if connection.vendor != "postgresql":
        yield ""
        return
    server, name = connection.settings_dict, f"selaras_hall_{os.getpid()}"
    address = f"postgresql://{server['USER']}@{server['HOST']}:{server['PORT']}"
    with contextlib.closing(psycopg.connect(f"{address}/postgres", autocommit=True)) as database:
        database.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{address}/{name}"
        finally:
            database.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.parametrize("secret", [False, True], ids=["named", "secret"])
def test_no_acknowledged_answer_is_lost_and_none_is_double(tmp_path: Path, own_database: str, secret: bool) -> None:
    found = run(Hall(12, 30, pace=0.4, secret=secret, kill_after=6), tmp_path, own_database)
    assert found["killed"]
    assert found["exceptions"] == []
    assert (found["finished"], found["voted"], found["acknowledged"]) == (12, 12, 12 * 30)
    assert (found["lost"], found["double"]) == (0, 0)
