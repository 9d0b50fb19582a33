"""`selaras backup` and `selaras restore`: the whole office in one file."""

from __future__ import annotations

from pathlib import Path

import typer

from selaras.cli.console import fail, out, progress
from selaras.cli.office import open_office, set_up


def backup(file: Path = typer.Argument(help="Berkas cadangan, misalnya kantor.selaras.tar.gz.")) -> None:
    """Simpan basis data dan semua berkas kantor ini dalam satu cadangan. Situs boleh tetap berjalan."""
    open_office()
    from selaras.backup import BackupError, back_up

    if file.exists():
        fail(f"“{file}” sudah ada. Pilih nama lain, supaya cadangan lama tidak tertimpa.")
    try:
        with progress() as bar:
            task = bar.add_task("", total=None)
            manifest = back_up(file, progress=lambda words: bar.update(task, description=words))
    except (BackupError, OSError) as wrong:
        fail(str(wrong))
    rows = sum(table["rows"] for table in manifest["tables"].values())
    out.print(f"{file}: {rows} baris, {len(manifest['files'])} berkas.", soft_wrap=True)
    out.print(f"Ujung catatan tindakan: {manifest['audit_head']}", soft_wrap=True)
    out.print("Simpan di mesin lain, bersama kunci kantor (berkas secret-key).", soft_wrap=True)


def restore(file: Path = typer.Argument(help="Cadangan dari `selaras backup`.")) -> None:
    """Kembalikan cadangan ke kantor yang masih kosong, lalu periksa catatan tindakannya."""
    set_up()
    from selaras.backup import BackupError
    from selaras.backup import restore as bring_back

    try:
        with progress() as bar:
            task = bar.add_task("", total=None)
            manifest = bring_back(file, progress=lambda words: bar.update(task, description=words))
    except BackupError as wrong:
        fail(str(wrong))
    rows = sum(table["rows"] for table in manifest["tables"].values())
    out.print(f"{rows} baris dan {len(manifest['files'])} berkas dikembalikan.")
    out.print(f"Catatan tindakan utuh, ujungnya {manifest['audit_head']}", soft_wrap=True)
