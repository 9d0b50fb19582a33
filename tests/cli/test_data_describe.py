"""`selaras data describe` tells what a file is, and ends with 2 where it is no table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from tests.torture.files import workbook

RUN = CliRunner()
POPULATION = (
    "PENDUDUK KABUPATEN (contoh);;;\n;;;\nKode;Kecamatan;Penduduk (jiwa);Luas (km2)\n"
    "33.05.01;Ayah;58.210;76,37\n33.05.02;Buayan;1.058.210;68,42\n;Jumlah;1.116.420;144,79\nSumber: contoh;;;\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "penduduk.csv"
    path.write_text(POPULATION)
    return path


def as_json(*arguments: str | Path) -> dict[str, Any]:
    result = RUN.invoke(app, ["data", "describe", *map(str, arguments), "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_json_tells_the_form_the_header_the_columns_and_the_rows(file: Path) -> None:
    told = as_json(file)
    assert (told["file"], told["kind"], told["encoding"], told["line_end"], told["delimiter"]) == (
        str(file), "csv", "utf-8", "lf", ";",
    )  # fmt: skip
    assert (told["header_row"], told["header_rows"], told["rows"]) == (3, [3], 2)
    assert (told["first_row"], told["last_row"]) == (4, 5)
    assert told["titles"] == ["PENDUDUK KABUPATEN (contoh)"]
    assert told["skipped"] == {"title": [1], "blank": [2], "total": [6], "footer": [7]}
    assert [(one["letter"], one["name"], one["type"], one["form"], one["unit"]) for one in told["columns"]] == [
        ("A", "Kode", "code", "", ""),
        ("B", "Kecamatan", "text", "", ""),
        ("C", "Penduduk (jiwa)", "integer", "1.234", "jiwa"),
        ("D", "Luas (km2)", "decimal", "1234,5", "km2"),
    ]
    assert (told["doubts"], told["ragged"]) == ([], [])


def test_what_is_in_doubt_is_said_with_its_column(tmp_path: Path) -> None:
    path = tmp_path / "nilai.csv"
    path.write_text("Desa;Nilai\nAyah;1.515\nSrati;2.250\n")
    (doubt,) = as_json(path)["doubts"]
    assert (doubt["topic"], doubt["column"]) == ("number", "B")
    assert "ribuan atau desimal" in doubt["sentence"]


@pytest.mark.parametrize(("arguments", "sheet"), [([], "Lama"), (["--sheet", "Baru"], "Baru")])
def test_each_sheet_is_told_and_one_can_be_asked_for(tmp_path: Path, arguments: list[str], sheet: str) -> None:
    def fill(first: Any) -> None:
        first.title = "Lama"
        second = first.parent.create_sheet("Baru")
        for one, names in ((first, ("Ayah", "Srati")), (second, ("Jatijajar",))):
            one.append(["Desa", "Penduduk"])
            for name in names:
                one.append([name, 7])

    path = tmp_path / "penduduk.xlsx"
    path.write_bytes(workbook(fill))
    told = as_json(path, *arguments)
    assert told["sheet"] == sheet
    assert [(one["sheet"], one["rows"], one["chosen"]) for one in told["sheets"]] == [
        ("Lama", 2, sheet == "Lama"), ("Baru", 1, sheet == "Baru"),
    ]  # fmt: skip


def test_a_summary_for_people(file: Path) -> None:
    result = RUN.invoke(app, ["data", "describe", str(file)])
    assert result.exit_code == 0
    assert "penduduk.csv: 2 baris data, 4 kolom." in result.stdout
    assert "Teks, penyandian utf-8, akhir baris LF, pemisah titik koma." in result.stdout
    assert "Nama kolom di baris 3, data di baris 4 sampai 5." in result.stdout
    assert "Bukan data: 1 judul di atas tabel, 1 baris kosong, 1 baris jumlah" in result.stdout


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"<html></html>", b'{"nama": 1}'])
def test_no_table_ends_with_2_and_a_sentence(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "penduduk.xls"
    bad.write_bytes(content)
    spoken = RUN.invoke(app, ["data", "describe", str(bad)])
    written = RUN.invoke(app, ["data", "describe", str(bad), "--json"])
    assert (spoken.exit_code, written.exit_code) == (2, 2)
    assert spoken.stderr.startswith("Berkas ini")
    assert json.loads(written.stdout)["error"].endswith(".")


@pytest.mark.parametrize(
    ("arguments", "word"), [(["tiada.csv"], "tidak dapat dibuka"), (["{file}", "--sheet", "x"], "Pilih salah satu")]
)
def test_a_wrong_call_ends_with_2_and_a_sentence(file: Path, arguments: list[str], word: str) -> None:
    result = RUN.invoke(app, ["data", "describe", *(part.format(file=file) for part in arguments)])
    assert result.exit_code == 2
    assert word in " ".join(result.stderr.split())
