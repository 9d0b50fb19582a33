"""`kill -9` during an upload, a check or a release: nothing acknowledged is lost, nothing is half released."""

from __future__ import annotations

import contextlib
import hashlib
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
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.forum.test_kill import check_chain
from tests.own_database import own_database
from tests.processes import ROOT, environment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow(minutes=1)]
KILLS, ROWS, FILES = 9, 40_000, 3
STEPS = {"uploaded": ("received", "checked", "submitted", "released"), "checked": ("checked", "submitted", "released")}


@dataclass(frozen=True)
class Office:
    """A home and a database of its own, on the kind of database that this test run is about."""

    home: Path
    url: str
    deeds: str = "tests.sectoral.deeds"

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        own = environment(self.home, self.url) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        command = [sys.executable, "-m", self.deeds, *map(str, words)]
        return subprocess.Popen(
            command,
            env=own,
            cwd=self.home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def finish(self, *words: str | Path) -> list[dict[str, str]]:
        process = self.start(*words)
        told, wrong = process.communicate()
        assert process.returncode == 0, wrong
        return [json.loads(line) for line in told.splitlines()]

    def played_until(self, seconds: float, *paths: Path) -> tuple[bool, list[dict[str, Any]]]:
        """Play, and kill it so long after it was ready; whether it still ran, and what it had said by then."""
        process = self.start("play", *paths)
        assert process.stdout
        assert json.loads(process.stdout.readline())["deed"] == "ready"
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
        return process.returncode == -signal.SIGKILL, [json.loads(line) for line in said.splitlines()]

    @contextlib.contextmanager
    def opened(self) -> Iterator[Any]:
        opening = psycopg.connect(self.url) if self.url else sqlite3.connect(self.home / "selaras.sqlite3")
        with contextlib.closing(opening) as database:
            yield database

    def digest(self, name: str) -> str:
        return hashlib.sha256((self.home / "files" / name).read_bytes()).hexdigest()


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[list[Office]]:
    """One that is left in peace, and one that is not."""
    made = []
    with contextlib.ExitStack() as left_behind:
        for name in ("damai", "terganggu"):
            home = tmp_path / name
            home.mkdir()
            made.append(Office(home, left_behind.enter_context(own_database(f"sectoral_{name}"))))
            made[-1].finish("prepare")
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "masukan"
    path.mkdir()
    for at in range(FILES):
        rows = "".join(f"D{place},{place % 97},{at},{place % 97 + at}\n" for place in range(ROWS))
        (path / f"{at}.csv").write_text("desa,laki,perempuan,jumlah\n" + rows)
    return path


def check_whole(office: Office, said: list[dict[str, str]]) -> None:
    """Whatever the database tells is whole, and everything that was said is in it."""
    with office.opened() as database:
        check_chain(database)
        versions = {
            digest: (state, file)
            for digest, state, file in database.execute("SELECT digest, state, file FROM sectoral_version").fetchall()
        }
        assert all(office.digest(file) == digest for digest, (_, file) in versions.items())
        done = database.execute(
            """SELECT id, rows, faults, table_digest, "table" FROM sectoral_check WHERE state = 'done'"""
        ).fetchall()
        for key, rows, faults, table_digest, table in done:
            assert rows == ROWS
            assert office.digest(table) == table_digest
            assert office.digest(faults) in faults
            counted = database.execute(
                f"SELECT added + changed + same FROM sectoral_change WHERE check_made_id = {int(key)}"  # noqa: S608
            ).fetchall()
            assert counted == [(ROWS,)]
        released = {digest for digest, (state, _) in versions.items() if state == "released"}
        told = database.execute("SELECT detail FROM audit_entry WHERE action = 'sectoral.version_released'").fetchall()
        details = [json.loads(one) if isinstance(one, str) else one for (one,) in told]
        assert sorted(detail["file"] for detail in details) == sorted(released)
        (state_of_dataset,) = database.execute("SELECT state FROM sectoral_dataset").fetchone()
        assert state_of_dataset == ("released" if released else "prepared")
    for one in said:
        state, _ = versions[one["digest"]]
        assert state in STEPS.get(one["deed"], ("released",))


def tables_of(office: Office) -> list[tuple[str, str]]:
    with office.opened() as database:
        rows = database.execute(
            "SELECT v.digest, c.table_digest FROM sectoral_version v JOIN sectoral_check c"
            " ON c.id = v.check_in_force_id WHERE v.state = 'released' ORDER BY v.number"
        ).fetchall()
    return [tuple(row) for row in rows]


def test_killed_at_any_moment_it_loses_nothing_and_played_again_it_comes_to_the_same(
    offices: list[Office], folder: Path
) -> None:
    peaceful, disturbed = offices
    start = time.monotonic()
    peaceful.finish("play", folder)
    lasts = time.monotonic() - start
    chance = random.Random(20200211)
    said: list[dict[str, str]] = []
    killed = 0
    for _ in range(KILLS):
        was_running, heard = disturbed.played_until(chance.uniform(0.01, 0.35) * lasts, folder)
        killed += was_running
        said += heard
        check_whole(disturbed, said)
    said += [one for one in disturbed.finish("play", folder) if one["deed"] != "ready"]
    check_whole(disturbed, said)
    assert len(tables_of(peaceful)) == FILES
    assert tables_of(disturbed) == tables_of(peaceful)
    assert killed, "every run ended before it could be killed"
    with disturbed.opened() as database:
        (resumed,) = database.execute("SELECT count(*) FROM sectoral_check WHERE attempts > 1").fetchone()
    print(f"killed {killed} of {KILLS} runs that last {lasts:.1f} s; {resumed} checks were begun again")
