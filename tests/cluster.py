"""A PostgreSQL cluster of the tests' own, on a free port, in a temporary folder, as an unprivileged user."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.processes import free_port

UNPRIVILEGED = ("postgres", "nobody")
MEMORY, ROOM = Path("/dev/shm"), 4 * 1024**3  # noqa: S108 - a folder with a random name is made there


class NoPostgres(Exception):
    """PostgreSQL's programs are not installed here."""


def programs() -> Path:
    """The folder of initdb and postgres, the newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).parent
    raise NoPostgres("PostgreSQL is not installed (Debian: apt-get install postgresql)")


def _as_unprivileged() -> tuple[list[str], str]:
    """The command prefix that drops root, and the name of the user it ends as."""
    if os.geteuid() != 0:
        return [], getpass.getuser()
    for name in UNPRIVILEGED:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return ["setpriv", f"--reuid={name}", f"--regid={name}", "--clear-groups", "--"], name
    raise NoPostgres("PostgreSQL does not run as root, and this machine has no unprivileged user to run it as")


def memory() -> Path | None:
    """Where files live in memory, if there is room for a cluster.

    A test with real transactions empties all tables, and so makes each of their thousand files anew.
    """
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None


@dataclass(frozen=True)
class Cluster:
    folder: Path
    port: int
    user: str
    prefix: tuple[str, ...]

    @property
    def url(self) -> str:
        return f"postgresql://{self.user}@127.0.0.1:{self.port}/postgres"

    @classmethod
    def start(cls, *, durable: bool = False, within: Path | None = None) -> Cluster:
        """Its folder is made in the one given. `durable` waits for the disk at each commit; tests need not."""
        prefix, user = _as_unprivileged()
        folder = Path(tempfile.mkdtemp(prefix="selaras-postgres-", dir=within))
        if prefix:
            shutil.chown(folder, user)
        data, port, bin_ = folder / "data", free_port(), programs()
        run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
        subprocess.run(
            [
                *prefix,
                bin_ / "initdb",
                "-D",
                data,
                "-U",
                user,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N",
            ],
            **run,
        )
        settings = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync={'on' if durable else 'off'} -c max_connections=200"
        subprocess.run(
            [*prefix, bin_ / "pg_ctl", "-D", data, "-l", folder / "log", "-o", settings, "-w", "start"], **run
        )
        return cls(folder, port, user, tuple(prefix))

    @classmethod
    @contextmanager
    def running(cls, *, durable: bool = False) -> Iterator[Cluster]:
        cluster = cls.start(durable=durable)
        try:
            yield cluster
        finally:
            cluster.stop()

    def stop(self) -> None:
        subprocess.run(
            [
                *self.prefix,
                programs() / "pg_ctl",
                "-D",
                self.folder / "data",
                "-m",
                "immediate",
                "-w",
                "stop",
            ],
            check=False,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
        )
        shutil.rmtree(self.folder, ignore_errors=True)
