"""Files of tables on this machine that can be made again: fetched from the bucket, or written from a table."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from django.conf import settings

MOST_BYTES = 4_000_000_000  # on this machine; what was not read for longest goes first


def cached(name: str, write: Callable[[IO[bytes]], None]) -> Path:
    """The file of that name, written first where it is not there: whole, or not at all where `write` raises.

    A name must tell all that its content depends on.
    """
    path = path_of(name)
    if path.exists():
        os.utime(path)
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix="half-") as half:
        write(half)
        half.flush()
        with contextlib.suppress(FileExistsError):  # another process was first with the same bytes
            os.link(half.name, path)
    _make_room(path)
    return path


def path_of(name: str) -> Path:
    return Path(settings.HOME) / "cache" / "tables" / name


def _make_room(but: Path) -> None:
    """Also of halves that a killed process left. Who still reads one that goes keeps its open file."""
    kept = [(one.stat(), one) for one in but.parent.iterdir() if one != but]
    room = MOST_BYTES - but.stat().st_size - sum(told.st_size for told, _one in kept)
    for told, one in sorted(kept, key=lambda each: each[0].st_mtime):
        if room >= 0:
            return
        room += told.st_size
        one.unlink(missing_ok=True)
