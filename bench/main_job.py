"""The whole main job on the sample region, as an office runs it: one command, a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import case, spent

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kebumen-2021"


@case("main_job", asks="warm selaras forum run of 4,560 proposals ≤ 20 s, ≤ 1 GB")
def main_job() -> None:
    for turn in ("cold", "warm"):
        with tempfile.TemporaryDirectory(prefix="selaras-bench-") as home:
            command = ["/usr/bin/env", f"SELARAS_HOME={home}", sys.executable, "-m", "selaras"]
            with spent() as figure:
                done = subprocess.run(
                    [*command, "forum", "run", str(SAMPLE), "--out", f"{home}/hasil"], capture_output=True, check=True
                )
            peak = _peak_of_children()
            print(f"{turn}: {figure.wall:.1f} s wall, {figure.cpu:.1f} s CPU, peak {peak:.0f} MB")
    print(done.stdout.decode().strip())


def _peak_of_children() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
