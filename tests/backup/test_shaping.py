"""A new database has the same tables, whether it was built at once or led through its whole history."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.own_database import own_database
from tests.processes import environment

pytestmark = [pytest.mark.django_db, pytest.mark.slow(minutes=1)]
BUILT = "from selaras.cli.office import open_office; open_office()"
LED = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
# Django's own history makes this key wider than its model does; groups and their permissions are not used here.
UNUSED = ("auth_group_permissions", "id")
BY_POSTGRES = """
SELECT 'column', table_name, column_name, data_type, is_nullable, character_maximum_length::text, is_identity
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', ''
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '', '' FROM pg_indexes WHERE schemaname = 'public'
"""


def _shape_of(program: str, home: Path) -> set[tuple[str, ...]]:
    home.mkdir()
    with own_database(home.name) as address:
        own = environment(home, address, DJANGO_SETTINGS_MODULE="selaras.settings")
        subprocess.run([sys.executable, "-c", program], env=own, check=True)
        return set(_told(home, address))


def _told(home: Path, address: str) -> Iterator[tuple[str, ...]]:
    if address:
        with contextlib.closing(psycopg.connect(address)) as database:
            yield from (tuple(map(str, row)) for row in database.execute(BY_POSTGRES))
        return
    with contextlib.closing(sqlite3.connect(home / "selaras.sqlite3")) as database:
        for kind, name, table, sql in database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
            yield kind, name, table, *_parts(sql or "")


def _parts(sql: str) -> list[str]:
    """Columns and constraints in any order: history adds them one after the other."""
    inside = re.sub(r"\s+", " ", sql.partition("(")[2].rpartition(")")[0])
    return sorted(part.strip() for part in re.split(r",(?![^(]*\))", inside))


def test_both_ways_lead_to_the_same_tables(tmp_path: Path) -> None:
    built, led = _shape_of(BUILT, tmp_path / "built"), _shape_of(LED, tmp_path / "led")
    assert len(built) > 200
    assert {row for row in built ^ led if row[1:3] != UNUSED} == set()
    assert connection.vendor in {"sqlite", "postgresql"}
