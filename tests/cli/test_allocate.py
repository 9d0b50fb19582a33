"""`selaras allocate`: an election computed from the shell, and what it says when a file is not one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from selaras.engines.allocation.pabulib import read_pabulib

ELECTION = """META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
511;60;Jalan desa
1598;60;Lampu jalan
7;40;Talud
VOTES
voter_id;vote
1;511,7
2;1598,7
3;511
4;1598
"""


@pytest.fixture
def election(tmp_path: Path) -> Path:
    file = tmp_path / "suara.pb"
    file.write_text(ELECTION, encoding="utf-8")
    return file


def answer(*arguments: str, code: int = 0) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["allocate", *arguments, "--json"])
    assert result.exit_code == code, result.output
    told: dict[str, Any] = json.loads(result.stdout)
    return told


@pytest.mark.parametrize(
    ("options", "selected"),
    [
        ([], ["7"]),
        (["--completion", "ranked"], ["7", "1598"]),
        (["--completion", "add1u", "--satisfaction", "cardinality"], ["7", "1598"]),
        (["--rule", "ranked"], ["1598", "7"]),
    ],
)
def test_the_selected_come_in_the_order_of_the_rule(election: Path, options: list[str], selected: list[str]) -> None:
    told = answer(str(election), *options)
    assert told["selected"] == selected
    assert told["cost"] == sum({"511": 60, "1598": 60, "7": 40}[each] for each in selected)
    assert told["budget"] == 100


def test_the_best_choice_is_json_and_nothing_else(election: Path) -> None:
    command = [sys.executable, "-m", "selaras", "allocate", str(election), "--rule", "optimal", "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert told["score"] == 4
    assert told["cost"] == 100


def test_ties_rounds_and_what_is_lacking_are_told(election: Path) -> None:
    told = answer(str(election), "--completion", "ranked")
    (tie,) = [tie for tie in told["ties"] if tie["round"] is None]
    assert (tie["tied"], tie["displaced"], tie["broken_by"]) == (["1598", "511"], ["511"], "id")
    assert told["rounds"][0] == {"id": "7", "cost": 40, "rho": 0.5, "payers": 2, "mean_payment": 20.0}
    assert told["unfunded"] == [{"id": "511", "cost": 60, "support": 2, "left": 30.0, "lacking": 30.0}]


def test_a_person_reads_a_table(election: Path) -> None:
    result = CliRunner().invoke(app, ["allocate", str(election), "--completion", "ranked"])
    assert result.exit_code == 0
    for said in ("2 dari 3 usulan didanai, 100 dari anggaran 100.", "Lampu jalan", "Belum didanai", "Seri:"):
        assert said in result.stdout


def test_brackets_in_a_name_are_letters_like_others(tmp_path: Path) -> None:
    file = tmp_path / "suara.pb"
    file.write_text(ELECTION.replace("Lampu jalan", "Lampu [tahap 2]").replace("Talud", "Talud [/x] :house:"))
    result = CliRunner().invoke(app, ["allocate", str(file), "--completion", "ranked"])
    assert result.exit_code == 0, result.exception
    for said in ("Lampu [tahap 2]", "Talud [/x] :house:"):
        assert said in result.stdout


def test_the_outcome_is_written_as_a_pabulib_file(election: Path, tmp_path: Path) -> None:
    answer(str(election), "--pb", str(tmp_path / "hasil.pb"))
    written = read_pabulib((tmp_path / "hasil.pb").read_bytes())
    assert written.column("selected") == ["0", "0", "1"]


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (None, [], "tidak dapat dibuka: tidak ada berkas atau folder dengan nama itu."),
        ("nama,biaya\nJalan,60\n", [], "bagian META"),
        (ELECTION.replace("3;511\n", "3;99\n"), [], "Baris 14: suara menyebut usulan 99"),
        (ELECTION.replace("511;60;Jalan desa", "511;60"), [], "Baris 7: ada 2 sel"),
        (ELECTION, ["--increment", "nol"], "--increment"),
        (ELECTION, ["--pb", "/dev/null/x.pb"], "tidak dapat ditulis: sebagian alamatnya bukan folder."),
    ],
)
def test_bad_input_ends_with_a_sentence_and_code_2(
    tmp_path: Path, content: str | None, options: list[str], said: str
) -> None:
    file = tmp_path / "berkas.pb"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert said in answer(str(file), *options, code=2)["error"]
    result = CliRunner().invoke(app, ["allocate", str(file), *options])
    assert result.exit_code == 2
    assert not result.stdout
