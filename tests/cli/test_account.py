"""`selaras account set`: a password shown once that signs in; a wrong role or name is told in a sentence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.forum.small_folder import selaras


def test_an_account_is_made_and_given_a_new_password(tmp_path: Path) -> None:
    passwords = []
    for _ in range(2):
        ran = selaras("account", "set", "ani", "--name", "Ani (contoh)", "--role", "secretary", home=tmp_path)
        assert ran.returncode == 0, ran.stderr
        name, password = ran.stdout.split()
        assert (name, len(password) >= 10) == ("ani", True)
        passwords.append(password)
    assert passwords[0] != passwords[1]
    with sqlite3.connect(tmp_path / "selaras.sqlite3") as database:
        (kept,) = database.execute("SELECT password FROM people_account WHERE username = 'ani'").fetchone()
        roles = database.execute("SELECT kind FROM people_role").fetchall()
    assert kept.startswith("argon2")
    assert not any(password in kept for password in passwords)
    assert roles == [("secretary",)]
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and passwords[1].encode() in path.read_bytes()]


def test_an_unknown_role_lists_those_there_are(tmp_path: Path) -> None:
    ran = selaras("account", "set", "ani", "--name", "Ani", "--role", "raja", home=tmp_path)
    assert ran.returncode == 2
    said = " ".join(ran.stderr.split())
    assert "Peran “raja” tidak dikenal. Pilih salah satu: " in said
    assert all(f"{role}," in said or f"{role}." in said for role in ("administrator", "planner", "secretary"))


def test_the_name_of_the_program_is_refused(tmp_path: Path) -> None:
    ran = selaras("account", "set", "sistem", "--name", "Sistem", home=tmp_path)
    assert (ran.returncode, "pilih nama lain" in ran.stderr) == (2, True)
