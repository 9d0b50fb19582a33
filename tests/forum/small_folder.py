"""The small forum as the folder that an office hands in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.forum.small_forum import FILES

ROOT = Path(__file__).parents[2]
SETTING = """
nama = "Forum Perangkat Daerah Kecil (contoh)"
singkatan = "kecil-2021"
kode_wilayah = "33.05"
nama_wilayah = "Kabupaten Kebumen"
tahun = 2021
tanggal = 2020-02-11
tempat = "Aula (contoh)"
perangkat_daerah = "2.16"
versi_katalog = "katalog contoh"
synthetic = true
pernyataan = "Data contoh untuk pengujian."

[[kriteria]]
kunci = "mendesak"
nama = "Kemendesakan"
bobot = 60

[[kriteria]]
kunci = "manfaat"
nama = "Pemanfaatan"
bobot = 40
"""


def small_folder(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "forum.toml").write_text(SETTING, encoding="utf-8")
    for name, text in FILES.values():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def environment(home: Path, database: str = "") -> dict[str, str]:
    """That of a command with a home of its own, and its database there where none is given."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("SELARAS_", "DJANGO_"))}
    own = {"SELARAS_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "OMP_NUM_THREADS": "1"}
    return inherited | own | ({"SELARAS_DATABASE_URL": database} if database else {})


def selaras(*arguments: str | Path, home: Path, database: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command as an office does, and wait for it."""
    return subprocess.run(
        [sys.executable, "-m", "selaras", *map(str, arguments)],
        env=environment(home, database),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
