"""`selaras data check` tells which cell breaks which rule; with `--strict` its exit code tells too."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from selaras.cli.app import app

RUN = CliRunner()
STANDARD = {
    "name": "penduduk",
    "fields": [
        {"name": "kode", "sdi:codeSystem": {"name": "kemendagri", "version": "2025", "names": "desa"}},
        {"name": "desa"},
        {"name": "jiwa", "type": "integer", "constraints": {"minimum": 0}},
        {"name": "kecamatan"},
    ],
    "foreignKeys": [{"fields": ["kecamatan"], "reference": {"resource": "kecamatan", "fields": ["kode"]}}],
}
ROWS = "kode;desa;jiwa;kecamatan\n33.05.01.2003;Srati;1.250;33.05.01\n33.05.01.2003;Ayah;-4;33.05.99\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "standar.json").write_text(json.dumps(STANDARD))
    (tmp_path / "penduduk.csv").write_text(ROWS)
    (tmp_path / "wilayah.csv").write_text("kode,nama\n33.05.01.2003,Srati\n")
    (tmp_path / "kecamatan.csv").write_text("kode,nama\n33.05.01,Ayah\n")
    return tmp_path


def run(folder: Path, *more: str) -> Any:
    return RUN.invoke(
        app, ["data", "check", str(folder / "penduduk.csv"), "--standard", str(folder / "standar.json"), *more]
    )


def with_lists(folder: Path) -> list[str]:
    return [
        "--reference", f"kecamatan={folder / 'kecamatan.csv'}", "--codes", f"kemendagri@2025={folder / 'wilayah.csv'}",
    ]  # fmt: skip


def test_every_fault_as_json(folder: Path) -> None:
    result = run(folder, *with_lists(folder), "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (found["rows"], found["errors"], found["valid"], found["unchecked"]) == (2, 3, False, [])
    assert found["numerals"] == {"jiwa": {"decimal": ",", "certain": False, "ambiguous": 1}}
    assert [(fault["row"], fault["column"], fault["rule"]) for fault in found["faults"]] == [
        (3, "jiwa", "minimum"), (3, "kecamatan", "foreignKey"), (3, "kode", "codeName"),
    ]  # fmt: skip
    assert found["faults"][0]["message"] == 'Baris 3, kolom jiwa: "-4" kurang dari 0. Periksa lagi; paling sedikit 0.'


def test_what_could_not_be_compared_is_said(folder: Path) -> None:
    said = run(folder).output
    assert "Tabel acuan kecamatan tidak disertakan" in " ".join(said.split())
    assert "Daftar kode kemendagri 2025 tidak disertakan" in " ".join(said.split())


def test_a_table_in_order_ends_with_zero(folder: Path) -> None:
    (folder / "penduduk.csv").write_text("".join(ROWS.splitlines(keepends=True)[:2]))
    result = run(folder, *with_lists(folder), "--strict")
    assert result.exit_code == 0
    assert result.output.strip() == "penduduk.csv: 1 baris diperiksa, sesuai standar."


def test_the_copy_with_remarks(folder: Path) -> None:
    copy = folder / "catatan.xlsx"
    assert run(folder, "--annotated", str(copy), "--strict").exit_code == 1
    sheet = openpyxl.load_workbook(io.BytesIO(copy.read_bytes()))["Tabel"]
    assert [sheet.cell(row, 5).value for row in (2, 3)] == ["Sesuai standar", "Belum sesuai standar"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--reference", "kecamatan"], "bukan nama=berkas"),
        (["--codes", "kemendagri=x.csv"], "bukan sistem@versi=berkas"),
        (["--resource", "lain"], "Pilih satu sumber"),
    ],
)
def test_what_cannot_be_understood_ends_with_two(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "standar.json").write_text(json.dumps({"resources": [{"name": "a", "schema": STANDARD}]}))
    result = run(folder, *arguments, "--json")
    assert result.exit_code == 2
    assert said in json.loads(result.stdout)["error"]


def test_a_file_that_is_not_there(folder: Path) -> None:
    (folder / "penduduk.csv").unlink()
    result = run(folder, "--json")
    assert result.exit_code == 2
    assert "tidak dapat dibuka" in json.loads(result.stdout)["error"]


def test_a_draft_of_a_standard_is_kept_by_the_table_it_came_from(folder: Path) -> None:
    draft = folder / "rancangan.json"
    made = RUN.invoke(app, ["data", "standard", str(folder / "wilayah.csv"), "--out", str(draft)])
    assert made.exit_code == 0
    checked = RUN.invoke(app, ["data", "check", str(folder / "wilayah.csv"), "--standard", str(draft), "--strict"])
    assert (checked.exit_code, checked.output) == (0, "wilayah.csv: 1 baris diperiksa, sesuai standar.\n")
