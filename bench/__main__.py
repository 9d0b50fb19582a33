"""Run the named benchmarks, or all, each in a process of its own so that peak memory is its own."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import bench


def _load() -> None:
    for module in pkgutil.iter_modules([str(Path(bench.__file__).parent)]):
        if module.name != "__main__":
            importlib.import_module(f"bench.{module.name}")


def main(wanted: list[str]) -> int:
    _load()
    if unknown := [name for name in wanted if name not in bench.CASES]:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(bench.CASES)}")
        return 2
    if len(wanted) == 1:
        chosen = bench.CASES[wanted[0]]
        print(f"\n== {chosen.name} (asked: {chosen.asks})", flush=True)
        chosen.run()
        return 0
    runs = [subprocess.run([sys.executable, "-m", "bench", name], check=False) for name in wanted or bench.CASES]
    return int(any(run.returncode for run in runs))  # a run ended by a signal has a code below 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
