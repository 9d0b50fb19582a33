"""The sample region from the shell: `selaras sample make FOLDER --seed 2021`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.console import fail, out, print_json
from selaras.cli.files import refusal
from selaras.sample import SEED, make_region

sample = typer.Typer(no_args_is_help=True, help="Daerah contoh dengan data sintetis.")


@sample.callback()
def group() -> None:
    """Daerah contoh dengan data sintetis."""


@sample.command("make")
def make(
    folder: Annotated[Path, typer.Argument(help="Folder tujuan; dibuat bila belum ada.")],
    seed: Annotated[int, typer.Option(help="Benih: angka yang sama memberi berkas yang sama.")] = SEED,
    scale: Annotated[float, typer.Option(help="Pengali jumlah usulan; 11 memberi sekitar 50.000.")] = 1.0,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak daftar berkas sebagai JSON.")] = False,
) -> None:
    """Buat folder contoh: semua yang dimiliki sebuah kantor menjelang forumnya."""
    if not 0 < scale <= 200:
        fail("Pengali (--scale) harus lebih dari 0 dan paling besar 200.", as_json=as_json)
    files = make_region(seed, scale)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as problem:
        fail(f"Folder {folder} tidak dapat ditulisi: {refusal(problem)}. Pilih folder lain.", as_json=as_json)
    if as_json:
        print_json({"folder": str(folder), "seed": seed, "scale": scale, "files": sorted(files)})
    else:
        out.print(f"{len(files)} berkas data sintetis ditulis ke {folder} (benih {seed}).")
