"""Eighty phones voting on two hundred proposals each at two processes, on both databases, also with one killed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from bench import case
from bench.hall.voting import Hall, run
from tests.cluster import Cluster, NoPostgres

PACE = 1.2  # seconds: 200 answers in four minutes, the fifth left for what must be repeated
RUNS = {
    "named": Hall(80, 200, PACE),
    "secret, one process killed": Hall(80, 200, PACE, secret=True, kill_after=120),
    "named, one process killed": Hall(80, 200, PACE, kill_after=120),
}


@case("voting", asks="80 × 200 within 300 s: 0 lost, 0 double, p95 ≤ 300 ms; all acknowledged there after kill -9")
def voting() -> None:
    for name, hall in RUNS.items():
        with tempfile.TemporaryDirectory(prefix="selaras-hall-") as home:
            _print(f"SQLite, {name}", run(hall, Path(home)))
        try:
            cluster = Cluster.start(durable=True)
        except NoPostgres as absent:
            print(f"PostgreSQL, {name}: {absent}")
            continue
        try:
            with tempfile.TemporaryDirectory(prefix="selaras-hall-") as home:
                _print(f"PostgreSQL, {name}", run(hall, Path(home), cluster.url))
        finally:
            cluster.stop()


def _print(name: str, found: dict[str, Any]) -> None:
    post = found["times"]["post"]
    print(
        f"{name}: {found['acknowledged']} answers of {found['voted']} voters in {found['wall']:.0f} s, "
        f"{found['lost']} lost, {found['double']} double; {found['posts']} posts, {found['retries']} repeated, "
        f"p50 {post['p50']:.0f} ms, p95 {post['p95']:.0f} ms, slowest {post['max']:.0f} ms; "
        f"sheet p95 {found['times']['sheet']['p95']:.0f} ms; CPU of the site {found['site_cpu']:.0f} s",
        flush=True,
    )
    for trouble in {*found["errors"], *found["exceptions"]}:
        print(f"  {trouble}", flush=True)
