"""What a file must be before its cells are read: not too large, packed or unpacked, and without programs in it."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from selaras.engines.tabular import BROKEN_ARCHIVE
from selaras.forum.errors import BadUpload

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
_KINDS = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods"})
_WITH_MACROS = frozenset({".xlsm", ".xltm", ".xlam", ".xlsb"})
_MACROS_IN_OLE = "_VBA_PROJECT".encode("utf-16-le")
_STEP = 1024 * 1024


def inspect(name: str, content: bytes) -> None:
    """Raise BadUpload with what to do where this program should not even try to read the file.

    Reads an archive through once without keeping it, so that what it really unpacks to counts, not what it claims.
    """
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in _WITH_MACROS:
        raise BadUpload(_("Berkas ini dapat berisi makro. Buka di Excel, simpan sebagai .xlsx, lalu kirim lagi."))
    if suffix not in _KINDS:
        raise BadUpload(_("Kirim tabel sebagai berkas Excel (.xlsx) atau CSV."))
    if not content:
        raise BadUpload(_("Berkas ini kosong. Pilih berkas yang berisi usulan."))
    if len(content) > MOST_BYTES:
        raise BadUpload(_("Berkas ini lebih dari 10 MB. Pecah menjadi beberapa berkas, lalu kirim satu per satu."))
    if content.startswith(b"PK"):
        _inspect_archive(content)
    elif _MACROS_IN_OLE in content:
        raise BadUpload(_macros())


def _inspect_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(_is_program(entry.filename) for entry in entries):
                raise BadUpload(_macros())
            left = MOST_UNPACKED
            for entry in entries:
                left -= _unpacked(archive, entry, left)
    except BROKEN_ARCHIVE as broken:
        raise BadUpload(_("Berkas ini rusak atau terpotong. Simpan ulang, lalu kirim lagi.")) from broken


def _is_program(name: str) -> bool:
    """Macros of Excel and of LibreOffice, and controls that bring programs along."""
    path = PurePosixPath(name.lower())
    return path.name.startswith("vbaproject") or "activex" in path.parts or path.parts[:1] in (("basic",), ("scripts",))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    """How many bytes an entry really holds. Raises BadUpload as soon as there are more than are left."""
    if entry.file_size > left:
        raise BadUpload(_too_much())
    size = 0
    with archive.open(entry) as packed:
        while piece := packed.read(_STEP):
            size += len(piece)
            if size > left:
                raise BadUpload(_too_much())
    return size


def _macros() -> str:
    return _("Berkas ini berisi makro (program di dalam tabel). Simpan sebagai .xlsx tanpa makro, lalu kirim lagi.")


def _too_much() -> str:
    return _("Isi berkas ini melebihi 100 MB setelah dibuka. Hapus gambar dan lembar lain, lalu kirim lagi.")
