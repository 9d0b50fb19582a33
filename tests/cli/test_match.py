"""`selaras match`: proposals in, the best catalogue codes and fields of duty out, as JSON or as a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app

CATALOGUE = (
    "level,kode,nomenklatur\nbidang,1.03,Pekerjaan Umum\nsub,1.03.10.2.01.0033,Rekonstruksi Jalan\n"
    "bidang,3.27,Pertanian\nsub,3.27.02.2.01.0001,Pengawasan Penggunaan Pupuk\n"
    "sub,3.27.03.2.02.0003,Pembangunan Jalan Usaha Tani\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "katalog.csv").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "usulan.csv").write_text(
        "no;aktivitas;desa\n1;Aspal jln [Krajan];Ayah\n2;qwerty;Ayah\n3;Bantuan pupuk;Buayan\n", encoding="utf-8"
    )
    return tmp_path


def _run(folder: Path, *options: str) -> Any:
    arguments = ["match", str(folder / "usulan.csv"), "--catalogue", str(folder / "katalog.csv"), *options]
    return CliRunner().invoke(app, arguments)


def test_json_holds_one_item_a_row_in_the_order_of_the_file(folder: Path) -> None:
    result = _run(folder, "--json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert [(row["row"], row["line"], row["fits"]) for row in answer["rows"]] == [
        (1, 2, True),
        (2, 3, False),
        (3, 4, True),
    ]
    first = answer["rows"][0]
    assert first["text"] == "Aspal jln [Krajan]"
    assert first["best"][0]["code"] == "1.03.10.2.01.0033"
    assert {"code", "name", "confidence", "words"} == set(first["best"][0])
    assert first["field"] == first["fields"][0]
    assert first["field"]["code"] == "1.03"
    assert answer["rows"][1]["best"] == []
    assert (answer["text_column"], answer["catalogue"]) == ("aktivitas", 3)
    assert _run(folder, "--json").stdout == result.stdout


def test_a_table_for_people(folder: Path) -> None:
    result = _run(folder)
    assert result.exit_code == 0, result.output
    assert "[Krajan]" in result.stdout
    assert "belum" in result.stdout
    assert "3 usulan dibaca, 2 cocok" in result.stdout


def test_confirmed_matches_by_code_or_by_field_are_learned(folder: Path) -> None:
    (folder / "pasti.csv").write_text(
        "usulan,kode,urusan\nAspal jln [Krajan],3.27.03.2.02.0003,\nqwerty,,Pertanian\nzzz,,tes\n", encoding="utf-8"
    )
    answer = json.loads(_run(folder, "--learn", str(folder / "pasti.csv"), "--json").stdout)
    assert answer["learned"] == {"used": 2, "passed_over": 1}
    assert answer["rows"][0]["best"][0]["code"] == "3.27.03.2.02.0003"


def test_the_text_column_can_be_named(folder: Path) -> None:
    answer = json.loads(_run(folder, "--text", "Desa", "--json").stdout)
    assert [row["text"] for row in answer["rows"]] == ["Ayah", "Ayah", "Buayan"]


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda folder: (folder / "usulan.csv").unlink(), "tidak dapat dibuka"),
        (lambda folder: (folder / "katalog.csv").write_text("a,b\n1,2\n"), "kolom kode"),
        (lambda folder: (folder / "katalog.csv").write_text("kode,nama\n1.03,Jalan\n"), "enam bagian"),
        (lambda folder: (folder / "usulan.csv").write_bytes(b""), "kosong"),
    ],
)
def test_bad_input_ends_with_two_and_says_what_to_do(folder: Path, break_it: Any, said: str) -> None:
    break_it(folder)
    for options in ((), ("--json",)):
        result = _run(folder, *options)
        assert result.exit_code == 2
        assert said in result.output.replace("\n", " ")
        assert "Traceback" not in result.output


def test_an_unknown_text_column_is_answered_with_those_there_are(folder: Path) -> None:
    result = _run(folder, "--text", "judul", "--json")
    assert result.exit_code == 2
    assert "aktivitas" in json.loads(result.stdout)["error"]
