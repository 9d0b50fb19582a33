"""`selaras exposure read`: one report of a scanner, without a database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from tests.engines.findings.reports import HOST, WHOLE, nmap, nuclei, port, trivy
from tests.engines.findings.variants import VARIANTS

PYTM = (
    b'{"elements": [{"__class__": "Actor", "name": "A"}, {"__class__": "Server", "name": "B"}], "flows": [{"source": \
"A", "sink": "B"}]}'
)


@pytest.fixture
def run(tmp_path: Path):
    def run(content: bytes, *options: str):
        (tmp_path / "laporan").write_bytes(content)
        return CliRunner().invoke(app, ["exposure", "read", str(tmp_path / "laporan"), *options])

    return run


@pytest.mark.parametrize("name", WHOLE)
def test_the_counts_are_those_of_the_lists(run, name: str) -> None:
    done = run(WHOLE[name], "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["format"]) == (0, name)
    assert told["host_count"] == len(told["hosts"])
    assert told["service_count"] == sum(len(host["services"]) for host in told["hosts"])
    assert told["finding_count"] == len(told["findings"]) == sum(told["by_severity"].values())
    assert told["set_aside_count"] == len(told["set_aside"])


@pytest.mark.parametrize("name", VARIANTS)
def test_further_versions_of_each_tool(run, name: str) -> None:
    done, variant = run(VARIANTS[name].content, "--json"), VARIANTS[name]
    told = json.loads(done.stdout)
    counts = (told["host_count"], told["service_count"], told["finding_count"], told["set_aside_count"])
    assert (done.exit_code, told["format"], counts) == (0, variant.format, variant[2:])


def test_a_finding_in_json(run) -> None:
    (finding,) = json.loads(run(nuclei(), "--json").stdout)["findings"]
    assert finding["cves"] == ["CVE-2021-44228"]
    assert (finding["host"], finding["port"], finding["severity"], finding["last_seen"]) == (
        "contoh.go.id", 443, "critical", "2024-05-01T10:00:00Z",
    )  # fmt: skip


def test_a_report_for_a_person(run) -> None:
    out = run(nuclei()).stdout
    assert "laporan: Nuclei" in out
    assert "1 host, 1 layanan, 1 temuan." in out
    assert "Tingkat: 1 kritis." in out


def test_marks_of_a_style_in_a_report_are_letters(run) -> None:
    assert "[bold]x[/bold]" in run(nuclei(info={"name": "[bold]x[/bold]", "severity": "low"})).stdout


def test_a_model(run) -> None:
    told = json.loads(run(PYTM, "--json").stdout)
    assert (told["format"], told["system_count"], told["connection_count"]) == ("pytm", 2, 1)
    assert "2 sistem, 1 koneksi." in run(PYTM).stdout


@pytest.mark.parametrize("content", [nmap(port(80))[:-30], trivy(Secrets=7), b"halo"])
def test_a_refusal_ends_with_two(run, content: bytes) -> None:
    done = run(content, "--json")
    assert done.exit_code == 2
    assert list(json.loads(done.stdout)) == ["error"]


def test_a_file_that_is_not_there() -> None:
    done = CliRunner().invoke(app, ["exposure", "read", "tidak-ada.xml", "--json"])
    assert done.exit_code == 2
    assert "tidak ada berkas" in json.loads(done.stdout)["error"]


def test_it_starts_without_the_rest_of_the_application(tmp_path: Path) -> None:
    (tmp_path / "laporan").write_bytes(nmap(port(80)))
    script = (
        "import sys; sys.argv = ['selaras', 'exposure', 'read', sys.argv[1], '--json']\n"
        "from selaras.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    print({'django', 'polars', 'scipy'} & set(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "laporan")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "set()")
    assert json.loads(done.stdout)["hosts"][0]["name"] == HOST
