"""`selaras data standard FILE`: a first draft of a standard from a table that is in order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.console import fail, out, print_json
from selaras.cli.files import read_content, write_content
from selaras.engines.tabular import TabularError, read_table
from selaras.engines.tabular.standard import as_package, draft_standard


def standard(
    file: Annotated[Path, typer.Argument(help="Berkas contoh yang sudah benar (CSV, XLSX, XLS, ODS).")],
    to: Annotated[Path | None, typer.Option("--out", help="Tulis rancangannya ke berkas .json ini.")] = None,
) -> None:
    """Rancang standar dari sebuah berkas contoh; lengkapi sendiri konsep, definisi, satuan dan sistem kodenya."""
    try:
        table = read_table(read_content(file, as_json=False), file.name)
    except TabularError as problem:
        fail(str(problem))
    package = as_package(draft_standard(table, file.stem))
    if to is None:
        print_json(package)
        return
    write_content(to, json.dumps(package, ensure_ascii=False, indent=1).encode(), as_json=False)
    out.print(f"{to}: {len(table.header)} kolom. Lengkapi konsep, definisi, satuan dan sistem kodenya.")
