"""A table of 2,000,000 rows against its standard: Selaras beside polars by hand, a bare scan and frictionless."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import case
from bench.validation_peers import CONTESTANTS
from bench.validation_sample import NAMES, ROWS, Sample, read_sample

_NEEDS = {"frictionless": "frictionless", "bare DuckDB scan": "duckdb"}


@case(
    "validation",
    asks=f"{ROWS:,} rows x {len(NAMES)}: frictionless >= 30 times, polars by hand <= 1.3, DuckDB scan <= 4; <= 400 MB; "
    "recall 100 %, 0 extra",
)
def validation() -> None:
    with tempfile.TemporaryDirectory() as place:
        # Written by a process of its own: on Linux a child's peak of memory starts from its parent's.
        subprocess.run([sys.executable, "-m", "bench.validation_sample", place], check=True)
        sample = read_sample(Path(place))
        spent = {name: _run(name, sample) for name in CONTESTANTS if _is_here(name)}
    ours = spent["selaras"]
    for name, cpu in spent.items():
        if name != "selaras":
            print(f"{name:27} {cpu / ours:6.2f} times the CPU of selaras")


def _is_here(name: str) -> bool:
    if importlib.util.find_spec(_NEEDS.get(name, "polars")) is None:
        print(f"{name:27} is not installed here")
        return False
    return True


def _run(name: str, sample: Sample) -> float:
    """One contestant in a process of its own: CPU seconds, peak memory, recall and faults that nobody made."""
    command = [sys.executable, "-m", "bench.validation_peers", name, str(sample.path.parent)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
    found = [(row, column, rule) for row, column, rule in json.loads((sample.path.parent / "found.json").read_text())]
    recall = len(sample.truth & set(found)) / len(sample.truth)
    extra = len(found) - len(sample.truth & set(found))
    shown = f"recall {recall:.2%}, {extra} extra" if name != "bare DuckDB scan" else "checks nothing"
    print(f"{name:27} {told['cpu']:7.2f} CPU s {told['peak']:6.0f} MB  {shown}", flush=True)
    return float(told["cpu"])
