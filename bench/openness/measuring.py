"""Asks every page through the whole middleware, warm, and prints what it cost.

python -m bench.openness.measuring
"""

from __future__ import annotations

import gzip
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bench.openness.pages import Asked

WARM, COUNTED = 3, 6  # calls before any is measured; addresses at which queries are counted
FIRST_VIEW = 30 * 1024


@dataclass(frozen=True)
class Cost:
    """Of one call: milliseconds of the wall, of this process, of the database's own process."""

    wall: float
    cpu: float
    database: float


def measured(deed: Callable[[], Any]) -> Cost:
    of_database = _database_clock()
    database, wall, cpu = of_database(), time.perf_counter(), time.process_time()
    deed()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Cost(wall * 1000, cpu * 1000, (of_database() - database) * 1000)


def _database_clock() -> Callable[[], float]:
    """CPU seconds of the PostgreSQL process that serves this connection; SQLite works in this one."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return lambda: 0.0
    connection.ensure_connection()
    spent = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return lambda: int(spent.read_text().split()[0]) / 1e9 if spent.exists() else 0.0


def _client(by: str) -> Any:
    from django.test import Client

    from selaras.people.models import Account

    client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
    if by:
        client.force_login(Account.objects.get(username=by))
    return client


def _row(page: Asked, turns: int) -> list[str]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = _client(page.by)

    def get(address: str) -> bytes:
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        return b"".join(response.streaming_content) if response.streaming else response.content

    for address in islice(cycle(page.addresses), WARM):
        get(address)
    costs = [measured(lambda at=address: get(at)) for address in islice(cycle(page.addresses), turns)]  # type: ignore[misc]
    queries, size = 0, 0
    for address in page.addresses if page.most_queries else page.addresses[:COUNTED]:
        seen = []
        for _ in range(2):  # once a minute a session notes that it was seen; the other call shows what the page asks
            with CaptureQueriesContext(connection) as asked:
                body = get(address)
            seen.append(len(asked))
        queries = max(queries, min(seen))
        size = max(size, len(body if body[:2] == b"\x1f\x8b" else gzip.compress(body)))
    return _cells(page, costs, queries, size)


def _cells(page: Asked, costs: Sequence[Cost], queries: int, size: int) -> list[str]:
    walls, busy = [one.wall for one in costs], [one.cpu + one.database for one in costs]
    median, view = statistics.median(busy), size + (0 if page.by else _stylesheet())
    kept = median <= page.most_ms and queries <= (page.most_queries or queries) and (page.by or view <= FIRST_VIEW)
    most = f"≤ {page.most_ms} ms" + (f", ≤ {page.most_queries} q" if page.most_queries else "")
    return [
        page.name, most, f"{median:.0f}", f"{statistics.quantiles(busy, n=20)[-1]:.0f}",
        f"{statistics.median(walls):.0f}", f"{statistics.quantiles(walls, n=20)[-1]:.0f}",
        str(queries), f"{view / 1024:.1f}", "" if kept else "MISSED", page.peer,
    ]  # fmt: skip


def _stylesheet() -> int:
    """Bytes that the first public page brings besides itself."""
    from django.contrib.staticfiles import finders

    return len(gzip.compress(Path(str(finders.find("web/selaras.css"))).read_bytes()))


HEAD = ("page", "asked", "CPU", "p95", "wall", "p95", "queries", "KiB", "", "peer, published")
WIDTHS = (27, 16, 6, 6, 6, 6, 8, 6, 7, 0)


def line(cells: Sequence[str]) -> str:
    """Words to the left, figures to the right."""
    placed = zip(cells, WIDTHS, strict=True)
    told = (cell.ljust(wide) if at < 2 or at > 7 else cell.rjust(wide) for at, (cell, wide) in enumerate(placed))
    return " ".join(told).rstrip()


def run() -> None:
    from selaras.cli.office import set_up

    set_up()
    from django.conf import settings

    from bench.openness.pages import TURNS, asked

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    wanted = os.environ.get("BENCH_PAGES", "")
    print(line(HEAD), flush=True)
    for page in asked():
        if wanted in page.name:
            print(line(_row(page, TURNS)), flush=True)


if __name__ == "__main__":
    run()
