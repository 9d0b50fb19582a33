"""The openness room with its whole network and the requests of three years, on both databases.

python -m bench disclosure                      50,000 requests
BENCH_REQUESTS=2000 python -m bench disclosure  fewer, to try it
BENCH_PAGES=queue, BENCH_TURNS=5                some pages only, fewer calls
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from bench import case
from tests.cluster import Cluster, NoPostgres

REQUESTS = 50_000
PEER = "Froide, 500 requests of 4 messages: figures published elsewhere, not measured in this run."


@case(
    "disclosure",
    asks="460 desks, 50,000 requests: a case ≤ 10 queries and ≤ 60 ms, lists ≤ 150 ms, first view ≤ 30 KiB",
)
def disclosure() -> None:
    print("All data is synthetic. Warm calls through the whole middleware, median and p95 in ms. CPU of the site and")
    print(f"the database together is held against what is asked: others may use the machine. Peer: {PEER}")
    with tempfile.TemporaryDirectory(prefix="selaras-bench-") as folder:
        _measure("SQLite", os.environ | {"SELARAS_HOME": f"{folder}/satu"})
        try:
            cluster = Cluster.start(durable=True)
        except NoPostgres as absent:
            print(f"PostgreSQL: {absent}")
            return
        try:
            office = {"SELARAS_HOME": f"{folder}/dua", "SELARAS_DATABASE_URL": cluster.url}
            _measure("PostgreSQL", os.environ | office)
        finally:
            cluster.stop()


def _measure(name: str, office: dict[str, str]) -> None:
    """In processes of their own, as settings are read once. Who looks has no telephone at hand."""
    print(name, flush=True)
    own, many = office | {"SELARAS_TOTP": "offered"}, os.environ.get("BENCH_REQUESTS", str(REQUESTS))
    for module, *more in (("making", many), ("measuring",), ("working",)):
        subprocess.run([sys.executable, "-m", f"bench.openness.{module}", *more], env=own, check=True)
