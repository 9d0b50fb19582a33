"""`selaras forum`: from a folder to documents, step by step or in one go; what is wrong ends with 2 and a sentence."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from tests.forum.small_folder import small_folder
from tests.forum.small_forum import FILES
from tests.processes import selaras

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Office:
    home: Path
    folder: Path
    out: Path
    told: dict[str, Any]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that has run its forum once, as JSON."""
    home = tmp_path_factory.mktemp("kantor")
    folder, out = small_folder(home / "masukan"), home / "hasil"
    ran = selaras("forum", "run", folder, "--out", out, "--json", home=home)
    assert ran.returncode == 0, ran.stderr
    return Office(home, folder, out, json.loads(ran.stdout))


def no_traceback(output: str) -> bool:
    return "Traceback" not in output and "Error" not in output


def test_the_documents_are_there(office: Office) -> None:
    names = {path.name for path in office.out.iterdir()}
    assert {
        "berita-acara.pdf",
        "berita-acara.docx",
        "daftar-keputusan.xlsx",
        "ringkasan.html",
        "decision.json",
    } <= names


def test_json_tells_the_decision_and_every_file(office: Office) -> None:
    told = office.told
    assert set(told) == {
        "proposals", "asked_cost", "funded", "funded_cost", "by_status", "digest", "rule", "files", "out",
    }  # fmt: skip
    assert (told["proposals"], told["rule"], told["out"]) == (9, "ranked", str(office.out))
    assert set(told["files"]) == {name for name, _ in FILES.values()}
    assert all(file["read"] == file["taken"] + file["kept"] > 0 for file in told["files"].values())
    assert sum(told["by_status"].values()) == told["proposals"]


def test_a_second_run_gives_the_same_decision_and_speaks_to_people(office: Office) -> None:
    ran = selaras("forum", "run", office.folder, "--out", office.out, home=office.home)
    assert ran.returncode == 0
    assert f"{office.told['funded']} dari 9 usulan didanai" in ran.stdout
    assert "Data contoh untuk pengujian." in ran.stdout
    assert office.told["digest"][:4].upper() in ran.stdout
    with sqlite3.connect(office.home / "selaras.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM forum_decision").fetchone() == (1,)


def test_the_steps_one_by_one_give_what_the_run_gives(office: Office, tmp_path: Path) -> None:
    steps = (
        (["import", office.folder], "Forum kecil-2021 siap diselaraskan."),
        (["list"], "kecil-2021"),
        (["align", "kecil-2021"], "usulan selaras dengan nomenklatur"),
        (["decide", "kecil-2021"], f"{office.told['funded']} usulan didanai."),
        (["write", "kecil-2021", "--out", tmp_path / "hasil"], "dokumen ditulis di"),
    )
    for arguments, told in steps:
        ran = selaras("forum", *arguments, home=tmp_path)
        assert (ran.returncode, told in ran.stdout) == (0, True), (arguments, ran.stdout, ran.stderr)
    one, other = office.out / "decision.json", tmp_path / "hasil" / "decision.json"
    assert one.read_bytes() == other.read_bytes()


def test_what_a_folder_holds_that_nobody_reads_is_named(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "masukan")
    (folder / "catatan.docx").write_text("x")
    with (folder / "forum.toml").open("a") as setting:
        setting.write("bobt = 40\n")
    ran = selaras("forum", "import", folder, home=tmp_path)
    told = " ".join(ran.stdout.split())
    assert "Tidak dibaca karena namanya tidak dikenal: catatan.docx." in told
    assert "Tidak dipakai karena tidak dikenal di forum.toml: kriteria.bobt. Periksa ejaannya." in told


def test_a_decision_is_computed_again_from_its_file(office: Office, tmp_path: Path) -> None:
    ran = selaras("forum", "replay", office.out / "decision.json", home=tmp_path)
    assert (ran.returncode, ran.stdout.split()[-1]) == (0, office.told["digest"])
    assert "cocok" in ran.stderr
    assert not list(tmp_path.iterdir())  # no database was made for it


@pytest.mark.parametrize("content", ["{}", "[1]", "bukan json", ""])
def test_a_file_that_is_no_decision_is_told_apart(tmp_path: Path, content: str) -> None:
    (tmp_path / "decision.json").write_text(content)
    ran = CliRunner().invoke(app, ["forum", "replay", str(tmp_path / "decision.json")])
    assert (ran.exit_code, no_traceback(ran.stderr)) == (2, True)
    assert "decision.json" in ran.stderr


def test_a_changed_decision_does_not_pass(office: Office, tmp_path: Path) -> None:
    document = json.loads((office.out / "decision.json").read_bytes())
    funded = next(fate for fate in document["result"]["outcomes"] if fate["status"] == "accepted")
    funded["cost"] += 1
    (tmp_path / "decision.json").write_text(json.dumps(document))
    ran = selaras("forum", "replay", tmp_path / "decision.json", home=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "tidak sama dengan isi berkas" in " ".join(ran.stderr.split())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    ran = selaras("forum", "run", tmp_path / "tiada", home=tmp_path)
    assert (ran.returncode, no_traceback(ran.stderr)) == (2, True)
    assert "tidak ada. Periksa namanya." in " ".join(ran.stderr.split())
    written = selaras("forum", "run", tmp_path / "tiada", "--json", home=tmp_path)
    assert written.returncode == 2
    assert json.loads(written.stdout)["error"].endswith("Periksa namanya.")


def test_a_file_that_is_no_table_is_told_by_its_name(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "masukan")
    (folder / "usulan-desa.csv").write_bytes(b"%PDF-1.4 bukan tabel")
    ran = selaras("forum", "run", folder, home=tmp_path)
    assert (ran.returncode, no_traceback(ran.stderr)) == (2, True)
    assert "usulan-desa.csv" in ran.stderr


def test_steps_out_of_order_say_which_comes_first(office: Office, tmp_path: Path) -> None:
    for arguments in (["align", "tiada"], ["decide", "tiada"], ["write", "tiada"]):
        ran = selaras("forum", *arguments, home=office.home)
        assert (ran.returncode, no_traceback(ran.stderr)) == (2, True)
        assert "selaras forum list" in " ".join(ran.stderr.split())
    ran = selaras("forum", "decide", "kecil-2021", "--rule", "undian", home=office.home)
    assert (ran.returncode, "Pilih: ranked, optimal, equal_shares" in " ".join(ran.stderr.split())) == (2, True)
