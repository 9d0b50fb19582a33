"""Where a kept table lies as a file on this machine: DuckDB maps files, so one of a bucket is fetched first."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO

from django.core.files.storage import FileSystemStorage, default_storage
from django.utils.translation import gettext as _

from selaras.sectoral.errors import TableGone
from selaras.sectoral.models import Version
from selaras.sectoral.serving.caching import cached

_AT_ONCE = 1024 * 1024


def place_of(version: Version) -> Path:
    """The Parquet file of a version's typed rows. Raises TableGone where the storage has it no more.

    From a bucket each is fetched once a machine, under its SHA-256, which is checked while it comes.
    """
    check = version.check_in_force
    if check is None or not check.table:
        raise TableGone(_("Versi ini tidak punya tabel. Pilih versi lain dari daftar versi."))
    if isinstance(getattr(default_storage, "_wrapped", default_storage), FileSystemStorage):
        path = Path(check.table.path)
        if not path.is_file():
            raise _gone()
        return path
    name, digest = str(check.table), check.table_digest
    try:
        return cached(f"{digest}.parquet", lambda half: _fetch(name, digest, half))
    except FileNotFoundError:
        raise _gone() from None


def _fetch(name: str, digest: str, half: IO[bytes]) -> None:
    seen = hashlib.sha256()
    with default_storage.open(name, "rb") as stream:
        while piece := stream.read(_AT_ONCE):
            seen.update(piece)
            half.write(piece)
    if seen.hexdigest() != digest:
        raise TableGone(_("Tabel versi ini di penyimpanan rusak. Beri tahu walidata."))


def _gone() -> TableGone:
    return TableGone(_("Tabel versi ini tidak ada di penyimpanan. Beri tahu walidata."))
