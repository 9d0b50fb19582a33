"""`kill -9` at any moment loses nothing that was acknowledged, leaves nothing half done, and a rerun completes it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from selaras.audit.actions import GENESIS, digest
from selaras.sample import make_region
from tests.own_database import own_database
from tests.processes import environment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow(minutes=2)]
KILLS, OFFICES = 20, 4


@dataclass(frozen=True)
class Office:
    """A home and a database of its own, on the kind of database that this test run is about."""

    home: Path
    url: str

    def start(self, folder: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "selaras", "forum", "run", folder, "--out", self.home / "hasil", "--json"]
        return subprocess.Popen(
            command,
            env=environment(self.home, self.url),
            cwd=self.home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    @contextlib.contextmanager
    def opened(self) -> Iterator[Any]:
        """A connection to the database as it lies there; closed afterwards."""
        opening = psycopg.connect(self.url) if self.url else sqlite3.connect(self.home / "selaras.sqlite3")
        with contextlib.closing(opening) as database:
            yield database

    def tables(self, database: Any) -> set[str]:
        source = ("information_schema.tables", "table_name") if self.url else ("sqlite_master", "name")
        return {name for (name,) in database.execute(f"SELECT {source[1]} FROM {source[0]}").fetchall()}  # noqa: S608


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[list[Office]]:
    """One that is left in peace, and those that are not."""
    made = []
    with contextlib.ExitStack() as left_behind:
        for at in range(OFFICES + 1):
            home = tmp_path / f"kantor-{at}"
            home.mkdir()
            made.append(Office(home, left_behind.enter_context(own_database(f"kill_{at}"))))
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "masukan"
    path.mkdir()
    for name, content in make_region(scale=0.02).items():
        (path / name).write_bytes(content)
    return path


def finish(office: Office, folder: Path) -> dict[str, Any]:
    process = office.start(folder)
    told, wrong = process.communicate()
    assert process.returncode == 0, wrong
    result: dict[str, Any] = json.loads(told)
    return result


def kill_after(office: Office, folder: Path, seconds: float) -> bool:
    """Start the run and kill it; whether it was still running."""
    process = office.start(folder)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def check(office: Office, acknowledged: set[str]) -> set[str]:
    """What lies in the database is whole, and holds all that was there before; the digests of its batches."""
    if not office.url and not (office.home / "selaras.sqlite3").exists():
        return set()
    with office.opened() as database:
        if not office.url:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = office.tables(database)
        if "audit_entry" in tables:
            check_chain(database)
        if not {"intake_batch", "intake_row", "forum_decision", "forum_outcome", "forum_proposal"} <= tables:
            return set()
        batches = database.execute(
            "SELECT b.digest, b.read, (SELECT count(*) FROM intake_row r WHERE r.batch_id = b.id) FROM intake_batch b"
        ).fetchall()
        assert all(read == rows for _, read, rows in batches)
        (proposals,) = database.execute("SELECT count(*) FROM forum_proposal").fetchone()
        decided = database.execute("SELECT decision_id, count(*) FROM forum_outcome GROUP BY decision_id").fetchall()
        (decisions,) = database.execute("SELECT count(*) FROM forum_decision").fetchone()
        assert [count for _, count in decided] == [proposals] * decisions
    held = {name for name, _, _ in batches}
    assert acknowledged <= held
    return held


def check_chain(database: Any) -> None:
    previous = GENESIS
    for at, actor, action, subject, detail, before, own in database.execute(
        "SELECT at, actor, action, subject, detail, previous, hash FROM audit_entry ORDER BY id"
    ).fetchall():
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC) if isinstance(at, str) else at
        said = json.loads(detail) if isinstance(detail, str) else detail
        assert (before, own) == (previous, digest(previous, moment, actor, action, subject, said))
        previous = own


def test_a_killed_run_loses_nothing_and_a_rerun_completes_it(offices: list[Office], folder: Path) -> None:
    peaceful, *others = offices
    start = time.monotonic()
    undisturbed = finish(peaceful, folder)
    lasts = time.monotonic() - start
    chance = random.Random(20210211)
    moments = [(at + chance.random()) / KILLS * lasts for at in range(KILLS)]
    killed = 0
    for at, office in enumerate(others):
        acknowledged: set[str] = set()
        for moment in moments[at::OFFICES]:  # rising, since what an earlier run took in a later one need not read
            killed += kill_after(office, folder, moment)
            acknowledged = check(office, acknowledged)
        completed = finish(office, folder)
        check(office, acknowledged)
        assert completed["digest"] == undisturbed["digest"]
        assert completed["files"] == undisturbed["files"]
        one, other = (each.home / "hasil" / "decision.json" for each in (office, peaceful))
        assert one.read_bytes() == other.read_bytes()
    assert killed, "every run ended before it could be killed"
    print(f"killed {killed} of {KILLS} runs that last {lasts:.1f} s")
