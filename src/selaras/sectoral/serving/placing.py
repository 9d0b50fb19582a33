"""Where a kept table lies as a file on this machine: DuckDB maps files, so one of a bucket is fetched first."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils.translation import gettext as _

from selaras.sectoral.errors import TableGone
from selaras.sectoral.models import Version

MOST_BYTES = 4_000_000_000  # of fetched tables on this machine; those not read for longest go first
_AT_ONCE = 1024 * 1024


def place_of(version: Version) -> Path:
    """The Parquet file of a version's typed rows. Raises TableGone where the storage has it no more.

    From a bucket each is fetched once a machine, under its SHA-256, which is checked while it comes.
    """
    check = version.check_in_force
    if check is None or not check.table:
        raise TableGone(_("Versi ini tidak punya tabel. Pilih versi lain dari daftar versi."))
    storage = default_storage
    if isinstance(getattr(storage, "_wrapped", storage), FileSystemStorage):
        path = Path(check.table.path)
        if not path.is_file():
            raise _gone()
        return path
    return _fetched(str(check.table), check.table_digest)


def _fetched(name: str, digest: str) -> Path:
    folder = Path(settings.HOME) / "cache" / "tables"
    path = folder / f"{digest}.parquet"
    if path.exists():
        os.utime(path)
        return path
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _fetch(name, digest, path)
    except FileNotFoundError:
        raise _gone() from None
    _make_room(folder, path)
    return path


def _fetch(name: str, digest: str, path: Path) -> None:
    """Whole and as it was kept, or not at all."""
    seen = hashlib.sha256()
    with (
        default_storage.open(name, "rb") as stream,
        tempfile.NamedTemporaryFile(dir=path.parent, prefix="half-") as half,
    ):
        while piece := stream.read(_AT_ONCE):
            seen.update(piece)
            half.write(piece)
        half.flush()
        if seen.hexdigest() != digest:
            raise TableGone(_("Tabel versi ini di penyimpanan rusak. Beri tahu walidata."))
        with contextlib.suppress(FileExistsError):  # another process was first with the same bytes
            os.link(half.name, path)


def _make_room(folder: Path, but: Path) -> None:
    """Also of halves that a killed process left. Who still reads one that goes keeps its open file."""
    kept = [(one.stat(), one) for one in folder.iterdir() if one != but]
    room = MOST_BYTES - but.stat().st_size - sum(told.st_size for told, _one in kept)
    for told, one in sorted(kept, key=lambda each: each[0].st_mtime):
        if room >= 0:
            return
        room += told.st_size
        one.unlink(missing_ok=True)


def _gone() -> TableGone:
    return TableGone(_("Tabel versi ini tidak ada di penyimpanan. Beri tahu walidata."))
