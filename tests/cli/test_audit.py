"""`selaras audit verify`: an untouched log passes, a touched one does not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from selaras.audit.actions import GENESIS
from tests.processes import selaras


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An office whose log holds a few entries."""
    assert selaras("account", "set", "ani", "--name", "Ani (contoh)", home=tmp_path).returncode == 0
    return tmp_path


def test_an_untouched_log_passes_and_tells_its_end(home: Path) -> None:
    ran = selaras("audit", "verify", home=home)
    assert ran.returncode == 0
    assert "Catatan utuh: " in ran.stdout
    assert GENESIS not in ran.stdout


def test_a_touched_log_fails_and_names_the_entry(home: Path) -> None:
    for change in (
        "UPDATE audit_entry SET actor = 'orang lain' WHERE action = 'people.account_created'",
        "DELETE FROM audit_entry WHERE id = 1",
    ):
        with sqlite3.connect(home / "selaras.sqlite3") as database:
            assert database.execute(change).rowcount == 1
        ran = selaras("audit", "verify", home=home)
        assert (ran.returncode, "Catatan tidak utuh: entri nomor" in ran.stderr) == (2, True)


def test_entries_removed_from_the_end_show_to_who_kept_the_end(home: Path) -> None:
    kept = selaras("audit", "verify", home=home).stdout.split()[-1]
    assert selaras("audit", "verify", "--head", kept, home=home).returncode == 0
    with sqlite3.connect(home / "selaras.sqlite3") as database:
        database.execute("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)")
    assert selaras("audit", "verify", home=home).returncode == 0
    ran = selaras("audit", "verify", "--head", kept, home=home)
    assert (ran.returncode, "tidak memuat ujung yang Anda catat" in " ".join(ran.stderr.split())) == (2, True)
