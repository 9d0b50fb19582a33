"""`selaras data daily`: what became of deadlines, told in one line; run twice it does nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import selaras

pytestmark = pytest.mark.slow


def test_it_tells_what_it_did(tmp_path: Path) -> None:
    for _ in range(2):
        told = selaras("data", "daily", home=tmp_path)
        assert told.returncode == 0, told.stderr
        assert "0 batas waktu bergeser, 0 selisih lewat batas." in told.stdout
