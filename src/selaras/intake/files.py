"""Files that are named by their content: written whole or not at all, and never twice."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage

_AT_ONCE = 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """Where a file lies in the storage, its SHA-256 and its bytes."""

    name: str
    digest: str
    size: int


def keep(folder: str, content: BinaryIO, suffix: str = "") -> Kept:
    """Keep a seekable stream in the folder of a room; it is on the disk (or in the bucket) for good after this.

    Call it before the transaction that names the file: a row never points at a file that is not there, and a file
    that no row came to name is taken up again when the same content comes once more. Constant memory.
    """
    digest, size = _digest(content)
    name = f"{folder}/{digest[:2]}/{digest}{suffix}"
    if not (default_storage.exists(name) and default_storage.size(name) == size):
        content.seek(0)
        write_whole(name, content)
    return Kept(name, digest, size)


def _digest(content: BinaryIO) -> tuple[str, int]:
    content.seek(0)
    digest, size = hashlib.sha256(), 0
    while piece := content.read(_AT_ONCE):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def write_whole(name: str, content: BinaryIO) -> None:
    """Put a stream under a name in the storage, whole or not at all; what lay there before is replaced."""
    storage = default_storage
    if not isinstance(getattr(storage, "_wrapped", storage), FileSystemStorage):
        storage.save(name, File(content))  # a bucket takes an object whole or not at all
        return
    place = Path(storage.path(name))
    place.parent.mkdir(parents=True, exist_ok=True)
    # The storage itself would write under the final name at once: killed then, half a file would pass for the whole.
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix="half-", delete=False) as half:
        while piece := content.read(_AT_ONCE):
            half.write(piece)
        half.flush()
        os.fsync(half.fileno())
    os.replace(half.name, place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
