"""Writing a backup: one moment of the database, and every file that it points to."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from selaras import __version__
from selaras.audit import queries as audit
from selaras.backup.errors import BackupError
from selaras.backup.tables import columns, files_named, lines, tables

FORMAT = 1
MANIFEST = "manifest.json"
Progress = Callable[[str], None]


def back_up(target: Path, *, progress: Progress) -> dict[str, Any]:
    """Write the backup beside its name and then under it, so that a half written one is never taken for whole.

    Returns its manifest. Writers are not kept waiting. Raises BackupError where a file that a row names is gone.
    """
    draft = target.with_name(f".{target.name}.part")
    try:
        with draft.open("wb") as whole, tarfile.open(fileobj=whole, mode="w:gz", compresslevel=3) as archive, _moment():
            manifest = _write(archive, progress)
        draft.chmod(0o600)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


@contextmanager
def _moment() -> Iterator[None]:
    """All reading from one moment of the database, without holding up who writes."""
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if connection.vendor == "postgresql" else "BEGIN"
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _write(archive: tarfile.TarFile, progress: Progress) -> dict[str, Any]:
    kept: dict[str, Any] = {"tables": {}, "files": {}}
    models = tables(apps)
    for model in models:
        progress(f"Menyimpan {model._meta.label}")
        with tempfile.TemporaryFile() as spool:
            count = 0
            for line in lines(model):
                spool.write(line)
                count += 1
            told = _add(archive, f"tables/{model._meta.label_lower}.jsonl", spool)
        names = [field.attname for field in columns(model)]
        kept["tables"][model._meta.label_lower] = {"rows": count, "columns": names, **told}
    progress("Menyimpan berkas")
    for name in files_named(models):
        try:
            with default_storage.open(name, "rb") as file:
                kept["files"][name] = _add(archive, f"files/{name}", file)
        except FileNotFoundError:
            raise BackupError(
                f"Berkas “{name}” tercatat, tetapi tidak ada di tempatnya. Cadangan dihentikan."
            ) from None
    manifest = {
        "format": FORMAT,
        "version": __version__,
        "made_at": timezone.now().isoformat(),
        "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
        "audit_head": audit.head(),
        **kept,
    }
    body = io.BytesIO(json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    _add(archive, MANIFEST, body)
    return manifest


def _add(archive: tarfile.TarFile, name: str, content: Any) -> dict[str, Any]:
    """Put one member in; its size and SHA-256."""
    content.seek(0)
    digest = hashlib.file_digest(content, "sha256").hexdigest()
    member = tarfile.TarInfo(name)
    member.size = content.seek(0, os.SEEK_END)
    member.mode = 0o600
    content.seek(0)
    archive.addfile(member, content)
    return {"size": member.size, "sha256": digest}
