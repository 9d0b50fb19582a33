"""Commands and the site as processes of their own, each in a home that a test gives them."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]


def environment(home: Path, database: str = "", **more: str) -> dict[str, str]:
    """That of a command with a home of its own, and its database there where none is given."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("SELARAS_", "DJANGO_"))}
    own = {"SELARAS_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "OMP_NUM_THREADS": "1"}
    return inherited | own | ({"SELARAS_DATABASE_URL": database} if database else {}) | more


def selaras(*arguments: str | Path, home: Path, database: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command as an office does, and wait for it."""
    return subprocess.run(
        [sys.executable, "-m", "selaras", *map(str, arguments)],
        env=environment(home, database, **more),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def started(words: Sequence[str], own: Mapping[str, str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is told to stop afterwards, as a service is."""
    process = subprocess.Popen(words, env=own, cwd=home)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def health(port: int, **headers: str) -> str:
    """What the site says of itself, once it answers."""
    for _ in range(300):  # a minute: a new home is first given its database
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            asking.request("GET", "/sehat/", headers=headers)
            return asking.getresponse().read().decode()
        except OSError:
            time.sleep(0.2)
        finally:
            asking.close()
    raise AssertionError("the site did not answer")
