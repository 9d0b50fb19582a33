"""One run: an office, its site in two processes, a hall of phones; if asked, one process killed in the middle."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Hall:
    """How many vote on how much; `pace` is the mean of seconds between two answers of one phone."""

    people: int
    items: int
    pace: float
    secret: bool = False
    kill_after: float = 0.0  # seconds from the start; 0 kills nothing


def run(hall: Hall, home: Path, database: str = "") -> dict[str, Any]:
    """What the phones were told, held against the database; with the CPU seconds of the site."""
    plan, told = home / "plan.json", home / "told.json"
    port = _free_port()
    plan.write_text(json.dumps({"site": f"http://127.0.0.1:{port}", "pace": hall.pace, "told": str(told)}))
    environment = _environment(home, database)
    office = [sys.executable, "-m", "bench.hall.office"]
    secret = ["secret"] if hall.secret else []
    prepare = [*office, "prepare", str(plan), str(hall.people), str(hall.items), *secret]
    subprocess.run(prepare, env=environment, cwd=ROOT, check=True)
    with _site(port, home, environment) as site:
        start = time.monotonic()
        phones = _phones(hall, plan, home, environment)
        killed = _kill_one(site.pid, hall.kill_after, phones) if hall.kill_after else 0
        if phones.wait() not in (0, 1):  # 1 tells of requests that failed, as those do whose process is killed
            raise RuntimeError((home / "phones.log").read_text()[-3000:])
        wall = time.monotonic() - start
        site_cpu = _cpu_of(site.pid)
    found = subprocess.run(
        [*office, "compare", str(plan)], env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    said = json.loads(told.read_text())
    said.pop("acknowledged")
    return said | json.loads(found.stdout) | {"wall": wall, "killed": killed, "site_cpu": site_cpu}


def _phones(hall: Hall, plan: Path, home: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    locust = ["-m", "locust", "-f", "bench/hall/phones.py", "--headless", "--skip-log", "-u", str(hall.people)]
    log = (home / "phones.log").open("wb")
    return subprocess.Popen(
        [sys.executable, *locust, "-r", str(hall.people), "--only-summary"],
        env=environment | {"SELARAS_HALL_PLAN": str(plan)},
        cwd=ROOT,
        stdout=log,
        stderr=log,
    )


@contextlib.contextmanager
def _site(port: int, home: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """`selaras serve` with two processes, as the guide says."""
    with (home / "site.log").open("wb") as log:
        command = [sys.executable, "-m", "selaras", "serve", "--port", str(port), "--workers", "2"]
        site = subprocess.Popen(command, env=environment, cwd=home, stdout=log, stderr=log)
        try:
            _wait_for(port, site)
            yield site
        finally:
            site.terminate()
            site.wait(timeout=20)


def _wait_for(port: int, site: subprocess.Popen[bytes]) -> None:
    """Until the site answers, then some more requests, so that each process has loaded what it needs."""
    waiting, warmed = time.monotonic() + 120, 0
    while warmed < 20:
        if site.poll() is not None or time.monotonic() > waiting:
            raise RuntimeError("The site did not start.")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/suara/", timeout=20).close()
            warmed += 1
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)


def _kill_one(site: int, seconds: float, phones: subprocess.Popen[bytes]) -> int:
    """`kill -9` to one of the two processes; its number."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        phones.wait(timeout=seconds)
        raise RuntimeError("The phones were done before the process could be killed.")
    one = _processes(site)[0]
    os.kill(one, signal.SIGKILL)
    return one


def _processes(site: int) -> list[int]:
    """The processes that answer requests: the children of the one that started them, but not its bookkeepers."""
    children = Path(f"/proc/{site}/task/{site}/children").read_text().split()
    return [int(pid) for pid in children if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]


def _cpu_of(site: int) -> float:
    """CPU seconds of the processes that answer requests; of one that was killed, nothing is known any more."""
    fields = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in _processes(site))
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(home: Path, database: str) -> dict[str, str]:
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("SELARAS_", "DJANGO_"))}
    own = {"SELARAS_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "OMP_NUM_THREADS": "1"}
    return inherited | own | ({"SELARAS_DATABASE_URL": database} if database else {})
