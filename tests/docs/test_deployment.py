"""The deployment guide works as written: its units start the site and the worker, its proxy file is sound.

Paths of the guide are replaced by those of the test; everything else stands as the page has it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.cluster import Cluster, programs
from tests.docs.pages import ROOT, blocks_of, text_of
from tests.processes import free_port, health, started

pytestmark = pytest.mark.slow
GUIDE = "docs/deploy.md"
HOST = "forum.example.go.id"


def block(start: str, language: str = "ini") -> str:
    """The fenced block that begins so."""
    return next(one.text for one in blocks_of(GUIDE) if one.language == language and one.text.startswith(start))


def unit(name: str) -> list[tuple[str, str]]:
    """The lines of the service section of a unit, in their order."""
    text = block(f"[Unit]\nDescription=Selaras, the {name}")
    section = text.partition("[Service]\n")[2].partition("[Install]")[0]
    return [(key, value) for key, _, value in (line.partition("=") for line in section.splitlines() if line)]


def environment(home: Path, **more: str) -> dict[str, str]:
    """What the guide's settings file says, with this test's folder, and nothing else."""
    told = dict(line.split("=", 1) for line in block("SELARAS_HOME").splitlines())
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("SELARAS_", "DJANGO_"))}
    return clean | told | {"SELARAS_HOME": str(home)} | more


def command(line: str, port: int = 0) -> list[str]:
    words = shlex.split(line.replace("/srv/selaras/program", str(ROOT)))
    return [str(port) if word == "8000" else word for word in words]


def runs_as_written(home: Path, **more: str) -> None:
    own, port = environment(home, **more), free_port()
    site = unit("site")
    for key, line in site:
        if key == "ExecStartPre":
            subprocess.run(command(line), env=own, cwd=home, check=True)
    start = next(line for key, line in site if key == "ExecStart")
    with started(command(start, port), own, home):
        assert health(port, **{"Host": HOST, "X-Forwarded-Proto": "https"}) == "sehat\n"
    work = next(line for key, line in unit("worker") if key == "ExecStart")
    with started(command(work), own, home) as worker:
        time.sleep(3)
        assert worker.poll() is None
    admin = next(line for line in text_of(GUIDE).splitlines() if "selaras account set admin" in line)
    made = subprocess.run(
        command(admin.partition("selaras.env) ")[2]), env=own, cwd=home, check=True, capture_output=True, text=True
    )
    assert made.stdout.startswith("admin  ")


def test_one_office_starts_with_the_units_of_the_guide(tmp_path: Path) -> None:
    runs_as_written(tmp_path)
    assert (tmp_path / "selaras.sqlite3").exists()


def test_several_processes_start_on_the_database_that_the_guide_makes(tmp_path: Path, postgres: Cluster) -> None:
    server = {"PGHOST": "127.0.0.1", "PGPORT": str(postgres.port), "PGUSER": postgres.user}
    for line in block("createuser", "sh").splitlines():
        program, *words = shlex.split(line)
        subprocess.run([programs() / program, *words], env=os.environ | server, check=True)
    url = f"postgresql://selaras@127.0.0.1:{postgres.port}/selaras"
    runs_as_written(tmp_path, SELARAS_DATABASE_URL=url, SELARAS_SECRET_KEY="contoh" * 10)
    assert not (tmp_path / "selaras.sqlite3").exists()


def test_nginx_takes_the_proxy_file(tmp_path: Path) -> None:
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed here (Debian: apt-get install nginx-light)")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={HOST}", "-days", "1"]
    subprocess.run([*made, "-keyout", tmp_path / "key", "-out", tmp_path / "pem"], check=True, capture_output=True)
    server = block("server", "nginx").replace("/etc/ssl/forum.pem", f"{tmp_path}/pem")
    server = re.sub(r"listen 443", "listen 127.0.0.1:8443", server.replace("/etc/ssl/forum.key", f"{tmp_path}/key"))
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {server} }}"
    (tmp_path / "nginx.conf").write_text(whole)
    subprocess.run(["nginx", "-t", "-c", tmp_path / "nginx.conf"], check=True, capture_output=True)
