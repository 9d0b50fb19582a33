"""`selaras account set`: a password shown once that signs in; a wrong role or name is told in a sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import selaras


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


BODIES = """
from selaras.government.models import Agency, Region
from tests.processes import selaras
regency = Region.objects.create(code="33.05", name="Contoh", level="regency")
district = Region.objects.create(code="33.05.01", name="Utara", level="district", parent=regency)
Region.objects.create(code="33.05.01.2001", name="Desa Utara", level="village", parent=district)
Agency.objects.create(region=regency, code="1.03", name="Dinas Contoh", short_name="DINCON")
"""


def test_a_role_is_given_at_a_body_and_until_a_day(tmp_path: Path) -> None:
    assert selaras("account", "set", "ani", "--name", "Ani", home=tmp_path).returncode == 0
    program = f"from selaras.cli.office import open_office\nopen_office(){BODIES}"
    environment = os.environ | {"SELARAS_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    given = (
        ("desa", "village_operator", "--region", "33.05.01.2001", "--until", "2999-12-31"),
        ("opd", "agency_planner", "--agency", "dincon"),
    )
    for name, role, *body in given:
        ran = selaras("account", "set", name, "--name", name, "--role", role, *body, home=tmp_path)
        assert ran.returncode == 0, ran.stderr
    with sqlite3.connect(tmp_path / "selaras.sqlite3") as database:
        rows = database.execute("SELECT kind, region_id, agency_id, until FROM people_role ORDER BY id").fetchall()
    assert rows == [
        ("planner", None, None, None),
        ("village_operator", "33.05.01.2001", None, "2999-12-31"),
        ("agency_planner", None, 1, None),
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("village_operator", "--region", "33.99"), "Wilayah “33.99” tidak dikenal"),
        (("agency_planner", "--agency", "Dinas Awan"), "Perangkat daerah “Dinas Awan” tidak dikenal"),
        (("village_operator",), "Pilih desa/kelurahan"),
        (("secretary", "--until", "besok"), "Tulis tahun-bulan-hari"),
        (("secretary", "--until", "2020-01-01"), "sudah lewat"),
    ],
)
def test_a_wrong_body_or_day_is_told_in_a_sentence(options: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ran = selaras("account", "set", "ani", "--name", "Ani", "--role", *options, home=tmp_path)
    assert (ran.returncode, said in " ".join(ran.stderr.split())) == (2, True), ran.stderr


def test_the_name_of_the_program_is_refused(tmp_path: Path) -> None:
    ran = selaras("account", "set", "sistem", "--name", "Sistem", home=tmp_path)
    assert (ran.returncode, "pilih nama lain" in ran.stderr) == (2, True)
