"""`selaras data codes`: a list of codes from the command line, the rows that were kept back named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import selaras

pytestmark = pytest.mark.slow


def test_a_list_is_taken_in_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    table = tmp_path / "kode.csv"
    table.write_text("kode;nama\n94;Papua\n94;Papua Tengah\n", "utf-8")
    for _ in range(2):
        told = " ".join(selaras("data", "codes", str(table), "--as", "bps@2020", home=tmp_path).stdout.split())
        assert told == "1 kode bps@2020, 1 baris ditahan. Baris 3: Kode ini sudah ada di baris 2. Hapus salah satu."
