"""`selaras import check` says of every row whether it would be taken, and ends with 2 where the file is no table."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from tests.torture.files import all_files

RUN = CliRunner()
PROPOSALS = (
    "No;Usulan;Desa;Kecamatan;Biaya\n1;Talud;Srati;Ayah;150 jt\n2;;Srati;Ayah;5.000.000\n3;PJU;Sratti;Ayah;7.000.000\n"
)
REGIONS = "kode,nama\n33.05.01,Ayah\n33.05.01.2003,Srati\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "usulan.csv"
    path.write_text(PROPOSALS)
    return path


def as_json(*arguments: str | Path) -> dict[str, Any]:
    result = RUN.invoke(app, ["import", "check", *map(str, arguments), "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_rows_read_taken_and_kept_with_reasons(file: Path) -> None:
    found = as_json(file, "--kind", "proposals")
    assert (found["file"], found["kind"]) == (str(file), "proposals")
    assert (found["read"], found["taken"], found["kept"]) == (3, 2, 1)
    assert [row["outcome"] for row in found["rows"]] == ["taken", "kept", "taken"]
    assert found["rows"][0]["values"]["cost"] == 150_000_000
    assert found["rows"][0]["notes"] == ['Baris 2, kolom Biaya: "150 jt" kami baca sebagai Rp 150.000.000. Betul?']
    assert found["rows"][1]["reasons"] == ["Baris 3, kolom Usulan: kosong. Isi usulan."]
    assert {column["column"]: column["field"] for column in found["columns"]}["Desa"] == "village"
    assert found["facts"]["sheets"][0]["delimiter"] == ";"


def test_villages_are_checked_against_a_list(file: Path, tmp_path: Path) -> None:
    (tmp_path / "wilayah.csv").write_text(REGIONS)
    found = as_json(file, "--regions", tmp_path / "wilayah.csv")
    assert found["rows"][2]["values"]["village_code"] == "33.05.01.2003"
    assert found["rows"][2]["notes"] == [
        'Baris 4, kolom Desa: Desa "Sratti" tidak ada di Kecamatan Ayah; kami baca sebagai Srati. Betul?'
    ]


def test_a_summary_for_people(file: Path) -> None:
    result = RUN.invoke(app, ["import", "check", str(file)])
    assert result.exit_code == 0
    assert "3 baris dibaca, 2 diambil, 1 ditahan." in result.stdout
    assert "Desa/Kelurahan" in result.stdout


def test_an_annotated_copy_is_written(file: Path, tmp_path: Path) -> None:
    as_json(file, "--annotated", tmp_path / "kembali.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "kembali.xlsx").read_bytes())).active
    assert sheet["F3"].value == "Ditahan"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"<html></html>"])
def test_an_unreadable_file_ends_with_2_and_a_sentence(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "usulan.xlsx"
    bad.write_bytes(content)
    spoken = RUN.invoke(app, ["import", "check", str(bad)])
    written = RUN.invoke(app, ["import", "check", str(bad), "--json"])
    assert (spoken.exit_code, written.exit_code) == (2, 2)
    assert spoken.stderr.startswith("Berkas ini")
    assert json.loads(written.stdout)["error"].endswith(".")


@pytest.mark.parametrize(
    ("arguments", "word"), [(["tiada.csv"], "tidak dapat dibuka"), (["{file}", "--kind", "x"], "tidak dikenal")]
)
def test_a_wrong_call_ends_with_2_and_a_sentence(file: Path, arguments: list[str], word: str) -> None:
    result = RUN.invoke(app, ["import", "check", *(part.format(file=file) for part in arguments)])
    assert result.exit_code == 2
    assert word in result.stderr


def test_the_whole_torture_set_is_read(tmp_path: Path) -> None:
    for place, torture in enumerate(all_files()):
        path = tmp_path / f"{place}.dat"
        path.write_bytes(torture.content)
        found = as_json(path)
        assert (found["read"], found["kept"]) == (torture.data, torture.kept)
        assert found["read"] == found["taken"] + found["kept"] == len(found["rows"])


def test_the_bar_stays_quiet_where_nobody_watches(file: Path) -> None:
    assert RUN.invoke(app, ["import", "check", str(file), "--json"]).stderr == ""
