"""`selaras sample make`: the sample folder from the shell."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from selaras.cli.sample import sample
from selaras.sample import make_region

runner = CliRunner()


def test_the_folder_is_made_and_filled(tmp_path: Path) -> None:
    folder = tmp_path / "baru" / "contoh"
    result = runner.invoke(sample, ["make", str(folder), "--seed", "7", "--scale", "0.02"])
    assert result.exit_code == 0, result.output
    assert "data sintetis" in result.output
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == make_region(7, 0.02)


def test_the_list_of_files_is_printed_as_json(tmp_path: Path) -> None:
    result = runner.invoke(sample, ["make", str(tmp_path), "--scale", "0.02", "--json"])
    told = json.loads(result.output)
    assert told["seed"] == 2021
    assert told["files"] == sorted(p.name for p in tmp_path.iterdir())


def test_a_scale_so_small_that_nobody_proposes_anything_still_makes_a_folder(tmp_path: Path) -> None:
    result = runner.invoke(sample, ["make", str(tmp_path), "--scale", "0.00001"])
    assert result.exit_code == 0, result.exception
    assert (tmp_path / "suara.csv").read_text() == "nomor peserta,nomor usulan\n"


def test_a_scale_out_of_range_is_refused_with_a_sentence(tmp_path: Path) -> None:
    result = runner.invoke(sample, ["make", str(tmp_path), "--scale", "0"])
    assert result.exit_code == 2
    assert "--scale" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_without_a_traceback(tmp_path: Path) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder")
    result = runner.invoke(sample, ["make", str(blocked), "--scale", "0.02"])
    assert result.exit_code == 2
    assert "Pilih folder lain" in result.output
