"""The whole table of a version as a file: written once a machine, then handed out as it lies."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from selaras.sectoral.errors import TooLong
from selaras.sectoral.models import Version
from selaras.sectoral.serving.asking import Ask
from selaras.sectoral.serving.caching import cached, path_of
from selaras.sectoral.serving.exporting import MOST_SHEET_ROWS, csv_file, json_file, workbook
from selaras.sectoral.serving.placing import place_of
from selaras.sectoral.serving.table import open_table


def file_of(version: Version, suffix: str) -> Path:
    """Its CSV, XLSX, JSON or Parquet. Raises TableGone, and TooLong for a workbook of more rows than it holds."""
    if suffix == "parquet":
        return place_of(version)
    if suffix == "xlsx" and not fits_a_sheet(version):
        raise TooLong(_("Tabel ini terlalu panjang untuk XLSX. Unduh CSV atau Parquet."))
    return cached(_name(version, suffix), lambda half: _write(version, suffix, half))


def size_of(version: Version, suffix: str) -> int | None:
    """In bytes; None where the file is not written yet. Raises TableGone."""
    path = place_of(version) if suffix == "parquet" else path_of(_name(version, suffix))
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def fits_a_sheet(version: Version) -> bool:
    return version.check_in_force is not None and version.check_in_force.rows <= MOST_SHEET_ROWS


def _name(version: Version, suffix: str) -> str:
    assert version.check_in_force  # noqa: S101 - a version with a table was checked
    return f"{version.check_in_force.table_digest}-{version.dataset.code}-{version.number}.{suffix}"


def _write(version: Version, suffix: str, half: IO[bytes]) -> None:
    with open_table(version) as table:
        if suffix == "xlsx":
            half.writelines(workbook(table, Ask(), version.dataset.title))
            return
        about = {"himpunan_data": version.dataset.code, "versi": version.number, "lisensi": settings.DATA_LICENCE}
        lines = csv_file(table, Ask()) if suffix == "csv" else json_file(table, Ask(), about)
        half.writelines(line.encode() for line in lines)
