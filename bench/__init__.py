"""Benchmarks that measure a peer beside Selaras in one run and print the ratio. They assert no timing.

make bench                     every case
.venv/bin/python -m bench equal_shares matching     some of them
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    name: str
    asks: str
    run: Callable[[], None]


CASES: dict[str, Case] = {}


def case(name: str, *, asks: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a benchmark: `name` is what one types, `asks` the figure it is held against."""

    def register(run: Callable[[], None]) -> Callable[[], None]:
        CASES[name] = Case(name, asks, run)
        return run

    return register


def shared_data() -> Path | None:
    """The folder of real data kept beside the checkout (or named by SELARAS_SHARED_DATA), None where absent."""
    named = os.environ.get("SELARAS_SHARED_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    return folder if (folder / "INDEX.md").exists() else None


@dataclass
class Spent:
    """CPU seconds (this process and its waited-for children), wall seconds."""

    cpu: float = 0.0
    wall: float = 0.0


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def spent() -> Iterator[Spent]:
    """Time a block; the object fills when the block ends."""
    figure, cpu, wall = Spent(), _cpu(), time.perf_counter()
    yield figure
    figure.cpu, figure.wall = _cpu() - cpu, time.perf_counter() - wall


def peak_mb() -> float:
    """The peak resident memory of this process so far, in MB; run a case alone to read it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
