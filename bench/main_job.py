"""The whole main job on the sample region, as an office runs it: one command, a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import case, spent

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kebumen-2021"
_SAMPLED_EVERY = 0.1  # seconds


@case("main_job", asks="warm selaras forum run of 4,560 proposals ≤ 20 s, ≤ 1 GB")
def main_job() -> None:
    for turn in ("cold", "warm"):
        with tempfile.TemporaryDirectory(prefix="selaras-bench-") as home:
            command = ["/usr/bin/env", f"SELARAS_HOME={home}", sys.executable, "-m", "selaras"]
            log = Path(home, "said.txt")
            with spent() as figure, log.open("w") as said:
                job = subprocess.Popen(
                    [*command, "forum", "run", str(SAMPLE), "--out", f"{home}/hasil"], stdout=said, stderr=said
                )
                together = _peak_while(job)
            told = log.read_text()
        if job.returncode:
            raise SystemExit(told)
        print(f"{turn}: {figure.wall:.1f} s wall, {figure.cpu:.1f} s CPU, largest process {_peak_of_children():.0f} MB")
        print(f"      all at once {together:.0f} MB (PSS: shared pages counted once; every {_SAMPLED_EVERY} s)")
    print(told.strip())


def _peak_of_children() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _peak_while(job: subprocess.Popen[bytes]) -> float:
    """The most memory, in MB, that a job and the processes it starts held at one time; ends with the job."""
    peak = 0.0
    while job.poll() is None:
        peak = max(peak, sum(_held(pid) for pid in _with_children(job.pid)))
        time.sleep(_SAMPLED_EVERY)
    return peak


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:  # the thread ended since it was listed
            continue
        for child in children:
            yield from _with_children(int(child))


def _held(pid: int) -> float:
    """The proportional set size of a process in MB; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
