"""Taking a backup back into an empty office, and holding the result against what the backup says of itself."""

from __future__ import annotations

import hashlib
import json
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from selaras.audit import queries as audit
from selaras.backup.errors import Damaged, NotEmpty, TooNew
from selaras.backup.shaping import bring_up
from selaras.backup.tables import columns, row_of
from selaras.backup.writing import FORMAT, MANIFEST, Progress

_AT_ONCE = 500


def restore(source: Path, *, progress: Progress) -> dict[str, Any]:
    """Bring the backup back; the database must be empty. Returns its manifest.

    Everything is checked against the digests of the manifest before anything is written, and the chain of the log
    afterwards. Raises Damaged, NotEmpty, TooNew.
    """
    with tempfile.TemporaryDirectory(prefix="selaras-restore-") as folder:
        progress("Memeriksa cadangan")
        manifest = _unpacked(source, Path(folder))
        _require_empty()
        progress("Mengembalikan berkas")
        for name in manifest["files"]:
            _put_back(name, Path(folder, "files", name))
        progress("Menyiapkan tabel")
        models = _tables_as_then(manifest)
        with transaction.atomic(), _unordered():
            for label, told in manifest["tables"].items():
                progress(f"Mengembalikan {label}")
                _fill(models[label], told, Path(folder, "tables", f"{label}.jsonl"))
    progress("Membawa tabel ke bentuk terbaru")
    bring_up()
    _require_same_log(manifest)
    return manifest


def _unpacked(source: Path, folder: Path) -> dict[str, Any]:
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(folder, filter="data")  # refuses members that point outside the folder
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    except (tarfile.TarError, OSError, EOFError, ValueError) as wrong:
        raise Damaged(f"“{source}” bukan cadangan Selaras yang utuh ({wrong}). Pakai salinan lain.") from wrong
    if manifest["format"] != FORMAT:
        raise TooNew("Cadangan ini dibuat oleh versi yang lebih baru. Pasang versi itu, lalu ulangi.")
    for path, told in _members(manifest):
        if not (folder / path).is_file():
            raise Damaged(f"“{path}” tidak ada dalam cadangan. Pakai salinan lain.")
        with (folder / path).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != told["sha256"]:
                raise Damaged(f"Isi “{path}” dalam cadangan tidak cocok dengan sidiknya. Pakai salinan lain.")
    return manifest


def _members(manifest: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((f"tables/{label}.jsonl", told) for label, told in manifest["tables"].items())
    yield from ((f"files/{name}", told) for name, told in manifest["files"].items())


def _require_empty() -> None:
    """Nothing but what migrations themselves put there."""
    if MigrationRecorder(connection).has_table() and _holds_entries():
        raise NotEmpty("Basis data tujuan sudah berisi. Cadangan hanya dikembalikan ke kantor yang masih kosong.")


def _holds_entries() -> bool:
    with connection.cursor() as cursor:
        if "audit_entry" not in connection.introspection.table_names(cursor):
            return False
        cursor.execute("SELECT 1 FROM audit_entry LIMIT 1")
        return cursor.fetchone() is not None


def _tables_as_then(manifest: dict[str, Any]) -> dict[str, type[Model]]:
    """Bring the database to what the backup's version had, and tell its tables as they were then, by label."""
    executor = MigrationExecutor(connection)
    wanted = {(app, name) for app, name in manifest["migrations"]}
    if unknown := wanted - set(executor.loader.disk_migrations):
        named = ", ".join(sorted(f"{app}.{name}" for app, name in unknown))
        raise TooNew(f"Cadangan ini dibuat oleh versi yang lebih baru ({named}). Pasang versi itu, lalu ulangi.")
    leaves = [node for node in wanted if not _followers(executor, node) & wanted]
    if wanted == set(executor.loader.graph.nodes):
        bring_up()  # this very version: no need to play the history
    else:
        executor.migrate(leaves)
    state: Apps = executor.loader.project_state(leaves).apps
    return {model._meta.label_lower: model for model in state.get_models(include_auto_created=True)}


def _followers(executor: MigrationExecutor, node: tuple[str, str]) -> set[tuple[str, str]]:
    return {child.key for child in executor.loader.graph.node_map[node].children}


@contextmanager
def _unordered() -> Iterator[None]:
    """Rows in any order: the links between them are checked at the end of the transaction."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
    yield
    connection.check_constraints()


def _fill(model: type[Model], told: dict[str, Any], path: Path) -> None:
    """Replace what migrations put into the table by the rows of the backup, as they were, down to the second."""
    by_name: dict[str, Any] = {field.attname: field for field in columns(model)}
    fields = [by_name[name] for name in told["columns"]]
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    insert = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608 - names of columns
    with connection.cursor() as cursor, path.open("rb") as lines:
        cursor.execute(f"DELETE FROM {quote(model._meta.db_table)}")  # noqa: S608 - the name of a table
        while rows := [row_of(fields, line) for line in islice(lines, _AT_ONCE)]:
            cursor.executemany(insert, rows)
        for reset in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(reset)


def _put_back(name: str, path: Path) -> None:
    """A file of that name from an earlier try is replaced."""
    if default_storage.exists(name):
        default_storage.delete(name)
    with path.open("rb") as content:
        stored = default_storage.save(name, File(content))
    if stored != name:
        raise Damaged(f"Berkas “{name}” tidak dapat disimpan dengan namanya sendiri.")


def _require_same_log(manifest: dict[str, Any]) -> None:
    verdict = audit.verify()
    if not verdict.intact or verdict.head != manifest["audit_head"]:
        raise Damaged("Catatan tindakan yang dikembalikan tidak cocok dengan ujung rantai dalam cadangan.")
