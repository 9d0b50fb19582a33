"""`selaras information desks`: all desks from one file, the rows that were kept back named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import selaras

pytestmark = pytest.mark.slow
NETWORK = """
from selaras.cli.office import open_office
actor = open_office()
from selaras.disclosure.actions.networking import form_network
from selaras.government.models import Region
form_network(Region.objects.create(code="33.05", name="Kabupaten Kebumen", level="regency"), actor=actor)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    environment = os.environ | {"SELARAS_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "selaras.settings"}
    subprocess.run([sys.executable, "-c", NETWORK], env=environment, check=True)
    return tmp_path


def test_a_file_fills_desks_and_says_what_it_could_not(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "ppid.csv"
    table.write_text("kode badan;alamat;nama ppid\nutama;Jalan Pahlawan 1;Ratna (contoh)\n99;Jalan 2;\n", "utf-8")
    told = [" ".join(selaras("information", "desks", str(table), home=home).stdout.split()) for _ in range(2)]
    assert told[0] == told[1]  # the same file again is the same batch
    assert "2 baris dibaca, 1 meja diisi, 1 ditahan." in told[0]
    assert "Baris 3: Badan ini tidak ada dalam jaringan." in told[0]


@pytest.mark.parametrize(
    ("content", "sentence"), [("warna;harga\nbiru;3\n", "belum berisi meja layanan"), (None, "dibuka")]
)
def test_a_file_that_cannot_be_taken_ends_with_a_sentence(
    home: Path, tmp_path: Path, content: str | None, sentence: str
) -> None:
    table = tmp_path / "ppid.csv"
    if content:
        table.write_text(content, "utf-8")
    ran = selaras("information", "desks", str(table), home=home)
    assert ran.returncode != 0
    assert sentence in " ".join(ran.stderr.split())
