"""`selaras demo`: the sample region, decided, with a sign-in for each role, and said to be made up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selaras.cli.demo import SIGN_INS
from tests.processes import ROOT, selaras

pytestmark = pytest.mark.slow


def test_it_tells_what_it_made_and_who_may_sign_in(tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    ran = selaras("demo", "--folder", ROOT / "examples/kebumen-2021", "--out", out, "--no-serve", home=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "Data contoh: semuanya dibuat oleh program, bukan data sungguhan." in ran.stdout
    assert re.search(r"\d dari 4\.560 usulan didanai", ran.stdout)
    assert re.findall(r"Masuk: +(\S+) +\S+", ran.stdout) == [name for name, _label, _kind in SIGN_INS]
    assert (out / "berita-acara.pdf").is_file()
